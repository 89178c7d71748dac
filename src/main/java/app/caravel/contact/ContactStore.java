package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Json;

/** Contacts as they stand in the database. One row an address. */
final class ContactStore {

    private static final String WHOLE = """
            SELECT contact.*, nullif(company.name, company.domain) AS company FROM contact LEFT JOIN company ON company.id = contact.company_id
            """;

    private static final String ROW = """
            SELECT contact.id, contact.written_address, contact.name, company.name AS company, contact.role, contact.country, contact.city, contact.phone, contact.language, contact.attributes,
                   contact.stage, (SELECT json_group_array(tag.name) FROM contact_tag JOIN tag ON tag.id = contact_tag.tag_id WHERE contact_tag.contact_id = contact.id) AS tags,
                   contact.created_at, %s AS suppressed
            """.formatted(SuppressionSql.reason("contact.address"));

    private static final String BESIDE = """
            LEFT JOIN company ON company.id = contact.company_id
            """;

    private static final int PART = 5_000;

    private final Jdbi jdbi;

    ContactStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Contact> find(long id) {
        return jdbi.withHandle(h -> h.createQuery(WHOLE + "WHERE contact.id = :id").bind("id", id).map(ContactStore::read).findOne());
    }

    Optional<Contact> find(String address) {
        return jdbi.withHandle(h -> h.createQuery(WHOLE + "WHERE address = :address").bind("address", address).map(ContactStore::read).findOne());
    }

    Optional<Standing> standing(long id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM contact WHERE id = :id").bind("id", id)
                .map((row, _) -> new Standing(Stage.ofKey(row.getString("stage")), origin(row, "country"), origin(row, "time_zone"), origin(row, "language"),
                        Instant.ofEpochMilli(row.getLong("created_at")))).findOne());
    }

    private static @Nullable Origin origin(ResultSet row, String column) throws SQLException {
        return row.getString(column) == null ? null : Origin.ofKey(row.getString(column + "_source"));
    }

    int count(Filter filter) {
        var condition = new FilterSql(filter.orderedBy(Filter.Order.NAME, false)); // a count has no order, and joins nothing for it
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) " + condition.from() + condition.where())
                .bindMap(condition.values()).mapTo(Integer.class).one());
    }

    List<ContactRow> page(Filter filter, int offset, int limit) {
        var condition = new FilterSql(filter);
        // the ids first: rows that are only skipped are never put together
        return jdbi.withHandle(h -> h.createQuery("""
                %s FROM (%s LIMIT :limit OFFSET :offset) AS chosen
                JOIN contact ON contact.id = chosen.id
                %s %s""".formatted(ROW, condition.ids(), BESIDE, condition.orderBy()))
            .bindMap(condition.values()).bind("limit", limit).bind("offset", offset)
            .map(ContactStore::readRow).list());
    }

    List<Long> ids(Filter filter) {
        var condition = new FilterSql(filter);
        return jdbi.withHandle(h -> h.createQuery(condition.ids())
                .bindMap(condition.values()).mapTo(Long.class).list());
    }

    void forEachOfList(long listId, Consumer<Contact> action) {
        jdbi.useHandle(h -> {
            try (var contacts = h.createQuery(WHOLE + """
                    JOIN list_member ON list_member.contact_id = contact.id
                    WHERE list_member.list_id = :list ORDER BY contact.id""")
                .bind("list", listId).map(ContactStore::read).stream()) {
                contacts.forEach(action);
            }
        });
    }

    void forEach(Filter filter, Consumer<Contact> action) {
        var condition = new FilterSql(filter);
        jdbi.useHandle(h -> {
            try (var contacts = h.createQuery(WHOLE + condition.where() + condition.orderBy()).bindMap(condition.values()).map(ContactStore::read).stream()) {
                contacts.forEach(action);
            }
        });
    }

    List<ContactRow> rows(List<Long> ids) {
        return jdbi.withHandle(h -> h.createQuery(ROW + "FROM contact " + BESIDE + "WHERE contact.id IN (SELECT value FROM json_each(:ids)) ORDER BY contact.id")
                .bind("ids", Json.write(ids)).map(ContactStore::readRow).list());
    }

    void forEachRow(Filter filter, Consumer<ContactRow> action) {
        var condition = new FilterSql(filter);
        jdbi.useHandle(h -> {
            try (var rows = h.createQuery(ROW + "FROM contact " + BESIDE + condition.where() + condition.orderBy()).bindMap(condition.values())
                    .map(ContactStore::readRow).stream()) {
                rows.forEach(action);
            }
        });
    }

    void forEach(List<Long> ids, Consumer<Contact> action) {
        jdbi.useHandle(h -> {
            try (var contacts = h.createQuery(WHOLE + "WHERE contact.id IN (SELECT value FROM json_each(:ids)) ORDER BY contact.id")
                .bind("ids", Json.write(ids)).map(ContactStore::read).stream()) {
                contacts.forEach(action);
            }
        });
    }

    Map<String, Integer> counts(String column) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbi.useHandle(h -> h.createQuery("SELECT coalesce(%1$s, '') AS value, count(*) AS n FROM contact GROUP BY 1 ORDER BY n DESC, value".formatted(column))
                .map((row, _) -> Map.entry(row.getString("value"), row.getInt("n"))).forEach(each -> counts.put(each.getKey(), each.getValue())));
        return counts;
    }

    Map<String, Integer> countries(Filter filter) {
        var condition = new FilterSql(filter.orderedBy(Filter.Order.NAME, false));
        var counts = new LinkedHashMap<String, Integer>();
        jdbi.useHandle(h -> h.createQuery("SELECT coalesce(contact.country, '') AS value, count(*) AS n " + condition.from() + condition.where() + " GROUP BY 1 ORDER BY n DESC, value")
                .bindMap(condition.values()).map((row, _) -> Map.entry(row.getString("value"), row.getInt("n"))).forEach(each -> counts.put(each.getKey(), each.getValue())));
        return counts;
    }

    /** In parts, so that sending goes on beside it. */
    void keepMailHosts(Map<Long, Optional<String>> hosts) {
        hosts.keySet().stream().gather(Gatherers.windowFixed(PART)).forEach(part -> jdbi.useTransaction(h -> {
            var batch = h.prepareBatch("UPDATE contact SET mail_host = :host WHERE id = :id");
            part.forEach(id -> batch.bind("id", id).bind("host", hosts.getOrDefault(id, Optional.empty()).orElse(null)).add());
            batch.execute();
        }));
    }

    private static Contact read(ResultSet row, StatementContext context) throws SQLException {
        return new Contact(
                row.getLong("id"),
                new EmailAddress(row.getString("written_address")),
                Json.array(row.getString("other_addresses")).stream().map(EmailAddress::new).toList(),
                row.getString("name"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("salutation"),
                row.getString("company"),
                row.getString("role"),
                row.getString("country"),
                row.getString("city"),
                row.getString("phone"),
                row.getString("language"),
                row.getString("time_zone"),
                Json.strings(row.getString("attributes")));
    }

    private static ContactRow readRow(ResultSet row, StatementContext context) throws SQLException {
        var suppressed = row.getString("suppressed");
        return new ContactRow(
                row.getLong("id"),
                new EmailAddress(row.getString("written_address")),
                row.getString("name"),
                row.getString("company"),
                row.getString("role"),
                row.getString("country"),
                row.getString("city"),
                row.getString("phone"),
                row.getString("language"),
                Json.strings(row.getString("attributes")),
                Stage.ofKey(row.getString("stage")),
                Json.array(row.getString("tags")),
                suppressed == null ? null : SuppressionReason.ofKey(suppressed),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
