package app.caravel.calendar;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which days of a week are worked.
 *
 * @param off days on which offices rest
 * @param half days on which work ends at noon
 */
public record Week(Set<DayOfWeek> off, Set<DayOfWeek> half) {

    /** Monday to Friday: the week of a place of which nothing else is known. */
    public static final Week USUAL = new Week(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());

    public Week {
        var rest = EnumSet.noneOf(DayOfWeek.class);
        rest.addAll(off);
        if (rest.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week without a working day");
        }
        var noon = EnumSet.noneOf(DayOfWeek.class);
        noon.addAll(half);
        noon.removeAll(rest);
        off = Collections.unmodifiableSet(rest);
        half = Collections.unmodifiableSet(noon);
    }

    /** A whole working day between two others: not the first of a week, when the post of the days off waits, nor the last. */
    public boolean isMiddle(DayOfWeek day) {
        return !off.contains(day) && !half.contains(day) && !off.contains(day.minus(1)) && !off.contains(day.plus(1));
    }

    /** The days in the middle of this week, Monday first. */
    public Set<DayOfWeek> middle() {
        var middle = EnumSet.allOf(DayOfWeek.class);
        middle.removeIf(day -> !isMiddle(day));
        return middle;
    }
}
