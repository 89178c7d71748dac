package app.caravel.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;

/**
 * Which products of a campaign people clicked, by the item number that its links carry. As with links, people are counted by
 * verdict, and hits whatever the verdict.
 */
public final class ProductClicks {

    /** The item of the link that was followed; null where it stands in no product. A message knows the version it was made of. */
    static final String ITEM = "json_extract(cv.links, '$[' || e.link || '].item')";

    /** What the catalogue calls an item. */
    @FunctionalInterface
    public interface Names {
        /** @param language of the one who reads the report */
        Optional<String> name(String item, String language);
    }

    /** A product of the campaign. @param name empty where neither the catalogue nor its link has one */
    public record Clicked(String item, String name, int clickedSure, int clickedLikely, int clicks) {
        public int clickedBy() {
            return clickedSure + clickedLikely;
        }
    }

    private record Hits(int sure, int likely, int all) {}

    private final Jdbi db;
    private final Names names;

    public ProductClicks(Database database, Names names) {
        this.db = database.jdbi();
        this.names = names;
    }

    /** All products that its mails show, in their order; none where it shows none. */
    public List<Clicked> of(long campaignId, String language) {
        return db.withHandle(h -> {
            var hits = hits(h, campaignId);
            var rows = new ArrayList<Clicked>();
            shown(h, campaignId).forEach((item, says) -> {
                var found = hits.getOrDefault(item, new Hits(0, 0, 0));
                rows.add(new Clicked(item, names.name(item, language).orElse(says), found.sure(), found.likely(), found.all()));
            });
            return rows;
        });
    }

    /** Items with what their links say. */
    private static Map<String, String> shown(Handle h, long campaignId) {
        var shown = new LinkedHashMap<String, String>();
        h.createQuery("""
                SELECT json_extract(link.value, '$.item') AS item, coalesce(json_extract(link.value, '$.text'), '') AS says
                FROM content_version cv, json_each(cv.links) link
                WHERE cv.campaign_id = :campaign AND json_extract(link.value, '$.item') IS NOT NULL
                  AND EXISTS (SELECT 1 FROM message m WHERE m.campaign_id = cv.campaign_id AND m.content_id = cv.id)
                ORDER BY cv.id, link.key""").bind("campaign", campaignId)
                .map((rs, _) -> shown.merge(rs.getString("item"), rs.getString("says"), (first, other) -> first.isBlank() ? other : first)).list();
        return shown;
    }

    private static Map<String, Hits> hits(Handle h, long campaignId) {
        var hits = new HashMap<String, Hits>();
        h.createQuery("""
                SELECT item, sum(sure) AS sure, sum(NOT sure AND likely) AS likely, sum(hits) AS hits FROM (
                    SELECT %s AS item, max(coalesce(v.verdict = 'person', 0)) AS sure, max(coalesce(v.verdict = 'likely', 0)) AS likely, count(*) AS hits
                    FROM event e JOIN message m ON m.id = e.message_id JOIN content_version cv ON cv.id = m.content_id LEFT JOIN verdict v ON v.event_id = e.id
                    WHERE m.campaign_id = :campaign AND e.kind = 'click'
                    GROUP BY item, e.message_id)
                WHERE item IS NOT NULL GROUP BY item""".formatted(ITEM)).bind("campaign", campaignId)
                .map((rs, _) -> hits.put(rs.getString("item"), new Hits(rs.getInt("sure"), rs.getInt("likely"), rs.getInt("hits")))).list();
        return hits;
    }

    /** The items that people clicked, by message. */
    Map<Long, List<String>> byMessage(long campaignId) {
        return db.withHandle(h -> {
            var items = new HashMap<Long, List<String>>();
            h.createQuery("""
                    SELECT e.message_id, %s AS item
                    FROM event e JOIN message m ON m.id = e.message_id JOIN content_version cv ON cv.id = m.content_id JOIN verdict v ON v.event_id = e.id
                    WHERE m.campaign_id = :campaign AND e.kind = 'click' AND v.verdict IN ('person', 'likely')
                    GROUP BY e.message_id, item HAVING item IS NOT NULL ORDER BY min(e.at)""".formatted(ITEM)).bind("campaign", campaignId)
                    .map((rs, _) -> items.computeIfAbsent(rs.getLong("message_id"), _ -> new ArrayList<>()).add(rs.getString("item"))).list();
            return items;
        });
    }
}
