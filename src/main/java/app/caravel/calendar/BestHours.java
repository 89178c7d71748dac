package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * When a mail to a country is best sent, as advice.
 *
 * @param days in the middle of its working week
 * @param why what this rests on: not on counts of opens, since machines open at any hour
 */
public record BestHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Reason why) {

    /** @param day the day on which the week is asked for */
    public static BestHours in(@Nullable String country, LocalDate day, WorkDays work) {
        return new BestHours(work.week(day, country).middle(), SendWindow.BEST.opens(), SendWindow.BEST.closes(), Reason.of("calendar.best.why"));
    }
}
