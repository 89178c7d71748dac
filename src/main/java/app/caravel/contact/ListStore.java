package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

import app.caravel.store.Json;

/** Lists and who is in them. Names are unique whatever their case. */
final class ListStore {

    private static final String WITH_SIZE = """
            SELECT id, name, (SELECT count(*) FROM list_member WHERE list_id = list.id) AS size FROM list
            """;

    private final Jdbi jdbi;

    ListStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ContactList> find(String name) {
        return jdbi.withHandle(h -> h.createQuery(WITH_SIZE + "WHERE name = :name").bind("name", name).map(ListStore::read).findOne());
    }

    Optional<ContactList> find(long id) {
        return jdbi.withHandle(h -> h.createQuery(WITH_SIZE + "WHERE id = :id").bind("id", id).map(ListStore::read).findOne());
    }

    List<ContactList> all() {
        return jdbi.withHandle(h -> h.createQuery(WITH_SIZE + "ORDER BY name").map(ListStore::read).list());
    }

    List<ContactList> ofContact(long contactId) {
        return jdbi.withHandle(h -> h.createQuery(WITH_SIZE + "WHERE id IN (SELECT list_id FROM list_member WHERE contact_id = :contact) ORDER BY name")
                .bind("contact", contactId).map(ListStore::read).list());
    }

    void create(String name, Instant at) {
        jdbi.useHandle(h -> create(h, name, at));
    }

    /** The list's id, whether it was there or not. */
    long create(Handle h, String name, Instant at) {
        h.createUpdate("INSERT INTO list (name, created_at) VALUES (:name, :at) ON CONFLICT (name) DO NOTHING").bind("name", name).bind("at", at.toEpochMilli()).execute();
        return h.createQuery("SELECT id FROM list WHERE name = :name").bind("name", name).mapTo(Long.class).one();
    }

    void rename(long id, String name) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE list SET name = :name WHERE id = :id").bind("name", name).bind("id", id).execute());
    }

    void delete(long id) {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM list WHERE id = :id").bind("id", id).execute());
    }

    /** Those who were not in it before. */
    List<Long> addNew(long listId, Collection<Long> contacts, Instant at) {
        return jdbi.inTransaction(h -> h.createQuery("""
                INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at)
                SELECT :list, contact.id, :at FROM contact WHERE contact.id IN (SELECT value FROM json_each(:contacts)) RETURNING contact_id""")
            .bind("list", listId).bind("at", at.toEpochMilli()).bind("contacts", Json.write(contacts)).mapTo(Long.class).list());
    }

    int remove(long listId, Collection<Long> contacts) {
        return jdbi.inTransaction(h -> {
            var batch = h.prepareBatch("DELETE FROM list_member WHERE list_id = :list AND contact_id = :contact");
            contacts.forEach(contact -> batch.bind("list", listId).bind("contact", contact).add());
            return sum(batch.execute());
        });
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static ContactList read(ResultSet row, StatementContext context) throws SQLException {
        return new ContactList(row.getLong("id"), row.getString("name"), row.getInt("size"));
    }
}
