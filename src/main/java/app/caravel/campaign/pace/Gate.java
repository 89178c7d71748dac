package app.caravel.campaign.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds one account to its limits in rolling windows, for all runs of this process together. It counts what the ledger says
 * was sent before, so that a restart gives no new room, and asks it again every few seconds: another process may send by the
 * same account, and limits may be changed while it runs.
 */
public final class Gate {

    /** What the ledger and the account's settings say. */
    public interface Known {
        Rules rules(Instant at);

        /** When this account's mails were taken since a time, epoch milliseconds, oldest first. */
        List<Long> sentSince(Instant since);

        /** The same by domain of the recipient, within the last hour. */
        Map<String, List<Long>> sentByDomainSince(Instant since);
    }

    private static final long ASK_AGAIN = Duration.ofSeconds(3).toMillis();
    private static final int SECONDS_AN_HOUR = 3600;

    private final Known known;
    private final Clock clock;
    private final Windows all = new Windows();
    private final Map<String, Windows> domains = new HashMap<>();
    private volatile Rules rules = Rules.NONE;
    private volatile long askedAt = Long.MIN_VALUE;
    private long notBefore;

    public Gate(Known known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** Takes a place for one mail if there is one now. Otherwise says when there may be one. */
    public Duration take(String domain) {
        ask();
        if (rules.isFree()) {
            return Duration.ZERO;
        }
        synchronized (this) {
            long now = clock.millis();
            all.forget(now);
            long wait = Math.max(Math.max(all.untilFree(rules.perDay(), Windows.DAY, now), all.untilFree(rules.perHour(), Windows.HOUR, now)),
                    Math.max(all.untilFree(rules.perMinute(), Windows.MINUTE, now), Math.max(0, notBefore - now)));
            wait = Math.max(wait, ofDomain(domain).untilFree(rules.perDomainHour(), Windows.HOUR, now));
            if (wait == 0) {
                all.add(now);
                ofDomain(domain).add(now);
                notBefore = rules.likeAPerson() ? now + gap() : 0;
            }
            return Duration.ofMillis(wait);
        }
    }

    /** Gives a place back: the mail did not go. */
    public synchronized void giveBack(String domain) {
        if (!rules.isFree()) {
            all.removeLast();
            ofDomain(domain).removeLast();
        }
    }

    /** Whether the domain has room now, the account's other limits apart: else others go first. */
    public boolean hasRoomFor(String domain) {
        ask();
        if (rules.perDomainHour() <= 0) {
            return true;
        }
        synchronized (this) {
            return ofDomain(domain).untilFree(rules.perDomainHour(), Windows.HOUR, clock.millis()) == 0;
        }
    }

    private Windows ofDomain(String domain) {
        return domains.computeIfAbsent(domain.toLowerCase(Locale.ROOT), _ -> new Windows());
    }

    /** Half to one and a half of the mean gap. */
    private long gap() {
        int perHour = rules.perHour() > 0 ? rules.perHour() : 120;
        double mean = 1000.0 * SECONDS_AN_HOUR / perHour;
        return (long) (mean * ThreadLocalRandom.current().nextDouble(0.5, 1.5));
    }

    private void ask() {
        long now = clock.millis();
        if (askedAt != Long.MIN_VALUE && now >= askedAt && now - askedAt < ASK_AGAIN) {
            return;
        }
        synchronized (this) {
            askedAt = now;
            rules = known.rules(clock.instant());
            if (rules.isFree()) {
                return;
            }
            all.agree(known.sentSince(Instant.ofEpochMilli(now - Windows.DAY)), now);
            if (rules.perDomainHour() > 0) {
                var sent = known.sentByDomainSince(Instant.ofEpochMilli(now - Windows.HOUR));
                sent.keySet().forEach(this::ofDomain);
                domains.forEach((domain, window) -> window.agree(sent.getOrDefault(domain, List.of()), now));
            }
        }
    }
}
