package app.caravel.messagelog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;
import app.caravel.reason.Reason;

/**
 * A step of a message in the ledger, with what the log says beside it.
 *
 * @param id transition.id
 * @param before the state it came from; asked only where it matters: into queued and into sent
 * @param entered when the message came into the ledger; asked only for sent
 * @param mail what the mail is
 * @param account who sends it; null where the account is gone
 */
record LogStep(long id, Instant at, MessageState state, @Nullable MessageState before, @Nullable Instant entered, @Nullable Integer replyCode,
        @Nullable String reply, @Nullable Reason reason, Mail mail, @Nullable Sender account) {

    /**
     * @param subject as it was sent, or as it will be; empty where nobody can say yet
     * @param campaign null where it is gone
     * @param bytes its size as it left; null before that
     */
    record Mail(long id, String messageId, byte[] randomId, String recipient, String subject, @Nullable String campaign, @Nullable Long bytes) {}

    record Sender(String name, String address, String host) {}
}
