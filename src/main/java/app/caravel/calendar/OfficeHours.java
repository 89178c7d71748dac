package app.caravel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/**
 * Whether an office is open: 9 to 18 on the country's working days, to 12 where work ends at noon. The first question
 * reads the holidays: not for the screen's thread.
 *
 * @param until to closing where it is open, to opening where it is closed
 * @param at when that is
 */
public record OfficeHours(State state, Duration until, ZonedDateTime at) {

    /** How an office stands. Just opened: within the first half hour; closes soon: within the last hour. */
    public enum State { JUST_OPENED, OPEN, CLOSES_SOON, CLOSED }

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final Duration JUST = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofMinutes(60);

    /** @param country ISO 3166-1 alpha-2; null: Saturday and Sunday off */
    public static OfficeHours at(Instant now, ZoneId zone, @Nullable String country, WorkDays work) {
        var there = now.atZone(zone);
        var today = there.toLocalDate();
        var opens = today.atTime(OPENS).atZone(zone);
        var closes = today.atTime(work.isHalf(today, country) ? LocalTime.NOON : CLOSES).atZone(zone);
        if (!work.isOff(today, country) && !there.isBefore(opens) && there.isBefore(closes)) {
            var left = Duration.between(there, closes);
            var state = left.compareTo(SOON) <= 0 ? State.CLOSES_SOON : Duration.between(opens, there).compareTo(JUST) < 0 ? State.JUST_OPENED : State.OPEN;
            return new OfficeHours(state, left, closes);
        }
        var next = next(there, zone, country, work);
        return new OfficeHours(State.CLOSED, Duration.between(there, next), next);
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    private static ZonedDateTime next(ZonedDateTime there, ZoneId zone, @Nullable String country, WorkDays work) {
        LocalDate day = there.toLocalTime().isBefore(OPENS) ? there.toLocalDate() : there.toLocalDate().plusDays(1);
        while (work.isOff(day, country)) {
            day = day.plusDays(1);
        }
        return day.atTime(OPENS).atZone(zone);
    }
}
