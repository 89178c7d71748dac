package app.caravel.messagelog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;
import app.caravel.reason.Reason;

/**
 * A step of a message in the ledger, with what the log says beside it.
 *
 * @param id transition.id
 * @param before the state it came from; asked only where it matters: where a server may have had a part in it
 * @param line by which line the attempt was made that ended so; null where there was none, or it is not known
 * @param entered when the message came into the ledger; asked only for sent
 * @param mail what the mail is
 * @param account who sends it; null where the account is gone
 */
record LogStep(long id, Instant at, MessageState state, @Nullable MessageState before, @Nullable Line line, @Nullable Instant entered, @Nullable Integer replyCode,
        @Nullable String reply, @Nullable Reason reason, Mail mail, @Nullable Sender account) {

    /**
     * @param subject as it was sent, or as it will be; empty where nobody can say yet
     * @param campaign null where it is gone
     * @param bytes its size as it left; null before that
     */
    record Mail(long id, String messageId, byte[] randomId, String recipient, String subject, @Nullable String campaign, @Nullable Long bytes) {}

    /** @param server null where a proxy led to it */
    record Line(String client, @Nullable String server) {

        /** As {@code transition.line} has it. */
        static Line of(String kept) {
            int gap = kept.indexOf(' ');
            return gap < 0 ? new Line(kept, null) : new Line(kept.substring(0, gap), kept.substring(gap + 1));
        }
    }

    record Sender(String name, String address, String host) {}
}
