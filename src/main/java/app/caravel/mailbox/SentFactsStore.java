package app.caravel.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** What is known and wanted of accounts' Sent folders. */
public final class SentFactsStore {

    private final Jdbi db;

    public SentFactsStore(Database database) {
        this.db = database.jdbi();
    }

    public SentFacts of(long accountId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM account_sent_copy WHERE account_id = :id").bind("id", accountId).map((rs, _) -> facts(rs)).findOne()).orElse(SentFacts.NONE);
    }

    /** Keeps which mails are to be copied there. */
    public void want(long accountId, SentFacts.Wanted wanted) {
        put(accountId, "wanted", wanted.key());
    }

    /** Keeps whether what a person sends counts; what was read before is forgotten where it does not. */
    public void countByHand(long accountId, boolean on) {
        put(accountId, "count_by_hand", on ? 1 : 0);
        put(accountId, "by_hand_at", null);
        if (!on) {
            db.useHandle(h -> h.execute("DELETE FROM mailbox_sent WHERE account_id = ?", accountId));
        }
    }

    void found(long accountId, SentFacts.Keeps keeps, Instant at) {
        put(accountId, "provider_keeps", keeps.key());
        put(accountId, "checked_at", at.toEpochMilli());
        problem(accountId, null);
    }

    void problem(long accountId, @Nullable Reason why) {
        put(accountId, "problem", why == null ? null : Json.write(why));
    }

    /** @param column one of the table's, never from outside */
    private void put(long accountId, String column, @Nullable Object value) {
        db.useHandle(h -> h.createUpdate("INSERT INTO account_sent_copy (account_id, " + column + ") SELECT id, :value FROM account WHERE id = :id"
                + " ON CONFLICT (account_id) DO UPDATE SET " + column + " = excluded." + column).bind("id", accountId).bind("value", value).execute());
    }

    private static SentFacts facts(ResultSet rs) throws SQLException {
        var problem = rs.getString("problem");
        return new SentFacts(SentFacts.Keeps.valueOf(rs.getString("provider_keeps").toUpperCase(Locale.ROOT)), time(rs, "checked_at"), SentFacts.Wanted.of(rs.getString("wanted")),
                problem == null ? null : Json.reason(problem), rs.getBoolean("count_by_hand"), time(rs, "by_hand_at"));
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        long at = rs.getLong(column);
        return rs.wasNull() ? null : Instant.ofEpochMilli(at);
    }
}
