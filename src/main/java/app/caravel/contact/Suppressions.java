package app.caravel.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.store.Database;

/**
 * Who must not be written to: single addresses and whole domains, each with its reason. Whether there is a contact of that
 * address does not matter. {@link SuppressionSql} asks the same in SQL.
 */
public final class Suppressions {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 5_000;

    private final SuppressionStore store;
    private final SuppressionQueries queries;

    public Suppressions(Database database) {
        this.store = new SuppressionStore(database.jdbi());
        this.queries = new SuppressionQueries(database.jdbi());
    }

    public boolean isSuppressed(EmailAddress address) {
        return find(address).isPresent();
    }

    /** What keeps mail from going to an address: what is said of itself, else of its domain or of one above it. */
    public Optional<Suppression> find(EmailAddress address) {
        return queries.find(address.canonical());
    }

    /** What stands on the list under exactly this: a canonical address, or @ and a domain. */
    public Optional<Suppression> exactly(String target) {
        return queries.exactly(target);
    }

    /**
     * Adds an address. False where it was suppressed already; the first reason stays, but what the other side did (an
     * unsubscription, a bounce, a complaint) takes the place of what we put there ourselves.
     */
    public boolean add(EmailAddress address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return store.add(address.canonical(), reason, detail, at);
    }

    /**
     * Adds a whole domain. False where it stood there as wide already.
     *
     * @param subdomains whether what is below it is meant too
     */
    public boolean add(MailDomain domain, boolean subdomains, SuppressionReason reason, @Nullable String detail, Instant at) {
        return store.addDomain(domain, subdomains, reason, detail, at);
    }

    /** Adds the addresses of these contacts by hand; returns those that were not suppressed before, canonical. */
    public List<String> addContacts(Collection<Long> contacts, Instant at) {
        return contacts.stream().gather(Gatherers.windowFixed(PART)).flatMap(part -> store.addContacts(part, SuppressionReason.MANUAL, at).stream()).toList();
    }

    /** Takes these canonical addresses off again, as far as they stand there by hand: who unsubscribed meanwhile stays. */
    public void takeBack(Collection<String> addresses) {
        addresses.stream().gather(Gatherers.windowFixed(PART)).forEach(store::takeBack);
    }

    /** Undoes an adding by hand that was just made, as if it had not been: what the other side said meanwhile stays. */
    public void withdraw(String target) {
        store.withdraw(target);
    }

    /**
     * Takes an address or a domain off; that it was on, and why it is no more, stays in its history.
     *
     * @param target a canonical address, or @ and a domain
     * @param word why it may be written to again, in the person's own words
     * @return what stood there
     * @throws Problem where no word is given, where it is not on the list, and where he was erased: that is for good
     */
    public Suppression remove(String target, String word, Instant at) {
        if (word.isBlank()) {
            throw Problem.of("suppression.why", "target", target);
        }
        var was = queries.exactly(target).orElseThrow(() -> notOnList(target));
        if (was.reason() == SuppressionReason.ERASED) {
            throw Problem.of("suppression.erased-for-good", "target", target);
        }
        boolean removed = was.isDomain() ? store.removeDomain(new MailDomain(target.substring(1)), word.strip(), at) : store.remove(target, word.strip(), at);
        if (!removed) {
            throw notOnList(target);
        }
        return was;
    }

    private Problem notOnList(String target) {
        var by = EmailAddress.parse(target).flatMap(this::find);
        return by.map(found -> found.reason() == SuppressionReason.ERASED ? Problem.of("suppression.erased-for-good", "target", target)
                : Problem.of("suppression.by-domain", "target", target, "domain", found.target())).orElseGet(() -> Problem.of("suppression.not-on-list", "target", target));
    }

    /** Undoes {@link #remove}: as if it had not been taken off. */
    public void putBack(Suppression was) {
        store.putBack(was);
    }

    /** What was said of an address or a domain over time, the newest first. */
    public List<SuppressionStep> history(String target) {
        return queries.history(target);
    }

    /** Addresses and domains, the newest first. */
    public List<Suppression> all() {
        return page("", null, 0, Integer.MAX_VALUE).stream().map(SuppressionRow::suppression).toList();
    }

    /**
     * Lines from {@code offset} on, the newest first.
     *
     * @param words a part of the address, domain, detail, name or company; empty: no condition
     * @param reason null: whatever it is
     */
    public List<SuppressionRow> page(String words, @Nullable SuppressionReason reason, int offset, int limit) {
        return queries.page(words, reason, offset, limit);
    }

    public int count(String words, @Nullable SuppressionReason reason) {
        return queries.count(words, reason);
    }

    /** How many addresses and domains there are of each reason; reasons without any are absent. */
    public Map<SuppressionReason, Integer> counts() {
        return queries.counts();
    }

    /** How many contacts a domain would keep from being written to. */
    public int peopleAt(MailDomain domain, boolean subdomains) {
        return queries.peopleAt(domain, subdomains);
    }

    public int count() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }
}
