package app.caravel.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;

import app.caravel.store.Database;

/**
 * Deletes contacts so that it can be taken back for 30 days. What was sent to them stays in the ledger as it was, their
 * addresses stay suppressed, and no newer contact gets their ids.
 */
public final class Deletions {

    private static final int PART = 2_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private final DeletionStore store;
    private final Clock clock;

    public Deletions(Database database, Clock clock) {
        this.store = new DeletionStore(database.jdbi());
        this.clock = clock;
    }

    /**
     * What became of a deletion.
     *
     * @param id to take it back with
     * @param kept people who stay because mail waits for them
     */
    public record Deleted(long id, int deleted, int kept) {}

    /** Deletes these contacts; whom a mail waits for stays. */
    public Deleted delete(Collection<Long> contacts) {
        var now = clock.instant();
        long id = store.begin(now, now.minus(KEPT));
        int deleted = contacts.stream().gather(Gatherers.windowFixed(PART)).mapToInt(part -> store.delete(id, part)).sum();
        return new Deleted(id, deleted, contacts.size() - deleted);
    }

    /** Deletions that can be taken back, newest first. */
    public List<Past> all() {
        return store.all(clock.instant().minus(KEPT));
    }

    /**
     * A deletion that can be taken back.
     *
     * @param people how many are still away
     * @param someone the name or address of one of them
     */
    public record Past(long id, Instant at, int people, String someone) {}

    /**
     * Brings them back with their places in lists. Who was imported anew meanwhile stays the newer one.
     *
     * @return how many came back
     */
    public int undo(long id) {
        int restored = 0;
        for (var part = store.part(id, PART); !part.isEmpty(); part = store.part(id, PART)) {
            restored += store.restore(id, part);
        }
        return restored;
    }
}
