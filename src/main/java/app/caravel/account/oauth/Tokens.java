package app.caravel.account.oauth;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an issuer gave.
 *
 * @param refresh null: the one before stays good
 * @param until the access token is not used from then on; some time before it truly ends
 */
public record Tokens(String access, @Nullable String refresh, Instant until) {

    private static final Duration EARLY = Duration.ofMinutes(5);

    static Tokens of(String access, @Nullable String refresh, Duration life, Instant now) {
        var early = life.dividedBy(5).compareTo(EARLY) < 0 ? life.dividedBy(5) : EARLY;
        return new Tokens(access, refresh, now.plus(life).minus(early));
    }

    @Override
    public String toString() {
        return "Tokens[until=" + until + "]";
    }
}
