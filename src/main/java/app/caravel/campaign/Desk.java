package app.caravel.campaign;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/** Where prepared mails lie until a courier takes them, and what all threads of one run know of each other. */
final class Desk {

    private static final int ROOM = 128;
    /** Some mails have gone by then: who waits for each of them is woken thousands of times a second. */
    private static final long UNTIL_ROOM_NANOS = 3_000_000;

    private final BlockingQueue<Prepared> ready = new ArrayBlockingQueue<>(ROOM);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger brokenInARow = new AtomicInteger();
    private volatile boolean stopped;
    private volatile boolean resting;
    private volatile @Nullable Reason problem;

    /** Lays a mail down; waits for room. False where the run has stopped. */
    boolean put(Prepared mail) throws InterruptedException {
        open.incrementAndGet();
        while (!stopped && !resting) {
            if (ready.offer(mail)) {
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(UNTIL_ROOM_NANOS);
        }
        open.decrementAndGet();
        return false;
    }

    /** The next mail if one lies there. */
    @Nullable Prepared poll() {
        return stopped || resting ? null : ready.poll();
    }

    /** Waits a moment for the next mail. */
    @Nullable Prepared await() throws InterruptedException {
        if (!stopped && resting) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return stopped || resting ? null : ready.poll(50, TimeUnit.MILLISECONDS);
    }

    /** Lets nobody take a mail, or lets them again. What lies here goes back: it is still queued on disk. */
    void rest(boolean begins) {
        resting = begins;
        if (begins) {
            while (ready.poll() != null) {
                done();
            }
        }
    }

    boolean isResting() {
        return resting;
    }

    /** A mail that was taken from the desk is recorded. */
    void done() {
        open.decrementAndGet();
    }

    /** Whether no mail lies here or is under way. */
    boolean isClear() {
        return open.get() == 0;
    }

    void stop() {
        stopped = true;
    }

    /** Stops the run for a reason that a person must act on; the first one counts. */
    synchronized void stop(Reason why) {
        if (problem == null) {
            problem = why;
        }
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    @Nullable Reason problem() {
        return problem;
    }

    int broken() {
        return brokenInARow.incrementAndGet();
    }

    void worked() {
        brokenInARow.set(0);
    }
}
