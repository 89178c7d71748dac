package app.caravel.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import app.caravel.contact.MessagesOfContacts.Moved;
import app.caravel.reason.Problem;
import app.caravel.store.Json;

/** Merges as they stand in the database. Each is one transaction, and so is taking it back. */
final class MergeStore {

    static final Duration KEPT = Duration.ofDays(30);

    /** What a merge can change of the one who stays. */
    private static final List<String> COLUMNS = List.of("other_addresses", "name", "first_name", "last_name", "salutation", "company_id", "role", "country", "country_source",
            "city", "phone", "language", "language_source", "time_zone", "time_zone_source", "stage", "attributes", "changed_at");

    private static final Map<Fact, List<String>> COLUMNS_OF = Map.of(
            Fact.NAME, List.of("name", "first_name", "last_name", "salutation"), Fact.COMPANY, List.of("company_id"), Fact.ROLE, List.of("role"),
            Fact.COUNTRY, List.of("country", "country_source"), Fact.CITY, List.of("city"), Fact.PHONE, List.of("phone"),
            Fact.LANGUAGE, List.of("language", "language_source"), Fact.TIME_ZONE, List.of("time_zone", "time_zone_source"), Fact.STAGE, List.of("stage"));

    /** As JSON: column -> value. */
    private static final String SNAPSHOT = "json_object(" + COLUMNS.stream().map(column -> "'" + column + "', " + column).collect(Collectors.joining(", ")) + ")";

    private final Jdbi db;
    private final MessagesOfContacts messages;

    MergeStore(Jdbi db, MessagesOfContacts messages) {
        this.db = db;
        this.messages = messages;
    }

    /**
     * What the one who stayed was given, so that it can be taken from him.
     *
     * @param after his columns as the merge left them
     * @param suppressed whether he is not written to because of another
     */
    record Given(Map<String, Object> after, List<Long> lists, List<Long> tags, List<Long> notes, boolean nextStep, boolean suppressed, List<Moved> messages) {}

    long merge(long stays, List<Long> others, Map<Fact, Long> from, Instant at) {
        return db.inTransaction(h -> {
            var all = new ArrayList<Long>(List.of(stays));
            all.addAll(others);
            refuse(h, all);
            var before = snapshot(h, stays);
            facts(h, all, stays, from, at);
            var lists = add(h, "INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at, import_id) "
                    + "SELECT list_id, :stays, min(added_at), NULL FROM list_member WHERE contact_id IN " + ids(others) + " GROUP BY list_id RETURNING list_id", stays);
            var tags = add(h, "INSERT OR IGNORE INTO contact_tag (tag_id, contact_id, added_at) "
                    + "SELECT tag_id, :stays, min(added_at) FROM contact_tag WHERE contact_id IN " + ids(others) + " GROUP BY tag_id RETURNING tag_id", stays);
            var notes = add(h, "INSERT INTO note (contact_id, at, text, edited_at) SELECT :stays, at, text, edited_at FROM note WHERE contact_id IN " + ids(others) + " ORDER BY at RETURNING id", stays);
            boolean next = !add(h, "INSERT OR IGNORE INTO next_step (contact_id, day, word, set_at) "
                    + "SELECT :stays, day, word, set_at FROM next_step WHERE contact_id IN " + ids(others) + " ORDER BY day LIMIT 1 RETURNING contact_id", stays).isEmpty();
            boolean suppressed = suppress(h, stays, others);
            var moved = messages.move(h, others, stays);
            long deletion = DeletionStore.begin(h, at, at.minus(KEPT));
            long merge = h.createQuery("INSERT INTO merge (at, contact_id, deletion_id, before, given) VALUES (:at, :stays, :deletion, :before, :given) RETURNING id")
                    .bind("at", at.toEpochMilli()).bind("stays", stays).bind("deletion", deletion).bind("before", before)
                    .bind("given", Json.write(new Given(Json.object(snapshot(h, stays)), lists, tags, notes, next, suppressed, moved))).mapTo(Long.class).one();
            h.createUpdate("INSERT OR REPLACE INTO merged_address (address, contact_id, merge_id) SELECT address, :stays, :merge FROM contact WHERE id IN " + ids(others))
                    .bind("stays", stays).bind("merge", merge).execute();
            h.createUpdate("UPDATE merged_address SET contact_id = :stays WHERE contact_id IN " + ids(others)).bind("stays", stays).execute();
            if (DeletionStore.delete(h, deletion, others) < others.size()) {
                throw Problem.of("duplicates.mail-waits");
            }
            return merge;
        });
    }

    private static void refuse(Handle h, List<Long> all) {
        if (h.createQuery("SELECT count(*) FROM contact WHERE id IN " + ids(all)).mapTo(Integer.class).one() < all.size()) {
            throw Problem.of("duplicates.gone");
        }
        boolean waits = h.createQuery("SELECT EXISTS (SELECT 1 FROM message WHERE contact_id IN " + ids(all) + " AND state IN ('held', 'queued', 'sending', 'deferred'))")
                .mapTo(Boolean.class).one();
        if (waits) {
            throw Problem.of("duplicates.mail-waits");
        }
    }

    private static void facts(Handle h, List<Long> all, long stays, Map<Fact, Long> chosen, Instant at) {
        var from = Merges.proposed(all, facts(h, all));
        chosen.forEach((fact, contact) -> {
            if (all.contains(contact) && COLUMNS_OF.containsKey(fact)) {
                from.put(fact, contact);
            }
        });
        var sets = new ArrayList<String>();
        from.forEach((fact, contact) -> Objects.requireNonNull(COLUMNS_OF.get(fact))
                .forEach(column -> sets.add("%1$s = (SELECT %1$s FROM contact WHERE id = %2$d)".formatted(column, contact))));
        h.createUpdate("UPDATE contact SET %s other_addresses = :others, attributes = :attributes, changed_at = :at WHERE id = :stays"
                .formatted(sets.isEmpty() ? "" : String.join(", ", sets) + ","))
                .bind("others", Json.write(otherAddresses(h, all))).bind("attributes", Json.write(attributes(h, all)))
                .bind("at", at.toEpochMilli()).bind("stays", stays).execute();
    }

    private static List<String> otherAddresses(Handle h, List<Long> all) {
        var byCanonical = new LinkedHashMap<String, String>();
        for (long id : all) {
            h.createQuery("SELECT written_address, other_addresses FROM contact WHERE id = :id").bind("id", id).map((row, _) -> {
                byCanonical.putIfAbsent(new EmailAddress(row.getString(1)).canonical(), row.getString(1));
                Json.array(row.getString(2)).forEach(other -> byCanonical.putIfAbsent(new EmailAddress(other).canonical(), other));
                return id;
            }).one();
        }
        return byCanonical.values().stream().skip(1).toList();
    }

    /** His own first; another value under a header that he has stays beside it. */
    private static Map<String, String> attributes(Handle h, List<Long> all) {
        var united = new LinkedHashMap<String, String>();
        for (long id : all) {
            var own = Json.strings(h.createQuery("SELECT attributes FROM contact WHERE id = :id").bind("id", id).mapTo(String.class).one());
            own.forEach((header, value) -> {
                var free = header;
                for (int n = 2; united.containsKey(free) && !value.equals(united.get(free)); n++) {
                    free = header + " (" + n + ")";
                }
                united.put(free, value);
            });
        }
        return united;
    }

    /** What a person asked for goes with him; a mailbox that does not exist does not. */
    private static boolean suppress(Handle h, long stays, List<Long> others) {
        return h.createUpdate("""
                INSERT OR IGNORE INTO suppression (address, reason, detail, since)
                SELECT (SELECT address FROM contact WHERE id = :stays), s.reason, s.detail, s.since FROM suppression s JOIN contact c ON c.address = s.address
                WHERE c.id IN %s AND s.reason IN ('unsubscribed', 'complaint', 'erased', 'manual', 'imported')
                ORDER BY CASE s.reason WHEN 'erased' THEN 0 WHEN 'complaint' THEN 1 WHEN 'unsubscribed' THEN 2 ELSE 3 END LIMIT 1""".formatted(ids(others)))
            .bind("stays", stays).execute() == 1;
    }

    boolean undo(long merge) {
        return db.inTransaction(h -> {
            var found = h.createQuery("SELECT contact_id, deletion_id, at, before, given FROM merge WHERE id = :merge").bind("merge", merge)
                    .map((row, _) -> new Kept(row.getLong("contact_id"), row.getLong("deletion_id"), row.getLong("at"), row.getString("before"), Json.read(row.getString("given"), Given.class))).findOne();
            if (found.isEmpty()) {
                return false;
            }
            var kept = found.get();
            var gone = h.createQuery("SELECT contact_id FROM deleted_contact WHERE deletion_id = :deletion").bind("deletion", kept.deletion()).mapTo(Long.class).list();
            if (gone.isEmpty()) {
                return false;
            }
            takeBack(h, kept);
            h.createUpdate("DELETE FROM merged_address WHERE merge_id = :merge").bind("merge", merge).execute();
            DeletionStore.restore(h, kept.deletion(), gone);
            messages.moveBack(h, kept.given().messages().stream().filter(moved -> isThere(h, moved.from())).toList());
            h.createUpdate("DELETE FROM merge WHERE id = :merge").bind("merge", merge).execute();
            return true;
        });
    }

    List<Merges.Past> all(Instant since) {
        return db.withHandle(h -> h.createQuery("""
                SELECT merge.id, merge.at, coalesce(contact.name, contact.written_address) AS someone, count(*) AS others
                FROM merge JOIN contact ON contact.id = merge.contact_id JOIN deleted_contact ON deleted_contact.deletion_id = merge.deletion_id
                WHERE merge.at >= :since GROUP BY merge.id ORDER BY merge.at DESC, merge.id DESC""")
            .bind("since", since.toEpochMilli())
            .map((row, _) -> new Merges.Past(row.getLong("id"), Instant.ofEpochMilli(row.getLong("at")), row.getString("someone"), row.getInt("others") + 1)).list());
    }

    private record Kept(long contact, long deletion, long at, String before, Given given) {}

    private static boolean isThere(Handle h, long contact) {
        return h.createQuery("SELECT EXISTS (SELECT 1 FROM contact WHERE id = :id)").bind("id", contact).mapTo(Boolean.class).one();
    }

    /**
     * What was changed since stays as it is: a column, a note, the next step, and above all a wish of his own not to be written to.
     * Who was not changed since was last changed when he was before the merge: an import that brought him can still be taken back.
     */
    private static void takeBack(Handle h, Kept kept) {
        var sets = COLUMNS.stream().map(column -> "%1$s = CASE WHEN %1$s IS (:after ->> '%1$s') THEN :before ->> '%1$s' ELSE %1$s END".formatted(column)).collect(Collectors.joining(", "));
        var given = kept.given();
        h.createUpdate("UPDATE contact SET " + sets + " WHERE id = :id").bind("after", Json.write(given.after())).bind("before", kept.before()).bind("id", kept.contact()).execute();
        h.createUpdate("DELETE FROM list_member WHERE contact_id = :id AND list_id IN " + ids(given.lists())).bind("id", kept.contact()).execute();
        h.createUpdate("DELETE FROM contact_tag WHERE contact_id = :id AND tag_id IN " + ids(given.tags())).bind("id", kept.contact()).execute();
        h.createUpdate("DELETE FROM note WHERE contact_id = :id AND coalesce(edited_at, 0) <= :made AND id IN " + ids(given.notes())).bind("id", kept.contact()).bind("made", kept.at()).execute();
        if (given.nextStep()) {
            h.createUpdate("DELETE FROM next_step WHERE contact_id = :id AND set_at <= :made").bind("id", kept.contact()).bind("made", kept.at()).execute();
        }
        if (given.suppressed()) {
            h.createUpdate("""
                    DELETE FROM suppression WHERE address = (SELECT address FROM contact WHERE id = :id) AND reason <> 'erased' AND (reason, since) IN (
                        SELECT other.reason, other.since FROM suppression AS other JOIN deleted_contact ON deleted_contact.contact ->> 'address' = other.address
                        WHERE deleted_contact.deletion_id = :deletion)""").bind("id", kept.contact()).bind("deletion", kept.deletion()).execute();
        }
    }

    Map<Long, Map<Fact, String>> facts(List<Long> contacts) {
        return db.withHandle(h -> facts(h, contacts));
    }

    private static Map<Long, Map<Fact, String>> facts(Handle h, List<Long> contacts) {
        var facts = new TreeMap<Long, Map<Fact, String>>();
        h.createQuery("SELECT contact.*, nullif(company.name, company.domain) AS company FROM contact LEFT JOIN company ON company.id = contact.company_id WHERE contact.id IN " + ids(contacts))
                .map((row, _) -> {
                    var own = new EnumMap<Fact, String>(Fact.class);
                    for (var fact : Merges.CHOSEN) {
                        var value = row.getString(fact.key());
                        if (value != null && !value.isBlank()) {
                            own.put(fact, value);
                        }
                    }
                    facts.put(row.getLong("id"), own);
                    return own;
                }).list();
        return facts;
    }

    Optional<Long> mergedInto(String address) {
        return db.withHandle(h -> h.createQuery("SELECT contact_id FROM merged_address WHERE address = :address").bind("address", address).mapTo(Long.class).findOne());
    }

    private static String snapshot(Handle h, long contact) {
        return h.createQuery("SELECT " + SNAPSHOT + " FROM contact WHERE id = :id").bind("id", contact).mapTo(String.class).one();
    }

    private static List<Long> add(Handle h, String sql, long stays) {
        return h.createQuery(sql).bind("stays", stays).mapTo(Long.class).list();
    }

    /** Numbers alone: nothing that somebody wrote. */
    private static String ids(List<Long> contacts) {
        return contacts.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
