package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads who must not be written to. */
final class SuppressionQueries {

    /** Addresses and domains, one below the other. */
    private static final String BOTH = """
            (SELECT address AS target, reason, detail, since, 0 AS subdomains FROM suppression
             UNION ALL SELECT '@' || domain, reason, detail, since, subdomains FROM suppressed_domain) AS both""";

    private static final String FITS = """
            WHERE (:reason IS NULL OR both.reason = :reason)
              AND (:words IS NULL OR both.target LIKE :words ESCAPE '~' OR both.detail LIKE :words ESCAPE '~' OR contact.name LIKE :words ESCAPE '~' OR company.name LIKE :words ESCAPE '~')""";

    private static final String WHO = """
             LEFT JOIN contact ON contact.address = both.target LEFT JOIN company ON company.id = contact.company_id
            """;

    private final Jdbi jdbi;

    SuppressionQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What keeps this address from being written to, the address itself before its domain, and that he was erased before both. */
    Optional<Suppression> find(String address) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT :address AS target, 'erased' AS reason, NULL AS detail, at AS since, 0 AS subdomains, 0 AS rank FROM erasure
                WHERE mark = hmac_sha256((SELECT key FROM erasure_key), :address)
                UNION ALL SELECT address, reason, detail, since, 0, 1 FROM suppression WHERE address = :address
                UNION ALL SELECT '@' || domain, reason, detail, since, subdomains, 1000 - length(domain) FROM suppressed_domain WHERE %s
                ORDER BY rank LIMIT 1""".formatted(SuppressionSql.domainOf(":address")))
            .bind("address", address).map(SuppressionQueries::read).findOne());
    }

    /** What stands on the list under exactly this: a canonical address, or @ and a domain. */
    Optional<Suppression> exactly(String target) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM " + BOTH + " WHERE target = :target").bind("target", target).map(SuppressionQueries::read).findOne());
    }

    List<SuppressionRow> page(String words, @Nullable SuppressionReason reason, int offset, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT both.*, contact.id AS contact, contact.name, nullif(company.name, company.domain) AS company
                FROM %s %s %s ORDER BY both.since DESC, both.target LIMIT :limit OFFSET :offset""".formatted(BOTH, WHO, FITS))
            .bind("words", like(words)).bind("reason", reason == null ? null : reason.key()).bind("limit", limit).bind("offset", offset)
            .map((row, context) -> {
                long contact = row.getLong("contact");
                return new SuppressionRow(read(row, context), row.wasNull() ? null : contact, row.getString("name"), row.getString("company"));
            }).list());
    }

    int count(String words, @Nullable SuppressionReason reason) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM " + BOTH + WHO + FITS)
                .bind("words", like(words)).bind("reason", reason == null ? null : reason.key()).mapTo(Integer.class).one());
    }

    private static @Nullable String like(String words) {
        return words.isBlank() ? null : "%" + words.strip().replace("~", "~~").replace("%", "~%").replace("_", "~_") + "%";
    }

    Map<SuppressionReason, Integer> counts() {
        var counts = new EnumMap<SuppressionReason, Integer>(SuppressionReason.class);
        jdbi.useHandle(h -> h.createQuery("SELECT reason, count(*) AS n FROM " + BOTH + " GROUP BY reason")
                .map((row, _) -> Map.entry(SuppressionReason.ofKey(row.getString("reason")), row.getInt("n")))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    /** The newest first. */
    List<SuppressionStep> history(String target) {
        return jdbi.withHandle(h -> h.createQuery("SELECT act, reason, word, at FROM suppression_history WHERE target = :target ORDER BY id DESC").bind("target", target)
                .map((row, _) -> new SuppressionStep(SuppressionStep.Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)), SuppressionReason.ofKey(row.getString("reason")),
                        row.getString("word"), Instant.ofEpochMilli(row.getLong("at")))).list());
    }

    /** How many contacts have their address at this domain, or below it. */
    int peopleAt(MailDomain domain, boolean subdomains) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT count(*) FROM contact WHERE substr(address, -length(:domain) - 1) = '@' || :domain OR :below AND substr(address, -length(:domain) - 1) = '.' || :domain""")
            .bind("domain", domain.ascii()).bind("below", subdomains ? 1 : 0).mapTo(Integer.class).one());
    }

    private static Suppression read(ResultSet row, StatementContext context) throws SQLException {
        return new Suppression(row.getString("target"), SuppressionReason.ofKey(row.getString("reason")), row.getString("detail"),
                Instant.ofEpochMilli(row.getLong("since")), row.getBoolean("subdomains"));
    }
}
