package app.caravel.audience;

import java.time.Clock;
import java.util.List;

import org.jdbi.v3.core.Jdbi;

import app.caravel.contact.ContactList;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** What is done to lists as wholes: combined into a new one, renamed, deleted; segments that name them are minded. */
public final class ListWork {

    private final Jdbi jdbi;
    private final Lists lists;
    private final Segments segments;
    private final Clock clock;

    public ListWork(Database database, Lists lists, Segments segments, Clock clock) {
        this.jdbi = database.jdbi();
        this.lists = lists;
        this.segments = segments;
        this.clock = clock;
    }

    /** How many people a combination holds, each once. */
    public int count(Combination combination) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM (" + people(combination) + ")").bind("lists", Json.write(combination.lists()))
                .bind("first", combination.lists().getFirst()).bind("n", combination.lists().size()).mapTo(Integer.class).one());
    }

    /**
     * Makes a list of a combination; the lists it is made from stay as they are.
     *
     * @throws Problem where the name is empty or taken
     */
    public ContactList make(String name, Combination combination) {
        lists.find(name).ifPresent(taken -> {
            throw Problem.of("contacts.list-name-taken", "list", taken.name());
        });
        var people = jdbi.withHandle(h -> h.createQuery(people(combination)).bind("lists", Json.write(combination.lists()))
                .bind("first", combination.lists().getFirst()).bind("n", combination.lists().size()).mapTo(Long.class).list());
        var made = lists.create(name);
        lists.add(made.id(), people);
        return lists.find(made.id()).orElseThrow();
    }

    private static String people(Combination combination) {
        // each argument is named in each, so that all are bound
        return switch (combination.way()) {
            case ANY -> "SELECT DISTINCT contact_id FROM list_member WHERE list_id IN (SELECT value FROM json_each(:lists)) AND :n > 0 AND :first IS NOT NULL";
            case ALL -> "SELECT contact_id FROM list_member WHERE list_id IN (SELECT value FROM json_each(:lists)) AND :first IS NOT NULL GROUP BY contact_id HAVING count(*) = :n";
            case WITHOUT -> """
                    SELECT contact_id FROM list_member WHERE list_id = :first AND :n > 0
                      AND contact_id NOT IN (SELECT contact_id FROM list_member WHERE list_id IN (SELECT value FROM json_each(:lists) WHERE value <> :first))""";
        };
    }

    /** The segments that name a list, by name. */
    public List<Segment> segmentsNaming(String list) {
        return segments.all().stream().filter(segment -> segment.query().names(list)).toList();
    }

    /**
     * Renames a list; segments that name it follow, so that they find the same people as before.
     *
     * @return how many segments followed
     * @throws Problem where the name is empty or taken
     */
    public int rename(long list, String name) {
        if (name.isBlank()) {
            throw Problem.of("contacts.list-without-name");
        }
        return jdbi.inTransaction(_ -> {
            var before = lists.find(list);
            if (before.isEmpty()) {
                return 0;
            }
            var following = segmentsNaming(before.get().name());
            lists.rename(list, name);
            following.forEach(segment -> segments.change(segment.id(), segment.name(), segment.query().renaming(before.get().name(), name.strip())));
            return following.size();
        });
    }

    /** A list that was deleted, with its people, so that it can be brought back. */
    public record Deleted(ContactList list, List<Long> people, List<Segment> naming) {}

    /** Deletes a list; its people stay. Segments that name it stay too and find nobody by it: they are told. */
    public Deleted delete(long list) {
        var found = lists.find(list).orElseThrow(() -> Problem.of("contacts.no-such-list", "list", String.valueOf(list)));
        var people = jdbi.withHandle(h -> h.createQuery("SELECT contact_id FROM list_member WHERE list_id = :list ORDER BY contact_id").bind("list", list).mapTo(Long.class).list());
        var naming = segmentsNaming(found.name());
        lists.delete(list);
        return new Deleted(found, people, naming);
    }

    /** Brings a deleted list back under the id it had, with those of its people that are still there. */
    public void restore(Deleted deleted) {
        jdbi.useHandle(h -> h.createUpdate("INSERT OR IGNORE INTO list (id, name, created_at) VALUES (:id, :name, :at)").bind("id", deleted.list().id()).bind("name", deleted.list().name())
                .bind("at", clock.millis()).execute());
        lists.find(deleted.list().id()).ifPresent(list -> lists.add(list.id(), deleted.people()));
    }
}
