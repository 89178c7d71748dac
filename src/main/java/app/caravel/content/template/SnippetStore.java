package app.caravel.content.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

import app.caravel.content.design.DesignJson;

/** The snippet table. */
final class SnippetStore {

    private final Jdbi db;

    SnippetStore(Jdbi db) {
        this.db = db;
    }

    List<Snippet> all() {
        return db.withHandle(h -> h.createQuery("SELECT * FROM snippet ORDER BY name").map((rs, _) -> snippet(rs)).list());
    }

    Optional<Snippet> find(long id) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM snippet WHERE id = :id").bind("id", id).map((rs, _) -> snippet(rs)).findOne());
    }

    Optional<Snippet> find(String name) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM snippet WHERE name = :name").bind("name", name).map((rs, _) -> snippet(rs)).findOne());
    }

    long insert(Snippet snippet) {
        return db.withHandle(h -> bound(h.createUpdate("""
                INSERT INTO snippet (id, name, blocks, archived, changed_at) VALUES (nullif(:id, 0), :name, :blocks, :archived, :at)"""), snippet)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    void update(Snippet snippet) {
        db.useHandle(h -> bound(h.createUpdate("UPDATE snippet SET name = :name, blocks = :blocks, archived = :archived, changed_at = :at WHERE id = :id"), snippet).execute());
    }

    void delete(long id) {
        db.useHandle(h -> h.execute("DELETE FROM snippet WHERE id = ?", id));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Snippet s) {
        return statement.bind("id", s.id()).bind("name", s.name()).bind("blocks", DesignJson.writeBlocks(s.blocks())).bind("archived", s.archived())
                .bind("at", s.changedAt().toEpochMilli());
    }

    private static Snippet snippet(ResultSet rs) throws SQLException {
        return new Snippet(rs.getLong("id"), rs.getString("name"), DesignJson.readBlocks(rs.getString("blocks")), rs.getBoolean("archived"), Instant.ofEpochMilli(rs.getLong("changed_at")));
    }
}
