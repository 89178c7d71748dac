package app.caravel.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Verdicts as they are stored: derived from the events, written where they have changed. */
public final class Verdicts {

    /** So many messages are judged in one transaction, which therefore stays short. */
    private static final int AT_ONCE = 200;

    private final Jdbi db;
    private final Clock clock;

    Verdicts(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    private record Stored(Sign sign, @Nullable Instant sentAt, @Nullable String verdict, @Nullable String reasons, int rule) {}

    /** Judges messages anew, within the caller's transaction; returns the events whose verdict is another one now. */
    List<Long> judge(Handle h, Collection<Long> messages) {
        var changed = new ArrayList<Long>();
        if (messages.isEmpty()) {
            return changed;
        }
        var byMessage = new LinkedHashMap<Long, List<Stored>>();
        h.createQuery("""
                SELECT e.id, e.message_id, e.kind, e.at, e.link, e.method, e.user_agent, e.prefetch, e.network, m.sent_at, v.verdict, v.reasons, v.rule
                FROM event e JOIN message m ON m.id = e.message_id LEFT JOIN verdict v ON v.event_id = e.id
                WHERE e.message_id IN (<messages>) AND m.contact_id > 0""") // who was erased left no signs to judge by: what was believed stays
            .bindList("messages", new ArrayList<>(messages))
            .map((row, _) -> byMessage.computeIfAbsent(row.getLong("message_id"), _ -> new ArrayList<>()).add(stored(row))).list();
        var batch = h.prepareBatch("""
                INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (:id, :verdict, :reasons, :rule)
                ON CONFLICT (event_id) DO UPDATE SET verdict = excluded.verdict, reasons = excluded.reasons, rule = excluded.rule""");
        for (var events : byMessage.values()) {
            var verdicts = Classifier.judge(events.getFirst().sentAt, events.stream().map(Stored::sign).toList(), clock.instant());
            for (var event : events) {
                var verdict = Objects.requireNonNull(verdicts.get(event.sign.id()));
                var word = verdict.belief().word();
                var reasons = Json.write(verdict.reasons());
                if (!word.equals(event.verdict)) {
                    changed.add(event.sign.id());
                }
                if (!word.equals(event.verdict) || !reasons.equals(event.reasons) || event.rule != Classifier.RULE) {
                    batch.bind("id", event.sign.id()).bind("verdict", word).bind("reasons", reasons).bind("rule", Classifier.RULE).add();
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        return changed;
    }

    /** Judges what was too fresh and is not any more; returns the events whose verdict is another one now. */
    public List<Long> settle() {
        return judgeInSteps("""
                SELECT DISTINCT e.message_id FROM verdict v JOIN event e ON e.id = v.event_id
                WHERE v.verdict = 'pending' AND e.at <= :ripe AND e.message_id > :after ORDER BY e.message_id LIMIT :limit""");
    }

    /** When the next pending event can be judged. */
    Optional<Instant> nextRipe() {
        return db.withHandle(h -> h.createQuery("SELECT min(e.at) FROM verdict v JOIN event e ON e.id = v.event_id WHERE v.verdict = 'pending'")
                .mapTo(Long.class).findOne()).map(at -> Instant.ofEpochMilli(at).plus(Classifier.BURST_MAY_COME));
    }

    /** Judges all events anew, as after a change of the rules. */
    public void rejudgeAll() {
        judgeInSteps("SELECT DISTINCT message_id FROM event WHERE message_id > :after AND :ripe > 0 ORDER BY message_id LIMIT :limit");
    }

    private List<Long> judgeInSteps(String messages) {
        var changed = new ArrayList<Long>();
        long ripe = clock.instant().minus(Classifier.BURST_MAY_COME).toEpochMilli();
        for (long after = 0; after >= 0;) {
            long from = after;
            after = db.inTransaction(h -> {
                var ids = h.createQuery(messages).bind("ripe", ripe).bind("after", from).bind("limit", AT_ONCE).mapTo(Long.class).list();
                changed.addAll(judge(h, ids));
                return ids.isEmpty() ? -1L : ids.getLast();
            });
        }
        return changed;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        int link = row.getInt("link");
        boolean hasLink = !row.wasNull();
        long sent = row.getLong("sent_at");
        var sentAt = row.wasNull() ? null : Instant.ofEpochMilli(sent);
        var network = row.getString("network");
        var sign = new Sign(row.getLong("id"), RawEvent.Kind.of(row.getString("kind")), Instant.ofEpochMilli(row.getLong("at")),
                hasLink ? (Integer) link : null, row.getString("method"), row.getString("user_agent"), row.getBoolean("prefetch"),
                network == null ? "" : network);
        return new Stored(sign, sentAt, row.getString("verdict"), row.getString("reasons"), row.getInt("rule"));
    }
}
