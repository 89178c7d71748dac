package app.caravel.contact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/** The language to guess for a country. */
public final class CountryLanguages {

    /** Where business mail is written in English whatever people speak at home. */
    private static final String ENGLISH = "AG AU BB BD BS BW CA CM ET FJ GH GM HK IE IN JM KE LK LR MT MU MW MY NA NG NP NZ PG PH PK SG SL SS SZ TT TZ UG ZA ZM ZW";

    /** Where the country alone does not say which: the next town may write another. */
    private static final String SEVERAL = "BE CH LU";

    private static final Map<String, String> OF_COUNTRY = ofCountries();

    private CountryLanguages() {}

    /** BCP 47, or null where nothing can be guessed safely. */
    public static @Nullable String of(String country) {
        return OF_COUNTRY.get(country);
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
        for (var country : SEVERAL.split(" ")) {
            languages.remove(country);
        }
        languages.put("CN", "zh-CN");
        languages.put("TW", "zh-TW");
        languages.put("MO", "zh-TW");
        return Map.copyOf(languages);
    }
}
