package app.caravel.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of somebody of whom a country and perhaps a city is known.
 *
 * @param sure false where the country has several and the city names none of them: then it is that of most people there
 */
public record TheirZone(ZoneId zone, boolean sure) {

    /** Far enough ahead that only the rules of now count. */
    private static final Instant WINTER = Instant.parse("2035-01-15T12:00:00Z");

    private static final Instant SUMMER = Instant.parse("2035-07-15T12:00:00Z");

    private static final Map<String, Zones> ZONES = new ConcurrentHashMap<>();

    /** Where most people of a country with several zones live. */
    private static final Map<String, String> MOST = Map.ofEntries(
            Map.entry("US", "America/New_York"), Map.entry("CA", "America/Toronto"), Map.entry("MX", "America/Mexico_City"),
            Map.entry("BR", "America/Sao_Paulo"), Map.entry("AR", "America/Argentina/Buenos_Aires"), Map.entry("CL", "America/Santiago"),
            Map.entry("EC", "America/Guayaquil"), Map.entry("RU", "Europe/Moscow"), Map.entry("UA", "Europe/Kyiv"), Map.entry("DE", "Europe/Berlin"),
            Map.entry("ES", "Europe/Madrid"), Map.entry("PT", "Europe/Lisbon"), Map.entry("KZ", "Asia/Almaty"), Map.entry("UZ", "Asia/Tashkent"),
            Map.entry("ID", "Asia/Jakarta"), Map.entry("MY", "Asia/Kuala_Lumpur"), Map.entry("CN", "Asia/Shanghai"), Map.entry("MN", "Asia/Ulaanbaatar"),
            Map.entry("VN", "Asia/Ho_Chi_Minh"), Map.entry("AU", "Australia/Sydney"), Map.entry("NZ", "Pacific/Auckland"), Map.entry("CY", "Asia/Nicosia"),
            Map.entry("CD", "Africa/Kinshasa"), Map.entry("PS", "Asia/Gaza"), Map.entry("PF", "Pacific/Tahiti"), Map.entry("GL", "America/Nuuk"));

    /** Cities that trade and whose zone has another city's name. */
    private static final Map<String, String> CITIES = Map.ofEntries(
            Map.entry("US/san francisco", "America/Los_Angeles"), Map.entry("US/seattle", "America/Los_Angeles"), Map.entry("US/san diego", "America/Los_Angeles"),
            Map.entry("US/portland", "America/Los_Angeles"), Map.entry("US/las vegas", "America/Los_Angeles"), Map.entry("US/houston", "America/Chicago"),
            Map.entry("US/dallas", "America/Chicago"), Map.entry("US/austin", "America/Chicago"), Map.entry("US/san antonio", "America/Chicago"),
            Map.entry("US/minneapolis", "America/Chicago"), Map.entry("US/milwaukee", "America/Chicago"), Map.entry("US/nashville", "America/Chicago"),
            Map.entry("US/salt lake city", "America/Denver"), Map.entry("CA/calgary", "America/Edmonton"), Map.entry("BR/curitiba", "America/Sao_Paulo"),
            Map.entry("BR/santos", "America/Sao_Paulo"), Map.entry("BR/rio de janeiro", "America/Sao_Paulo"), Map.entry("MX/guadalajara", "America/Mexico_City"),
            Map.entry("MX/puebla", "America/Mexico_City"), Map.entry("AU/canberra", "Australia/Sydney"), Map.entry("RU/saint petersburg", "Europe/Moscow"),
            Map.entry("ID/surabaya", "Asia/Jakarta"));

    /** What is known of somebody, to his zone; empty where nothing is. */
    public static Optional<TheirZone> of(@Nullable String named, @Nullable String country, @Nullable String city) {
        if (named != null && !named.isBlank()) {
            try {
                return Optional.of(new TheirZone(ZoneId.of(named), true));
            } catch (DateTimeException e) {
                // a zone that this Java does not know: the country has to do
            }
        }
        return country == null || country.length() != 2 ? Optional.empty() : ofCountry(country.toUpperCase(Locale.ROOT), city);
    }

    private static Optional<TheirZone> ofCountry(String country, @Nullable String city) {
        var zones = ZONES.computeIfAbsent(country, Zones::of);
        if (zones.oneClock()) {
            return Optional.of(new TheirZone(ZoneId.of(MOST.getOrDefault(country, zones.names().iterator().next())), true));
        }
        if (city != null) {
            var plain = plain(city);
            var known = CITIES.get(country + "/" + plain);
            if (known != null) {
                return Optional.of(new TheirZone(ZoneId.of(known), true));
            }
            for (var zone : zones.names()) {
                if (plain(zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ')).equals(plain)) {
                    return Optional.of(new TheirZone(ZoneId.of(zone), true));
                }
            }
        }
        var most = MOST.get(country);
        return most == null ? Optional.empty() : Optional.of(new TheirZone(ZoneId.of(most), false));
    }

    /**
     * The zones of a country.
     *
     * @param oneClock whether all of them show the same hour: Berlin and Büsingen once differed; what China's west does is its own affair
     */
    private record Zones(Set<String> names, boolean oneClock) {

        static Zones of(String country) {
            var names = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
            boolean one = names.stream().map(zone -> ZoneId.of(zone).getRules()).map(rules -> List.of(rules.getOffset(WINTER), rules.getOffset(SUMMER))).distinct().count() == 1;
            return new Zones(names, one || country.equals("CN"));
        }
    }

    private static String plain(String city) {
        return Normalizer.normalize(city.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
