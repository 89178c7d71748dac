package app.caravel.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What was once said of an address or a domain.
 *
 * @param reason of {@code ON} why; else why it had been on
 * @param word of {@code ON} the detail; of {@code OFF} what the person gave as the reason
 */
public record SuppressionStep(Act act, SuppressionReason reason, @Nullable String word, Instant at) {

    /** {@code UNDONE}: a file that was taken back took it along. */
    public enum Act { ON, OFF, UNDONE }
}
