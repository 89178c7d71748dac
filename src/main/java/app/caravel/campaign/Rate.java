package app.caravel.campaign;

import java.time.Clock;
import java.util.ArrayDeque;

/** Mails an hour over the last minute, from counts taken now and then. */
final class Rate {

    private static final long WINDOW_MILLIS = 60_000;

    private record Count(long at, int taken) {}

    private final ArrayDeque<Count> counts = new ArrayDeque<>();
    private final Clock clock;

    Rate(Clock clock) {
        this.clock = clock;
    }

    /** The rate with this count added; 0 where nothing can be said yet. */
    synchronized int perHour(int taken) {
        long now = clock.millis();
        counts.addLast(new Count(now, taken));
        while (counts.size() > 2 && counts.peekFirst().at() < now - WINDOW_MILLIS) {
            counts.removeFirst();
        }
        var first = counts.peekFirst();
        long millis = now - first.at();
        return millis < 500 ? 0 : (int) Math.round((taken - first.taken()) * 3_600_000.0 / millis);
    }
}
