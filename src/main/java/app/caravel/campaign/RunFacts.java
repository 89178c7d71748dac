package app.caravel.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.smtp.ServerMeaning;
import app.caravel.smtp.ServerWords;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** What a run has done and what it waits for, read from the ledger: by account, by the recipients' providers, and what servers said against it. */
public final class RunFacts {

    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int PROVIDERS = 100;
    private static final int ANSWERS = 500;
    private static final int WORDS = 3;

    private final Jdbi db;
    private final Clock clock;

    public RunFacts(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    /**
     * One account's share.
     *
     * @param waiting what is still to go, deferred ones included
     * @param perHour mails an hour over the last ten minutes, 0 where nothing can be said
     */
    public record OfAccount(long accountId, int sent, int waiting, int deferred, int perHour) {}

    /**
     * The recipients whose mail one provider takes.
     *
     * @param host the provider's key where it is known, else null
     * @param domain of the recipients; one of several where the provider is known
     * @param until when the next deferred one is tried again
     */
    public record OfProvider(@Nullable String host, String domain, int sent, int all, int deferred, @Nullable Instant until) {}

    /**
     * Answers that mean the same.
     *
     * @param means in plain words
     * @param putOff whether the mails are tried again
     * @param mails how many got such an answer
     * @param words some of the servers' own, the newest first
     * @param recipient who got the newest
     */
    public record Refusal(Reason means, boolean putOff, int mails, Instant last, List<String> words, String recipient) {

        public Refusal {
            words = List.copyOf(words);
        }
    }

    public List<OfAccount> accounts(long campaignId) {
        var since = clock.instant().minus(LATELY).toEpochMilli();
        return db.withHandle(h -> h.createQuery("""
                SELECT account_id, count(*) FILTER (WHERE sent_at IS NOT NULL) AS sent, count(*) FILTER (WHERE state IN ('queued', 'sending', 'deferred')) AS waiting,
                       count(*) FILTER (WHERE state = 'deferred') AS deferred, count(*) FILTER (WHERE sent_at > :since) AS lately,
                       min(sent_at) FILTER (WHERE sent_at > :since) AS first
                FROM message WHERE campaign_id = :id AND state NOT IN ('suppressed', 'held') GROUP BY account_id ORDER BY account_id""")
                .bind("id", campaignId).bind("since", since)
                .map((rs, _) -> new OfAccount(rs.getLong("account_id"), rs.getInt("sent"), rs.getInt("waiting"), rs.getInt("deferred"), perHour(rs.getInt("lately"), rs.getLong("first"))))
                .list());
    }

    /** What comes after the first mail, over the time since it. */
    private int perHour(int lately, long first) {
        long millis = clock.millis() - first;
        return lately < 2 || millis < 1_000 ? 0 : (int) Math.round((lately - 1) * 3_600_000.0 / millis);
    }

    /** How many people wait for each of the rules of manners, by the key of its reason. */
    public Map<String, Integer> held() {
        return db.withHandle(h -> {
            var held = new HashMap<String, Integer>();
            h.createQuery("""
                    SELECT json_extract(reason, '$.key') AS why, count(DISTINCT contact_id) AS n FROM message
                    WHERE campaign_id IN (SELECT id FROM campaign WHERE state <> 'cancelled') AND state = 'held' AND reason IS NOT NULL GROUP BY why""")
                .map((rs, _) -> held.put(rs.getString("why"), rs.getInt("n"))).list();
            return Map.copyOf(held);
        });
    }

    /** The largest first. */
    public List<OfProvider> providers(long campaignId) {
        return db.withHandle(h -> h.createQuery("""
                SELECT nullif(k.mail_host, '') AS host, substr(m.address, instr(m.address, '@') + 1) AS domain, count(*) AS n, count(m.sent_at) AS sent,
                       count(*) FILTER (WHERE m.state = 'deferred') AS deferred, min(m.not_before) FILTER (WHERE m.state = 'deferred') AS until
                FROM message m LEFT JOIN contact k ON k.id = m.contact_id
                WHERE m.campaign_id = :id AND m.state NOT IN ('suppressed', 'held', 'cancelled')
                GROUP BY coalesce(nullif(k.mail_host, ''), substr(m.address, instr(m.address, '@') + 1)) ORDER BY n DESC, domain LIMIT :limit""")
                .bind("id", campaignId).bind("limit", PROVIDERS)
                .map((rs, _) -> new OfProvider(rs.getString("host"), rs.getString("domain"), rs.getInt("sent"), rs.getInt("n"), rs.getInt("deferred"), CampaignStore.time(rs, "until")))
                .list());
    }

    private record Answer(boolean putOff, int code, @Nullable String reply, @Nullable Reason reason, int mails, Instant last, String recipient) {

        /** The server's words say more than our own reason, which names what we did about them. */
        Reason means() {
            return reply == null && reason != null ? reason : reply == null ? ServerMeaning.REFUSED.reason() : ServerWords.read(code, reply).reason();
        }
    }

    /** What servers said against it, the newest first; answers that mean the same are one. */
    public List<Refusal> refusals(long campaignId) {
        var answers = db.withHandle(h -> h.createQuery("""
                SELECT t.state, t.reply_code, t.reply, t.reason, count(DISTINCT m.id) AS n, max(t.at) AS last, m.recipient
                FROM message m JOIN transition t ON t.message_id = m.id AND t.state IN ('deferred', 'failed')
                WHERE m.campaign_id = :id AND (m.attempts > 1 OR m.state NOT IN ('sent', 'bounced'))
                GROUP BY t.state, t.reply_code, t.reply, t.reason ORDER BY max(t.id) DESC LIMIT :limit""")
                .bind("id", campaignId).bind("limit", ANSWERS).map((rs, _) -> answer(rs)).list());
        var merged = new LinkedHashMap<String, Refusal>();
        for (var answer : answers) {
            var means = answer.means();
            merged.merge(means.key() + answer.putOff(), new Refusal(means, answer.putOff(), answer.mails(), answer.last(),
                    answer.reply() == null ? List.of() : List.of(answer.reply()), answer.recipient()), RunFacts::both);
        }
        return List.copyOf(merged.values());
    }

    private static Refusal both(Refusal newer, Refusal older) {
        var words = new ArrayList<>(newer.words());
        older.words().stream().filter(said -> words.size() < WORDS && !words.contains(said)).forEach(words::add);
        return new Refusal(newer.means(), newer.putOff(), newer.mails() + older.mails(), newer.last(), words, newer.recipient());
    }

    private static Answer answer(ResultSet rs) throws SQLException {
        var reason = rs.getString("reason");
        return new Answer(MessageState.of(rs.getString("state")) == MessageState.DEFERRED, rs.getInt("reply_code"), rs.getString("reply"),
                reason == null ? null : Json.reason(reason), rs.getInt("n"), Instant.ofEpochMilli(rs.getLong("last")), rs.getString("recipient"));
    }
}
