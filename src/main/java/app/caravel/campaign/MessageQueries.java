package app.caravel.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** The ledger, read. Other packages see messages through this class alone. */
public final class MessageQueries {

    private static final String READY = "campaign_id = :campaign AND state = 'queued' AND account_id = :account"
            + " AND (not_before IS NULL OR not_before <= :now) AND (not_after IS NULL OR not_after > :now)";

    private final Jdbi db;

    public MessageQueries(Database database) {
        this.db = database.jdbi();
    }

    /** A step that a message took. */
    public record Transition(Instant at, MessageState state, @Nullable Integer replyCode, @Nullable String reply, @Nullable Reason reason) {}

    public MessageCounts counts(long campaignId) {
        return db.withHandle(h -> {
            var counts = new EnumMap<MessageState, Integer>(MessageState.class);
            h.createQuery("SELECT state, count(*) AS n FROM message WHERE campaign_id = :id GROUP BY state").bind("id", campaignId)
                    .map((rs, _) -> counts.put(MessageState.of(rs.getString("state")), rs.getInt("n"))).list();
            return new MessageCounts(counts);
        });
    }

    public Optional<Message> find(long id) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE id = :id").bind("id", id).map((rs, _) -> message(rs)).findOne());
    }

    /** The message that a token or an X-Caravel-Id names. */
    public Optional<Message> findByRandomId(byte[] randomId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE random_id = :id").bind("id", randomId).map((rs, _) -> message(rs)).findOne());
    }

    public List<Message> inState(long campaignId, MessageState state) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE campaign_id = :campaign AND state = :state ORDER BY id")
                .bind("campaign", campaignId).bind("state", state.key()).map((rs, _) -> message(rs)).list());
    }

    /** All messages in doubt, of every campaign, oldest first. */
    public List<Message> inDoubt() {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE state = 'in_doubt' ORDER BY since, id").map((rs, _) -> message(rs)).list());
    }

    /** An account's queued messages behind an id that may leave now, in the order of their ids. */
    List<Message> queuedAfter(long campaignId, long accountId, long id, Instant now, int limit) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE " + READY + " AND id > :id ORDER BY id LIMIT :limit")
                .bind("campaign", campaignId).bind("account", accountId).bind("now", now.toEpochMilli()).bind("id", id).bind("limit", limit).map((rs, _) -> message(rs)).list());
    }

    /** Whether a message of this account may leave now. */
    boolean isAnyReady(long campaignId, long accountId, Instant now) {
        return db.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM message WHERE " + READY + ")")
                .bind("campaign", campaignId).bind("account", accountId).bind("now", now.toEpochMilli()).mapTo(Boolean.class).one());
    }

    /** Whether a message of this account will leave by itself, now or later. */
    boolean isAnyWaiting(long campaignId, long accountId) {
        return db.withHandle(h -> h.createQuery("""
                SELECT EXISTS (SELECT 1 FROM message WHERE campaign_id = :campaign AND state = 'queued' AND account_id = :account)
                    OR EXISTS (SELECT 1 FROM message WHERE campaign_id = :campaign AND state = 'deferred' AND account_id = :account)""")
                .bind("campaign", campaignId).bind("account", accountId).mapTo(Boolean.class).one());
    }

    /** Whether the time of a deferred message has come. */
    boolean isAnyDeferredDue(long campaignId, Instant now) {
        return db.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM message WHERE campaign_id = :campaign AND state = 'deferred' AND not_before <= :now)")
                .bind("campaign", campaignId).bind("now", now.toEpochMilli()).mapTo(Boolean.class).one());
    }

    /** An account's queued messages whose window has closed. */
    List<Message> late(long campaignId, long accountId, Instant now, int limit) {
        return db.withHandle(h -> h.createQuery("""
                SELECT * FROM message WHERE campaign_id = :campaign AND state = 'queued' AND account_id = :account AND not_after <= :now ORDER BY id LIMIT :limit""")
                .bind("campaign", campaignId).bind("account", accountId).bind("now", now.toEpochMilli()).bind("limit", limit).map((rs, _) -> message(rs)).list());
    }

    /** The accounts of the messages that are still to go. */
    List<Long> accountsLeft(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT DISTINCT account_id FROM message WHERE campaign_id = :campaign AND state IN ('queued', 'deferred') ORDER BY account_id")
                .bind("campaign", campaignId).mapTo(Long.class).list());
    }

    /** The contacts that are in the campaign's ledger. */
    Set<Long> contactsOf(long campaignId) {
        return new HashSet<>(db.withHandle(h -> h.createQuery("SELECT contact_id FROM message WHERE campaign_id = :campaign").bind("campaign", campaignId).mapTo(Long.class).list()));
    }

    /** What is still to go, in the order of its ids. */
    List<Message> toGo(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE campaign_id = :campaign AND state IN ('queued', 'deferred') ORDER BY id")
                .bind("campaign", campaignId).map((rs, _) -> message(rs)).list());
    }

    /** Held messages whose time has come, of one campaign. */
    List<Message> heldDue(long campaignId, Instant now) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message WHERE campaign_id = :campaign AND state = 'held' AND not_before <= :now ORDER BY id")
                .bind("campaign", campaignId).bind("now", now.toEpochMilli()).map((rs, _) -> message(rs)).list());
    }

    /** Campaigns with held messages whose time has come. */
    List<Long> campaignsWithHeldDue(Instant now) {
        return db.withHandle(h -> h.createQuery("SELECT DISTINCT campaign_id FROM message WHERE not_before <= :now AND state = 'held'")
                .bind("now", now.toEpochMilli()).mapTo(Long.class).list());
    }

    /** When this account's mails of the last hour were taken, by domain of the recipient. */
    Map<String, List<Long>> sentByDomainSince(long accountId, Instant since) {
        var sent = new HashMap<String, List<Long>>();
        db.useHandle(h -> h.createQuery("""
                SELECT lower(substr(address, instr(address, '@') + 1)) AS domain, sent_at FROM message WHERE account_id = :id AND sent_at > :since ORDER BY sent_at""")
                .bind("id", accountId).bind("since", since.toEpochMilli())
                .map((rs, _) -> sent.computeIfAbsent(rs.getString("domain"), _ -> new ArrayList<>()).add(rs.getLong("sent_at"))).list());
        return sent;
    }

    /** What these messages take along beside their campaign's files, by their ids. */
    Map<Long, List<Attachments.Kept>> ownFiles(Collection<Long> ids) {
        var files = new HashMap<Long, List<Attachments.Kept>>();
        db.useHandle(h -> h.createQuery("SELECT * FROM message_file WHERE message_id IN (SELECT value FROM json_each(:ids)) ORDER BY id").bind("ids", Json.write(ids))
                .map((rs, _) -> files.computeIfAbsent(rs.getLong("message_id"), _ -> new ArrayList<>())
                        .add(new Attachments.Kept(rs.getString("name"), rs.getString("media_type"), rs.getLong("size"), rs.getString("sha256")))).list());
        return files;
    }

    /** When the next deferred message is due, if there is one. */
    Optional<Instant> nextDeferred(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT min(not_before) FROM message WHERE campaign_id = :id AND state = 'deferred'")
                .bind("id", campaignId).mapTo(Long.class).findOne().map(Instant::ofEpochMilli));
    }

    /** When this account's mails were taken since a time, oldest first, in epoch milliseconds. */
    public List<Long> sentSince(long accountId, Instant since) {
        return db.withHandle(h -> h.createQuery("SELECT sent_at FROM message WHERE account_id = :id AND sent_at > :since ORDER BY sent_at")
                .bind("id", accountId).bind("since", since.toEpochMilli()).mapTo(Long.class).list());
    }

    /** Mails of one campaign that were taken in one stretch of time. */
    record Taken(int stretch, long campaignId, String name, CampaignState state, int mails) {}

    static final String TAKEN = """
            SELECT g.*, c.name, c.state FROM (
                SELECT s.key AS stretch, m.campaign_id, count(*) AS n FROM json_each(:bounds) s
                CROSS JOIN message m ON m.sent_at >= s.value AND m.sent_at < json_extract(:bounds, '$[' || (s.key + 1) || ']')
                GROUP BY s.key, m.campaign_id) g
            JOIN campaign c ON c.id = g.campaign_id ORDER BY g.stretch, g.n DESC, c.name""";

    /** How many of each campaign's mails were taken in the stretches between these moments, which are counted from 0. */
    List<Taken> takenBetween(List<Instant> moments) {
        return db.withHandle(h -> h.createQuery(TAKEN).bind("bounds", Json.write(moments.stream().map(Instant::toEpochMilli).toList()))
                .map((rs, _) -> new Taken(rs.getInt("stretch"), rs.getLong("campaign_id"), rs.getString("name"), CampaignState.of(rs.getString("state")), rs.getInt("n"))).list());
    }

    /** Whether any mail was ever taken. */
    boolean isAnyTaken() {
        return db.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM message WHERE sent_at IS NOT NULL)").mapTo(Boolean.class).one());
    }

    /** How many mails of this account were taken since a time. */
    public int countSentSince(long accountId, Instant since) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM message WHERE account_id = :id AND sent_at > :since")
                .bind("id", accountId).bind("since", since.toEpochMilli()).mapTo(Integer.class).one());
    }

    /** How many of a campaign's mails were taken since a time, and how many are being handed over. */
    int countOfCampaignSince(long campaignId, Instant since) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM message WHERE campaign_id = :id AND (sent_at > :since OR state = 'sending')")
                .bind("id", campaignId).bind("since", since.toEpochMilli()).mapTo(Integer.class).one());
    }

    /** How many mails wait for this account, in campaigns that are not cancelled or done. */
    public int countWaiting(long accountId) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM message WHERE campaign_id IN (SELECT id FROM campaign) AND state IN ('queued', 'deferred') AND account_id = :id").bind("id", accountId).mapTo(Integer.class).one());
    }

    /** Mails that left for a contact, those that came back included. */
    public int countOfContact(long contactId) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM message WHERE contact_id = :contact AND sent_at IS NOT NULL").bind("contact", contactId).mapTo(Integer.class).one());
    }

    public List<Transition> transitions(long messageId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM transition WHERE message_id = :id ORDER BY id").bind("id", messageId)
                .map((rs, _) -> new Transition(Instant.ofEpochMilli(rs.getLong("at")), MessageState.of(rs.getString("state")),
                        code(rs), rs.getString("reply"), reason(rs))).list());
    }

    static Message message(ResultSet rs) throws SQLException {
        var merge = rs.getString("merge");
        return new Message(rs.getLong("id"), rs.getLong("campaign_id"), rs.getLong("contact_id"), rs.getString("address"),
                rs.getString("recipient"), rs.getString("recipient_name"), rs.getLong("account_id"), rs.getBytes("random_id"),
                rs.getString("message_id"), MessageState.of(rs.getString("state")), Instant.ofEpochMilli(rs.getLong("since")),
                CampaignStore.time(rs, "not_before"), CampaignStore.time(rs, "not_after"), rs.getInt("attempts"), CampaignStore.time(rs, "sent_at"), code(rs),
                rs.getString("reply"), reason(rs), CampaignStore.number(rs, "content_id"), merge == null ? Map.of() : Json.object(merge));
    }

    private static @Nullable Integer code(ResultSet rs) throws SQLException {
        int code = rs.getInt("reply_code");
        return rs.wasNull() ? null : code;
    }

    private static @Nullable Reason reason(ResultSet rs) throws SQLException {
        var json = rs.getString("reason");
        return json == null ? null : Json.reason(json);
    }
}
