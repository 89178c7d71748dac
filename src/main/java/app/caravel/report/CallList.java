package app.caravel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.contact.SuppressionSql;
import app.caravel.store.Database;

/**
 * Whom to call: people who opened or clicked lately, surely or likely, who may be written to, and whose signs nobody has
 * followed up yet. Proxies and machines are no sign. Whose follow-up date has come is not here: he is called anyway.
 */
public final class CallList {

    /** Signs older than this are no reason to call today. */
    public static final Duration LATELY = Duration.ofDays(7);

    /** Signs, grouped by contact; who was followed up comes back with a new sign, who was put off when his time has come. */
    private static final String PEOPLE = """
            FROM (SELECT m.contact_id, max(e.at) AS last_at,
                         max(e.kind = 'click' AND v.verdict = 'person') AS clicked_sure, max(e.kind = 'click') AS clicked,
                         max(e.kind = 'open' AND v.verdict = 'person') AS opened_sure, sum(e.kind = 'open') AS opens
                  FROM verdict v JOIN event e ON e.id = v.event_id JOIN message m ON m.id = e.message_id
                  WHERE v.verdict IN ('person', 'likely') AND e.kind IN ('open', 'click') AND e.at >= :since
                  GROUP BY m.contact_id) s
            JOIN contact c ON c.id = s.contact_id
            LEFT JOIN company co ON co.id = c.company_id
            LEFT JOIN follow_up f ON f.contact_id = c.id
            WHERE NOT %s
              AND (f.contact_id IS NULL OR f.until IS NULL AND s.last_at > f.handled_at OR f.until <= :now)
              AND NOT EXISTS (SELECT 1 FROM next_step n WHERE n.contact_id = c.id AND n.day <= :today)
            """.formatted(SuppressionSql.suppressed("c.address"));

    private final Jdbi db;

    public CallList(Database database) {
        this.db = database.jdbi();
    }

    /** A sign: an opening, or a click with what the link says. */
    public record Sign(Instant at, boolean click, boolean sure, @Nullable String link) {}

    /** Somebody to call, with his signs from the newest on, and the campaign they belong to. */
    public record Person(long contactId, String address, @Nullable String name, @Nullable String company, @Nullable String role, @Nullable String country,
            @Nullable String city, @Nullable String phone, @Nullable String timeZone, long campaignId, String campaign, List<Sign> signs) {

        /** The name, or the address where there is none. */
        public String shownName() {
            return name == null || name.isBlank() ? address : name;
        }
    }

    /** How many there are, where it is now this time. */
    public int count(Instant since, ZonedDateTime now) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) " + PEOPLE).bind("since", since.toEpochMilli()).bind("now", now.toInstant().toEpochMilli()).bind("today", now.toLocalDate().toString())
                .mapTo(Integer.class).one());
    }

    /** The people with the strongest signs first: sure clicks, likely clicks, sure openings, several openings; then the newest. */
    public List<Person> people(Instant since, ZonedDateTime now, int limit) {
        return db.withHandle(h -> {
            var people = h.createQuery("""
                    SELECT c.id, c.address, c.name, co.name AS company, c.role, c.country, c.city, c.phone, c.time_zone\s""" + PEOPLE + """
                    ORDER BY s.clicked_sure DESC, s.clicked DESC, s.opened_sure DESC, min(s.opens, 3) DESC, s.last_at DESC, c.id LIMIT :limit""")
                    .bind("since", since.toEpochMilli()).bind("now", now.toInstant().toEpochMilli()).bind("today", now.toLocalDate().toString()).bind("limit", limit)
                    .map((rs, _) -> person(rs)).list();
            var signs = signs(h, people.stream().map(Person::contactId).toList(), since);
            return people.stream().map(person -> with(person, signs.getOrDefault(person.contactId(), List.of()))).toList();
        });
    }

    private record Dated(long campaignId, String campaign, Sign sign) {}

    private static Map<Long, List<Dated>> signs(Handle h, List<Long> contacts, Instant since) {
        var signs = new HashMap<Long, List<Dated>>();
        if (contacts.isEmpty()) {
            return signs;
        }
        h.createQuery("""
                SELECT m.contact_id, ca.id AS campaign_id, ca.name AS campaign, e.at, e.kind, e.url, v.verdict,
                       CASE WHEN e.link IS NULL THEN NULL ELSE json_extract(cv.links, '$[' || e.link || '].text') END AS link_text
                FROM message m JOIN event e ON e.message_id = m.id JOIN verdict v ON v.event_id = e.id
                JOIN campaign ca ON ca.id = m.campaign_id LEFT JOIN content_version cv ON cv.id = m.content_id
                WHERE m.contact_id IN (<contacts>) AND v.verdict IN ('person', 'likely') AND e.kind IN ('open', 'click') AND e.at >= :since
                ORDER BY e.at DESC, e.id DESC""").bindList("contacts", contacts).bind("since", since.toEpochMilli())
                .map((rs, _) -> signs.computeIfAbsent(rs.getLong("contact_id"), _ -> new ArrayList<>()).add(sign(rs))).list();
        return signs;
    }

    private static Dated sign(ResultSet rs) throws SQLException {
        var text = rs.getString("link_text");
        boolean click = "click".equals(rs.getString("kind"));
        return new Dated(rs.getLong("campaign_id"), rs.getString("campaign"), new Sign(Instant.ofEpochMilli(rs.getLong("at")), click,
                "person".equals(rs.getString("verdict")), !click ? null : text == null || text.isBlank() ? rs.getString("url") : text));
    }

    private static Person person(ResultSet rs) throws SQLException {
        return new Person(rs.getLong("id"), rs.getString("address"), rs.getString("name"), rs.getString("company"), rs.getString("role"),
                rs.getString("country"), rs.getString("city"), rs.getString("phone"), rs.getString("time_zone"), 0, "", List.of());
    }

    private static Person with(Person person, List<Dated> signs) {
        var latest = signs.isEmpty() ? new Dated(0, "", new Sign(Instant.EPOCH, false, false, null)) : signs.getFirst();
        return new Person(person.contactId(), person.address(), person.name(), person.company(), person.role(), person.country(), person.city(),
                person.phone(), person.timeZone(), latest.campaignId(), latest.campaign(), signs.stream().map(Dated::sign).collect(Collectors.toList()));
    }

    /** People with a sign since a time, followed up or not. */
    public record Since(int opened, int clicked, int unsubscribed) {}

    public Since since(Instant since) {
        return db.withHandle(h -> h.createQuery("""
                SELECT count(DISTINCT CASE WHEN e.kind = 'open' AND v.verdict IN ('person', 'likely') THEN m.contact_id END) AS opened,
                       count(DISTINCT CASE WHEN e.kind = 'click' AND v.verdict IN ('person', 'likely') THEN m.contact_id END) AS clicked,
                       count(DISTINCT CASE WHEN e.kind = 'unsubscribe' THEN m.contact_id END) AS unsubscribed
                FROM event e JOIN message m ON m.id = e.message_id LEFT JOIN verdict v ON v.event_id = e.id
                WHERE e.at >= :since""").bind("since", since.toEpochMilli())
                .map((rs, _) -> new Since(rs.getInt("opened"), rs.getInt("clicked"), rs.getInt("unsubscribed"))).one());
    }
}
