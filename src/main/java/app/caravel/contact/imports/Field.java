package app.caravel.contact.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column can become, besides an attribute. */
public enum Field {
    ADDRESS,
    OTHER_ADDRESS,
    NAME,
    FIRST_NAME,
    /** Between first and last in the full name; kept as an attribute too. */
    MIDDLE_NAME,
    LAST_NAME,
    SALUTATION,
    COMPANY,
    ROLE,
    COUNTRY,
    CITY,
    PHONE,
    LANGUAGE;

    /** As {@code --map} and merge fields spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Field> ofKey(String key) {
        var wanted = key.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        var named = switch (wanted) {
            case "email", "e_mail", "mail" -> "address";
            default -> wanted;
        };
        return Arrays.stream(values()).filter(field -> field.key().equals(named)).findFirst();
    }
}
