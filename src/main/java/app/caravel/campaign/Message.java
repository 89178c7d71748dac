package app.caravel.campaign;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * A row of the ledger.
 *
 * @param address canonical
 * @param recipient as written in To
 * @param randomId 10 bytes
 * @param messageId RFC 5322 Message-ID with its angle brackets
 * @param notBefore of queued, deferred and held ones
 * @param notAfter until when a planned one may leave; later it waits for its next window
 * @param merge the values that were filled in, empty before it was sent
 */
public record Message(
        long id,
        long campaignId,
        long contactId,
        String address,
        String recipient,
        @Nullable String recipientName,
        long accountId,
        byte[] randomId,
        String messageId,
        MessageState state,
        Instant since,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Integer replyCode,
        @Nullable String reply,
        @Nullable Reason reason,
        @Nullable Long contentId,
        Map<String, Object> merge) {

    /** The domain of its recipient. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Where its mail goes: the mailbox as written, the domain in A-labels. */
    public String envelope() {
        return recipient.substring(0, recipient.lastIndexOf('@') + 1) + domain();
    }

    /** Whether the time in which it may leave is over. */
    boolean isLate(Instant now) {
        return notAfter != null && !notAfter.isAfter(now);
    }
}
