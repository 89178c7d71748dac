package app.caravel.audience;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;

/**
 * A member of a list with what is known of him.
 *
 * @param otherAddresses canonical
 * @param bounced whether the last mail that left for this address came back
 * @param lastWritten when the last mail left for him
 * @param lastSign when a person last opened or clicked, as far as we believe
 * @param mailHost who took his mail when it was last looked up
 */
record Person(long id, EmailAddress address, List<String> otherAddresses, @Nullable SuppressionReason suppressed, boolean bounced,
        @Nullable Instant lastWritten, @Nullable Instant lastSign, @Nullable String mailHost) {

    /** Whether he was written to, but not since, and gave no sign since. */
    boolean silentSince(Instant time) {
        return lastWritten != null && lastWritten.isBefore(time) && (lastSign == null || lastSign.isBefore(time));
    }
}
