package app.caravel.desktop.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.caravel.evidence.Belief;
import app.caravel.evidence.ViewedEvent;

/**
 * Events to rows: one a person within half an hour, one a program within half an hour, a heading a day. A row stands where
 * its first event stands, so that what comes later changes the row and not its place.
 */
final class Rows {

    private Rows() {}

    /**
     * @param asPeople whether an event of a machine stays in its person's row: it was taken for a person's when it came
     * @param heldFrom before it more may belong to the first events, so that their rows are not whole yet; null: all is here
     */
    static List<Row> of(Collection<ViewedEvent> events, java.util.function.Predicate<ViewedEvent> asPeople, @Nullable Instant heldFrom, ZoneId zone) {
        var people = new ArrayList<ViewedEvent>();
        var machines = new ArrayList<ViewedEvent>();
        for (var event : events) {
            var belief = event.verdict().belief();
            (belief.compareTo(Belief.PENDING) <= 0 || asPeople.test(event) ? people : machines).add(event);
        }
        var rows = new ArrayList<Row>();
        visits(people, ViewedEvent::contactId, heldFrom).forEach(visit -> rows.add(new Row.Visit(visit)));
        visits(machines, event -> event.program() + event.verdict().belief(), heldFrom).forEach(visit -> rows.add(new Row.Machines(visit)));
        rows.sort(Comparator.comparing(Rows::began).reversed());
        return withDays(rows, zone);
    }

    static Instant began(Row row) {
        return switch (row) {
            case Row.Visit visit -> visit.began();
            case Row.Machines machines -> machines.began();
            case Row.Day _ -> Instant.EPOCH;
        };
    }

    private static <K> List<List<ViewedEvent>> visits(List<ViewedEvent> events, Function<ViewedEvent, K> whose, @Nullable Instant heldFrom) {
        events.sort(Comparator.comparing(ViewedEvent::at).thenComparing(ViewedEvent::id));
        var open = new HashMap<K, List<ViewedEvent>>();
        var all = new ArrayList<List<ViewedEvent>>();
        for (var event : events) {
            var visit = open.get(whose.apply(event));
            if (visit == null || Duration.between(visit.getLast().at(), event.at()).compareTo(ViewedEvent.ONE_VISIT) > 0) {
                visit = new ArrayList<>();
                open.put(whose.apply(event), visit);
                all.add(visit);
            }
            visit.add(event);
        }
        all.removeIf(visit -> heldFrom != null && visit.getFirst().at().isBefore(heldFrom.plus(ViewedEvent.ONE_VISIT)));
        return all;
    }

    private static List<Row> withDays(List<Row> rows, ZoneId zone) {
        var all = new ArrayList<Row>();
        LocalDate day = null;
        for (var row : rows) {
            var date = LocalDate.ofInstant(began(row), zone);
            if (!date.equals(day)) {
                all.add(new Row.Day(date));
                day = date;
            }
            all.add(row);
        }
        return all;
    }
}
