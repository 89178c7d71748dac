package app.caravel.contact;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Countries by the ending of a domain. */
final class CountryEndings {

    /** Sold all over the world as words, or shared by many countries: they say nothing. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "co", "io", "ai", "me", "tv", "cc", "eu", "fm", "am", "ly", "gg", "to", "ws", "sh", "la", "vc", "nu", "st", "tk", "ml", "ga", "cf", "gq", "pw", "bz", "sc", "ag", "ac", "su");

    /** Endings whose letters are not the country's code, and those in other scripts. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("uk", "GB"), Map.entry("xn--p1ai", "RU"), Map.entry("xn--fiqs8s", "CN"), Map.entry("xn--fiqz9s", "CN"), Map.entry("xn--j6w193g", "HK"),
            Map.entry("xn--kpry57d", "TW"), Map.entry("xn--kprw13d", "TW"), Map.entry("xn--3e0b707e", "KR"), Map.entry("xn--j1amh", "UA"), Map.entry("xn--mgbaam7a8h", "AE"),
            Map.entry("xn--mgberp4a5d4ar", "SA"), Map.entry("xn--h2brj9c", "IN"), Map.entry("xn--o3cw4h", "TH"), Map.entry("xn--qxam", "GR"));

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CountryEndings() {}

    /** ISO 3166-1 alpha-2 of a domain in lower case, or null where its ending says nothing. */
    static @Nullable String countryOf(String domain) {
        var ending = domain.substring(domain.lastIndexOf('.') + 1);
        var other = OTHERS.get(ending);
        if (other != null) {
            return other;
        }
        var code = ending.toUpperCase(Locale.ROOT);
        return ending.length() != 2 || SAY_NOTHING.contains(ending) || !COUNTRIES.contains(code) ? null : code;
    }
}
