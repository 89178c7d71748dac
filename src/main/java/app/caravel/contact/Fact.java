package app.caravel.contact;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/** What can be changed of a contact by hand, beside the address and what his own file said. */
public enum Fact {
    NAME("name"), FIRST_NAME("first_name"), LAST_NAME("last_name"), SALUTATION("salutation"), COMPANY("company"), ROLE("role"), COUNTRY("country"), CITY("city"),
    PHONE("phone"), LANGUAGE("language"), TIME_ZONE("time_zone"), STAGE("stage");

    private final String column;

    Fact(String column) {
        this.column = column;
    }

    /** As the log of changes and texts spell it: the column, but {@code company}. */
    public String key() {
        return column;
    }

    /** Whether it can be guessed where nobody says it. */
    boolean guessed() {
        return this == COUNTRY || this == LANGUAGE || this == TIME_ZONE;
    }

    /**
     * As it is kept.
     *
     * @param country of the contact, for a phone without its prefix
     * @throws Problem where it is no value of this kind
     */
    @Nullable String kept(@Nullable String typed, @Nullable String country) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var value = typed.strip();
        return switch (this) {
            case PHONE -> phone(value, country);
            case COUNTRY -> country(value.toUpperCase(Locale.ROOT));
            case TIME_ZONE -> zone(value);
            case STAGE -> Stage.valueOf(value.toUpperCase(Locale.ROOT)).key();
            case NAME, FIRST_NAME, LAST_NAME, SALUTATION, COMPANY, ROLE, CITY, LANGUAGE -> value;
        };
    }

    private static String phone(String value, @Nullable String country) {
        var read = Phones.read(value, country).e164();
        if (read == null) {
            throw Problem.of("contacts.not-a-phone", "phone", value);
        }
        return read;
    }

    private static String country(String value) {
        if (!Arrays.asList(Locale.getISOCountries()).contains(value)) {
            throw Problem.of("person.no-country", "country", value);
        }
        return value;
    }

    private static String zone(String value) {
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            throw Problem.of("person.no-zone", "zone", value);
        }
    }
}
