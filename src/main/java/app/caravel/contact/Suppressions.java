package app.caravel.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;

import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** Who must not be written to. Whether there is a contact of that address does not matter. */
public final class Suppressions {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 5_000;

    private final SuppressionStore store;

    public Suppressions(Database database) {
        this.store = new SuppressionStore(database.jdbi());
    }

    public boolean isSuppressed(EmailAddress address) {
        return find(address).isPresent();
    }

    public Optional<Suppression> find(EmailAddress address) {
        return store.find(address.canonical());
    }

    /** Why the suppressed members of a list are, by canonical address. */
    public Map<String, SuppressionReason> ofList(long listId) {
        return store.ofList(listId);
    }

    /**
     * Adds an address. False where it was suppressed already; the first reason stays, but what the other side did (an
     * unsubscription, a bounce, a complaint) takes the place of what was put there by hand.
     */
    public boolean add(EmailAddress address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return store.add(address.canonical(), reason, detail, at);
    }

    /** Adds the addresses of these contacts by hand; returns those that were not suppressed before, canonical. */
    public List<String> addContacts(Collection<Long> contacts, Instant at) {
        return contacts.stream().gather(Gatherers.windowFixed(PART)).flatMap(part -> store.addContacts(part, SuppressionReason.MANUAL, at).stream()).toList();
    }

    /** Takes these canonical addresses off again, as far as they stand there by hand: who unsubscribed meanwhile stays. */
    public void takeBack(Collection<String> addresses) {
        addresses.stream().gather(Gatherers.windowFixed(PART)).forEach(store::removeByHand);
    }

    /** Takes an address off. False where it was not suppressed. */
    public boolean remove(EmailAddress address) {
        return store.remove(address.canonical());
    }

    /** Newest first. */
    public List<Suppression> all() {
        return page(null, 0, Integer.MAX_VALUE);
    }

    /** Newest first, of one reason or of all. */
    public List<Suppression> page(@Nullable SuppressionReason reason, int offset, int limit) {
        return store.page(reason, offset, limit);
    }

    /** How many there are of each reason; reasons without any are absent. */
    public Map<SuppressionReason, Integer> counts() {
        return store.counts();
    }

    public int count() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }
}
