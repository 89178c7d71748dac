package app.caravel.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.SuppressionSql;
import app.caravel.reason.Reason;
import app.caravel.store.Json;

/** What the tables know of a list's people. Only reads. */
final class HealthStore {

    private final Jdbi jdbi;

    HealthStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** These people in the order of their ids. */
    List<Person> people(List<Long> ids) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT c.id, c.written_address, c.other_addresses, c.mail_host, %s AS suppressed,
                  (SELECT state FROM message WHERE address = c.address AND state IN ('sent', 'bounced') ORDER BY coalesce(sent_at, since) DESC, id DESC LIMIT 1) AS last_state,
                  (SELECT max(sent_at) FROM message WHERE contact_id = c.id) AS last_written,
                  (SELECT max(e.at) FROM message m JOIN event e ON e.message_id = m.id JOIN verdict v ON v.event_id = e.id
                   WHERE m.contact_id = c.id AND v.verdict IN ('person', 'likely')) AS last_sign
                FROM contact c WHERE c.id IN (SELECT value FROM json_each(:ids)) ORDER BY c.id""".formatted(SuppressionSql.reason("c.address")))
            .bind("ids", Json.write(ids)).map((row, _) -> person(row)).list());
    }

    /** The rows that the list's last import left out because they held no address; an import taken back does not count. */
    List<Reason> rowsWithoutAddress(long listId) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT reason FROM import_reject
                WHERE import_id = (SELECT max(id) FROM import WHERE list_id = :list AND undone_at IS NULL)
                  AND reason ->> 'key' IN ('contacts.reject-address', 'contacts.reject-no-address') ORDER BY line""")
            .bind("list", listId).mapTo(String.class).map(Json::reason).list());
    }

    /** Mails that left, and those of them that came back. */
    record Past(int sent, int bounced) {}

    Past past() {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT count(*) AS sent, coalesce(sum(state = 'bounced'), 0) AS bounced FROM message WHERE state IN ('sent', 'bounced')""")
            .map((row, _) -> new Past(row.getInt("sent"), row.getInt("bounced"))).one());
    }

    private static Person person(ResultSet row) throws SQLException {
        var suppressed = row.getString("suppressed");
        return new Person(row.getLong("id"), new EmailAddress(row.getString("written_address")),
                Json.array(row.getString("other_addresses")).stream().map(each -> new EmailAddress(each).canonical()).toList(),
                suppressed == null ? null : SuppressionReason.ofKey(suppressed), "bounced".equals(row.getString("last_state")),
                time(row, "last_written"), time(row, "last_sign"), row.getString("mail_host"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(time);
    }
}
