package app.caravel.campaign;

import java.util.Locale;

/** Where a message stands. Every message is in one state and only one. */
public enum MessageState {
    HELD, QUEUED, SENDING, SENT, DEFERRED, FAILED, BOUNCED, SUPPRESSED, CANCELLED, IN_DOUBT;

    /** The name in the database and in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MessageState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
