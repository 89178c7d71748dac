package app.caravel.audience;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Matching;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** The saved queries, and whom any query finds now. A name is known whatever its case. */
public final class Segments {

    private final Database database;
    private final SegmentStore store;
    private final Contacts contacts;
    private final Clock clock;

    public Segments(Database database, Contacts contacts, Clock clock) {
        this.database = database;
        this.store = new SegmentStore(database.jdbi());
        this.contacts = contacts;
        this.clock = clock;
    }

    /** By name. */
    public List<Segment> all() {
        return store.all();
    }

    public Optional<Segment> find(long id) {
        return store.find(id);
    }

    public Optional<Segment> find(String name) {
        return store.find(name.strip());
    }

    /** The segment of that name, or a problem that names it. */
    public Segment get(String name) {
        return find(name).orElseThrow(() -> Problem.of("segment.no-such", "segment", name));
    }

    /**
     * Saves a query under a name of its own.
     *
     * @throws Problem where the name is empty or taken
     */
    public Segment create(String name, Query query) {
        return new Segment(store.create(free(name, null), query, clock.instant()), name.strip(), query);
    }

    /**
     * Puts name and query in place of what was there.
     *
     * @throws Problem where the name is empty or taken
     */
    public void change(long id, String name, Query query) {
        store.change(id, free(name, id), query, clock.instant());
    }

    public void rename(long id, String name) {
        find(id).ifPresent(segment -> change(id, name, segment.query()));
    }

    /** Deletes the segment; its people stay. */
    public void delete(long id) {
        store.delete(id);
    }

    /** Takes a deletion back, under the id it had. */
    public void restore(Segment segment) {
        store.restore(segment, clock.instant());
    }

    /** The people of a query as of each time it is asked, for whatever takes a filter. */
    public Filter filter(Query query) {
        return Filter.EVERYONE.matching(new Now(query, clock));
    }

    public int count(Query query) {
        return contacts.count(filter(query));
    }

    /** The ids of all, by name. */
    public List<Long> ids(Query query) {
        return contacts.ids(filter(query));
    }

    /** The first ones by name. */
    public List<ContactRow> sample(Query query, int most) {
        return contacts.page(filter(query), 0, most);
    }

    /** What can be chosen where a value is asked for. */
    public Offers offers() {
        return Offers.read(database.jdbi());
    }

    private String free(String name, @org.jspecify.annotations.Nullable Long itself) {
        if (name.isBlank()) {
            throw Problem.of("segment.without-name");
        }
        find(name).filter(other -> itself == null || other.id() != itself).ifPresent(other -> {
            throw Problem.of("segment.name-taken", "segment", other.name());
        });
        return name.strip();
    }

    /** Two of the same query are equal. */
    private record Now(Query query, Clock clock) implements Matching {
        @Override
        public Sql sql() {
            return QuerySql.of(query, clock.instant());
        }
    }
}
