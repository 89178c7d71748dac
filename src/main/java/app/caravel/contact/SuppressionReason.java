package app.caravel.contact;

import java.util.Locale;

/** Why an address must not be written to. */
public enum SuppressionReason {
    UNSUBSCRIBED,
    HARD_BOUNCE,
    COMPLAINT,
    MANUAL;

    /** As it stands in the database and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SuppressionReason ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
