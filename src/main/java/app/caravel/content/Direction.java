package app.caravel.content;

import java.util.Locale;
import java.util.Set;

/** Which way a language is written. */
public enum Direction {
    LEFT_TO_RIGHT("ltr"), RIGHT_TO_LEFT("rtl");

    /** Of the languages in ISO 639 whose usual script is written from the right. */
    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

    private final String key;

    Direction(String key) {
        this.key = key;
    }

    /** As HTML's {@code dir} has it. */
    public String key() {
        return key;
    }

    /** @param language BCP 47 */
    public static Direction of(String language) {
        return FROM_THE_RIGHT.contains(Locale.forLanguageTag(language).getLanguage()) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
}
