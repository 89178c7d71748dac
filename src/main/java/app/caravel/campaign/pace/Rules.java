package app.caravel.campaign.pace;

import java.time.Instant;

import app.caravel.account.Account;
import app.caravel.account.Pace;

/**
 * What an account is held to at one moment. 0: no limit.
 *
 * @param perDay in any 24 hours, the ramp and what the server taught in it
 * @param likeAPerson whether gaps are random
 */
public record Rules(int perMinute, int perHour, int perDay, int perDomainHour, boolean likeAPerson) {

    public static final Rules NONE = new Rules(0, 0, 0, 0, false);

    public static Rules of(Account account, Pace pace, Instant at) {
        return new Rules(pace.perMinute(), account.perHour(), pace.ramp().within(pace.perDay(account), at), pace.perDomainHour(), pace.likeAPerson());
    }

    /** Whether nothing is limited. */
    public boolean isFree() {
        return perMinute <= 0 && perHour <= 0 && perDay <= 0 && perDomainHour <= 0 && !likeAPerson;
    }
}
