package app.caravel.content.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Words as a reader sees them, found and changed where they are written. */
class ReaderWordsTest {

    private final ReaderWords katrin = ReaderWords.of(Map.of("first_name", "Katrin", "company", "Müller & Söhne"));

    @Test
    void wordsAreFoundAcrossEmphasisEntitiesBlanksAndTheValuesOfFields() {
        var html = "<p>Dear {{ first_name | default: \"friend\" }},<br>your <b>shop</b>,&nbsp; {{ company }}</p><p>a &amp; b</p>";
        assertEquals(Optional.of("<p>Hello,<br>your <b>shop</b>,&nbsp; {{ company }}</p><p>a &amp; b</p>"), katrin.inHtml(html, "Dear Katrin,", "Hello,"));
        assertEquals(Optional.of("<p>Dear {{ first_name | default: \"friend\" }},<br>for {{ company | short_company }}<b></b></p><p>a &amp; b</p>"),
                katrin.inHtml(html, "your shop, Müller & Söhne", "for {{ company | short_company }}"));
        assertEquals(Optional.of("<p>Dear {{ first_name | default: \"friend\" }},<br>your <b>shop</b>,&nbsp; {{ company }}</p><p>1 &lt; 2</p>"), katrin.inHtml(html, "a & b", "1 < 2"));
    }

    @Test
    void aFieldIsNeverCutAndWhatIsNoTextIsNoWord() {
        assertEquals(Optional.empty(), katrin.inHtml("<p>{{ company }}</p>", "Söhne", "Sons"));
        assertEquals(Optional.empty(), katrin.inHtml("<style>p { color: red }</style><a href=\"https://x.example/red?a={{ company }}\">go</a>", "red", "blue"));
        assertEquals(Optional.of("Free panels for {{ first_name }}"), katrin.inText("FREE PANELS for {{ first_name }}", "FREE PANELS", "Free panels"));
    }

    @Test
    void inADesignTheFirstPlaceIsMended() {
        var button = Block.of(BlockType.BUTTON, Map.of("label", "CLICK HERE"));
        var design = Design.empty(Design.Layout.DESIGNED, "en").withBlocks(List.of(Block.of(BlockType.TEXT, Map.of("html", "<p>See below</p>")), Block.of(BlockType.COLUMNS_2).withColumns(List.of(List.of(button), List.of()))));
        var mended = katrin.mended(design, "CLICK HERE", "See the prices").orElseThrow();
        assertEquals(new ReaderWords.Place(button, "label", "See the prices"), mended);
        assertTrue(katrin.find(design, "below").isPresent());
        assertTrue(katrin.find(design, "above").isEmpty());
    }
}
