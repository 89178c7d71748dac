package app.caravel.content.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads a mail, as far as it decides how dates and money are written. His language goes before his country: a German
 * in China reads German dates. Where no language is known it is English as his country writes it.
 *
 * @param locale one that ICU knows, with the calendar that trade goes by
 * @param country ISO code; empty where it is not known
 */
public record Reader(ULocale locale, String country) {

    static final Reader UNKNOWN = new Reader(gregorian(ULocale.ENGLISH), "");

    private static final Set<ULocale> AVAILABLE = Set.of(ULocale.getAvailableLocales());
    private static final Set<String> LANGUAGES = Arrays.stream(ULocale.getAvailableLocales()).map(ULocale::getLanguage).collect(Collectors.toUnmodifiableSet());
    private static final ConcurrentHashMap<String, Reader> KNOWN = new ConcurrentHashMap<>();
    private static final int LONGEST = 24;
    /** Lists hold a few dozen pairs; what holds more is no list of languages. */
    private static final int MOST_KNOWN = 2_000;

    /**
     * @param language BCP 47; null or anything else where it is not known
     * @param country ISO code; null or anything else where it is not known
     */
    public static Reader of(@Nullable String language, @Nullable String country) {
        var tongue = language == null || language.length() > LONGEST ? "" : language.strip();
        var land = country == null || !country.matches("[A-Za-z]{2}") ? "" : country.toUpperCase(Locale.ROOT);
        if (tongue.isEmpty() && land.isEmpty()) {
            return UNKNOWN;
        }
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(tongue + "/" + land, _ -> new Reader(gregorian(locale(ULocale.forLanguageTag(tongue.replace('_', '-')), land)), land));
    }

    private static ULocale locale(ULocale said, String country) {
        var language = LANGUAGES.contains(said.getLanguage()) ? said.getLanguage() : "en";
        var region = said.getCountry().isEmpty() || !language.equals(said.getLanguage()) ? country : said.getCountry();
        var script = language.equals(said.getLanguage()) ? said.getScript() : "";
        var wanted = new ULocale(language, script, region);
        if (AVAILABLE.contains(wanted) || AVAILABLE.contains(ULocale.addLikelySubtags(wanted))) {
            return wanted;
        }
        var without = new ULocale(language, script, "");
        return language.equals("en") && !region.isEmpty() ? new ULocale("en_001") : AVAILABLE.contains(without) ? without : new ULocale(language);
    }

    private static ULocale gregorian(ULocale locale) {
        return locale.setKeywordValue("calendar", "gregorian");
    }
}
