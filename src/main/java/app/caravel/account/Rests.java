package app.caravel.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Accounts at rest: nothing leaves by them, and nobody probes whether it would. */
public final class Rests {

    private final Jdbi db;

    public Rests(Database database) {
        this.db = database.jdbi();
    }

    /**
     * An account at rest.
     *
     * @param until when it goes on by itself; null: a person lets it go on
     */
    public record Rest(Instant since, @Nullable Instant until, Reason why) {

        /** Whether it is over at that time. */
        public boolean isOver(Instant now) {
            return until != null && !until.isAfter(now);
        }

        /** Whether nobody has to do anything: it ends by itself, or a person wanted it. */
        public boolean isPassing() {
            return until != null || isByHand();
        }

        public boolean isByHand() {
            return why.key().equals("breaker.by-hand");
        }
    }

    /** The account's rest, one that is over included. */
    public Optional<Rest> of(long accountId) {
        return Optional.ofNullable(all().get(accountId));
    }

    /** By account; those that are over included. */
    public Map<Long, Rest> all() {
        return db.withHandle(h -> {
            var rests = new HashMap<Long, Rest>();
            h.createQuery("SELECT * FROM account_rest").map((rs, _) -> {
                long until = rs.getLong("until");
                boolean open = rs.wasNull();
                return rests.put(rs.getLong("account_id"), new Rest(Instant.ofEpochMilli(rs.getLong("since")), open ? null : Instant.ofEpochMilli(until), Json.reason(rs.getString("reason"))));
            }).list();
            return rests;
        });
    }

    /** Puts an account to rest; one that rests longer already goes on resting. */
    public void begin(long accountId, Rest rest) {
        var until = rest.until();
        db.useHandle(h -> h.createUpdate("""
                INSERT INTO account_rest (account_id, since, until, reason) VALUES (:id, :since, :until, :reason)
                ON CONFLICT (account_id) DO UPDATE SET since = excluded.since, until = excluded.until, reason = excluded.reason
                WHERE account_rest.until IS NOT NULL AND (excluded.until IS NULL OR excluded.until > account_rest.until)""")
            .bind("id", accountId).bind("since", rest.since().toEpochMilli()).bind("until", until == null ? null : until.toEpochMilli())
            .bind("reason", Json.write(rest.why())).execute());
    }

    /** A person lets it go on. */
    public void end(long accountId) {
        db.useHandle(h -> h.execute("DELETE FROM account_rest WHERE account_id = ?", accountId));
    }
}
