package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;

import org.jspecify.annotations.Nullable;

/** What an hour is to somebody where he is: one at which a mail is read, or one at which it sinks below others. */
public enum LocalHour {
    NIGHT, DAY_OFF, FIRST_MORNING, GOOD;

    private static final int MORNING = 7;
    private static final int EVENING = 20;
    private static final int NOON = 12;

    /** @param country ISO 3166-1 alpha-2, for its weekend; null: Saturday and Sunday */
    public static LocalHour of(Instant at, ZoneId zone, @Nullable String country) {
        var there = at.atZone(zone);
        var weekend = country == null ? EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY) : OfficeHours.weekend(country);
        if (weekend.contains(there.getDayOfWeek())) {
            return DAY_OFF;
        }
        if (there.getHour() < MORNING || there.getHour() >= EVENING) {
            return NIGHT;
        }
        return weekend.contains(there.getDayOfWeek().minus(1)) && there.getHour() < NOON ? FIRST_MORNING : GOOD;
    }
}
