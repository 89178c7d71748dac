package app.caravel.campaign;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.content.CompiledContent;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.design.MadeFrom;
import app.caravel.content.design.ProductItems;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** The versions of campaigns' contents as they were sent. A row is never changed. */
public final class ContentVersions {

    private final Jdbi db;
    private final Clock clock;

    public ContentVersions(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    /** A kept version, compiled. */
    record Version(long id, CompiledContent content) {}

    /**
     * Compiles the campaign's content and keeps it, or finds the version that is the same.
     *
     * @throws app.caravel.reason.Problem where what it is written in is half written
     */
    Version keep(Campaign campaign) {
        MadeFrom.check(campaign.original());
        var source = new ContentSource(campaign.subject(), campaign.html(), campaign.text());
        var content = Compiler.compile(source);
        var text = campaign.text() == null ? "" : campaign.text();
        var same = db.withHandle(h -> h.createQuery("""
                SELECT id FROM content_version WHERE campaign_id = :c AND subject = :subject AND html = :html AND text = :text""")
                .bind("c", campaign.id()).bind("subject", source.subject()).bind("html", source.html()).bind("text", text)
                .mapTo(Long.class).findFirst());
        return new Version(same.orElseGet(() -> insert(campaign, source, text, content)), content);
    }

    private long insert(Campaign campaign, ContentSource source, String text, CompiledContent content) {
        var items = ProductItems.of(campaign.original());
        var links = content.links().stream().map(link -> new Link(link.urlTemplate(), link.text(), items.of(link.urlTemplate(), link.text()).orElse(null))).toList();
        return db.withHandle(h -> h.createUpdate("""
                INSERT INTO content_version (campaign_id, subject, html, text, links, created_at)
                VALUES (:c, :subject, :html, :text, :links, :now)""")
                .bind("c", campaign.id()).bind("subject", source.subject()).bind("html", source.html()).bind("text", text)
                .bind("links", Json.write(links)).bind("now", clock.millis())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** The content that a message was made of, or nothing where it was not made yet. */
    Optional<CompiledContent> of(Message message) {
        if (message.contentId() == null) {
            return Optional.empty();
        }
        return db.withHandle(h -> h.createQuery("SELECT subject, html, text FROM content_version WHERE id = :id").bind("id", message.contentId())
                .map((rs, _) -> new ContentSource(rs.getString("subject"), rs.getString("html"), rs.getString("text").isEmpty() ? null : rs.getString("text")))
                .findOne()).map(Compiler::compile);
    }

    /**
     * The links of each version that mails were made of, by number: that of most mails first. The newest, where no mail was
     * made yet.
     */
    public Map<Long, List<Link>> links(long campaignId) {
        record Row(long id, String links, int mails) {}
        var rows = db.withHandle(h -> h.createQuery("""
                SELECT cv.id, cv.links, count(m.id) AS mails FROM content_version cv
                LEFT JOIN message m ON m.campaign_id = cv.campaign_id AND m.content_id = cv.id
                WHERE cv.campaign_id = :c GROUP BY cv.id ORDER BY mails DESC, cv.id DESC""")
                .bind("c", campaignId).map((rs, _) -> new Row(rs.getLong("id"), rs.getString("links"), rs.getInt("mails"))).list());
        var links = new LinkedHashMap<Long, List<Link>>();
        rows.stream().filter(row -> row.mails() > 0 || row == rows.getFirst())
                .forEach(row -> links.put(row.id(), Json.read(row.links(), new tools.jackson.core.type.TypeReference<List<Link>>() {})));
        return links;
    }

    /**
     * A link as it was kept; its number is its place in the list.
     *
     * @param item the number of the product whose block it stands in, null where it stands in none
     */
    public record Link(String url, String text, @Nullable String item) {}
}
