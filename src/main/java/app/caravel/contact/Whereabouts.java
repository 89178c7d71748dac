package app.caravel.contact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.TheirZone;

/**
 * Country, time zone and language of a contact: what was said, and where nothing was, what can be guessed. The country by
 * the phone's prefix, else the domain's ending; the zone by the city, or by a country that has one zone alone; the language
 * by a country that writes one alone. What is not sure stays unknown.
 */
public record Whereabouts(@Nullable Known country, @Nullable Known timeZone, @Nullable Known language) {

    /** Zones of countries that have one; empty where a country has several. */
    private static final Map<String, Optional<String>> ONLY_ZONES = new ConcurrentHashMap<>();

    private record Place(String country, String city) {}

    /** Zones of cities asked for lately: a file of a million people has few hundred cities. */
    private static final Map<Place, Optional<String>> CITY_ZONES = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Optional<String>> eldest) {
            return size() > 5_000;
        }
    });

    /**
     * @param country null where nobody said it; the zone and the language too
     * @param phone E.164
     * @param domain of the address, in lower case
     */
    public static Whereabouts of(@Nullable Known country, @Nullable Known timeZone, @Nullable Known language, @Nullable String city, @Nullable String phone, String domain) {
        var where = country == null ? countryOf(phone, domain) : country;
        return new Whereabouts(where, timeZone == null ? zoneOf(where, city) : timeZone, language == null ? languageOf(where) : language);
    }

    private static @Nullable Known countryOf(@Nullable String phone, String domain) {
        var ofPhone = phone == null ? null : Phones.country(phone);
        if (ofPhone != null) {
            return new Known(ofPhone, Origin.PHONE);
        }
        var ofDomain = CountryEndings.countryOf(domain);
        return ofDomain == null ? null : new Known(ofDomain, Origin.DOMAIN);
    }

    private static @Nullable Known zoneOf(@Nullable Known country, @Nullable String city) {
        if (country == null) {
            return null;
        }
        var only = ONLY_ZONES.computeIfAbsent(country.value(), code -> TheirZone.of(null, code, null).filter(TheirZone::sure).map(zone -> zone.zone().getId()));
        if (only.isPresent()) {
            return new Known(only.get(), Origin.COUNTRY);
        }
        return city == null ? null : CITY_ZONES.computeIfAbsent(new Place(country.value(), city), place -> TheirZone.of(null, place.country(), place.city())
                .filter(TheirZone::sure).map(zone -> zone.zone().getId())).map(zone -> new Known(zone, Origin.CITY)).orElse(null);
    }

    private static @Nullable Known languageOf(@Nullable Known country) {
        var language = country == null ? null : CountryLanguages.of(country.value());
        return language == null ? null : new Known(language, Origin.COUNTRY);
    }
}
