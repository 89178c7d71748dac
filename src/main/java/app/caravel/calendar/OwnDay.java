package app.caravel.calendar;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A day that somebody here knows of: the company is closed, or a holiday that no table has, or a weekend that is worked.
 *
 * @param country where, ISO 3166-1 alpha-2; null everywhere, as when one's own company is closed: then nothing goes out to
 *        anybody who has this date
 * @param worked true: an ordinary working day, whatever weekend or holiday it would be
 */
public record OwnDay(LocalDate day, @Nullable String country, String name, boolean worked) {

    /** Whether it says something of this day in this country. */
    public boolean isFor(LocalDate date, @Nullable String where) {
        return day.equals(date) && Objects.equals(country, where);
    }
}
