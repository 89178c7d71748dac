package app.caravel.dns;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Lists of {@code name=value;} as DKIM and DMARC write them. */
public final class Tags {

    private Tags() {}

    /** Names in lower case; the first of a name counts. */
    public static Map<String, String> of(String written) {
        var tags = new LinkedHashMap<String, String>();
        for (var part : written.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), part.substring(equals + 1).strip());
            }
        }
        return tags;
    }
}
