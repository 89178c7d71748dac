package app.caravel.mailbox;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * What is known and wanted of an account's Sent folder.
 *
 * @param keeps whether the provider puts what is sent by SMTP there by itself
 * @param checkedAt when that was found out, null: never
 * @param wanted which mails Caravel puts there where the provider does not
 * @param problem why the last copy could not be made, null: it could
 * @param countByHand whether what a person sends by the mailbox counts into the account's limits
 * @param byHandAt when the folder was last read for that
 */
public record SentFacts(Keeps keeps, @Nullable Instant checkedAt, Wanted wanted, @Nullable Reason problem, boolean countByHand, @Nullable Instant byHandAt) {

    static final SentFacts NONE = new SentFacts(Keeps.UNKNOWN, null, Wanted.ALL, null, false, null);

    public enum Keeps {
        YES,
        NO,
        UNKNOWN;

        /** The name in the database and on the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Wanted {
        ALL,
        /** The first of each campaign and every twentieth. */
        SAMPLE,
        NONE;

        private static final int EVERY = 20;

        /** The name in the database and on the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Wanted of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        /** @param number of a mail within its campaign, from 1 in the order in which they were sent */
        boolean takes(long number) {
            return switch (this) {
                case ALL -> true;
                case SAMPLE -> number == 1 || number % EVERY == 0;
                case NONE -> false;
            };
        }
    }

    /** Whether Caravel may have to put anything there. */
    boolean needsCopies() {
        return keeps != Keeps.YES && wanted != Wanted.NONE;
    }
}
