package app.caravel.desktop.compose;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Tracking;
import app.caravel.desktop.compose.FieldLooks.Kind;
import app.caravel.desktop.compose.FieldLooks.Look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FieldLooksTest {

    private static final List<Map<String, Object>> BUYERS = List.of(
            Map.of("first_name", "Anna", "country", "DE", "last_order", "2026-03-18"),
            Map.of("first_name", "Ben", "country", "US"),
            Map.of("country", "US"));

    private static List<Look> looks(String html, List<Map<String, Object>> people) {
        var content = Compiler.compile(new ContentSource("x", html, null));
        var count = new AudienceFields.Count(content.fields());
        people.forEach(count::add);
        return FieldLooks.of(content, count.done(), Tracking.none());
    }

    @Test
    void aFieldThatNobodyHasIsLikelyMistypedAndTheNearestIsProposed() {
        assertEquals(List.of(new Look(Kind.UNKNOWN, "frist_name", 3, "first_name", "{{ frist_name | default: 'friend' }}")), looks("<p>{{ frist_name | default: 'friend' }}</p>", BUYERS));
        assertEquals(List.of(new Look(Kind.UNKNOWN, "lastorder", 3, "last_order", "{{lastorder}}")), looks("<p>{{lastorder}}</p>", BUYERS));
        assertEquals(List.of(new Look(Kind.UNKNOWN, "voucher", 3, null, "{% if voucher %}")), looks("<p>{% if voucher %}x{% endif %}</p>", BUYERS));
    }

    @Test
    void aFieldOfEveryContactIsNeverMistypedThoughNobodyHasIt() {
        assertEquals(List.of(new Look(Kind.NO_STAND_IN, "role", 3, null, "{{ role }}")), looks("<p>{{ role }}</p>", BUYERS));
    }

    @Test
    void aFieldWithoutAStandInSaysHowManyLackIt() {
        assertEquals(List.of(new Look(Kind.NO_STAND_IN, "last_order", 2, null, "{{ last_order | local_date }}")), looks("<p>{{ last_order | local_date }}</p>", BUYERS));
        assertEquals(List.of(), looks("<p>{{ last_order | default: 'lately' }}</p>", BUYERS));
    }

    @Test
    void aConditionCountsForThoseWhomItConcerns() {
        assertEquals(List.of(), looks("<p>{% if last_order %}{{ last_order }}{% endif %}</p>", BUYERS));
        assertEquals(List.of(new Look(Kind.NO_STAND_IN, "first_name", 1, null, "{{ first_name }}")), looks("<p>{% if country == 'US' %}{{ first_name }}{% endif %}</p>", BUYERS));
        assertEquals(List.of(), looks("<p>{% if country == 'DE' %}{{ first_name }}{% endif %}</p>", BUYERS));
    }

    @Test
    void aGreetingThatGreetsNobodyIsFoundWithThePeopleWhoWouldReadIt() {
        assertEquals(List.of(new Look(Kind.NO_STAND_IN, "first_name", 1, null, "{{ first_name }}"), new Look(Kind.EMPTY_SALUTATION, "Dear ,", 1, null, "{{ first_name }}")),
                looks("<p>Dear {{ first_name }},</p>", BUYERS));
        assertEquals(List.of(), looks("<p>Dear {{ first_name | default: 'friend' }},</p>", BUYERS));
    }

    @Test
    void withoutRecipientsNothingIsSaid() {
        assertEquals(List.of(), looks("<p>Dear {{ frist_name }},</p>", List.of()));
    }

    @Test
    void hundredsOfCountriesAreCountedWithoutRenderingEachRecipient() {
        var people = new java.util.ArrayList<Map<String, Object>>();
        for (int i = 0; i < 5_000; i++) {
            people.add(i % 2 == 0 ? Map.of("country", "C" + i, "first_name", "x") : Map.of("country", "C" + i));
        }
        var count = new AudienceFields.Count(java.util.Set.of("first_name"));
        people.forEach(count::add);
        assertTrue(count.done().groups().size() < 110, "groups: " + count.done().groups().size());
        assertEquals(List.of(new Look(Kind.NO_STAND_IN, "first_name", 2_500, null, "{{ first_name }}")), looks("<p>{{ first_name }}</p>", people));
    }
}
