package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;

import org.jdbi.v3.core.Jdbi;

import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Tags on contacts. A name is known whatever its case. */
public final class Tags {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 5_000;

    private static final String WITH_SIZE = "SELECT id, name, (SELECT count(*) FROM contact_tag WHERE tag_id = tag.id) AS size FROM tag ";

    private final Jdbi db;
    private final Clock clock;

    public Tags(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    /** By name; those that nobody wears too. */
    public List<Tag> all() {
        return db.withHandle(h -> h.createQuery(WITH_SIZE + "ORDER BY name").map((row, _) -> tag(row)).list());
    }

    public List<Tag> ofContact(long contact) {
        return db.withHandle(h -> h.createQuery(WITH_SIZE + "WHERE id IN (SELECT tag_id FROM contact_tag WHERE contact_id = :contact) ORDER BY name")
                .bind("contact", contact).map((row, _) -> tag(row)).list());
    }

    /**
     * The tag of that name, made where there is none.
     *
     * @throws Problem where the name is empty
     */
    public Tag create(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw Problem.of("person.tag-without-name");
        }
        return db.inTransaction(h -> {
            h.createUpdate("INSERT INTO tag (name, created_at) VALUES (:name, :at) ON CONFLICT (name) DO NOTHING").bind("name", stripped)
                    .bind("at", clock.millis()).execute();
            return h.createQuery(WITH_SIZE + "WHERE name = :name").bind("name", stripped).map((row, _) -> tag(row)).one();
        });
    }

    /** Who did not wear it before: to be taken off again when it is undone. */
    public List<Long> add(long tag, Collection<Long> contacts) {
        return contacts.stream().gather(Gatherers.windowFixed(PART)).flatMap(part -> db.inTransaction(h -> h.createQuery("""
                INSERT OR IGNORE INTO contact_tag (tag_id, contact_id, added_at)
                SELECT :tag, contact.id, :at FROM contact WHERE contact.id IN (SELECT value FROM json_each(:contacts)) RETURNING contact_id""")
                .bind("tag", tag).bind("at", clock.millis()).bind("contacts", Json.write(part)).mapTo(Long.class).list()).stream()).toList();
    }

    /** Who wore it. */
    public List<Long> remove(long tag, Collection<Long> contacts) {
        return contacts.stream().gather(Gatherers.windowFixed(PART)).flatMap(part -> db.inTransaction(h -> h.createQuery("""
                DELETE FROM contact_tag WHERE tag_id = :tag AND contact_id IN (SELECT value FROM json_each(:contacts)) RETURNING contact_id""")
                .bind("tag", tag).bind("contacts", Json.write(part)).mapTo(Long.class).list()).stream()).toList();
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(row.getLong("id"), row.getString("name"), row.getInt("size"));
    }
}
