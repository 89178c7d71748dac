package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SendWindowProperties {

    /** Where clocks change by an hour, half an hour or at midnight, where they do not, and where a day was left out or lived twice. */
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia",
            "Pacific/Kiritimati", "Pacific/Kwajalein", "Africa/Cairo", "Asia/Gaza", "America/St_Johns", "Asia/Beirut", "America/Asuncion", "UTC", "Asia/Shanghai", "Africa/Casablanca");

    @Property(tries = 1500)
    void nextIsTheFirstInstantInside(@ForAll("windows") SendWindow window, @ForAll("places") Place place, @ForAll("times") Instant from) {
        var next = window.next(from, place.zone(), place.country(), WorkDays.BUILT_IN);
        var end = next.orElse(from.plus(SendWindow.SEARCH));
        assertFalse(end.isBefore(from));
        next.ifPresent(opens -> assertTrue(window.contains(opens, place.zone(), place.country(), WorkDays.BUILT_IN)));
        for (var step : List.of(Duration.ofMinutes(1), Duration.ofMinutes(7), Duration.ofHours(1))) { // finely near the end, the rest by the hour
            int most = step.equals(Duration.ofHours(1)) ? 60 * 24 : 90;
            var at = end.minus(step);
            for (int i = 0; i < most && !at.isBefore(from); i++, at = at.minus(step)) {
                assertFalse(window.contains(at, place.zone(), place.country(), WorkDays.BUILT_IN), at + " is inside, before " + next);
            }
        }
    }

    @Property(tries = 800)
    void theEndIsTheFirstInstantOutside(@ForAll("windows") SendWindow window, @ForAll("places") Place place, @ForAll("times") Instant from) {
        var inside = window.next(from, place.zone(), place.country(), WorkDays.BUILT_IN);
        if (inside.isEmpty()) {
            return;
        }
        var end = window.endOf(inside.get(), place.zone(), place.country(), WorkDays.BUILT_IN);
        assertTrue(end.isAfter(inside.get()));
        assertEquals(end.equals(inside.get().plus(SendWindow.SEARCH)), window.contains(end, place.zone(), place.country(), WorkDays.BUILT_IN), "only a window that never closes is open at its end");
        var step = Duration.between(inside.get(), end).dividedBy(97).plusNanos(1);
        for (var at = inside.get(); at.isBefore(end); at = at.plus(step)) {
            assertTrue(window.contains(at, place.zone(), place.country(), WorkDays.BUILT_IN), at + " is outside, before " + end);
        }
        assertTrue(window.contains(end.minusNanos(1), place.zone(), place.country(), WorkDays.BUILT_IN));
    }

    record Place(ZoneId zone, String country) {}

    @Provide
    Arbitrary<Place> places() {
        return Combinators.combine(Arbitraries.of(ZONES).map(ZoneId::of), Arbitraries.of("DE", "US", "AE", "SA", "IR", "BN", "NP", "CN", "XX")).as(Place::new);
    }

    /** From 1993 on, when Kwajalein left out a day; often near the days on which clocks change. */
    @Provide
    Arbitrary<Instant> times() {
        var any = Arbitraries.longs().between(Instant.parse("1993-08-01T00:00:00Z").getEpochSecond(), Instant.parse("2030-01-01T00:00:00Z").getEpochSecond()).map(Instant::ofEpochSecond);
        var changes = ZONES.stream().map(ZoneId::of).flatMap(zone -> zone.getRules().getTransitions().stream()).map(change -> change.getInstant())
                .filter(at -> at.isAfter(Instant.parse("1993-08-01T00:00:00Z")) && at.isBefore(Instant.parse("2030-01-01T00:00:00Z"))).toList();
        var near = Combinators.combine(Arbitraries.of(changes), Arbitraries.longs().between(-90_000, 90_000)).as(Instant::plusSeconds);
        return Arbitraries.oneOf(any, near);
    }

    @Provide
    Arbitrary<SendWindow> windows() {
        var minutes = Arbitraries.oneOf(Arbitraries.integers().between(0, 24 * 60), Arbitraries.integers().between(0, 4 * 60)); // clocks change at night
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        return Combinators.combine(days, Arbitraries.of(true, false), minutes, minutes, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .filter((of, midweek, a, b, weekends, holidays) -> !a.equals(b))
                .as((of, midweek, a, b, weekends, holidays) -> new SendWindow(of, midweek, time(Math.min(a, b)), time(Math.max(a, b)), weekends, holidays));
    }

    private static LocalTime time(int minutes) {
        return LocalTime.MIDNIGHT.plusMinutes(minutes);
    }
}
