package app.caravel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.contact.Stage;
import app.caravel.contact.SuppressionSql;
import app.caravel.store.Database;

/** The people of one company side by side: how often each was written to lately, and what each did. */
public final class CompanyPeople {

    private final Jdbi db;

    public CompanyPeople(Database database) {
        this.db = database.jdbi();
    }

    /**
     * One of them.
     *
     * @param mails sent to him since the time asked for
     * @param opened his last opening or click, sure or likely; clicked: his last click
     */
    public record Person(long id, String address, @Nullable String name, @Nullable String role, @Nullable String city, @Nullable String country, @Nullable String timeZone,
            @Nullable String phone, @Nullable Stage stage, boolean suppressed, int mails, @Nullable Instant mailed, @Nullable Instant opened, @Nullable Instant clicked) {

        /** The name, or the address where there is none. */
        public String shownName() {
            return name == null || name.isBlank() ? address : name;
        }
    }

    /** By name, the first so many. */
    public List<Person> of(long company, Instant since, int limit) {
        return db.withHandle(h -> h.createQuery("""
                SELECT contact.*, %s AS suppressed,
                       (SELECT count(*) FROM message m WHERE m.contact_id = contact.id AND m.sent_at >= :since) AS mails,
                       (SELECT max(m.sent_at) FROM message m WHERE m.contact_id = contact.id) AS mailed,
                       (SELECT max(e.at) FROM message m CROSS JOIN event e ON e.message_id = m.id CROSS JOIN verdict v ON v.event_id = e.id
                        WHERE m.contact_id = contact.id AND v.verdict IN ('person', 'likely') AND e.kind IN ('open', 'click')) AS opened,
                       (SELECT max(e.at) FROM message m CROSS JOIN event e ON e.message_id = m.id CROSS JOIN verdict v ON v.event_id = e.id
                        WHERE m.contact_id = contact.id AND v.verdict IN ('person', 'likely') AND e.kind = 'click') AS clicked
                FROM contact WHERE company_id = :company ORDER BY coalesce(name, address) COLLATE NOCASE, id LIMIT :limit""".formatted(SUPPRESSED))
                .bind("company", company).bind("since", since.toEpochMilli()).bind("limit", limit).map((row, _) -> person(row)).list());
    }

    private static final String SUPPRESSED = SuppressionSql.suppressed("contact.address");

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getLong("id"), row.getString("written_address"), row.getString("name"), row.getString("role"), row.getString("city"), row.getString("country"),
                row.getString("time_zone"), row.getString("phone"), Stage.ofKey(row.getString("stage")), row.getBoolean("suppressed"), row.getInt("mails"),
                time(row, "mailed"), time(row, "opened"), time(row, "clicked"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(at);
    }
}
