package app.caravel.content.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The filters that word a merge value for its reader. None ever throws, whatever the value holds. */
public enum Wording {
    /** {@code Nordlicht Handel GmbH} -> {@code Nordlicht Handel}. */
    SHORT_COMPANY,
    /** {@code MARIA DE LA CRUZ} -> {@code Maria de la Cruz}. */
    PROPER_CASE,
    /** {@code 2026-03-18} -> {@code 18.03.2026}; its option is short, medium, long or full. */
    LOCAL_DATE,
    /** {@code 1234.5} -> {@code 1.234,5}. */
    LOCAL_NUMBER,
    /** {@code 4.5} -> {@code 4,50 $}; its option is the currency. */
    MONEY;

    private static final Map<String, Wording> BY_FILTER = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Wording::filter, Function.identity()));

    /** Its name in Liquid. */
    public String filter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Wording> named(String filter) {
        return Optional.ofNullable(BY_FILTER.get(filter));
    }

    /** Whether a word that the sender wrote as a stand-in is to go through it: names as he wrote them, "on request" is no price. */
    public boolean takesStandIn(String standIn, @Nullable String option) {
        return this != SHORT_COMPANY && this != PROPER_CASE && word(standIn, option, Reader.UNKNOWN).lack() == null;
    }

    /**
     * The value for this reader.
     *
     * @param value text, or a number as Liquid calculates with
     * @param option what stands behind the filter's colon; null where nothing does
     */
    public Worded word(Object value, @Nullable String option, Reader reader) {
        return switch (this) {
            case SHORT_COMPANY -> Worded.as(ShortCompany.of(value.toString()));
            case PROPER_CASE -> Worded.as(NameCase.proper(value.toString(), reader));
            case LOCAL_DATE -> LocalDates.word(value.toString(), option, reader);
            case LOCAL_NUMBER -> LocalNumbers.number(value, reader);
            case MONEY -> LocalNumbers.money(value, option, reader);
        };
    }
}
