package app.caravel.campaign;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a mail that the server put off waits: growing, jittered by a fifth, so that a crowd does not come back at once. */
final class Backoff {

    private static final Duration[] WAITS = {
        Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(45), Duration.ofHours(2)
    };

    private Backoff() {}

    /** The wait after an attempt, counted from 1. */
    static Duration before(int attempt) {
        var wait = WAITS[Math.min(attempt, WAITS.length) - 1].toMillis();
        return Duration.ofMillis(wait + ThreadLocalRandom.current().nextLong(-wait / 5, wait / 5 + 1));
    }
}
