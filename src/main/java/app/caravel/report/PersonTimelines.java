package app.caravel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/**
 * What happened with one person, newest first and page by page: which rows make a page is asked of indexes alone, and only
 * those are put together.
 */
public final class PersonTimelines {

    /** What of it to show. */
    public enum Show { ALL, MAILS, SIGNS, NOTES, CHANGES }

    /** A row of a page: what kind it is and its number among those. */
    record Key(long at, String kind, long id) {}

    /** The last row of a page; the next one begins behind it. */
    public record Cursor(long at, String kind, long id) {}

    /** @param next null where this is the last one */
    public record Page(List<LifeEvent> events, @Nullable Cursor next) {}

    private static final Map<String, String> KINDS = Map.of(
            "mail", "SELECT coalesce(sent_at, since) AS at, 'mail' AS kind, id FROM message WHERE contact_id = :contact",
            "sign", "SELECT e.at, 'sign', e.id FROM message m CROSS JOIN event e ON e.message_id = m.id WHERE m.contact_id = :contact",
            "note", "SELECT at, 'note', id FROM note WHERE contact_id = :contact",
            "change", "SELECT at, 'change', id FROM contact_change WHERE contact_id = :contact",
            "import", "SELECT import.at, 'import', import.id FROM contact JOIN import ON import.id = contact.import_id WHERE contact.id = :contact",
            "merge", "SELECT import.at, 'merge', import.id FROM import_change JOIN import ON import.id = import_change.import_id WHERE import_change.contact_id = :contact",
            "suppression", """
                    SELECT at, 'suppression', id FROM suppression_history
                    WHERE target IN (SELECT address FROM contact WHERE id = :contact UNION SELECT substr(address, instr(address, '@')) FROM contact WHERE id = :contact)""",
            "tag", "SELECT added_at, 'tag', tag_id FROM contact_tag WHERE contact_id = :contact",
            "list", "SELECT added_at, 'list', list_id FROM list_member WHERE contact_id = :contact AND import_id IS NULL",
            "plan", "SELECT set_at, 'plan', contact_id FROM next_step WHERE contact_id = :contact UNION ALL SELECT handled_at, 'handled', contact_id FROM follow_up WHERE contact_id = :contact AND until IS NULL");

    private static final Map<Show, Set<String>> SHOWN = Map.of(
            Show.ALL, KINDS.keySet(), Show.MAILS, Set.of("mail"), Show.SIGNS, Set.of("sign"), Show.NOTES, Set.of("note", "plan"),
            Show.CHANGES, Set.of("change", "import", "merge", "suppression", "tag", "list"));

    private final Jdbi db;

    public PersonTimelines(Database database) {
        this.db = database.jdbi();
    }

    /**
     * A page of it.
     *
     * @param after null: from the newest on
     */
    public Page of(long contact, Show show, @Nullable Cursor after, int limit) {
        return db.withHandle(h -> {
            var union = Objects.requireNonNull(SHOWN.get(show)).stream().sorted().map(KINDS::get).collect(Collectors.joining(" UNION ALL "));
            var keys = h.createQuery("SELECT at, kind, id FROM (SELECT 0 AS at, '' AS kind, 0 AS id WHERE 0 UNION ALL " + union
                            + ") WHERE :at IS NULL OR (at, kind, id) < (:at, :kind, :id) ORDER BY at DESC, kind DESC, id DESC LIMIT :limit")
                    .bind("contact", contact).bind("at", after == null ? null : (Long) after.at()).bind("kind", after == null ? "" : after.kind())
                    .bind("id", after == null ? 0 : after.id()).bind("limit", limit + 1)
                    .map((row, _) -> new Key(row.getLong("at"), row.getString("kind"), row.getLong("id"))).list();
            boolean more = keys.size() > limit;
            var page = more ? keys.subList(0, limit) : keys;
            var told = new TimelineRows(h, contact).of(page);
            var events = new ArrayList<LifeEvent>();
            page.forEach(key -> {
                var event = told.get(key);
                if (event != null) {
                    events.add(event);
                }
            });
            var last = more ? page.getLast() : null;
            return new Page(List.copyOf(events), last == null ? null : new Cursor(last.at(), last.kind(), last.id()));
        });
    }

    /** How often, and when last, somebody was written to and gave a sign. */
    public record Lately(int mails, @Nullable Long lastSign, @Nullable String lastSignKind) {}

    /** Mails since a time that were sent, and the newest sign of a person, sure or likely; its time in epoch milliseconds. */
    public Lately lately(long contact, java.time.Instant since) {
        return db.withHandle(h -> {
            var sign = h.createQuery("""
                    SELECT e.at, e.kind FROM message m CROSS JOIN event e ON e.message_id = m.id CROSS JOIN verdict v ON v.event_id = e.id
                    WHERE m.contact_id = :contact AND v.verdict IN ('person', 'likely') AND e.kind IN ('open', 'click') ORDER BY e.at DESC, e.id DESC LIMIT 1""")
                    .bind("contact", contact).map((row, _) -> Map.entry(row.getLong("at"), row.getString("kind"))).findOne();
            int mails = h.createQuery("SELECT count(*) FROM message WHERE contact_id = :contact AND sent_at >= :since")
                    .bind("contact", contact).bind("since", since.toEpochMilli()).mapTo(Integer.class).one();
            return new Lately(mails, sign.map(Map.Entry::getKey).orElse(null), sign.map(Map.Entry::getValue).orElse(null));
        });
    }
}
