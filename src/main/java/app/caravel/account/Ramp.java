package app.caravel.account;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a new account grows into its limit: {@code first} mails in its first 24 hours, a quarter more each day after. A mailbox
 * that suddenly sends hundreds looks like a stolen one.
 *
 * @param first mails on the first day; 0: no ramp
 * @param since when the first day began, null while nothing has gone out by it
 */
public record Ramp(int first, @Nullable Instant since) {

    public static final Ramp NONE = new Ramp(0, null);

    /** What a new account off this computer begins with. */
    public static final Ramp USUAL = new Ramp(20, null);

    private static final double GROWTH = 1.25;
    private static final int FULL_AFTER = 60;

    /** The day that a time falls on, counted from 0. */
    public int day(Instant at) {
        return since == null || at.isBefore(since) ? 0 : (int) Math.min(FULL_AFTER, Duration.between(since, at).toDays());
    }

    /** How many mails that day may have. 0: as many as the limit says. */
    public int mails(int day) {
        if (first <= 0 || day >= FULL_AFTER) {
            return 0;
        }
        double grown = first * Math.pow(GROWTH, day);
        return grown > 100_000 ? 0 : (int) Math.round(grown / 5) * 5;
    }

    /**
     * A day's limit with the ramp in it.
     *
     * @param perDay 0: no limit
     */
    public int within(int perDay, Instant at) {
        int ramp = mails(day(at));
        return ramp == 0 ? perDay : perDay == 0 ? ramp : Math.min(ramp, perDay);
    }

    /** Whether it still holds the account below its limit. */
    public boolean isUnderWay(int perDay, Instant at) {
        return within(perDay, at) != perDay;
    }

    /** On which day, counted from 0, the limit is reached. */
    public int daysTo(int perDay) {
        int day = 0;
        while (mails(day) != 0 && (perDay == 0 || mails(day) < perDay)) {
            day++;
        }
        return day;
    }
}
