package app.caravel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;
import app.caravel.contact.Note;
import app.caravel.reason.Reason;
import app.caravel.report.PersonTimelines.Key;
import app.caravel.store.Json;

/** Puts the rows of one page of a timeline together, one query a kind. */
final class TimelineRows {

    /** Makes an event of a row. */
    private interface Row {
        LifeEvent of(ResultSet row, Instant at) throws SQLException;
    }

    private final Handle handle;
    private final long contact;
    private final Map<Key, LifeEvent> told = new HashMap<>();

    TimelineRows(Handle handle, long contact) {
        this.handle = handle;
        this.contact = contact;
    }

    Map<Key, LifeEvent> of(List<Key> page) {
        read(page, "mail", """
                SELECT m.*, ca.name AS campaign FROM message m JOIN campaign ca ON ca.id = m.campaign_id WHERE m.id IN (SELECT value FROM json_each(:ids))""",
                (row, at) -> new LifeEvent.Mailed(at, row.getLong("id"), row.getLong("campaign_id"), row.getString("campaign"), MessageState.of(row.getString("state")),
                        row.getString("reply"), reason(row.getString("reason"))));
        read(page, "sign", """
                SELECT e.id, e.kind, e.url, e.message_id, m.campaign_id, ca.name AS campaign, v.verdict, v.reasons,
                       json_extract(c.links, '$[' || e.link || '].text') AS link_text
                FROM event e JOIN message m ON m.id = e.message_id JOIN campaign ca ON ca.id = m.campaign_id
                LEFT JOIN content_version c ON c.id = m.content_id LEFT JOIN verdict v ON v.event_id = e.id
                WHERE e.id IN (SELECT value FROM json_each(:ids))""", TimelineRows::sign);
        read(page, "note", "SELECT * FROM note WHERE id IN (SELECT value FROM json_each(:ids))",
                (row, at) -> new LifeEvent.Noted(new Note(row.getLong("id"), contact, at, row.getString("text"), time(row, "edited_at"))));
        read(page, "change", "SELECT * FROM contact_change WHERE id IN (SELECT value FROM json_each(:ids))", (row, at) -> row.getString("field").equals("followed_up")
                ? new LifeEvent.FollowedUp(at, row.getString("after")) : new LifeEvent.Changed(at, row.getString("field"), row.getString("before"), row.getString("after")));
        read(page, "import", "SELECT import.id, import.file, contact.import_line FROM contact JOIN import ON import.id = contact.import_id WHERE contact.id = :contact",
                (row, at) -> new LifeEvent.Imported(at, row.getString("file"), number(row, "import_line"), false));
        read(page, "merge", "SELECT id, file FROM import WHERE id IN (SELECT value FROM json_each(:ids))", (row, at) -> new LifeEvent.Imported(at, row.getString("file"), null, true));
        read(page, "suppression", "SELECT * FROM suppression_history WHERE id IN (SELECT value FROM json_each(:ids))", (row, at) -> {
            var target = row.getString("target");
            return new LifeEvent.Suppressed(at, row.getString("act"), row.getString("reason"), row.getString("word"), target.startsWith("@") ? target.substring(1) : null);
        });
        read(page, "tag", "SELECT id, name FROM tag WHERE id IN (SELECT value FROM json_each(:ids))", (row, at) -> new LifeEvent.Tagged(at, row.getString("name")));
        read(page, "list", "SELECT id, name FROM list WHERE id IN (SELECT value FROM json_each(:ids))", (row, at) -> new LifeEvent.Listed(at, row.getString("name")));
        read(page, "plan", "SELECT contact_id AS id, day, word FROM next_step WHERE contact_id = :contact",
                (row, at) -> new LifeEvent.Planned(at, LocalDate.parse(row.getString("day")), row.getString("word")));
        page.stream().filter(key -> key.kind().equals("handled")).forEach(key -> told.put(key, new LifeEvent.FollowedUp(Instant.ofEpochMilli(key.at()), "")));
        return told;
    }

    private void read(List<Key> page, String kind, String sql, Row make) {
        var keys = new HashMap<Long, Key>();
        page.stream().filter(key -> key.kind().equals(kind)).forEach(key -> keys.put(key.id(), key));
        if (keys.isEmpty()) {
            return;
        }
        try (var query = handle.createQuery(sql)) {
            query.bind("ids", Json.write(keys.keySet())).bind("contact", contact).configure(org.jdbi.v3.core.statement.SqlStatements.class, config -> config.setUnusedBindingAllowed(true));
            query.map((row, _) -> {
                var key = keys.get(row.getLong("id"));
                if (key != null) {
                    told.put(key, make.of(row, Instant.ofEpochMilli(key.at())));
                }
                return true;
            }).list();
        }
    }

    private static LifeEvent sign(ResultSet row, Instant at) throws SQLException {
        var text = row.getString("link_text");
        var reasons = row.getString("reasons");
        return new LifeEvent.Signed(at, row.getLong("message_id"), row.getLong("campaign_id"), row.getString("campaign"), row.getString("kind"),
                text == null || text.isBlank() ? row.getString("url") : text, row.getString("verdict"), reasons == null ? List.of() : Json.reasons(reasons));
    }

    private static @Nullable Reason reason(@Nullable String json) {
        return json == null ? null : Json.reason(json);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(at);
    }
}
