package app.caravel.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** On which days who works: the weekends of countries, their holidays, and what somebody here knows better. */
public final class WorkDays {

    /** As Caravel comes, nothing corrected. */
    public static final WorkDays BUILT_IN = new WorkDays(Weekends.BUILT_IN, List.of());

    private static final String EVERYWHERE = "";

    private final Weekends weekends;
    private final Map<LocalDate, Map<String, OwnDay>> own = new HashMap<>();

    public WorkDays(Weekends weekends, Collection<OwnDay> own) {
        this.weekends = weekends;
        for (var day : own) {
            this.own.computeIfAbsent(day.day(), _ -> new HashMap<>()).put(code(day.country()), day);
        }
    }

    public Weekends weekends() {
        return weekends;
    }

    /** How a country's week is on a day. */
    public Week week(LocalDate day, @Nullable String country) {
        return weekends.on(day, code(country));
    }

    /** Whether the weekend is kept: a day off of their week that nobody here knows to be worked. */
    public boolean isWeekend(LocalDate day, @Nullable String country) {
        return week(day, country).off().contains(day.getDayOfWeek()) && !isWorked(day, country);
    }

    /** Whether nobody works there: a weekend, a holiday, or one's own company is closed. The first question reads the holidays: not for the screen's thread. */
    public boolean isOff(LocalDate day, @Nullable String country) {
        return isWeekend(day, country) || isHoliday(day, country);
    }

    /** Whether work ends at noon. */
    public boolean isHalf(LocalDate day, @Nullable String country) {
        return week(day, country).half().contains(day.getDayOfWeek()) && !isWorked(day, country);
    }

    /** Whether it is a holiday there, or one's own company is closed. */
    public boolean isHoliday(LocalDate day, @Nullable String country) {
        var known = ownDay(day, country);
        return known.isPresent() ? !known.get().worked() : country != null && Holidays.isOne(day, code(country));
    }

    /** What is kept on a day: one's own entry before the tables'; empty on an ordinary day. */
    public Optional<Holiday> holiday(LocalDate day, @Nullable String country) {
        var known = ownDay(day, country);
        if (known.isPresent()) {
            return known.filter(of -> !of.worked()).map(of -> new Holiday(day, of.name(), false));
        }
        return country == null ? Optional.empty() : Holidays.on(day, code(country));
    }

    /** Whether anything is known of a country's holidays beside one's own entries. */
    public static boolean knowsHolidays(@Nullable String country) {
        return country != null && Holidays.knows(code(country));
    }

    private boolean isWorked(LocalDate day, @Nullable String country) {
        return ownDay(day, country).filter(OwnDay::worked).isPresent();
    }

    private Optional<OwnDay> ownDay(LocalDate day, @Nullable String country) {
        var known = own.isEmpty() ? null : own.get(day);
        if (known == null) {
            return Optional.empty();
        }
        var everywhere = Optional.ofNullable(known.get(EVERYWHERE));
        return everywhere.filter(of -> !of.worked()).or(() -> Optional.ofNullable(known.get(code(country)))).or(() -> everywhere);
    }

    private static String code(@Nullable String country) {
        return country == null ? EVERYWHERE : country.strip().toUpperCase(Locale.ROOT);
    }
}
