package app.caravel.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.Cursor;
import app.caravel.protocol.TokenKey;
import app.caravel.reason.Reason;
import app.caravel.store.Json;

/** The one row about the paired tracker: its keys, how far it was read, how it stands. */
final class TrackerStore {

    private final Jdbi db;

    TrackerStore(Jdbi db) {
        this.db = db;
    }

    Optional<PairedTracker> find() {
        return db.withHandle(h -> h.createQuery("SELECT base_url, workspace, key_id, key, api_key FROM tracker")
                .map((row, _) -> new PairedTracker(row.getString("base_url"), row.getInt("workspace"),
                        new TokenKey(row.getInt("key_id"), row.getBytes("key")), row.getString("api_key")))
                .findOne());
    }

    /** Replaces the tracker; the new one is read from its beginning, which does no harm where it was read already. */
    void put(PairedTracker tracker, Instant at) {
        db.useHandle(h -> h.createUpdate("""
                INSERT OR REPLACE INTO tracker (id, base_url, workspace, key_id, key, api_key, paired_at)
                VALUES (1, :base, :workspace, :keyId, :key, :apiKey, :at)""")
            .bind("base", tracker.baseUrl()).bind("workspace", tracker.workspace()).bind("keyId", tracker.key().id())
            .bind("key", tracker.key().secret()).bind("apiKey", tracker.apiKey()).bind("at", at.toEpochMilli()).execute());
    }

    void remove() {
        db.useHandle(h -> h.execute("DELETE FROM tracker"));
    }

    Optional<Cursor> cursor() {
        return db.withHandle(h -> h.createQuery("SELECT epoch, sequence FROM tracker WHERE epoch IS NOT NULL")
                .map((row, _) -> new Cursor(row.getString("epoch"), row.getLong("sequence"))).findOne());
    }

    /** Moves the cursor on, never back within an epoch. False where the workspace was paired with another tracker meanwhile. */
    boolean advance(Handle h, PairedTracker tracker, Cursor cursor) {
        return h.createUpdate("""
                UPDATE tracker SET sequence = CASE WHEN epoch = :epoch THEN max(sequence, :sequence) ELSE :sequence END, epoch = :epoch
                WHERE base_url = :base AND workspace = :workspace""")
            .bind("epoch", cursor.epoch()).bind("sequence", cursor.sequence())
            .bind("base", tracker.baseUrl()).bind("workspace", tracker.workspace()).execute() == 1;
    }

    /**
     * @param latency null: the answer had waited for an event, so nothing was measured
     */
    void reached(Instant at, @Nullable Duration latency) {
        db.useHandle(h -> h.createUpdate("""
                UPDATE tracker SET reached_at = :at, latency_ms = coalesce(:latency, latency_ms), failing_since = NULL, problem = NULL""")
            .bind("at", at.toEpochMilli()).bind("latency", latency == null ? null : latency.toMillis()).execute());
    }

    void failed(Instant at, Reason problem) {
        db.useHandle(h -> h.createUpdate("UPDATE tracker SET failing_since = coalesce(failing_since, :at), problem = :problem")
            .bind("at", at.toEpochMilli()).bind("problem", Json.write(problem)).execute());
    }

    Optional<TrackerStatus> status() {
        return db.withHandle(h -> h.createQuery("SELECT base_url, paired_at, reached_at, latency_ms, failing_since, problem FROM tracker")
                .map((row, _) -> status(row)).findOne());
    }

    private static TrackerStatus status(ResultSet row) throws SQLException {
        var latency = number(row, "latency_ms");
        var problem = row.getString("problem");
        return new TrackerStatus(row.getString("base_url"), Instant.ofEpochMilli(row.getLong("paired_at")), instant(row, "reached_at"),
                latency == null ? null : Duration.ofMillis(latency), instant(row, "failing_since"), problem == null ? null : Json.reason(problem));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
