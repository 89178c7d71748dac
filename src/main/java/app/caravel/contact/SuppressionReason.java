package app.caravel.contact;

import java.util.Locale;

/** Why an address or a domain must not be written to. */
public enum SuppressionReason {
    UNSUBSCRIBED,
    HARD_BOUNCE,
    COMPLAINT,
    MANUAL,
    /** It stood in a file of addresses not to be written to. */
    IMPORTED,
    /** Of a domain: the user's own company. */
    OWN_DOMAIN,
    /** Of a domain: a competitor's. */
    COMPETITOR,
    /** He had himself erased; what is left of him is a mark that nobody can read. Never taken back. */
    ERASED;

    /** As it stands in the database and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in the names of texts. */
    public String textKey() {
        return key().replace('_', '-');
    }

    /** Whether a person of this workspace said so; what the other side did weighs more. */
    public boolean isOurs() {
        return this == MANUAL || this == IMPORTED || this == OWN_DOMAIN || this == COMPETITOR;
    }

    public static SuppressionReason ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
