package app.caravel.desktop.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.FXCollections;

import org.junit.jupiter.api.Test;

import app.caravel.evidence.Belief;
import app.caravel.evidence.Verdict;
import app.caravel.evidence.ViewedEvent;
import app.caravel.protocol.RawEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

class RowsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

    private static ViewedEvent event(long id, long contact, int minute, RawEvent.Kind kind, Belief belief) {
        return new ViewedEvent(id, kind, NINE.plus(Duration.ofMinutes(minute)), contact * 10, contact, contact + "@a.example", "Person " + contact, null, "DE",
                "Hamburg", null, 1, "Autumn", kind == RawEvent.Kind.CLICK ? (Integer) 0 : null, kind == RawEvent.Kind.CLICK ? "Panel" : null, "https://a.example",
                "", "Firefox", null, new Verdict(belief, List.of()));
    }

    private static ViewedEvent open(long id, long contact, int minute) {
        return event(id, contact, minute, RawEvent.Kind.OPEN, Belief.PERSON);
    }

    private static List<Row> rows(ViewedEvent... events) {
        return Rows.of(List.of(events), _ -> false, null, SHANGHAI);
    }

    @Test
    void whatOnePersonDoesWithinHalfAnHourIsOneRow() {
        var rows = rows(open(1, 1, 0), open(2, 1, 20), event(3, 1, 45, RawEvent.Kind.CLICK, Belief.PERSON), open(4, 2, 5));
        assertEquals(3, rows.size());
        assertInstanceOf(Row.Day.class, rows.getFirst());
        var visit = assertInstanceOf(Row.Visit.class, rows.get(2));
        assertEquals(2, visit.opens());
        assertEquals(List.of("Panel"), visit.links());
        assertEquals(2, assertInstanceOf(Row.Visit.class, rows.get(1)).first().contactId());
    }

    @Test
    void afterHalfAnHourOfNothingAnotherVisitBegins() {
        assertEquals(3, rows(open(1, 1, 0), open(2, 1, 31)).size());
    }

    @Test
    void aVisitKeepsItsPlaceAndItsKeyWhenMoreFollows() {
        var before = rows(open(1, 1, 0), open(2, 2, 10));
        var after = rows(open(1, 1, 0), open(2, 2, 10), event(3, 1, 15, RawEvent.Kind.CLICK, Belief.PENDING));
        assertEquals(before.stream().map(Row::key).toList(), after.stream().map(Row::key).toList());
    }

    @Test
    void everyDayHasItsHeading() {
        // midnight in Shanghai is at minute -540
        var rows = rows(open(1, 1, 0), open(2, 2, -539), open(3, 3, -541));
        assertEquals(List.of(true, false, false, true, false), rows.stream().map(row -> row instanceof Row.Day).toList());
    }

    @Test
    void machinesAreGroupedByProgramAndNeverMixedWithPeople() {
        var rows = rows(event(1, 1, 0, RawEvent.Kind.CLICK, Belief.MACHINE), event(2, 2, 1, RawEvent.Kind.CLICK, Belief.MACHINE),
                event(3, 2, 1, RawEvent.Kind.OPEN, Belief.MACHINE), open(4, 1, 2), event(5, 3, 2, RawEvent.Kind.OPEN, Belief.PROXY));
        var machines = rows.stream().filter(Row.Machines.class::isInstance).map(Row.Machines.class::cast).filter(row -> row.belief() == Belief.MACHINE).findFirst().orElseThrow();
        assertEquals(2, machines.links());
        assertEquals(1, machines.pictures());
        assertEquals(2, machines.people());
        assertEquals(1, rows.stream().filter(Row.Visit.class::isInstance).count());
        assertEquals(4, rows.size());
    }

    @Test
    void aMachineFoundOutLaterStaysWhereItWas() {
        var found = event(1, 1, 0, RawEvent.Kind.CLICK, Belief.MACHINE);
        var visit = assertInstanceOf(Row.Visit.class, Rows.of(List.of(found), _ -> true, null, SHANGHAI).getLast());
        assertEquals(Belief.MACHINE, visit.belief());
        assertEquals(List.of("Panel"), visit.links());
    }

    @Test
    void aMachineInAPersonsVisitDoesNotCount() {
        var visit = assertInstanceOf(Row.Visit.class,
                Rows.of(List.of(open(1, 1, 0), event(2, 1, 1, RawEvent.Kind.CLICK, Belief.MACHINE)), _ -> true, null, SHANGHAI).getLast());
        assertEquals(Belief.PERSON, visit.belief());
        assertEquals(List.of(), visit.links());
    }

    @Test
    void aVisitThatMayHaveBegunEarlierWaitsUntilThatIsRead() {
        assertEquals(2, Rows.of(List.of(open(1, 1, 0), open(2, 2, 40)), _ -> false, NINE, SHANGHAI).size());
    }

    @Test
    void whatStaysTheSameIsNotTouched() {
        var first = rows(open(1, 1, 0), open(2, 2, 10));
        var shown = FXCollections.observableArrayList(first);
        var more = rows(open(1, 1, 0), open(2, 2, 10), open(3, 3, 20));
        Splice.into(shown, more);
        assertEquals(more, shown);
        assertSame(first.getLast(), shown.getLast());
        Splice.into(shown, first);
        assertEquals(first, shown);
        Splice.into(shown, List.of());
        assertEquals(List.of(), shown);
    }
}
