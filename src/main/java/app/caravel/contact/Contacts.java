package app.caravel.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import app.caravel.store.Database;

/** The people of this workspace. */
public final class Contacts {

    private final ContactStore store;
    private final EditStore edits;

    public Contacts(Database database) {
        this.store = new ContactStore(database.jdbi());
        this.edits = new EditStore(database.jdbi());
    }

    public Optional<Contact> find(long id) {
        return store.find(id);
    }

    public Optional<Contact> find(EmailAddress address) {
        return store.find(address.canonical());
    }

    /** Stage, and where what is known of him comes from. */
    public Optional<Standing> standing(long id) {
        return store.standing(id);
    }

    public int count(Filter filter) {
        return store.count(filter);
    }

    /** Rows from {@code offset} on, in the filter's order. */
    public List<ContactRow> page(Filter filter, int offset, int limit) {
        return store.page(filter, offset, limit);
    }

    /** The ids of all that fit, in the filter's order. */
    public List<Long> ids(Filter filter) {
        return store.ids(filter);
    }

    /** The ids at these places of the filter's order; those past the end are left out. */
    public List<Long> idsAt(Filter filter, Collection<Integer> places) {
        var all = store.ids(filter);
        return places.stream().filter(place -> place < all.size()).map(all::get).toList();
    }

    /** Each contact that fits, in the filter's order; never all in memory. The action must not write to the database. */
    public void forEach(Filter filter, Consumer<Contact> action) {
        store.forEach(filter, action);
    }

    /** These contacts as rows of few facts, as far as they are there, in the order of their ids. */
    public List<ContactRow> rows(Collection<Long> ids) {
        return store.rows(List.copyOf(ids));
    }

    /** Each contact that fits as a row of few facts, in the filter's order; never all in memory. The action must not write to the database. */
    public void forEachRow(Filter filter, Consumer<ContactRow> action) {
        store.forEachRow(filter, action);
    }

    /** Each of these contacts that is there, in the order of their ids. The action must not write to the database. */
    public void forEach(Collection<Long> ids, Consumer<Contact> action) {
        store.forEach(List.copyOf(ids), action);
    }

    /** How many contacts there are of each country, the most first; the empty string: of none. */
    public Map<String, Integer> countries() {
        return store.counts("country");
    }

    /** The same of those that fit. */
    public Map<String, Integer> countries(Filter filter) {
        return store.countries(filter);
    }

    /** How many contacts there are of each language, the most first; the empty string: of none. */
    public Map<String, Integer> languages() {
        return store.counts("language");
    }

    /**
     * Corrects a contact by hand. A company that is known by its domain alone stays as long as no other is named.
     *
     * @return what was changed, to be taken back by {@link Edits}
     * @throws app.caravel.reason.Problem where the phone is no number
     */
    public List<Edits.Edit> correct(long id, Correction correction, Instant at) {
        return find(id).map(before -> edits.correct(id, correction, Correction.of(before), at)).orElse(List.of());
    }

    /** Each contact of a list in the order of their ids; never all in memory. The action must not write to the database. */
    public void forEachOfList(long listId, Consumer<Contact> action) {
        store.forEachOfList(listId, action);
    }

    /** Keeps on each contact who takes his mail, a key of the table of mail hosts; empty where nobody known does. */
    public void keepMailHosts(Map<Long, Optional<String>> hosts) {
        store.keepMailHosts(hosts);
    }
}
