package app.caravel.calendar;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/** What an hour is to somebody where he is: one at which a mail is read, or one at which it sinks below others. */
public enum LocalHour {
    NIGHT, DAY_OFF, FIRST_MORNING, GOOD;

    private static final int MORNING = 7;
    private static final int EVENING = 20;
    private static final int NOON = 12;

    /** @param country ISO 3166-1 alpha-2; null: Saturday and Sunday off */
    public static LocalHour of(Instant at, ZoneId zone, @Nullable String country, WorkDays work) {
        var there = at.atZone(zone);
        var day = there.toLocalDate();
        if (work.isOff(day, country) || work.isHalf(day, country) && there.getHour() >= NOON) {
            return DAY_OFF;
        }
        if (there.getHour() < MORNING || there.getHour() >= EVENING) {
            return NIGHT;
        }
        return work.isOff(day.minusDays(1), country) && there.getHour() < NOON ? FIRST_MORNING : GOOD;
    }
}
