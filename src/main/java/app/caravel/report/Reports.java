package app.caravel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.ContentVersions;
import app.caravel.campaign.MessageQueries;
import app.caravel.campaign.MessageState;
import app.caravel.store.Database;

/** A campaign's report: its numbers, its links, its recipients and its openings over time. Reads verdicts, judges nothing. */
public final class Reports {

    /** Per message: what its events amount to. {@code rank} orders verdicts from the surest on. */
    private static final String RECIPIENTS = """
            WITH signs AS (
                SELECT e.message_id,
                       sum(e.kind = 'open') AS views,
                       min(CASE WHEN e.kind = 'open' THEN e.at END) AS first_viewed,
                       min(CASE WHEN e.kind = 'open' AND v.verdict IN ('person', 'likely') THEN e.at END) AS first_opened,
                       sum(e.kind = 'open' AND v.verdict IN ('person', 'likely')) AS opened,
                       sum(e.kind = 'click') AS clicks,
                       sum(e.kind = 'click' AND v.verdict IN ('person', 'likely')) AS clicked,
                       sum(e.kind = 'unsubscribe') AS unsubscribed,
                       sum(e.kind IN ('open', 'click')) AS signs,
                       min(CASE WHEN e.kind IN ('open', 'click') THEN
                           CASE v.verdict WHEN 'person' THEN 1 WHEN 'likely' THEN 2 WHEN 'pending' THEN 3 WHEN 'proxy' THEN 4 ELSE 5 END END) AS rank
                FROM event e LEFT JOIN verdict v ON v.event_id = e.id
                WHERE e.message_id IN (SELECT id FROM message WHERE campaign_id = :campaign)
                GROUP BY e.message_id),
            recipients AS (
                SELECT m.id, m.contact_id, m.address, m.recipient_name, m.state, m.sent_at, m.reply, c.country, co.name AS company,
                       coalesce(s.views, 0) AS views, s.first_viewed, s.first_opened, coalesce(s.opened, 0) AS opened,
                       coalesce(s.clicks, 0) AS clicks, coalesce(s.clicked, 0) AS clicked,
                       coalesce(s.unsubscribed, 0) AS unsubscribed, coalesce(s.signs, 0) AS signs, s.rank
                FROM message m
                LEFT JOIN contact c ON c.id = m.contact_id
                LEFT JOIN company co ON co.id = c.company_id
                LEFT JOIN signs s ON s.message_id = m.id
                WHERE m.campaign_id = :campaign)
            """;

    private static final String SEARCHED = " " + """
            AND (:search = '' OR address LIKE :like ESCAPE '!' OR recipient_name LIKE :like ESCAPE '!' OR company LIKE :like ESCAPE '!')
             AND (:item = '' OR id IN (
                SELECT e.message_id FROM event e JOIN message m ON m.id = e.message_id JOIN content_version cv ON cv.id = m.content_id JOIN verdict v ON v.event_id = e.id
                WHERE m.campaign_id = :campaign AND e.kind = 'click' AND v.verdict IN ('person', 'likely') AND <item> = :item))
            """.replace("<item>", ProductClicks.ITEM);

    private static final String[] RANKS = {"", "person", "likely", "pending", "proxy", "machine"};

    private final Jdbi db;
    private final MessageQueries messages;
    private final ContentVersions contents;

    public Reports(Database database, MessageQueries messages, ContentVersions contents) {
        this.db = database.jdbi();
        this.messages = messages;
        this.contents = contents;
    }

    public CampaignReport of(Campaign campaign) {
        var counts = messages.counts(campaign.id());
        return db.withHandle(h -> {
            int[] opened = people(h, campaign.id(), "e.kind = 'open'");
            int[] clicked = people(h, campaign.id(), "e.kind = 'click'");
            return new CampaignReport(campaign.id(), campaign.name(), campaign.startedAt(), counts, counts.taken(),
                    opened[0], opened[1], clicked[0], clicked[1], 0, counts.of(MessageState.BOUNCED),
                    hits(h, campaign.id(), "count(DISTINCT e.message_id)", "e.kind = 'unsubscribe'"),
                    hits(h, campaign.id(), "count(*)", "e.kind = 'open' AND v.verdict = 'machine'"),
                    hits(h, campaign.id(), "count(*)", "e.kind = 'open' AND v.verdict = 'proxy'"),
                    links(h, campaign.id()));
        });
    }

    /** People sure, and people likely of whom nothing surer is known. */
    private static int[] people(Handle h, long campaign, String which) {
        return h.createQuery("""
                SELECT coalesce(sum(sure), 0) AS sure, coalesce(sum(NOT sure AND likely), 0) AS likely FROM (
                    SELECT max(v.verdict = 'person') AS sure, max(v.verdict = 'likely') AS likely
                    FROM event e JOIN message m ON m.id = e.message_id JOIN verdict v ON v.event_id = e.id
                    WHERE m.campaign_id = :campaign AND\s""" + which + " GROUP BY e.message_id)")
                .bind("campaign", campaign).map((rs, _) -> new int[] {rs.getInt("sure"), rs.getInt("likely")}).one();
    }

    private static int hits(Handle h, long campaign, String what, String which) {
        return h.createQuery("SELECT " + what + " FROM event e JOIN message m ON m.id = e.message_id LEFT JOIN verdict v ON v.event_id = e.id"
                + " WHERE m.campaign_id = :campaign AND " + which).bind("campaign", campaign).mapTo(Integer.class).one();
    }

    /**
     * Each destination once, whatever version or language of the mail leads there; a destination that one mail has twice is
     * told twice.
     */
    private List<CampaignReport.Link> links(Handle h, long campaign) {
        record At(long content, int link) {}
        record Hits(int sure, int likely, int all) {}
        var hits = new HashMap<At, Hits>();
        h.createQuery("""
                SELECT content_id, link, sum(sure) AS sure, sum(NOT sure AND likely) AS likely, sum(hits) AS hits FROM (
                    SELECT m.content_id, e.link, max(coalesce(v.verdict = 'person', 0)) AS sure, max(coalesce(v.verdict = 'likely', 0)) AS likely, count(*) AS hits
                    FROM event e JOIN message m ON m.id = e.message_id LEFT JOIN verdict v ON v.event_id = e.id
                    WHERE m.campaign_id = :campaign AND e.kind = 'click'
                    GROUP BY e.link, e.message_id)
                GROUP BY content_id, link""").bind("campaign", campaign)
                .map((rs, _) -> hits.put(new At(rs.getLong("content_id"), rs.getInt("link")), new Hits(rs.getInt("sure"), rs.getInt("likely"), rs.getInt("hits")))).list();
        var rows = new LinkedHashMap<String, CampaignReport.Link>();
        contents.links(campaign).forEach((content, links) -> {
            var times = new HashMap<String, Integer>();
            for (int number = 0; number < links.size(); number++) {
                var link = links.get(number);
                var found = hits.getOrDefault(new At(content, number), new Hits(0, 0, 0));
                rows.merge(link.url() + ' ' + times.merge(link.url(), 1, Integer::sum),
                        new CampaignReport.Link(rows.size(), link.url(), link.text(), found.sure(), found.likely(), found.all()), CampaignReport.Link::with);
            }
        });
        return List.copyOf(rows.values());
    }

    /** How many recipients each filter shows. */
    public Map<RecipientFilter, Integer> recipientCounts(long campaignId) {
        var columns = new StringBuilder();
        for (var filter : RecipientFilter.values()) {
            columns.append(columns.isEmpty() ? "" : ", ").append("coalesce(sum(").append(filter.sql()).append("), 0) AS n_").append(filter.name());
        }
        return db.withHandle(h -> h.createQuery(RECIPIENTS + "SELECT " + columns + " FROM recipients").bind("campaign", campaignId).map((rs, _) -> {
            var counts = new EnumMap<RecipientFilter, Integer>(RecipientFilter.class);
            for (var filter : RecipientFilter.values()) {
                counts.put(filter, rs.getInt("n_" + filter.name()));
            }
            return counts;
        }).one());
    }

    /** A page of the recipients: who did most first. */
    public List<RecipientRow> recipients(long campaignId, RecipientFilter filter, String search, int offset, int limit) {
        return recipients(campaignId, filter, search, "", offset, limit);
    }

    /** @param item of them those who clicked this product; empty: all */
    public List<RecipientRow> recipients(long campaignId, RecipientFilter filter, String search, String item, int offset, int limit) {
        return db.withHandle(h -> h.createQuery(RECIPIENTS + "SELECT * FROM recipients WHERE " + filter.sql() + SEARCHED + """
                ORDER BY clicked > 0 DESC, coalesce(rank, 9), first_opened DESC, id LIMIT :limit OFFSET :offset""")
                .bind("campaign", campaignId).bind("search", search).bind("like", like(search)).bind("item", item)
                .bind("limit", limit).bind("offset", offset).map((rs, _) -> row(rs)).list());
    }

    /** Where the first recipient stands, among all, whose mail nobody but a machine has opened; empty where there is none. */
    public OptionalInt firstOpenedByMachine(long campaignId) {
        return first(campaignId, "rank = 5 AND views > 0", 0);
    }

    /** Where a message's recipient stands among all. */
    public OptionalInt rowOf(long campaignId, long messageId) {
        return first(campaignId, "id = :message", messageId);
    }

    private OptionalInt first(long campaignId, String which, long messageId) {
        var found = db.withHandle(h -> h.createQuery(RECIPIENTS + """
                SELECT n FROM (SELECT row_number() OVER (ORDER BY clicked > 0 DESC, coalesce(rank, 9), first_opened DESC, id) - 1 AS n, id, rank, views FROM recipients)
                WHERE (:message = 0 OR id = :message) AND\s""" + which + " ORDER BY n LIMIT 1").bind("campaign", campaignId).bind("message", messageId).mapTo(Integer.class).findOne());
        return found.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** How many recipients a filter, a search and a product leave. @param item empty: whatever they clicked */
    public int countRecipients(long campaignId, RecipientFilter filter, String search, String item) {
        return db.withHandle(h -> h.createQuery(RECIPIENTS + "SELECT count(*) FROM recipients WHERE " + filter.sql() + SEARCHED)
                .bind("campaign", campaignId).bind("search", search).bind("like", like(search)).bind("item", item).mapTo(Integer.class).one());
    }

    private static String like(String search) {
        return "%" + search.replaceAll("([%_!])", "!$1") + "%";
    }

    private static RecipientRow row(ResultSet rs) throws SQLException {
        int rank = rs.getInt("rank");
        return new RecipientRow(rs.getLong("id"), rs.getLong("contact_id"), rs.getString("address"), rs.getString("recipient_name"),
                rs.getString("company"), rs.getString("country"), MessageState.of(rs.getString("state")), time(rs, "sent_at"),
                rank == 0 ? null : RANKS[rank], rs.getInt("views"), time(rs, "first_viewed"), time(rs, "first_opened"), rs.getInt("clicks"),
                rs.getInt("unsubscribed") > 0, rs.getString("reply"));
    }

    /** Openings by people in one hour. */
    public record OpensInHour(Instant hour, int sure, int likely) {}

    /** First openings by people, hour by hour, empty hours left out. */
    public List<OpensInHour> opensByHour(long campaignId) {
        return db.withHandle(h -> h.createQuery("""
                SELECT e.at / 3600000 AS hour, sum(v.verdict = 'person') AS sure, sum(v.verdict = 'likely') AS likely
                FROM event e JOIN message m ON m.id = e.message_id JOIN verdict v ON v.event_id = e.id
                WHERE m.campaign_id = :campaign AND e.kind = 'open' AND v.verdict IN ('person', 'likely')
                GROUP BY hour ORDER BY hour""").bind("campaign", campaignId)
                .map((rs, _) -> new OpensInHour(Instant.ofEpochMilli(rs.getLong("hour") * 3_600_000), rs.getInt("sure"), rs.getInt("likely"))).list());
    }

    private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        long millis = rs.getLong(column);
        return rs.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    /** One hit of one recipient, for the report's JSON. */
    public record Hit(String kind, Instant at, @Nullable String url, @Nullable String verdict) {}

    /** All openings and clicks of a campaign, by message id, in the order of time. */
    public Map<Long, List<Hit>> hits(long campaignId) {
        return db.withHandle(h -> {
            var hits = new HashMap<Long, List<Hit>>();
            h.createQuery("""
                    SELECT e.message_id, e.kind, e.at, e.url, v.verdict
                    FROM event e JOIN message m ON m.id = e.message_id LEFT JOIN verdict v ON v.event_id = e.id
                    WHERE m.campaign_id = :campaign AND e.kind IN ('open', 'click') ORDER BY e.at, e.id""").bind("campaign", campaignId)
                    .map((rs, _) -> hits.computeIfAbsent(rs.getLong("message_id"), _ -> new ArrayList<>())
                            .add(new Hit(rs.getString("kind"), Instant.ofEpochMilli(rs.getLong("at")), rs.getString("url"), rs.getString("verdict")))).list();
            return hits;
        });
    }
}
