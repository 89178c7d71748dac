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
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Integer replyCode,
        @Nullable String reply,
        @Nullable Reason reason,
        @Nullable Long contentId,
        Map<String, Object> merge) {}
