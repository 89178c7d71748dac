package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** Notes on contacts. Deleted and changed ones can be put back by what is handed on. */
public final class Notes {

    private final Jdbi db;
    private final Clock clock;

    public Notes(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    /** Newest first. */
    public List<Note> of(long contact) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM note WHERE contact_id = :contact ORDER BY at DESC, id DESC").bind("contact", contact)
                .map((row, _) -> note(row)).list());
    }

    /** Empty where the contact is gone. */
    public Optional<Note> add(long contact, String text) {
        return db.withHandle(h -> h.createQuery("""
                INSERT INTO note (contact_id, at, text) SELECT id, :at, :text FROM contact WHERE id = :contact RETURNING *""")
                .bind("contact", contact).bind("at", clock.instant().toEpochMilli()).bind("text", text.strip()).map((row, _) -> note(row)).findOne());
    }

    /** What it said before; empty where it is gone. */
    public Optional<Note> change(long id, String text) {
        return db.inTransaction(h -> {
            var before = h.createQuery("SELECT * FROM note WHERE id = :id").bind("id", id).map((row, _) -> note(row)).findOne();
            h.createUpdate("UPDATE note SET text = :text, edited_at = :at WHERE id = :id").bind("text", text.strip()).bind("at", clock.instant().toEpochMilli())
                    .bind("id", id).execute();
            return before;
        });
    }

    public Optional<Note> delete(long id) {
        return db.withHandle(h -> h.createQuery("DELETE FROM note WHERE id = :id RETURNING *").bind("id", id).map((row, _) -> note(row)).findOne());
    }

    /** Makes a note as it was, deleted or changed. */
    public void putBack(Note note) {
        db.useHandle(h -> h.createUpdate("""
                INSERT INTO note (id, contact_id, at, text, edited_at) SELECT :id, contact.id, :at, :text, :edited FROM contact WHERE contact.id = :contact
                ON CONFLICT (id) DO UPDATE SET text = excluded.text, edited_at = excluded.edited_at""")
                .bind("id", note.id()).bind("contact", note.contact()).bind("at", note.at().toEpochMilli()).bind("text", note.text())
                .bind("edited", note.edited() instanceof Instant edited ? (Long) edited.toEpochMilli() : null).execute());
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(row.getLong("id"), row.getLong("contact_id"), Instant.ofEpochMilli(row.getLong("at")), row.getString("text"), edited(row));
    }

    private static @Nullable Instant edited(ResultSet row) throws SQLException {
        long at = row.getLong("edited_at");
        return row.wasNull() ? null : Instant.ofEpochMilli(at);
    }
}
