package app.caravel.content.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import tools.jackson.core.type.TypeReference;

import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.store.Json;

/** The template table. */
final class TemplateStore {

    private final Jdbi db;

    TemplateStore(Jdbi db) {
        this.db = db;
    }

    List<OwnTemplate> all() {
        return db.withHandle(h -> h.createQuery("SELECT * FROM template ORDER BY changed_at DESC, id DESC").map((rs, _) -> template(rs)).list());
    }

    Optional<OwnTemplate> find(long id) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM template WHERE id = :id").bind("id", id).map((rs, _) -> template(rs)).findOne());
    }

    Optional<OwnTemplate> find(String name) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM template WHERE name = :name").bind("name", name).map((rs, _) -> template(rs)).findOne());
    }

    /** Under its own id where it has one: what was deleted comes back as what it was. */
    long insert(OwnTemplate template) {
        return db.withHandle(h -> bound(h.createUpdate("""
                INSERT INTO template (id, name, subject, html, text, original_kind, original, for_whom, note, archived, changed_at, variants)
                VALUES (nullif(:id, 0), :name, :subject, :html, :text, :kind, :original, :forWhom, :note, :archived, :at, :variants)"""), template)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** The picture goes where the mail itself changed. */
    void update(OwnTemplate template) {
        db.useHandle(h -> bound(h.createUpdate("""
                UPDATE template SET picture = CASE WHEN html = :html THEN picture END, name = :name, subject = :subject, html = :html, text = :text, original_kind = :kind,
                       original = :original, for_whom = :forWhom, note = :note, archived = :archived, changed_at = :at, variants = :variants
                WHERE id = :id"""), template).execute());
    }

    boolean delete(long id) {
        return db.withHandle(h -> h.execute("DELETE FROM template WHERE id = ?", id)) == 1;
    }

    Optional<byte[]> picture(long id) {
        return db.withHandle(h -> h.createQuery("SELECT picture FROM template WHERE id = :id AND picture IS NOT NULL").bind("id", id).mapTo(byte[].class).findOne());
    }

    void keepPicture(long id, byte[] png) {
        db.useHandle(h -> h.createUpdate("UPDATE template SET picture = :png WHERE id = :id").bind("png", png).bind("id", id).execute());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, OwnTemplate t) {
        return statement.bind("id", t.id()).bind("name", t.name()).bind("subject", t.subject()).bind("html", t.html()).bind("text", t.text())
                .bind("kind", t.original().kind().key()).bind("original", t.original().source()).bind("forWhom", t.forWhom()).bind("note", t.note()).bind("archived", t.archived())
                .bind("at", t.changedAt().toEpochMilli()).bind("variants", Json.write(t.variants()));
    }

    private static OwnTemplate template(ResultSet rs) throws SQLException {
        return new OwnTemplate(rs.getLong("id"), rs.getString("name"), rs.getString("subject"), rs.getString("html"), rs.getString("text"),
                new Original(Original.Kind.of(rs.getString("original_kind")), rs.getString("original")), rs.getString("for_whom"), rs.getString("note"), rs.getBoolean("archived"),
                Instant.ofEpochMilli(rs.getLong("changed_at")), Json.read(rs.getString("variants"), new TypeReference<List<Variant>>() {}));
    }
}
