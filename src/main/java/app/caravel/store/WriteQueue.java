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

import org.jspecify.annotations.Nullable;

/**
 * One thread that owns a connection, takes what is queued, commits it as one transaction and completes the waiting
 * futures: many callers share one fsync. A work that throws is rolled back alone (savepoint) and fails its own future;
 * if the commit fails, all futures of the group fail and nothing of the group is on disk.
 */
public final class WriteQueue implements AutoCloseable {

    /** Something to write. It runs on the writer's thread inside the group's transaction. */
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

    private record Task<T>(Work<T> work, CompletableFuture<T> done) {}

    private record Outcome<T>(Task<T> task, @Nullable T value, @Nullable Throwable error) {
        static <T> Outcome<T> of(Task<T> task, Line line) throws SQLException {
            line.savepoint.execute();
            try {
                var value = task.work.on(line.connection);
                line.release.execute();
                return new Outcome<>(task, value, null);
            } catch (SQLException | RuntimeException e) {
                try {
                    line.rollback.execute();
                    line.release.execute();
                } catch (SQLException gone) {
                    // a full disk or an I/O error ends the whole transaction (sqlite.org/lang_transaction.html, section 3): so the group fails, with that error
                    e.addSuppressed(gone);
                    throw e;
                }
                return new Outcome<>(task, null, e);
            }
        }

        void tell() {
            if (error == null) {
                task.done.complete(value);
            } else {
                task.done.completeExceptionally(error);
            }
        }
    }

    /** The writer's connection, with what every group says, prepared once. */
    private record Line(Connection connection, PreparedStatement begin, PreparedStatement savepoint, PreparedStatement release, PreparedStatement rollback, PreparedStatement commit) {

        static Line of(Connection connection) throws SQLException {
            try {
                // by hand: the driver's commit() begins the next transaction at once and would hold the write lock while idle
                return new Line(connection, connection.prepareStatement("BEGIN IMMEDIATE"), connection.prepareStatement("SAVEPOINT work"), connection.prepareStatement("RELEASE work"),
                        connection.prepareStatement("ROLLBACK TO work"), connection.prepareStatement("COMMIT"));
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
        try {
            while (!closed || !queue.isEmpty()) {
                var first = poll();
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, GROUP - 1);
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
        var outcomes = new ArrayList<Outcome<?>>(group.size());
        line.begin.execute();
        for (var task : group) {
            outcomes.add(Outcome.of(task, line));
        }
        line.commit.execute();
        outcomes.forEach(Outcome::tell);
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
