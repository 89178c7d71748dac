package app.caravel.campaign;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * A row to be.
 *
 * @param own files that he alone gets, kept in the home
 */
record NewMessage(Roll.Entry entry, byte[] randomId, String messageId, List<Attachments.Kept> own) {

    MessageState state() {
        return entry.to().suppressed() != null ? MessageState.SUPPRESSED : entry.hold() != null ? MessageState.HELD : MessageState.QUEUED;
    }

    @Nullable Reason why() {
        var hold = entry.hold();
        return entry.to().suppressed() != null ? entry.to().suppressed() : hold == null ? null : hold.why();
    }

    @Nullable Instant notBefore() {
        var hold = entry.hold();
        return hold == null ? entry.slot().notBefore() : hold.until();
    }
}
