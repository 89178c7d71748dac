package app.caravel.messagelog;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;

/** Which of Exchange's events a step is; the package says why. */
final class LedgerEvents {

    /** Event and source, by Exchange's names. */
    record Event(String id, String source) {}

    private LedgerEvents() {}

    /** The event of a step, or null where Exchange has none for it. */
    static @Nullable Event of(LogStep step) {
        return switch (step.state()) {
            case QUEUED -> queued(step.before());
            case SENDING -> null;
            case SENT -> new Event("SEND", step.before() == MessageState.IN_DOUBT ? "ADMIN" : "SMTP");
            case DEFERRED, IN_DOUBT -> new Event("DEFER", "SMTP");
            case FAILED -> new Event("FAIL", step.reply() == null ? "QUEUE" : "SMTP");
            case BOUNCED -> new Event("DSN", "DSN");
            case SUPPRESSED -> new Event("SUPPRESSED", "AGENT");
            case HELD -> new Event("THROTTLE", "AGENT");
            case CANCELLED -> new Event("DROP", "ADMIN");
        };
    }

    private static @Nullable Event queued(@Nullable MessageState before) {
        if (before == null) {
            return new Event("SUBMIT", "STOREDRIVER");
        }
        return switch (before) {
            case HELD, SUPPRESSED -> new Event("SUBMIT", "STOREDRIVER"); // let go: it comes into the queue for the first time
            case DEFERRED, QUEUED -> null;
            case SENDING -> new Event("DEFER", "SMTP");
            case IN_DOUBT, FAILED, BOUNCED, CANCELLED, SENT -> new Event("RESUBMIT", "ADMIN");
        };
    }
}
