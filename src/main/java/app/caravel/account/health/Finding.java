package app.caravel.account.health;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * One thing that the DNS says of a domain.
 *
 * @param dns what to enter to mend it; null where nothing is to be done, or only the provider can say what
 */
public record Finding(Kind kind, State state, Reason reason, @Nullable DnsLine dns) {

    /** What was looked at. */
    public enum Kind {
        SPF,
        DKIM,
        DMARC,
        ALIGNMENT,
        MX,
        PTR,
        BLOCKLIST,
        BIMI;

        /** The name in texts and data. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it stands, the better first. */
    public enum State {
        GOOD,
        /** Worth knowing, neither good nor bad. */
        NOTE,
        /** Not answered, or nothing that can be seen from here: never bad. */
        UNKNOWN,
        /** Works, but not as well as it could. */
        WATCH,
        BAD;

        /** The name in texts and data. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding of(Kind kind, State state, String key, Object... arguments) {
        return new Finding(kind, state, Reason.of("domain." + kind.key() + "." + key, arguments), null);
    }

    Finding with(DnsLine line) {
        return new Finding(kind, state, reason, line);
    }

    /** Whether somebody should do something. */
    public boolean isOpen() {
        return state == State.WATCH || state == State.BAD;
    }
}
