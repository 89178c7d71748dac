package app.caravel.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Adds an address. False where it was suppressed already; the first reason stays. */
    public boolean add(EmailAddress address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return store.add(address.canonical(), reason, detail, at);
    }

    /** Adds the addresses of these contacts; returns those that were not suppressed before, canonical. */
    public List<String> addContacts(Collection<Long> contacts, SuppressionReason reason, Instant at) {
        var all = List.copyOf(contacts);
        var added = new ArrayList<String>();
        for (int from = 0; from < all.size(); from += PART) {
            added.addAll(store.addContacts(all.subList(from, Math.min(from + PART, all.size())), reason, at));
        }
        return added;
    }

    /** Takes these canonical addresses off again. */
    public void takeBack(Collection<String> addresses) {
        var all = List.copyOf(addresses);
        for (int from = 0; from < all.size(); from += PART) {
            store.removeAll(all.subList(from, Math.min(from + PART, all.size())));
        }
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
