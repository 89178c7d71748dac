package app.caravel.evidence;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/**
 * Keeps asking the tracker in the background, so that an event is here within a second or two. Where the tracker does not
 * answer, it waits longer each time, up to a minute.
 */
public final class TrackerWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TrackerWatch.class.getName());

    private static final Duration LONG_POLL = Duration.ofSeconds(45);
    private static final Duration LOOK_FOR_TRACKER = Duration.ofSeconds(5);
    private static final Duration SHORTEST_ROUND = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Trackers trackers;
    private final TrackerSync sync;
    private final Verdicts verdicts;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stirred = lock.newCondition();
    private @Nullable Thread thread;
    private volatile boolean closed;

    TrackerWatch(Trackers trackers, TrackerSync sync, Verdicts verdicts, Clock clock) {
        this.trackers = trackers;
        this.sync = sync;
        this.verdicts = verdicts;
        this.clock = clock;
        trackers.onChange(this::stir);
    }

    /** Begins to watch; once is enough. */
    public synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().name("tracker-watch").daemon().start(this::run);
        }
    }

    private void run() {
        // a first look that does not wait: it brings what is there and says how fast the tracker answers
        var wait = Duration.ZERO;
        int failures = 0;
        while (!closed) {
            if (trackers.current().isEmpty()) {
                pause(LOOK_FOR_TRACKER);
                wait = Duration.ZERO;
                continue;
            }
            long began = System.nanoTime();
            try {
                var result = sync.pull(wait);
                failures = 0;
                if (wait.isPositive() && result.events() == 0) {
                    // a proxy that answers at once must not be asked a thousand times a second
                    pause(SHORTEST_ROUND.minusNanos(System.nanoTime() - began));
                }
                wait = nextWait();
            } catch (RuntimeException e) {
                if (!(e instanceof Problem)) {
                    LOG.log(Level.WARNING, "pulling events", e);
                }
                pause(afterFailures(++failures));
                wait = Duration.ZERO;
            }
        }
    }

    /** Until the next event, but no longer than until a pending one can be judged. */
    private Duration nextWait() {
        return verdicts.nextRipe().map(ripe -> Duration.between(clock.instant(), ripe).plusSeconds(1))
                .map(until -> until.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND : until)
                .filter(until -> until.compareTo(LONG_POLL) < 0).orElse(LONG_POLL);
    }

    /** 1, 2, 4 ... 60 seconds, each a quarter more or less, so that many desktops do not come back at once. */
    static Duration afterFailures(int failures) {
        long millis = Math.min(LONGEST_PAUSE.toMillis(), 1_000L << Math.min(failures - 1, 10));
        return Duration.ofMillis(millis * ThreadLocalRandom.current().nextLong(75, 126) / 100);
    }

    private void pause(Duration time) {
        lock.lock();
        try {
            if (!closed && time.isPositive()) {
                boolean _ = stirred.await(time.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            // close() asks the thread to end; the loop sees it
        } finally {
            lock.unlock();
        }
    }

    private void stir() {
        lock.lock();
        try {
            stirred.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
