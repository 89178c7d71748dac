package app.caravel.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;

/**
 * The copies that are still to be made. They are read from the ledger behind a cursor, in one transaction with its move: what
 * was sent is copied whatever process sent it and however it ended, and sending itself writes nothing for it.
 */
final class DueCopies {

    private static final int BATCH = 500;
    private static final int FAR = 5_000;
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(24));

    private final Jdbi db;
    private final Map<Long, Long> numbers = new HashMap<>();
    private long after = -1;
    private long kept = -1;

    DueCopies(Database database) {
        this.db = database.jdbi();
    }

    private record Sent(long transition, long message, long campaign, long account, long at) {}

    /** @param facts of an account by its id */
    void collect(LongFunction<SentFacts> facts) {
        while (collectBatch(facts) == BATCH) {
            // the next one
        }
    }

    private int collectBatch(LongFunction<SentFacts> facts) {
        return db.withHandle(h -> {
            if (after < 0) {
                after = h.createQuery("SELECT min(after, (SELECT ifnull(max(id), 0) FROM transition)) FROM sent_copy_cursor").mapTo(Long.class).one();
                kept = after;
            }
            long last = h.createQuery("SELECT ifnull(max(id), 0) FROM transition").mapTo(Long.class).one();
            var sent = h.createQuery("""
                    SELECT t.id, m.id, m.campaign_id, m.account_id, t.at FROM transition t JOIN message m ON m.id = t.message_id
                    WHERE t.id > :after AND t.id <= :last AND t.state = 'sent' ORDER BY t.id LIMIT :limit""")
                    .bind("after", after).bind("last", last).bind("limit", BATCH)
                    .map((rs, _) -> new Sent(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4), rs.getLong(5))).list();
            long upTo = sent.size() == BATCH ? sent.getLast().transition() : last;
            var due = due(h, sent, facts);
            if (!due.isEmpty() || upTo - kept > FAR) {
                h.useTransaction(tx -> {
                    var insert = tx.prepareBatch("INSERT OR IGNORE INTO sent_copy_due (message_id, account_id, not_before) VALUES (?, ?, ?)");
                    due.forEach(row -> insert.add(row.message(), row.account(), row.at()));
                    if (!due.isEmpty()) {
                        insert.execute();
                    }
                    tx.execute("UPDATE sent_copy_cursor SET after = ?", upTo);
                });
                kept = upTo;
            }
            after = upTo;
            return sent.size();
        });
    }

    private List<Sent> due(Handle h, List<Sent> sent, LongFunction<SentFacts> facts) {
        var due = new ArrayList<Sent>();
        var known = new HashMap<Long, SentFacts>();
        for (var one : sent) {
            long before = numbers.computeIfAbsent(one.campaign(), id -> h.createQuery("""
                    SELECT count(*) FROM message m JOIN transition t ON t.message_id = m.id WHERE m.campaign_id = :id AND t.state = 'sent' AND t.id < :this""")
                    .bind("id", id).bind("this", one.transition()).mapTo(Long.class).one());
            numbers.put(one.campaign(), before + 1);
            var of = known.computeIfAbsent(one.account(), facts::apply);
            if (of.needsCopies() && of.wanted().takes(before + 1)) {
                due.add(one);
            }
        }
        return due;
    }

    /** The accounts that have copies due now. */
    List<Long> accounts(Instant now) {
        return db.withHandle(h -> h.createQuery("SELECT DISTINCT account_id FROM sent_copy_due WHERE not_before <= :now").bind("now", now.toEpochMilli()).mapTo(Long.class).list());
    }

    /** The message of an account's next copy. */
    Optional<Long> next(long accountId, Instant now) {
        return db.withHandle(h -> h.createQuery("SELECT message_id FROM sent_copy_due WHERE account_id = :id AND not_before <= :now ORDER BY not_before, message_id LIMIT 1")
                .bind("id", accountId).bind("now", now.toEpochMilli()).mapTo(Long.class).findOne());
    }

    void done(long messageId) {
        db.useHandle(h -> h.execute("DELETE FROM sent_copy_due WHERE message_id = ?", messageId));
    }

    /** None of an account's copies is needed any more. */
    void dropAll(long accountId) {
        db.useHandle(h -> h.execute("DELETE FROM sent_copy_due WHERE account_id = ?", accountId));
    }

    /** Not yet: nothing went wrong. */
    void wait(long messageId, Instant until) {
        db.useHandle(h -> h.execute("UPDATE sent_copy_due SET not_before = ? WHERE message_id = ?", until.toEpochMilli(), messageId));
    }

    /** One copy could not be made: later again, so often. */
    void putOff(long messageId, Instant now) {
        putOff("message_id", messageId, now);
    }

    /** None of an account's copies can be made now. */
    void putOffAll(long accountId, Instant now) {
        putOff("account_id", accountId, now);
    }

    private void putOff(String column, long id, Instant now) {
        db.useTransaction(h -> {
            h.execute("DELETE FROM sent_copy_due WHERE " + column + " = ? AND attempts >= ?", id, WAITS.size());
            for (int attempt = WAITS.size() - 1; attempt >= 0; attempt--) {
                h.execute("UPDATE sent_copy_due SET attempts = attempts + 1, not_before = ? WHERE " + column + " = ? AND attempts = ? AND not_before <= ?",
                        now.plus(WAITS.get(attempt)).toEpochMilli(), id, attempt, now.toEpochMilli());
            }
        });
    }

    /** How many are to be made that did not fail yet. */
    int fresh() {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM sent_copy_due WHERE attempts = 0").mapTo(Integer.class).one());
    }

    int all() {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM sent_copy_due").mapTo(Integer.class).one());
    }
}
