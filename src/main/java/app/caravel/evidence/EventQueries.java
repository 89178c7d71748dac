package app.caravel.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Events with persons, companies, campaigns and verdicts. Only those whose message the ledger knows. */
public final class EventQueries {

    private static final String COLUMNS = """
            SELECT e.id, e.kind, e.at, e.message_id, e.link, e.url, e.user_agent, e.network, m.contact_id, m.address,
                   coalesce(c.name, m.recipient_name) AS name, co.name AS company, c.country, c.city, c.time_zone, m.campaign_id, ca.name AS campaign,
                   CASE WHEN e.link IS NULL THEN NULL ELSE json_extract(cv.links, '$[' || e.link || '].text') END AS link_text,
                   v.verdict, v.reasons
            """;

    private static final String TABLES = """
            FROM event e
            JOIN message m ON m.id = e.message_id
            JOIN campaign ca ON ca.id = m.campaign_id
            LEFT JOIN verdict v ON v.event_id = e.id
            LEFT JOIN content_version cv ON cv.id = m.content_id
            LEFT JOIN contact c ON c.id = m.contact_id
            LEFT JOIN company co ON co.id = c.company_id
            """;

    private static final String FILTER = """
            WHERE (:who = 'ALL' OR :who = 'PEOPLE' AND v.verdict IN ('person', 'likely') OR :who = 'NOT_PEOPLE' AND v.verdict IN ('proxy', 'machine')
                   OR :who = 'NOT_MACHINES' AND coalesce(v.verdict, 'pending') NOT IN ('proxy', 'machine'))
              AND (:kind IS NULL OR e.kind = :kind)
              AND (:campaign IS NULL OR m.campaign_id = :campaign)
              AND (:search = '' OR m.address LIKE :like ESCAPE '!' OR c.name LIKE :like ESCAPE '!' OR m.recipient_name LIKE :like ESCAPE '!'
                   OR co.name LIKE :like ESCAPE '!')
            """;

    private final Jdbi db;

    EventQueries(Database database) {
        this.db = database.jdbi();
    }

    /** All events of a message, oldest first. */
    public List<ViewedEvent> eventsOf(long messageId) {
        return db.withHandle(h -> h.createQuery(COLUMNS + TABLES + "WHERE e.message_id = :message ORDER BY e.at, e.id").bind("message", messageId)
                .map((row, _) -> event(row)).list());
    }

    /**
     * Events older than one, newest first.
     *
     * @param than null: from the newest on
     */
    public List<ViewedEvent> older(EventFilter filter, @Nullable ViewedEvent than, int limit) {
        return db.withHandle(h -> bind(h.createQuery(COLUMNS + TABLES + FILTER + """
                AND (:at IS NULL OR e.at < :at OR e.at = :at AND e.id < :id) ORDER BY e.at DESC, e.id DESC LIMIT :limit"""), filter)
                .bind("at", than == null ? null : (Long) than.at().toEpochMilli()).bind("id", than == null ? 0 : than.id())
                .bind("limit", limit).map((row, _) -> event(row)).list());
    }

    /** People with a sign, and hits of proxies and machines, since a time. */
    public record Since(int people, int leftOut) {}

    public Since since(Instant since) {
        return db.withHandle(h -> h.createQuery("""
                SELECT count(DISTINCT CASE WHEN v.verdict IN ('person', 'likely') THEN m.contact_id END) AS people,
                       count(CASE WHEN v.verdict IN ('proxy', 'machine') THEN 1 END) AS left_out
                FROM event e JOIN message m ON m.id = e.message_id JOIN verdict v ON v.event_id = e.id WHERE e.at >= :since""")
                .bind("since", since.toEpochMilli()).map((row, _) -> new Since(row.getInt("people"), row.getInt("left_out"))).one());
    }

    /** Whether anything has come at all. */
    public boolean any() {
        return db.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM event e JOIN message m ON m.id = e.message_id)").mapTo(Boolean.class).one());
    }

    public int count(EventFilter filter) {
        return db.withHandle(h -> bind(h.createQuery("SELECT count(*) " + TABLES + FILTER), filter).mapTo(Integer.class).one());
    }

    /** Events by their ids, oldest first. */
    public List<ViewedEvent> events(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : db.withHandle(h -> h.createQuery(COLUMNS + TABLES + "WHERE e.id IN (<ids>) ORDER BY e.at, e.id")
                .bindList("ids", List.copyOf(ids)).map((row, _) -> event(row)).list());
    }

    /** Events behind an id, oldest first. */
    List<ViewedEvent> behind(long id) {
        return db.withHandle(h -> h.createQuery(COLUMNS + TABLES + "WHERE e.id > :id ORDER BY e.at, e.id").bind("id", id).map((row, _) -> event(row)).list());
    }

    /** How many events of each kind and verdict a campaign has; hits, not people. */
    public Map<RawEvent.Kind, Map<Belief, Integer>> countsOf(long campaignId) {
        var counts = new EnumMap<RawEvent.Kind, Map<Belief, Integer>>(RawEvent.Kind.class);
        db.useHandle(h -> h.createQuery("""
                SELECT e.kind, v.verdict, count(*) AS n FROM event e JOIN message m ON m.id = e.message_id JOIN verdict v ON v.event_id = e.id
                WHERE m.campaign_id = :campaign GROUP BY e.kind, v.verdict""").bind("campaign", campaignId)
            .map((row, _) -> counts.computeIfAbsent(RawEvent.Kind.of(row.getString("kind")), _ -> new EnumMap<>(Belief.class))
                    .put(Belief.of(row.getString("verdict")), row.getInt("n"))).list());
        return counts;
    }

    private static <T extends SqlStatement<T>> T bind(T query, EventFilter filter) {
        var kind = filter.kind();
        return query.bind("who", filter.who().name()).bind("kind", kind == null ? null : kind.word()).bind("campaign", filter.campaignId())
                .bind("search", filter.search()).bind("like", "%" + filter.search().replaceAll("([%_!])", "!$1") + "%");
    }

    private static ViewedEvent event(ResultSet row) throws SQLException {
        int link = row.getInt("link");
        var number = row.wasNull() ? null : (Integer) link;
        var userAgent = row.getString("user_agent");
        return new ViewedEvent(row.getLong("id"), RawEvent.Kind.of(row.getString("kind")), Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("message_id"), row.getLong("contact_id"), row.getString("address"), row.getString("name"), row.getString("company"),
                row.getString("country"), row.getString("city"), row.getString("time_zone"), row.getLong("campaign_id"), row.getString("campaign"), number, row.getString("link_text"),
                row.getString("url"), userAgent, UserAgents.of(userAgent).name(), row.getString("network"),
                verdict(row.getString("verdict"), row.getString("reasons")));
    }

    private static Verdict verdict(@Nullable String verdict, @Nullable String reasons) {
        return verdict == null || reasons == null
                ? Verdict.of(Belief.PENDING, Reason.of("verdict.fresh", "seconds", (int) Classifier.BURST_MAY_COME.toSeconds()))
                : new Verdict(Belief.of(verdict), Json.reasons(reasons));
    }
}
