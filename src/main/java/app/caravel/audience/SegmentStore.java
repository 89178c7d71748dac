package app.caravel.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Segments as they stand in the database: a name and one line of the query language. */
final class SegmentStore {

    private final Jdbi jdbi;

    SegmentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Segment> all() {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM segment ORDER BY name").map(SegmentStore::read).list());
    }

    Optional<Segment> find(long id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM segment WHERE id = :id").bind("id", id).map(SegmentStore::read).findOne());
    }

    Optional<Segment> find(String name) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM segment WHERE name = :name").bind("name", name).map(SegmentStore::read).findOne());
    }

    long create(String name, Query query, Instant at) {
        return jdbi.withHandle(h -> h.createQuery("INSERT INTO segment (name, query, created_at, changed_at) VALUES (:name, :query, :at, :at) RETURNING id")
                .bind("name", name).bind("query", query.text()).bind("at", at.toEpochMilli()).mapTo(Long.class).one());
    }

    void change(long id, String name, Query query, Instant at) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE segment SET name = :name, query = :query, changed_at = :at WHERE id = :id")
                .bind("id", id).bind("name", name).bind("query", query.text()).bind("at", at.toEpochMilli()).execute());
    }

    void delete(long id) {
        jdbi.useHandle(h -> h.execute("DELETE FROM segment WHERE id = ?", id));
    }

    void restore(Segment segment, Instant at) {
        jdbi.useHandle(h -> h.createUpdate("INSERT OR IGNORE INTO segment (id, name, query, created_at, changed_at) VALUES (:id, :name, :query, :at, :at)")
                .bind("id", segment.id()).bind("name", segment.name()).bind("query", segment.query().text()).bind("at", at.toEpochMilli()).execute());
    }

    private static Segment read(ResultSet row, StatementContext context) throws SQLException {
        return new Segment(row.getLong("id"), row.getString("name"), QueryParser.parse(row.getString("query")).get());
    }
}
