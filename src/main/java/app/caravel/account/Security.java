package app.caravel.account;

import java.util.Locale;

/** How the line to a mail server is protected. */
public enum Security {
    /** Not at all: loopback, or a server in the house. */
    NONE,
    /** STARTTLS, required (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS;

    /** The name in the database and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Security of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
