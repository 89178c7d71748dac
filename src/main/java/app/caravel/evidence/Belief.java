package app.caravel.evidence;

import java.util.Locale;

/** What we believe of an event. Only a person and a likely one count as opening or following. */
public enum Belief {
    /** Sure. */
    PERSON,
    /** Fetched at opening on a person's behalf, by a provider's picture proxy. */
    LIKELY,
    /** Too fresh to say. */
    PENDING,
    /** Fetched whether read or not: says nothing. */
    PROXY,
    /** Gateway, scanner, prefetch, monitor. */
    MACHINE;

    /** As it stands in the database and in JSON; the text of its chip is {@code verdict.<word>}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Belief of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean isPerson() {
        return this == PERSON || this == LIKELY;
    }
}
