package app.caravel.audience;

import java.util.List;

import org.jdbi.v3.core.Jdbi;

/**
 * Values to choose from that this workspace knows.
 *
 * @param headers of the person's own columns
 * @param campaigns by name, newest first
 * @param links the words of the links in what was sent
 */
public record Offers(List<String> headers, List<String> campaigns, List<String> links) {

    static Offers read(Jdbi jdbi) {
        return jdbi.withHandle(h -> new Offers(
                h.createQuery("SELECT DISTINCT a.key FROM contact, json_each(contact.attributes) a ORDER BY 1 COLLATE NOCASE LIMIT 200").mapTo(String.class).list(),
                h.createQuery("SELECT name FROM campaign ORDER BY created_at DESC, id DESC").mapTo(String.class).list(),
                h.createQuery("""
                        SELECT DISTINCT trim(l.value ->> 'text') AS words FROM content_version, json_each(content_version.links) l
                        WHERE words <> '' ORDER BY 1 COLLATE NOCASE LIMIT 500""").mapTo(String.class).list()));
    }
}
