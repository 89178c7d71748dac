package app.caravel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * One thread that owns a connection, takes what is queued, commits it as one transaction and completes the waiting
 * futures: many callers share one fsync. Where a work throws, the group is rolled back and each of it is done again in a
 * transaction of its own, so that only the one that throws fails; a work must therefore bear being done twice. If the commit
 * fails, all futures of the group fail and nothing of the group is on disk.
 *
 * <p>Without a savepoint for each work: it would cost two statements a work, and SQLite walks its journal at the end of each
 * statement within one, which made a work of 5,000 rows slow by their square.
 */
public final class WriteQueue implements AutoCloseable {

    /** Something to write. It runs on the writer's thread inside the group's transaction, and again where that was rolled back for another work's sake. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Where the connection comes from. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    private static final int GROUP = 256;
    /** So long a group waits for more while several callers are at work: a commit costs more than all that is in it, and callers have a server to wait for meanwhile. */
    private static final long GATHERING_NANOS = 200_000;

    private record Task<T>(Work<T> work, CompletableFuture<T> done) {

        Outcome<T> on(Connection connection) throws SQLException {
            return new Outcome<>(this, work.on(connection));
        }
    }

    private record Outcome<T>(Task<T> task, T value) {
        void tell() {
            task.done.complete(value);
        }
    }

    /** The writer's connection, with what every group says, prepared once. */
    private record Line(Connection connection, PreparedStatement begin, PreparedStatement rollback, PreparedStatement commit) {

        static Line of(Connection connection) throws SQLException {
            try {
                // by hand: the driver's commit() begins the next transaction at once and would hold the write lock while idle
                return new Line(connection, connection.prepareStatement("BEGIN IMMEDIATE"), connection.prepareStatement("ROLLBACK"), connection.prepareStatement("COMMIT"));
            } catch (SQLException e) {
                quietlyClose(connection);
                throw e;
            }
        }

        void close() {
            quietlyClose(connection);
        }
    }

    private final Connections connections;
    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private @Nullable Thread thread;

    WriteQueue(Connections connections) {
        this.connections = connections;
    }

    /** Queues a work; the future completes after the commit that holds it is on disk. */
    public synchronized <T> CompletableFuture<T> submit(Work<T> work) {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("the workspace is closed"));
        }
        if (thread == null) {
            thread = Thread.ofPlatform().name("writer").daemon().start(this::run);
        }
        var done = new CompletableFuture<T>();
        queue.add(new Task<>(work, done));
        return done;
    }

    private void run() {
        var group = new ArrayList<Task<?>>(GROUP);
        @Nullable Line line = null;
        int together = 1;
        try {
            while (!closed || !queue.isEmpty()) {
                var first = poll();
                if (first == null) {
                    continue;
                }
                group.add(first);
                if (together > 1) {
                    LockSupport.parkNanos(GATHERING_NANOS);
                }
                queue.drainTo(group, GROUP - 1);
                together = group.size();
                try {
                    if (line == null) {
                        line = Line.of(connections.open());
                    }
                    commit(line, group);
                } catch (SQLException | RuntimeException e) {
                    group.forEach(task -> task.done.completeExceptionally(e));
                    if (line != null) {
                        line.close();
                        line = null;
                    }
                }
                group.clear();
            }
        } finally {
            if (line != null) {
                line.close();
            }
        }
    }

    private @Nullable Task<?> poll() {
        try {
            return queue.poll(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null; // only close() ends the thread
        }
    }

    private static void commit(Line line, List<Task<?>> group) throws SQLException {
        if (!committed(line, group)) {
            for (var task : group) {
                committed(line, List.of(task));
            }
        }
    }

    /** False where one of several works threw: nothing of them is on disk, and none has been told. A work alone is told what it threw. */
    private static boolean committed(Line line, List<Task<?>> group) throws SQLException {
        var outcomes = new ArrayList<Outcome<?>>(group.size());
        line.begin.execute();
        try {
            for (var task : group) {
                outcomes.add(task.on(line.connection));
            }
        } catch (SQLException | RuntimeException e) {
            try {
                line.rollback.execute();
            } catch (SQLException gone) {
                // a full disk or an I/O error ends the whole transaction (sqlite.org/lang_transaction.html, section 3): so the group fails, with that error
                e.addSuppressed(gone);
                throw e;
            }
            if (group.size() > 1) {
                return false;
            }
            group.getFirst().done.completeExceptionally(e);
            return true;
        }
        line.commit.execute();
        outcomes.forEach(Outcome::tell);
        return true;
    }

    private static void quietlyClose(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(WriteQueue.class.getName()).log(System.Logger.Level.WARNING, "writer's connection", e);
        }
    }

    /** Writes what is queued and ends. */
    @Override
    public void close() {
        Thread waiting;
        synchronized (this) {
            closed = true;
            waiting = thread;
        }
        if (waiting != null) {
            try {
                waiting.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
