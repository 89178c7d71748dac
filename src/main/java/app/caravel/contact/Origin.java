package app.caravel.contact;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Where a country, time zone or language of a contact comes from. What a column or a hand said wins over every guess. */
public enum Origin {
    /** A column of an imported file. */
    COLUMN,
    /** A person said so on screen. */
    HAND,
    /** Guessed from the number's prefix. */
    PHONE,
    /** Guessed from the country ending of the mail domain. */
    DOMAIN,
    /** Guessed from the city in its country. */
    CITY,
    /** Guessed from the country. */
    COUNTRY;

    /** As SQL spells it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isGuess() {
        return this != COLUMN && this != HAND;
    }

    /** Null: nobody kept where it comes from, so it was said. */
    static Origin ofKey(@Nullable String key) {
        return key == null ? COLUMN : valueOf(key.toUpperCase(Locale.ROOT));
    }
}
