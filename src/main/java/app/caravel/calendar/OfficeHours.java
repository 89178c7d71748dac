package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Whether an office is open: 9 to 18 on the country's working days. Holidays are not known here.
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
    private static final Map<String, Set<DayOfWeek>> WEEKENDS = new ConcurrentHashMap<>();

    public static OfficeHours at(Instant now, ZoneId zone, @Nullable String country) {
        var there = now.atZone(zone);
        var weekend = country == null ? EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : weekend(country);
        var opens = there.toLocalDate().atTime(OPENS).atZone(zone);
        var closes = there.toLocalDate().atTime(CLOSES).atZone(zone);
        if (!weekend.contains(there.getDayOfWeek()) && !there.isBefore(opens) && there.isBefore(closes)) {
            var left = Duration.between(there, closes);
            var state = left.compareTo(SOON) <= 0 ? State.CLOSES_SOON : Duration.between(opens, there).compareTo(JUST) < 0 ? State.JUST_OPENED : State.OPEN;
            return new OfficeHours(state, left, closes);
        }
        var next = next(there, weekend, zone);
        return new OfficeHours(State.CLOSED, Duration.between(there, next), next);
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    private static ZonedDateTime next(ZonedDateTime there, Set<DayOfWeek> weekend, ZoneId zone) {
        LocalDate day = there.toLocalTime().isBefore(OPENS) ? there.toLocalDate() : there.toLocalDate().plusDays(1);
        while (weekend.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.atTime(OPENS).atZone(zone);
    }

    /** The days on which offices of a country are closed. */
    static Set<DayOfWeek> weekend(String country) {
        return WEEKENDS.computeIfAbsent(country, OfficeHours::readWeekend);
    }

    private static Set<DayOfWeek> readWeekend(String country) {
        var data = Calendar.getWeekDataForRegion(country);
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (int day = data.weekendOnset;; day = day % 7 + 1) {
            days.add(day == Calendar.SUNDAY ? DayOfWeek.SUNDAY : DayOfWeek.of(day - 1)); // ICU counts from Sunday, 1
            if (day == data.weekendCease) {
                return days;
            }
        }
    }
}
