package app.caravel.contact.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.ibm.icu.util.ULocale;

/** The language to guess for a country, and languages by their names. */
final class Languages {

    /** Where business mail is written in English whatever people speak at home. */
    private static final String ENGLISH = "AG AU BB BD BS BW CA CM ET FJ GH GM HK IE IN JM KE LK LR MT MU MW MY NA NG NP NZ PG PH PK SG SL SS SZ TT TZ UG ZA ZM ZW";

    private static final Map<String, String> OF_COUNTRY = ofCountries();

    private static final class Names {
        static final Map<String, String> CODES = names();
    }

    private Languages() {}

    /** BCP 47, or null where nothing can be guessed. */
    static @org.jspecify.annotations.Nullable String ofCountry(String code) {
        return OF_COUNTRY.get(code);
    }

    /** A language by its code or its name in English, Chinese or itself. */
    static Optional<String> codeOf(String text) {
        var locale = Locale.forLanguageTag(text.strip().replace('_', '-'));
        if (text.length() <= 11 && !locale.getLanguage().isEmpty() && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())) {
            return Optional.of(locale.toLanguageTag());
        }
        return Optional.ofNullable(Names.CODES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> ofCountries() {
        var languages = new HashMap<String, String>();
        for (var country : Locale.getISOCountries()) {
            var language = ULocale.addLikelySubtags(new ULocale("und_" + country)).getLanguage();
            if (!language.isEmpty() && !language.equals("und")) {
                languages.put(country, language);
            }
        }
        for (var country : ENGLISH.split(" ")) {
            languages.put(country, "en");
        }
        languages.put("CN", "zh-CN");
        languages.put("TW", "zh-TW");
        languages.put("MO", "zh-TW");
        return Map.copyOf(languages);
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            for (var locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, language}) {
                names.putIfAbsent(language.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
            }
        }
        names.put("英文", "en");
        names.put("德文", "de");
        names.put("法文", "fr");
        names.put("日文", "ja");
        names.put("俄文", "ru");
        names.put("西语", "es");
        names.put("葡语", "pt");
        return names;
    }
}
