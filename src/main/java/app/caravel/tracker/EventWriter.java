package app.caravel.tracker;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of events. Takes what is queued, commits it as one transaction, then answers each request on its own
 * event loop, one hand-over a loop and group. What cannot be stored is answered as well, counted and told.
 */
final class EventWriter implements AutoCloseable {

    /** How a request goes on once it is known whether its event is on disk. Runs on the request's event loop. */
    @FunctionalInterface
    interface Answer {
        void stored(boolean onDisk);
    }

    private record Waiting(int workspace, long at, String event, Context loop, Answer answer) {}

    private static final System.Logger LOG = System.getLogger(EventWriter.class.getName());

    static final int QUEUE = 8_192;
    /** Of queued events in characters: a heap of 64 MB must hold them. */
    private static final long QUEUE_CHARACTERS = 8_000_000;
    private static final int GROUP = 1_024;
    /** About 16 MB of WAL between two checkpoints under load; when idle it is checkpointed at once. */
    private static final long CHECKPOINT_CHARACTERS = 12_000_000;
    private static final long NANOS_BETWEEN_LOGS = TimeUnit.MINUTES.toNanos(1);

    private final TrackerDatabase database;
    private final Consumer<Set<Integer>> arrived;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong queuedCharacters = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String failure;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement insert;
    private long sinceCheckpoint;
    private long loggedAt = System.nanoTime() - NANOS_BETWEEN_LOGS;

    /**
     * @param arrived told after each commit which workspaces have new events
     */
    EventWriter(TrackerDatabase database, Consumer<Set<Integer>> arrived) {
        this.database = database;
        this.arrived = arrived;
        this.thread = Thread.ofPlatform().name("event-writer").start(this::run);
    }

    /** Queues an event. Where there is no room it is lost, and the answer given at once says so. */
    void store(int workspace, long at, String event, Context loop, Answer answer) {
        var waiting = new Waiting(workspace, at, event, loop, answer);
        if (!closed && queuedCharacters.addAndGet(event.length()) <= QUEUE_CHARACTERS && queue.offer(waiting)) {
            return;
        }
        queuedCharacters.addAndGet(-event.length());
        lose(1, "more events come than can be stored", null);
        answer.stored(false);
    }

    int queued() {
        return queue.size();
    }

    /** How many events were answered and not stored since the start. */
    long lost() {
        return lost.get();
    }

    /** Why the last group could not be stored; null: it could. */
    @Nullable String failure() {
        return failure;
    }

    private void run() {
        var group = new ArrayList<Waiting>(GROUP);
        while (!closed || !queue.isEmpty()) {
            if (takeInto(group)) {
                boolean onDisk = commit(group);
                answer(group, onDisk);
                group.clear();
                checkpointAbove(CHECKPOINT_CHARACTERS);
            } else {
                checkpointAbove(0);
            }
        }
        disconnect();
    }

    private boolean takeInto(List<Waiting> group) {
        try {
            var first = queue.poll(200, TimeUnit.MILLISECONDS);
            if (first == null) {
                return false;
            }
            group.add(first);
            queue.drainTo(group, GROUP - 1);
            return true;
        } catch (InterruptedException e) {
            return false; // only close() ends the thread
        }
    }

    private boolean commit(List<Waiting> group) {
        long characters = characters(group);
        try {
            var into = connected();
            // The driver begins with autocommit off and commits with it on. Its commit() begins anew at once, which would
            // keep the verbs about workspaces out.
            into.getConnection().setAutoCommit(false);
            for (var waiting : group) {
                into.setInt(1, waiting.workspace);
                into.setLong(2, waiting.at);
                into.setString(3, waiting.event);
                into.addBatch();
            }
            into.executeBatch();
            into.getConnection().setAutoCommit(true);
            sinceCheckpoint += characters;
            failure = null;
            return true;
        } catch (SQLException e) {
            disconnect();
            failure = String.valueOf(e.getMessage());
            lose(group.size(), "the database refuses them", e);
            return false;
        } finally {
            queuedCharacters.addAndGet(-characters);
        }
    }

    private static long characters(List<Waiting> group) {
        return group.stream().mapToLong(waiting -> waiting.event.length()).sum();
    }

    private PreparedStatement connected() throws SQLException {
        if (insert == null) {
            connection = database.connect();
            try (var statement = connection.createStatement()) {
                // checkpoints happen between groups, when nobody waits
                statement.execute("PRAGMA wal_autocheckpoint = 0");
                statement.execute("PRAGMA journal_size_limit = 67108864");
            }
            insert = connection.prepareStatement("INSERT INTO event (workspace, at, event) VALUES (?, ?, ?)");
        }
        return insert;
    }

    private void answer(List<Waiting> group, boolean onDisk) {
        var loops = new IdentityHashMap<Context, List<Waiting>>();
        var workspaces = new HashSet<Integer>();
        for (var waiting : group) {
            loops.computeIfAbsent(waiting.loop, _ -> new ArrayList<>()).add(waiting);
            workspaces.add(waiting.workspace);
        }
        loops.forEach((loop, those) -> loop.runOnContext(_ -> those.forEach(waiting -> waiting.answer.stored(onDisk))));
        if (onDisk) {
            arrived.accept(workspaces);
        }
    }

    private void checkpointAbove(long characters) {
        if (connection == null || sinceCheckpoint <= characters) {
            return;
        }
        sinceCheckpoint = 0;
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            // the events are safe in the WAL; the next checkpoint takes them
            LOG.log(Level.WARNING, "The tracker could not tidy its database " + database.file(), e);
        }
    }

    private void lose(int count, String why, @Nullable Throwable error) {
        long all = lost.addAndGet(count);
        long now = System.nanoTime();
        synchronized (lost) {
            if (now - loggedAt < NANOS_BETWEEN_LOGS) {
                return;
            }
            loggedAt = now;
        }
        LOG.log(Level.ERROR, "Events are lost, " + all + " since the start: " + why + " (" + database.file()
                + "). Links still lead on. Make room on the disk or look after the database.", error);
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "closing after a failure", e);
        }
        connection = null;
        insert = null;
    }

    /** Stores what is queued and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
