package app.caravel.campaign;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Rests;
import app.caravel.campaign.pace.Forecast;

/**
 * What goes when by which account, played through ahead of time.
 *
 * @param slots in the order in which they begin
 * @param done when the last one leaves; null where nobody is written to
 * @param held how many manners keep back
 * @param suppressed how many must not be written to
 */
public record Plan(List<Slot> slots, List<Part> parts, @Nullable Instant done, int messages, int held, int suppressed) {

    /** A stretch of time within one day in which one account sends. */
    public record Slot(Account account, Instant from, Instant to, int messages) {}

    /**
     * One account's share.
     *
     * @param roomNow how many it may still send in these 24 hours; -1: no limit
     * @param slow what holds it back the longest
     * @param rest its rest, null where it does not rest
     * @param day the day of its ramp, counted from 1; 0 where it has grown up
     * @param beside the campaigns that share it, the one with the most mails first
     */
    public record Part(Account account, int messages, int roomNow, Forecast.Slow slow, Rests.@Nullable Rest rest, int day, List<Beside> beside) {

        public Part {
            beside = List.copyOf(beside);
        }

        /** How many mails of others leave before its last one. */
        public int before() {
            return beside.stream().mapToInt(Beside::before).sum();
        }
    }

    /**
     * Another campaign that sends by the same account, running or scheduled.
     *
     * @param before how many of its mails leave before the last one of this plan's, because both take turns
     */
    public record Beside(long campaignId, String name, int before) {}

    public Plan {
        slots = List.copyOf(slots);
        parts = List.copyOf(parts);
    }
}
