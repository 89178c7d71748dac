package app.caravel.messagelog;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Disk;
import app.caravel.store.ProcessLock;
import app.caravel.store.StoreProblems;

/**
 * The message tracking log of a workspace. It follows the ledger and never holds it up: where the files cannot be written
 * (disk full, folder gone) sending goes on, the problem is told, and the lines come later. One process writes at a time.
 */
public final class MessageLog implements AutoCloseable {

    private static final Duration LOCK_WAIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final LogStore store;
    private final KeptLogSettings kept;
    private final Path home;
    private final Path ownFolder;
    private final Clock clock;
    private final ReentrantLock here = new ReentrantLock();
    private volatile @Nullable Reason problem;
    private @Nullable Thread follower;
    private volatile boolean closed;

    /** The workspace's small facts, read and written. */
    public record Facts(Function<String, Optional<String>> get, BiConsumer<String, String> put) {}

    /**
     * @param home the workspace's folder
     * @param logs where the home keeps its logs
     */
    public MessageLog(Database database, Facts facts, Path home, Path logs, Clock clock) {
        this.store = new LogStore(database);
        this.kept = new KeptLogSettings(facts.get(), facts.put());
        this.home = home;
        this.ownFolder = logs.resolve("MessageTracking");
        this.clock = clock;
    }

    public LogSettings settings() {
        return kept.read();
    }

    /** The folder that the files are in. */
    public Path folder() {
        var named = settings().folder();
        return named == null ? ownFolder : named;
    }

    /** The folder where none is named. */
    public Path ownFolder() {
        return ownFolder;
    }

    /** How the log stands. */
    public LogStatus status() {
        var settings = settings();
        try {
            var own = folder(settings).own();
            return new LogStatus(settings, folder(), own.size(), own.stream().mapToLong(java.util.Map.Entry::getValue).sum(), store.offSince().orElse(null), problem);
        } catch (IOException e) {
            return new LogStatus(settings, folder(), 0, 0, store.offSince().orElse(null), unreadable(e));
        }
    }

    /**
     * Keeps changed settings. A log that is switched on goes on from now; what happened while it was off is not written, as at
     * Exchange, but {@link #rebuild} can.
     */
    public void change(LogSettings now) {
        var before = settings();
        if (before.on() && !now.on()) {
            complete(); // what happened until now belongs into it
            store.off(clock.instant());
        }
        kept.keep(now);
        if (!before.on() && now.on()) {
            holding(() -> {
                store.keep(new LogStore.Cursor(store.lastStep(), folder(now).key(), null, 0, false));
                store.off(null);
                return 0L;
            });
        }
    }

    /** Writes all that the ledger has and the files have not; nothing where the log is off. Returns why it could not, or null. */
    public @Nullable Reason complete() {
        var settings = settings();
        if (settings.on()) {
            holding(() -> exporter(settings).run());
        }
        return problem;
    }

    /**
     * Writes the files anew from the ledger, as far back as the settings keep them. Other files in the folder stay.
     *
     * @return how many lines
     * @throws Problem where they cannot be written
     */
    public long rebuild() {
        var settings = settings();
        var lines = holding(() -> {
            var cursor = store.cursor();
            store.keep(new LogStore.Cursor(cursor.step(), folder(settings).key(), null, 0, true));
            return exporter(settings).run();
        });
        var why = problem;
        if (lines == null) {
            throw new Problem(why == null ? Reason.of("messagelog.busy") : why);
        }
        return lines;
    }

    /** Takes somebody out of the files, who is out of the ledger already: they are written anew. Nothing where there are none. */
    public void forget() {
        if (status().files() > 0) {
            rebuild();
        }
    }

    /** Switches it on and writes what happened while it was off. */
    public long switchOnAndRebuild() {
        change(settings().on(true));
        return rebuild();
    }

    /** Follows the ledger in the background from now on. */
    public synchronized void follow() {
        if (follower == null && !closed) {
            follower = Thread.ofPlatform().daemon().name("message-log").start(this::keepUp);
        }
    }

    private void keepUp() {
        while (!closed) {
            try {
                if (store.lastStep() > store.cursor().step() && settings().on()) {
                    complete();
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    System.getLogger(MessageLog.class.getName()).log(System.Logger.Level.WARNING, "the message log could not follow", e);
                }
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Some writing to the files. */
    private interface Writing {
        long run() throws IOException;
    }

    /** Runs while no other thread and no other process writes; null where it failed, and {@link #problem} says why. */
    private @Nullable Long holding(Writing writing) {
        here.lock();
        try (var _ = lock()) {
            long lines = writing.run();
            problem = null;
            return lines;
        } catch (IOException | RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) { // else whoever asked wants it no longer: nothing is wrong with the files, and the next one goes on
                problem = why(e);
            }
        } finally {
            here.unlock();
        }
        return null;
    }

    private Reason why(Exception e) {
        return switch (e) {
            case IOException io -> unwritable(io);
            case Problem known -> known.reason();
            default -> {
                System.getLogger(MessageLog.class.getName()).log(System.Logger.Level.WARNING, "the message log could not be written", e);
                yield Reason.of(StoreProblems.isDiskFull(e) ? "messagelog.disk-full" : "messagelog.cannot-write", "folder", folder().toString());
            }
        };
    }

    private ProcessLock lock() {
        long end = System.nanoTime() + LOCK_WAIT.toNanos();
        while (true) {
            var lock = ProcessLock.take(home.resolve("locks").resolve("message-log.lock"));
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > end) {
                throw Problem.of("messagelog.busy");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private Exporter exporter(LogSettings settings) {
        return new Exporter(store, folder(settings), settings, Computer.name(), clock);
    }

    private LogFolder folder(LogSettings settings) {
        var named = settings.folder();
        return new LogFolder(named == null ? ownFolder : named, named == null ? "" : named.toString(), store);
    }

    private Reason unwritable(IOException e) {
        System.getLogger(MessageLog.class.getName()).log(System.Logger.Level.WARNING, "the message log could not be written", e);
        return Reason.of(Disk.isFull(e, folder().resolve("x")) ? "messagelog.disk-full" : "messagelog.cannot-write", "folder", folder().toString());
    }

    private Reason unreadable(IOException e) {
        System.getLogger(MessageLog.class.getName()).log(System.Logger.Level.WARNING, "the message log could not be read", e);
        return Reason.of("messagelog.cannot-read", "folder", folder().toString());
    }

    /** Since when the log is off, if it is. */
    public Optional<Instant> offSince() {
        return store.offSince();
    }

    @Override
    public void close() {
        closed = true;
        Thread waiting;
        synchronized (this) {
            waiting = follower;
        }
        if (waiting != null) {
            LockSupport.unpark(waiting);
            try {
                waiting.join(LOCK_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            complete(); // the last lines of this window
        }
    }
}
