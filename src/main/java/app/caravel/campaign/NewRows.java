package app.caravel.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import app.caravel.contact.SuppressionSql;
import app.caravel.store.Json;
import app.caravel.store.WriteQueue;

/** A campaign's new rows on their way into the ledger, each with its first step in the same transaction. For {@link Ledger} alone. */
final class NewRows {

    private static final int BATCH = 5_000;

    private static final String ENROL = """
            INSERT INTO message (campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, reason, not_before, not_after)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CASE WHEN ?9 <> 'suppressed' AND %1$s THEN 'suppressed' ELSE ?9 END, ?10,
                   CASE WHEN ?9 <> 'suppressed' AND %1$s THEN ?12 ELSE ?11 END, ?13, ?14
            WHERE true ON CONFLICT (campaign_id, contact_id) DO NOTHING""".formatted(SuppressionSql.suppressed("?3"));

    private final WriteQueue writer;
    private final long campaignId;
    private final Instant now;

    NewRows(WriteQueue writer, long campaignId, Instant now) {
        this.writer = writer;
        this.campaignId = campaignId;
        this.now = now;
    }

    /** Adds them in transactions of at most 5,000 rows. Who is in the ledger already stays as he is. */
    void add(Iterable<NewMessage> people) {
        var batch = new ArrayList<NewMessage>(BATCH);
        for (var person : people) {
            batch.add(person);
            if (batch.size() == BATCH) {
                write(List.copyOf(batch));
                batch.clear();
            }
        }
        write(List.copyOf(batch));
    }

    private void write(List<NewMessage> batch) {
        var meanwhile = Json.write(Ledger.MEANWHILE);
        Ledger.await(writer.submit(connection -> {
            try (var insert = connection.prepareStatement(ENROL);
                    var steps = connection.prepareStatement("INSERT INTO transition (message_id, at, state, reason) SELECT id, since, state, reason FROM message WHERE id > ? ORDER BY id");
                    var file = connection.prepareStatement("""
                    INSERT INTO message_file (message_id, name, media_type, size, sha256) SELECT id, ?, ?, ?, ? FROM message WHERE random_id = ?""")) {
                long before = lastId(connection);
                for (var row : batch) {
                    var to = row.entry().to();
                    insert.setLong(1, campaignId);
                    insert.setLong(2, to.contactId());
                    insert.setString(3, to.address());
                    insert.setString(4, to.written());
                    insert.setString(5, to.name());
                    insert.setLong(6, row.entry().accountId());
                    insert.setBytes(7, row.randomId());
                    insert.setString(8, row.messageId());
                    insert.setString(9, row.state().key());
                    insert.setLong(10, now.toEpochMilli());
                    insert.setString(11, Ledger.json(row.why()));
                    insert.setString(12, meanwhile);
                    insert.setObject(13, Ledger.millis(row.notBefore()));
                    insert.setObject(14, Ledger.millis(row.entry().slot().notAfter()));
                    insert.addBatch();
                }
                insert.executeBatch();
                steps.setLong(1, before);
                steps.executeUpdate();
                for (var row : batch) {
                    for (var own : row.own()) {
                        file.setString(1, own.name());
                        file.setString(2, own.mediaType());
                        file.setLong(3, own.size());
                        file.setString(4, own.sha256());
                        file.setBytes(5, row.randomId());
                        file.executeUpdate();
                    }
                }
                return batch.size();
            }
        }));
    }

    /** The last row's; new rows come behind it, for only the writer makes them. */
    private static long lastId(Connection connection) throws SQLException {
        try (var query = connection.createStatement(); var row = query.executeQuery("SELECT coalesce(max(id), 0) FROM message")) {
            row.next();
            return row.getLong(1);
        }
    }
}
