package app.caravel.audience;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.caravel.audience.Condition.Act;
import app.caravel.audience.Condition.Suppressed.Why;
import app.caravel.contact.Matching;
import app.caravel.contact.SuppressionSql;

/** A query as one condition in SQL over {@code contact}. What a person wrote stands in the arguments alone. */
final class QuerySql {

    /** What a person did with a mail: proxies and machines never count. The people are sought once, from the smaller end, and not for each contact anew. */
    private static final String SIGNS = """
            contact.id IN (SELECT m.contact_id FROM event e CROSS JOIN verdict v ON v.event_id = e.id CROSS JOIN message m INDEXED BY message_person ON m.id = e.message_id
            WHERE e.kind IN (%s) AND e.at >= %s AND v.verdict IN ('person', 'likely'))""";
    private static final String SIGNS_OF_CAMPAIGN = """
            contact.id IN (SELECT m.contact_id FROM campaign c CROSS JOIN message m ON m.campaign_id = c.id CROSS JOIN event e ON e.message_id = m.id CROSS JOIN verdict v ON v.event_id = e.id
            WHERE (%2$s) AND e.kind IN (%1$s) AND v.verdict IN ('person', 'likely'))""";
    private static final String CLICKS_ON_LINK = """
            contact.id IN (SELECT m.contact_id FROM event e INDEXED BY event_click CROSS JOIN message m INDEXED BY message_person ON m.id = e.message_id CROSS JOIN verdict v ON v.event_id = e.id
            WHERE e.kind = 'click' AND v.verdict IN ('person', 'likely') AND (%s))""";
    private static final String OPENED = "'open', 'click'";
    private static final String CLICKED = "'click'";

    private final Instant now;
    private final Map<String, Object> values = new HashMap<>();

    QuerySql(Instant now) {
        this.now = now;
    }

    static Matching.Sql of(Query query, Instant now) {
        var sql = new QuerySql(now);
        return new Matching.Sql(sql.where(query), sql.values);
    }

    /** One query of several whose values stand side by side. A condition about an unknown field is neither met nor unmet: its negation takes those in as well. */
    String where(Query query) {
        var where = query.terms().stream().map(term -> "(" + condition(term.condition()) + ")" + (term.not() ? " IS NOT TRUE" : "")).collect(Collectors.joining(" AND "));
        return where.isEmpty() ? "1" : where;
    }

    Map<String, Object> values() {
        return values;
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Words(var words) -> {
                var like = part(words);
                yield "contact.name LIKE %1$s ESCAPE '~' OR contact.address LIKE %1$s ESCAPE '~' OR %2$s".formatted(like, company(like));
            }
            case Condition.Country(var codes) -> any(codes, code -> code.isEmpty() ? "coalesce(contact.country, '') = ''" : "contact.country = " + value(code));
            case Condition.Language(var tags) -> any(tags, tag -> tag.isEmpty() ? "coalesce(contact.language, '') = ''"
                    : "contact.language LIKE %s ESCAPE '~' OR contact.language LIKE %s ESCAPE '~'".formatted(value(escaped(tag)), value(escaped(tag) + "-%")));
            case Condition.Part(var of, var parts) -> any(parts, part -> switch (of) {
                case NAME -> "contact.name LIKE " + part(part) + " ESCAPE '~'";
                case COMPANY -> company(part(part));
                case ROLE -> "contact.role LIKE " + part(part) + " ESCAPE '~'";
                case CITY -> "contact.city LIKE " + part(part) + " ESCAPE '~'";
            });
            case Condition.Domain(var domains) -> any(domains, domain -> "contact.address LIKE " + value("%@" + escaped(domain)) + " ESCAPE '~'");
            case Condition.Attribute(var header, var wanted) -> attribute(header, wanted);
            case Condition.InList(var names) -> "contact.id IN (SELECT contact_id FROM list_member WHERE list_id IN (SELECT id FROM list WHERE %s))"
                    .formatted(any(names, name -> "name = " + value(name) + " COLLATE NOCASE"));
            case Condition.InStage(var stages) -> any(stages, stage -> stage.map(each -> "contact.stage = " + value(each.key())).orElse("contact.stage IS NULL"));
            case Condition.Tagged(var names) -> "contact.id IN (SELECT contact_id FROM contact_tag WHERE tag_id IN (SELECT id FROM tag WHERE %s))"
                    .formatted(any(names, name -> "name = " + value(name) + " COLLATE NOCASE"));
            case Condition.Suppressed(var whys) -> any(whys, this::suppressed);
            case Condition.Within(var act, var span) -> within(act, value(span.since(now).toEpochMilli()));
            case Condition.OfCampaign(var act, var names) -> {
                var campaign = any(names, name -> "c.name = " + value(name) + " COLLATE NOCASE");
                yield act == Act.MAILED ? "contact.id IN (SELECT m.contact_id FROM campaign c CROSS JOIN message m ON m.campaign_id = c.id WHERE (%s) AND m.sent_at IS NOT NULL)".formatted(campaign)
                        : SIGNS_OF_CAMPAIGN.formatted(act == Act.CLICKED ? CLICKED : OPENED, campaign);
            }
            case Condition.ClickedLink(var parts) -> CLICKS_ON_LINK.formatted(any(parts, part -> {
                var like = part(part);
                return """
                        e.url LIKE %1$s ESCAPE '~' OR (m.content_id, e.link) IN (SELECT cv.id, link.key FROM content_version cv CROSS JOIN json_each(cv.links) link
                            WHERE link.value ->> 'text' LIKE %1$s ESCAPE '~')""".formatted(like);
            }));
        };
    }

    private static String within(Act act, String since) {
        return switch (act) {
            case ADDED -> "contact.created_at >= " + since;
            case MAILED -> "contact.id IN (SELECT m.contact_id FROM message m WHERE m.sent_at >= " + since + ")";
            case OPENED -> SIGNS.formatted(OPENED, since);
            case CLICKED -> SIGNS.formatted(CLICKED, since);
        };
    }

    private String suppressed(Why why) {
        return switch (why) {
            case YES -> SuppressionSql.suppressed("contact.address");
            case NO -> "NOT " + SuppressionSql.suppressed("contact.address");
            case UNSUBSCRIBED, HARD_BOUNCE, COMPLAINT, MANUAL, IMPORTED, OWN_DOMAIN, COMPETITOR, ERASED ->
                SuppressionSql.reason("contact.address") + " IS " + value(why.name().toLowerCase(java.util.Locale.ROOT));
        };
    }

    /** By the header as it stands or in snake case. */
    private String attribute(String header, List<String> wanted) {
        return "EXISTS (SELECT 1 FROM json_each(contact.attributes) a WHERE (a.key = %1$s COLLATE NOCASE OR replace(a.key, ' ', '_') = %1$s COLLATE NOCASE) AND (%2$s))"
                .formatted(value(header), any(wanted, one -> "trim(a.value) = " + value(one) + " COLLATE NOCASE"));
    }

    private static String company(String like) {
        return "contact.company_id IN (SELECT id FROM company WHERE name LIKE " + like + " ESCAPE '~')";
    }

    private static <T> String any(List<T> all, Function<T, String> condition) {
        return all.stream().map(condition).collect(Collectors.joining(" OR "));
    }

    private String part(String words) {
        return value("%" + escaped(words) + "%");
    }

    private static String escaped(String words) {
        return words.replace("~", "~~").replace("%", "~%").replace("_", "~_");
    }

    /** An argument's place in the SQL. */
    String value(Object value) {
        var name = "q" + values.size();
        values.put(name, value);
        return ":" + name;
    }
}
