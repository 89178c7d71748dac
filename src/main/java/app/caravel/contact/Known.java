package app.caravel.contact;

import org.jspecify.annotations.Nullable;

/** A value and where it comes from. */
public record Known(String value, Origin origin) {

    /** What a column said; null where it said nothing. */
    public static @Nullable Known ofColumn(@Nullable String value) {
        return value == null ? null : new Known(value, Origin.COLUMN);
    }

    /** As it stands in the database; null where there is no value. */
    static @Nullable Known of(@Nullable String value, @Nullable String origin) {
        return value == null ? null : new Known(value, Origin.ofKey(origin));
    }

    /** The same, unless it is a guess: null then. */
    static @Nullable Known said(@Nullable Known known) {
        return known == null || known.origin().isGuess() ? null : known;
    }
}
