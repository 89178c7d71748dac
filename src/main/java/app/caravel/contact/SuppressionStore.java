package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Json;

/** Suppressed addresses. One row an address; the first reason wins, but for one given by hand. */
final class SuppressionStore {

    private final Jdbi jdbi;

    SuppressionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean add(String address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return jdbi.inTransaction(h -> {
            boolean added = with(h, "INSERT OR IGNORE INTO suppression (address, reason, detail, since) VALUES (:address, :reason, :detail, :at)", address, reason, detail, at);
            if (!added && reason != SuppressionReason.MANUAL) {
                with(h, "UPDATE suppression SET reason = :reason, detail = :detail, since = :at WHERE address = :address AND reason = 'manual'", address, reason, detail, at);
            }
            return added;
        });
    }

    private static boolean with(Handle handle, String sql, String address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return handle.createUpdate(sql).bind("address", address).bind("reason", reason.key()).bind("detail", detail).bind("at", at.toEpochMilli()).execute() == 1;
    }

    List<String> addContacts(List<Long> contacts, SuppressionReason reason, Instant at) {
        return jdbi.inTransaction(h -> h.createQuery("""
                INSERT OR IGNORE INTO suppression (address, reason, since)
                SELECT contact.address, :reason, :at FROM contact WHERE contact.id IN (SELECT value FROM json_each(:contacts)) RETURNING address""")
            .bind("reason", reason.key()).bind("at", at.toEpochMilli()).bind("contacts", Json.write(contacts)).mapTo(String.class).list());
    }

    void removeByHand(List<String> addresses) {
        jdbi.useTransaction(h -> h.createUpdate("DELETE FROM suppression WHERE reason = 'manual' AND address IN (SELECT value FROM json_each(:addresses))")
                .bind("addresses", Json.write(addresses)).execute());
    }

    boolean remove(String address) {
        return jdbi.withHandle(h -> h.createUpdate("DELETE FROM suppression WHERE address = :address").bind("address", address).execute() == 1);
    }

    Optional<Suppression> find(String address) {
        return jdbi.withHandle(h -> h.createQuery("SELECT address, reason, detail, since FROM suppression WHERE address = :address")
                .bind("address", address).map(SuppressionStore::read).findOne());
    }

    Map<String, SuppressionReason> ofList(long listId) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT s.address, s.reason FROM list_member m JOIN contact c ON c.id = m.contact_id JOIN suppression s ON s.address = c.address
                WHERE m.list_id = :list""").bind("list", listId)
            .map((row, _) -> Map.entry(row.getString("address"), SuppressionReason.ofKey(row.getString("reason")))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    List<Suppression> page(@Nullable SuppressionReason reason, int offset, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT address, reason, detail, since FROM suppression
                WHERE :reason IS NULL OR reason = :reason ORDER BY since DESC, address LIMIT :limit OFFSET :offset""")
            .bind("reason", reason == null ? null : reason.key()).bind("limit", limit).bind("offset", offset)
            .map(SuppressionStore::read).list());
    }

    Map<SuppressionReason, Integer> counts() {
        var counts = new EnumMap<SuppressionReason, Integer>(SuppressionReason.class);
        jdbi.useHandle(h -> h.createQuery("SELECT reason, count(*) AS n FROM suppression GROUP BY reason")
                .map((row, _) -> Map.entry(SuppressionReason.ofKey(row.getString("reason")), row.getInt("n")))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    private static Suppression read(ResultSet row, StatementContext context) throws SQLException {
        return new Suppression(
                row.getString("address"),
                SuppressionReason.ofKey(row.getString("reason")),
                row.getString("detail"),
                Instant.ofEpochMilli(row.getLong("since")));
    }
}
