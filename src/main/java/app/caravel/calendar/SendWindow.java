package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * When mails may reach somebody, by the clock where he is. The clock on his wall counts: where it jumps over the window on
 * the day of a change, the window is shorter or does not open; where an hour comes twice, it is open twice.
 *
 * @param days the days of the week on which it opens
 * @param midweek of these only days in the middle of his working week, neither its first nor its last
 * @param opens the first moment inside
 * @param closes the first moment after; midnight (00:00) is the end of the day. Never before {@code opens}: a window lies in one day
 * @param notOnWeekends closed on his days off, and from noon on where work ends then
 * @param notOnHolidays closed on his holidays and when one's own company is
 */
public record SendWindow(Set<DayOfWeek> days, boolean midweek, LocalTime opens, LocalTime closes, boolean notOnWeekends, boolean notOnHolidays) {

    /** How far ahead a window is looked for: longer than any holidays, and a bound on the search. */
    public static final Duration SEARCH = Duration.ofDays(60);

    /** 9 to 17 on working days. */
    public static final SendWindow OFFICE = new SendWindow(EnumSet.allOf(DayOfWeek.class), false, LocalTime.of(9, 0), LocalTime.of(17, 0), true, true);

    /** The morning of the days in the middle of his working week: Tuesday to Thursday where Saturday and Sunday are off. */
    public static final SendWindow BEST = new SendWindow(EnumSet.allOf(DayOfWeek.class), true, LocalTime.of(8, 30), LocalTime.of(11, 0), true, true);

    public static final SendWindow ALWAYS = new SendWindow(EnumSet.allOf(DayOfWeek.class), false, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false, false);

    /** @throws IllegalArgumentException for a window that can never open: without a day, or one that closes before it opens */
    public SendWindow {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a window without a day");
        }
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("a window that closes at " + closes + " before it opens at " + opens);
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /**
     * The first instant at or after {@code from} inside the window there; empty where it does not open within
     * {@link #SEARCH}, as a window on Sundays only where Sundays are off.
     *
     * @param country ISO 3166-1 alpha-2; null: a weekend of Saturday and Sunday, no holidays
     * @param work the weekends and holidays that count. The first question reads them: not for the screen's thread
     */
    public Optional<Instant> next(Instant from, ZoneId zone, @Nullable String country, WorkDays work) {
        var limit = from.plus(SEARCH);
        for (var since = from; since.isBefore(limit);) {
            var offset = zone.getRules().getOffset(since); // the same until the clock is changed: one stretch at a time
            var until = endOfOffset(since, zone, limit);
            var found = nextWithin(since, until, offset, country, work);
            if (found.isPresent()) {
                return found;
            }
            since = until;
        }
        return Optional.empty();
    }

    private Optional<Instant> nextWithin(Instant since, Instant until, ZoneOffset offset, @Nullable String country, WorkDays work) {
        var local = LocalDateTime.ofInstant(since, offset);
        var last = LocalDateTime.ofInstant(until, offset);
        for (var day = local.toLocalDate(); day.atStartOfDay().isBefore(last); day = day.plusDays(1)) {
            if (isOpenOn(day, country, work)) {
                var open = day.atTime(opens);
                var first = open.isBefore(local) ? local : open;
                if (first.isBefore(closing(day, country, work))) {
                    return first.isBefore(last) ? Optional.of(first.toInstant(offset)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether this instant lies inside. */
    public boolean contains(Instant at, ZoneId zone, @Nullable String country, WorkDays work) {
        var local = LocalDateTime.ofInstant(at, zone);
        var day = local.toLocalDate();
        return !local.toLocalTime().isBefore(opens) && local.isBefore(closing(day, country, work)) && isOpenOn(day, country, work);
    }

    /**
     * The first instant after {@code at} that lies outside; {@code at} itself where it lies outside already. At most
     * {@link #SEARCH} later, for a window that never closes.
     */
    public Instant endOf(Instant at, ZoneId zone, @Nullable String country, WorkDays work) {
        var limit = at.plus(SEARCH);
        var end = at;
        while (end.isBefore(limit) && contains(end, zone, country, work)) {
            var offset = zone.getRules().getOffset(end);
            var closing = closing(LocalDateTime.ofInstant(end, offset).toLocalDate(), country, work).toInstant(offset);
            var until = endOfOffset(end, zone, limit);
            end = closing.isBefore(until) ? closing : until;
        }
        return end;
    }

    private static Instant endOfOffset(Instant since, ZoneId zone, Instant limit) {
        var change = zone.getRules().nextTransition(since);
        return change == null || change.getInstant().isAfter(limit) ? limit : change.getInstant();
    }

    private boolean isOpenOn(LocalDate day, @Nullable String country, WorkDays work) {
        return days.contains(day.getDayOfWeek())
                && !(midweek && !work.week(day, country).isMiddle(day.getDayOfWeek()))
                && !(notOnWeekends && work.isWeekend(day, country))
                && !(notOnHolidays && work.isHoliday(day, country));
    }

    private LocalDateTime closing(LocalDate day, @Nullable String country, WorkDays work) {
        var end = closes.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(closes);
        return notOnWeekends && end.isAfter(day.atTime(LocalTime.NOON)) && work.isHalf(day, country) ? day.atTime(LocalTime.NOON) : end;
    }
}
