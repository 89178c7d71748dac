package app.caravel.contact;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

import org.jdbi.v3.core.Handle;

import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Lists of people. A name is known whatever its case. */
public final class Lists {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 5_000;

    private final ListStore store;
    private final Clock clock;

    public Lists(Database database, Clock clock) {
        this.store = new ListStore(database.jdbi());
        this.clock = clock;
    }

    public Optional<ContactList> find(String name) {
        return store.find(name.strip());
    }

    public Optional<ContactList> find(long id) {
        return store.find(id);
    }

    /** The list of that name, or a problem that names it. */
    public ContactList get(String name) {
        return find(name).orElseThrow(() -> Problem.of("contacts.no-such-list", "list", name));
    }

    /** By name. */
    public List<ContactList> all() {
        return store.all();
    }

    public List<ContactList> ofContact(long contactId) {
        return store.ofContact(contactId);
    }

    /** The list of that name, made where there is none. */
    public ContactList create(String name) {
        return create(name, clock.instant());
    }

    /** The list of that name, made at this time where there is none. */
    public ContactList create(String name, Instant at) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw Problem.of("contacts.list-without-name");
        }
        store.create(stripped, at);
        return store.find(stripped).orElseThrow();
    }

    /** The id of the list of that name, made within the transaction of this handle where there is none. */
    public long create(Handle handle, String name, Instant at) {
        return store.create(handle, name.strip(), at);
    }

    public void rename(long id, String name) {
        var taken = find(name);
        if (taken.isPresent() && taken.get().id() != id) {
            throw Problem.of("contacts.list-name-taken", "list", taken.get().name());
        }
        store.rename(id, name.strip());
    }

    /** Deletes the list; its people stay. */
    public void delete(long id) {
        store.delete(id);
    }

    /** How many were not in the list before. */
    public int add(long listId, Collection<Long> contacts) {
        return addNew(listId, contacts).size();
    }

    /** Who was not in the list before: to be taken out again when it is undone. */
    public List<Long> addNew(long listId, Collection<Long> contacts) {
        return contacts.stream().gather(Gatherers.windowFixed(PART)).flatMap(part -> store.addNew(listId, part, clock.instant()).stream()).toList();
    }

    /** How many were in the list. */
    public int remove(long listId, Collection<Long> contacts) {
        return contacts.stream().gather(Gatherers.windowFixed(PART)).mapToInt(part -> store.remove(listId, part)).sum();
    }
}
