package app.caravel.campaign;

import java.time.Clock;
import java.util.List;
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

    /** The links of the campaign's newest version, by number: address template and what the link says. */
    public List<Link> links(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT links FROM content_version WHERE campaign_id = :c ORDER BY id DESC LIMIT 1")
                .bind("c", campaignId).mapTo(String.class).findOne())
                .map(json -> Json.read(json, new tools.jackson.core.type.TypeReference<List<Link>>() {})).orElse(List.of());
    }

    /**
     * A link as it was kept; its number is its place in the list.
     *
     * @param item the number of the product whose block it stands in, null where it stands in none
     */
    public record Link(String url, String text, @Nullable String item) {}
}
