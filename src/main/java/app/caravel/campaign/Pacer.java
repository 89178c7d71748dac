package app.caravel.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/**
 * Holds an account to its limits in rolling windows: so many mails in any hour and in any 24 hours. It counts what the
 * ledger says was sent before, so a restart gives no new room. 0 means no limit.
 */
final class Pacer {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final int perHour;
    private final int perDay;
    private final Clock clock;
    private final ArrayDeque<Long> sent;

    Pacer(int perHour, int perDay, List<Long> sentLately, Clock clock) {
        this.perHour = perHour;
        this.perDay = perDay;
        this.clock = clock;
        this.sent = new ArrayDeque<>(sentLately);
    }

    /** Takes a place for one mail if there is one now. Otherwise says when there will be. */
    synchronized Duration take() {
        long now = clock.millis();
        while (!sent.isEmpty() && sent.peekFirst() <= now - DAY.toMillis()) {
            sent.removeFirst();
        }
        var wait = Duration.ZERO;
        if (perDay > 0 && sent.size() >= perDay) {
            wait = untilFree(perDay, DAY, now);
        }
        if (perHour > 0) {
            var hour = untilFree(perHour, HOUR, now);
            wait = hour.compareTo(wait) > 0 ? hour : wait;
        }
        if (wait.isZero() && (perHour > 0 || perDay > 0)) {
            sent.addLast(now);
        }
        return wait;
    }

    /** Gives a place back: the mail did not go. */
    synchronized void giveBack() {
        sent.pollLast();
    }

    private Duration untilFree(int limit, Duration window, long now) {
        int at = sent.size() - limit;
        if (at < 0) {
            return Duration.ZERO;
        }
        var oldestThatCounts = sent.stream().skip(at).findFirst().orElse(now);
        return max(Duration.between(Instant.ofEpochMilli(now), Instant.ofEpochMilli(oldestThatCounts).plus(window)));
    }

    private static Duration max(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
