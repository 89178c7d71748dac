package app.caravel.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.reason.Reason;
import app.caravel.store.Json;

/** The campaign table. */
final class CampaignStore {

    private final Jdbi db;

    CampaignStore(Jdbi db) {
        this.db = db;
    }

    Optional<Campaign> find(String name) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM campaign WHERE name = :name").bind("name", name)
                .map((rs, _) -> campaign(rs)).findOne());
    }

    Optional<Campaign> find(long id) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM campaign WHERE id = :id").bind("id", id)
                .map((rs, _) -> campaign(rs)).findOne());
    }

    /** Running first, then paused, planned by next, drafts, done newest first. */
    List<Campaign> all() {
        return db.withHandle(h -> h.createQuery("""
                SELECT * FROM campaign
                ORDER BY CASE state WHEN 'running' THEN 0 WHEN 'paused' THEN 1 WHEN 'scheduled' THEN 2 WHEN 'draft' THEN 3 ELSE 4 END,
                         CASE state WHEN 'scheduled' THEN scheduled_at ELSE -coalesce(finished_at, changed_at) END""")
                .map((rs, _) -> campaign(rs)).list());
    }

    List<Campaign> inState(CampaignState state) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM campaign WHERE state = :state ORDER BY scheduled_at, id")
                .bind("state", state.key()).map((rs, _) -> campaign(rs)).list());
    }

    long insert(String name, Audience audience, @Nullable Long accountId, String subject, String html, @Nullable String text, Original original, Instant now) {
        return db.withHandle(h -> h.createUpdate("""
                INSERT INTO campaign (name, state, audience, account_id, subject, html, text, original_kind, original, created_at, changed_at)
                VALUES (:name, 'draft', :audience, :account, :subject, :html, :text, :kind, :original, :now, :now)""")
                .bind("name", name).bind("audience", Json.write(audience)).bind("account", accountId).bind("subject", subject).bind("html", html)
                .bind("text", text).bind("kind", original.kind().key()).bind("original", original.source()).bind("now", now.toEpochMilli())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** What goes along: files are kept by what they hold, so that a copy has the same. */
    void copyEnclosed(long from, long to) {
        db.useTransaction(h -> {
            for (var copy : List.of("""
                    INSERT INTO attachment (campaign_id, name, media_type, size, sha256)
                    SELECT :to, name, media_type, size, sha256 FROM attachment WHERE campaign_id = :from ORDER BY id""", """
                    INSERT INTO attachment_each (campaign_id, folder, pattern)
                    SELECT :to, folder, pattern FROM attachment_each WHERE campaign_id = :from ORDER BY id""", """
                    INSERT INTO invitation (campaign_id, title, place, note, starts, ends, zone, asks)
                    SELECT :to, title, place, note, starts, ends, zone, asks FROM invitation WHERE campaign_id = :from""")) {
                h.createUpdate(copy).bind("from", from).bind("to", to).execute();
            }
        });
    }

    /** Writes a draft's content and nothing else. False where the campaign is no draft any more. */
    boolean saveContent(Campaign c, Instant now) {
        return db.withHandle(h -> h.createUpdate("""
                UPDATE campaign SET subject = :subject, html = :html, text = :text, original_kind = :kind, original = :original, variants = :variants, changed_at = :now
                WHERE id = :id AND state IN ('draft', 'scheduled')""")
                .bind("id", c.id()).bind("subject", c.subject()).bind("html", c.html()).bind("text", c.text())
                .bind("kind", c.original().kind().key()).bind("original", c.original().source()).bind("variants", Json.write(c.variants()))
                .bind("now", now.toEpochMilli()).execute()) == 1;
    }

    /** Writes what a draft may change besides its content. False where the campaign is no draft any more. */
    boolean saveDetails(Campaign c, Instant now) {
        return db.withHandle(h -> h.createUpdate("""
                UPDATE campaign SET name = :name, audience = :audience, account_id = :account, tracked = :tracked, changed_at = :now
                WHERE id = :id AND state IN ('draft', 'scheduled')""")
                .bind("id", c.id()).bind("name", c.name()).bind("audience", Json.write(c.audience())).bind("account", c.accountId())
                .bind("tracked", c.tracked()).bind("now", now.toEpochMilli()).execute()) == 1;
    }

    void schedule(long id, Instant at, Instant now) {
        db.useHandle(h -> h.createUpdate("""
                UPDATE campaign SET state = 'scheduled', scheduled_at = :at, changed_at = :now
                WHERE id = :id AND state IN ('draft', 'scheduled')""")
                .bind("id", id).bind("at", at.toEpochMilli()).bind("now", now.toEpochMilli()).execute());
    }

    /** Back to a draft: the plan is dropped. */
    void unschedule(long id) {
        db.useHandle(h -> h.createUpdate("UPDATE campaign SET state = 'draft', scheduled_at = NULL WHERE id = :id AND state = 'scheduled'")
                .bind("id", id).execute());
    }

    /** Moves the state; false where it was in none of the states given. */
    boolean move(long id, CampaignState to, @Nullable Reason problem, Instant now, CampaignState... from) {
        return db.withHandle(h -> h.createUpdate("""
                UPDATE campaign SET state = :to, problem = :problem, changed_at = :now,
                       started_at = CASE WHEN :to = 'running' THEN coalesce(started_at, :now) ELSE started_at END,
                       finished_at = CASE WHEN :to IN ('finished', 'cancelled') THEN :now ELSE NULL END
                WHERE id = :id AND state IN (<from>)""")
                .bindList("from", List.of(from).stream().map(CampaignState::key).toList())
                .bind("id", id).bind("to", to.key()).bind("problem", problem == null ? null : Json.write(problem))
                .bind("now", now.toEpochMilli()).execute()) == 1;
    }

    void addActive(long id, long millis) {
        db.useHandle(h -> h.execute("UPDATE campaign SET active_ms = active_ms + ? WHERE id = ?", millis, id));
    }

    void archive(long id, boolean away) {
        db.useHandle(h -> h.execute("UPDATE campaign SET archived = ? WHERE id = ?", away, id));
    }

    /** Deletes a draft; what was sent is never deleted. */
    boolean deleteDraft(long id) {
        return db.withHandle(h -> h.createUpdate("""
                DELETE FROM campaign WHERE id = :id AND state IN ('draft', 'scheduled')
                  AND NOT EXISTS (SELECT 1 FROM message WHERE campaign_id = :id)""").bind("id", id).execute()) == 1;
    }

    private static Campaign campaign(ResultSet rs) throws SQLException {
        var problem = rs.getString("problem");
        return new Campaign(rs.getLong("id"), rs.getString("name"), CampaignState.of(rs.getString("state")),
                Json.read(rs.getString("audience"), Audience.class), number(rs, "account_id"), rs.getString("subject"), rs.getString("html"), rs.getString("text"),
                new Original(Original.Kind.of(rs.getString("original_kind")), rs.getString("original")), rs.getBoolean("tracked"), time(rs, "scheduled_at"), Instant.ofEpochMilli(rs.getLong("created_at")),
                Instant.ofEpochMilli(rs.getLong("changed_at")), time(rs, "started_at"), time(rs, "finished_at"),
                rs.getLong("active_ms"), problem == null ? null : Json.reason(problem), rs.getBoolean("archived"),
                Json.read(rs.getString("variants"), new TypeReference<List<Variant>>() {}));
    }

    static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        long value = rs.getLong(column);
        return rs.wasNull() ? null : value;
    }

    static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
        var millis = number(rs, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
