package app.caravel.messagelog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;
import app.caravel.campaign.SentSubjects;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** The ledger's steps as the log needs them, and how far the log has come. */
final class LogStore {

    private final Jdbi db;
    private final SentSubjects subjects;

    LogStore(Database database) {
        this.db = database.jdbi();
        this.subjects = new SentSubjects(database);
    }

    /**
     * How far the log is.
     *
     * @param step the last transition.id that is in the files
     * @param folder as in the table: empty is the home's own
     * @param file null where the next line begins a file
     * @param length bytes of the file that hold
     */
    record Cursor(long step, String folder, @Nullable String file, long length, boolean rebuilding) {

        Cursor at(long now, long bytes) {
            return new Cursor(now, folder, file, bytes, rebuilding);
        }

        Cursor in(String newFolder, @Nullable String newFile) {
            return new Cursor(step, newFolder, newFile, 0, rebuilding);
        }
    }

    Cursor cursor() {
        return db.withHandle(h -> h.createQuery("SELECT * FROM message_log").map((rs, _) -> new Cursor(rs.getLong("transition_id"),
                rs.getString("folder") == null ? "" : rs.getString("folder"), rs.getString("file"), rs.getLong("length"), rs.getBoolean("rebuilding"))).one());
    }

    void keep(Cursor cursor) {
        db.useTransaction(h -> keep(h, cursor));
    }

    /** Keeps that a file is begun, before it is there. */
    void begin(Cursor cursor) {
        db.useTransaction(h -> {
            keep(h, cursor);
            h.createUpdate("INSERT INTO message_log_file (folder, name) VALUES (:folder, :file) ON CONFLICT DO NOTHING")
                    .bind("folder", cursor.folder()).bind("file", cursor.file()).execute();
        });
    }

    private static void keep(Handle h, Cursor cursor) {
        h.createUpdate("UPDATE message_log SET transition_id = :step, folder = :folder, file = :file, length = :length, rebuilding = :rebuilding")
                .bind("step", cursor.step()).bind("folder", cursor.folder()).bind("file", cursor.file()).bind("length", cursor.length())
                .bind("rebuilding", cursor.rebuilding()).execute();
    }

    /** The names of the files that we wrote into a folder, those that are gone included. */
    List<String> files(String folder) {
        return db.withHandle(h -> h.createQuery("SELECT name FROM message_log_file WHERE folder = :folder").bind("folder", folder).mapTo(String.class).list());
    }

    void forget(String folder, String name) {
        db.useHandle(h -> h.createUpdate("DELETE FROM message_log_file WHERE folder = :folder AND name = :name").bind("folder", folder).bind("name", name).execute());
    }

    Optional<Instant> offSince() {
        return db.withHandle(h -> h.createQuery("SELECT off_since FROM message_log WHERE off_since IS NOT NULL").mapTo(Long.class).findOne().map(Instant::ofEpochMilli));
    }

    void off(@Nullable Instant since) {
        db.useHandle(h -> h.createUpdate("UPDATE message_log SET off_since = :since").bind("since", since == null ? null : since.toEpochMilli()).execute());
    }

    /** The last step of the ledger; 0 where there is none. */
    long lastStep() {
        return db.withHandle(h -> h.createQuery("SELECT coalesce(max(id), 0) FROM transition").mapTo(Long.class).one());
    }

    /** The first step at or after a time, in the order of the ids; the last one where all are older. */
    long stepBefore(Instant from) {
        return db.withHandle(h -> h.createQuery("SELECT coalesce((SELECT id - 1 FROM transition WHERE at >= :from ORDER BY id LIMIT 1), (SELECT max(id) FROM transition), 0)")
                .bind("from", from.toEpochMilli()).mapTo(Long.class).one());
    }

    /** Steps behind one, in their order; those on their way to the server are no events and left out. */
    List<LogStep> after(long step, int limit) {
        return db.withHandle(h -> {
            var known = new Known(h);
            return h.createQuery("""
                    SELECT t.id, t.at, t.state, t.reply_code, t.reply, t.reason,
                        CASE WHEN t.state IN ('queued', 'sent', 'deferred', 'failed', 'in_doubt') THEN (SELECT p.state || ' ' || ifnull(p.line, '') FROM transition p WHERE p.message_id = t.message_id AND p.id < t.id ORDER BY p.id DESC LIMIT 1) END,
                        CASE WHEN t.state = 'sent' THEN (SELECT f.at FROM transition f WHERE f.message_id = t.message_id ORDER BY f.id LIMIT 1) END,
                        m.id, m.message_id, m.random_id, m.recipient, m.content_id, m.bytes, m.campaign_id, m.account_id, m.merge
                    FROM transition t JOIN message m ON m.id = t.message_id WHERE t.id > :step AND t.state <> 'sending' ORDER BY t.id LIMIT :limit""")
                    .bind("step", step).bind("limit", limit).setFetchSize(limit).map((rs, _) -> step(rs, known)).list();
        });
    }

    /** What many steps have in common, read once for all of them. */
    private record Known(Handle handle, Map<Long, Optional<Campaign>> campaigns, Map<Long, Optional<LogStep.Sender>> accounts) {

        Known(Handle handle) {
            this(handle, new HashMap<>(), new HashMap<>());
        }

        @Nullable Campaign campaign(long id) {
            return campaigns.computeIfAbsent(id, _ -> handle.createQuery("SELECT name, subject FROM campaign WHERE id = :id").bind("id", id)
                    .map((rs, _) -> new Campaign(rs.getString("name"), SentSubjects.planned(rs.getString("subject")).orElse(""))).findOne()).orElse(null);
        }

        LogStep.@Nullable Sender account(long id) {
            return accounts.computeIfAbsent(id, _ -> handle.createQuery("SELECT name, from_address, smtp_host FROM account WHERE id = :id").bind("id", id)
                    .map((rs, _) -> new LogStep.Sender(rs.getString("name"), rs.getString("from_address"), rs.getString("smtp_host"))).findOne()).orElse(null);
        }
    }

    /** @param subject what it will be, where it is the same for all; else empty */
    private record Campaign(String name, String subject) {}

    private LogStep step(ResultSet rs, Known known) throws SQLException {
        var code = number(rs, 4);
        var reason = rs.getString(6);
        var before = rs.getString(7);
        int gap = before == null ? 0 : before.indexOf(' ');
        var entered = number(rs, 8);
        var content = number(rs, 13);
        var campaign = known.campaign(rs.getLong(15));
        var subject = content == null ? campaign == null ? "" : campaign.subject() : subjects.of(content, () -> merge(rs));
        return new LogStep(rs.getLong(1), Instant.ofEpochMilli(rs.getLong(2)), MessageState.of(rs.getString(3)), before == null ? null : MessageState.of(before.substring(0, gap)),
                before == null || before.length() == gap + 1 ? null : LogStep.Line.of(before.substring(gap + 1)),
                entered == null ? null : Instant.ofEpochMilli(entered), code == null ? null : code.intValue(), rs.getString(5), reason == null ? null : Json.reason(reason),
                new LogStep.Mail(rs.getLong(9), rs.getString(10), rs.getBytes(11), rs.getString(12), subject, campaign == null ? null : campaign.name(), number(rs, 14)),
                known.account(rs.getLong(16)));
    }

    private static @Nullable String merge(ResultSet rs) {
        try {
            return rs.getString(17);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Long number(ResultSet rs, int column) throws SQLException {
        long number = rs.getLong(column);
        return rs.wasNull() ? null : number;
    }
}
