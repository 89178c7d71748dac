package app.caravel.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.caravel.store.Database;

/**
 * Makes one contact of several, so that it can be taken back for 30 days. The one who stays keeps his address; he gets the
 * others' addresses as further ones, their places in lists, tags, notes and mails, and of each fact the value that was
 * chosen. Where one of them asked not to be written to, he is not written to.
 */
public final class Merges {

    /** The facts that go together: who chooses a name chooses its parts and the salutation. */
    public static final List<Fact> CHOSEN = List.of(Fact.NAME, Fact.COMPANY, Fact.ROLE, Fact.COUNTRY, Fact.CITY, Fact.PHONE, Fact.LANGUAGE, Fact.TIME_ZONE, Fact.STAGE);

    private final MergeStore store;
    private final Clock clock;

    public Merges(Database database, MessagesOfContacts messages, Clock clock) {
        this.store = new MergeStore(database.jdbi(), messages);
        this.clock = clock;
    }

    /**
     * Merges others into one.
     *
     * @param from whose value each fact gets; of one that is not named the first of them, himself before the others, who has a value
     * @return the merge, to be taken back with
     * @throws app.caravel.reason.Problem where mail waits for one of them, or one is not there any more
     */
    public long merge(long stays, List<Long> others, Map<Fact, Long> from) {
        if (others.isEmpty() || others.contains(stays)) {
            throw new IllegalArgumentException("nobody to merge");
        }
        return store.merge(stays, List.copyOf(others), from, clock.instant());
    }

    /**
     * Takes a merge back: the others are there again as they were, and what he was given goes back to them. What was changed
     * of him since stays.
     *
     * @return whether there was something to take back: after 30 days there is not
     */
    public boolean undo(long merge) {
        return store.undo(merge);
    }

    /**
     * A merge that can be taken back.
     *
     * @param someone who stayed: his name, else his address
     * @param people how many became one
     */
    public record Past(long id, Instant at, String someone, int people) {}

    /** Those of the last 30 days, newest first. */
    public List<Past> all() {
        return store.all(clock.instant().minus(MergeStore.KEPT));
    }

    /** The facts of those who might be merged: contact id to values. Absent ones are gone. */
    public Map<Long, Map<Fact, String>> facts(List<Long> contacts) {
        return store.facts(contacts);
    }

    /** What each fact would be where nobody chooses: whose value it is. */
    public static Map<Fact, Long> proposed(List<Long> inOrder, Map<Long, Map<Fact, String>> facts) {
        var from = new EnumMap<Fact, Long>(Fact.class);
        for (var fact : CHOSEN) {
            inOrder.stream().filter(id -> facts.getOrDefault(id, Map.of()).containsKey(fact)).findFirst().ifPresent(id -> from.put(fact, id));
        }
        return from;
    }

    /** The contact that somebody was merged into who had this address. */
    public Optional<Long> mergedInto(EmailAddress address) {
        return store.mergedInto(address.canonical());
    }
}
