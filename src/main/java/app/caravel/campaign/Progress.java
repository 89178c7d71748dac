package app.caravel.campaign;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * How far a campaign is.
 *
 * @param perHour mails an hour lately, 0 where it does not run here or nothing can be said yet
 * @param left time left at that rate, null where it cannot be said
 * @param problem why it stopped by itself
 */
public record Progress(Campaign campaign, MessageCounts counts, boolean running, int perHour, @Nullable Duration left, @Nullable Reason problem) {

    /** Share of the messages that are final or in doubt, 0 to 1. */
    public double done() {
        return counts.all() == 0 ? 0 : 1.0 - (double) counts.left() / counts.all();
    }
}
