package app.caravel.contact;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import app.caravel.store.Database;

/** The people of this workspace. */
public final class Contacts {

    private final ContactStore store;

    public Contacts(Database database) {
        this.store = new ContactStore(database.jdbi());
    }

    public Optional<Contact> find(long id) {
        return store.find(id);
    }

    public Optional<Contact> find(EmailAddress address) {
        return store.find(address.canonical());
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

    /** Each contact of a list in the order of their ids; never all in memory. The action must not write to the database. */
    public void forEachOfList(long listId, Consumer<Contact> action) {
        store.forEachOfList(listId, action);
    }
}
