package app.caravel.account;

import org.jspecify.annotations.Nullable;

/**
 * How an account is spared beside its mails an hour and a day. 0 means no limit everywhere.
 *
 * @param perDomainHour mails an hour to one domain of recipients
 * @param connections at once
 * @param perConnection mails until a connection is opened anew
 * @param likeAPerson whether the gaps between mails are random
 * @param learnedPerDay what it took in 24 hours when its server said that the limit was reached; 0: never
 * @param replyTo where answers go; null: to its own address
 */
public record Pace(int perMinute, int perDomainHour, int connections, int perConnection, boolean likeAPerson, Ramp ramp, int learnedPerDay, @Nullable String replyTo) {

    public static final Pace NONE = new Pace(0, 0, 0, 0, false, Ramp.NONE, 0, null);

    /** Microsoft 365 takes 30 mails a minute and carries the rest over (its page on outbound limits, 2026); a little below it elsewhere too. */
    private static final Pace USUAL = new Pace(20, 120, 2, 50, false, Ramp.USUAL, 0, null);

    /** What is safe where nobody asks for other values; none on loopback, and no ramp where no limit is wanted. */
    static Pace safe(Account account) {
        if (account.isLoopback()) {
            return NONE;
        }
        return account.perDay() == 0 ? USUAL.with(Ramp.NONE) : USUAL;
    }

    public Pace with(Ramp newRamp) {
        return new Pace(perMinute, perDomainHour, connections, perConnection, likeAPerson, newRamp, learnedPerDay, replyTo);
    }

    public Pace learned(int perDay) {
        return new Pace(perMinute, perDomainHour, connections, perConnection, likeAPerson, ramp, perDay, replyTo);
    }

    public Pace answeredAt(@Nullable String address) {
        return new Pace(perMinute, perDomainHour, connections, perConnection, likeAPerson, ramp, learnedPerDay, address);
    }

    /** A day's limit with what was learned in it; the ramp apart. */
    public int perDay(Account account) {
        if (learnedPerDay <= 0) {
            return account.perDay();
        }
        return account.perDay() == 0 ? learnedPerDay : Math.min(account.perDay(), learnedPerDay);
    }
}
