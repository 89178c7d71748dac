package app.caravel.content;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class WrittenTest {

    private static Written html(String html) {
        return new Written("For {{ first_name }}", html, null, Original.HTML);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "Dear {{ first_name }},>Dear {{ first_name | default: 'friend' }},",
        "Dear {{first_name}},>Dear {{ first_name | default: 'friend' }},",
        "Dear {{ first_name | upcase }},>Dear {{ first_name | default: 'friend' | upcase }},",
        "Dear {{ first_name | default: 'you' }},>Dear {{ first_name | default: 'you' }},",
        "Dear {{ last_name }} {{ first_names }},>Dear {{ last_name }} {{ first_names }},"})
    void aFieldGetsAWordThatStandsInAndNothingElseChanges(String before, String after) {
        assertEquals(after, html(before).withStandIn("first_name", "friend").html());
    }

    @Test
    void theWordStandsInEverywhereAndIsReadAsItWasTyped() {
        var mended = html("Dear {{ first_name }}").withStandIn("first_name", "l'ami");
        var content = Compiler.compile(new ContentSource(mended.subject(), mended.html(), mended.text()));
        assertEquals("For l'ami", content.render(Map.of(), Tracking.none()).subject());
        assertEquals("For Anna", content.render(Map.of("first_name", "Anna"), Tracking.none()).subject());
    }

    @Test
    void mjmlIsMendedInItsSourceToo() {
        var mended = new Written("", "<p>Dear Sir or Madam,</p>", "Dear Sir or Madam,", Original.mjml("<mj-text>Dear Sir or Madam,</mj-text>")).withWords("Dear Sir or Madam", "Dear Anna");
        assertEquals(new Written("", "<p>Dear Anna,</p>", "Dear Anna,", Original.mjml("<mj-text>Dear Anna,</mj-text>")), mended);
        assertFalse(mended.holds("Madam"));
    }

}
