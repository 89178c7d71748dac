package app.caravel.reason;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something is so: a key into the texts and the arguments that belong into its sentence. Stored as such, so that a
 * change of language reaches old reasons too.
 *
 * @param key key into the texts, e.g. {@code "smtp.password-refused"}
 * @param arguments named arguments in the order given; values are strings, integers or instants in milliseconds
 */
public record Reason(String key, Map<String, Object> arguments) {

    public Reason {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** A reason from name, value, name, value ... */
    public static Reason of(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a value is missing for " + key);
        }
        var arguments = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Reason(key, arguments);
    }
}
