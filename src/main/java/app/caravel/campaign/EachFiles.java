package app.caravel.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Jdbi;

import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Files that go to one recipient each, chosen by a name with merge fields: the folders and patterns of campaigns. */
public final class EachFiles {

    /** Shorter values stand in any name. */
    private static final int SHORTEST_VALUE = 3;

    private final Jdbi db;

    public EachFiles(Database database) {
        this.db = database.jdbi();
    }

    /** @param pattern a file's name, {@code quote-{{ customer_no }}.pdf} */
    public record Each(long id, Path folder, String pattern) {}

    public List<Each> of(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT id, folder, pattern FROM attachment_each WHERE campaign_id = :id ORDER BY id").bind("id", campaignId)
                .map((rs, _) -> new Each(rs.getLong("id"), Path.of(rs.getString("folder")), rs.getString("pattern"))).list());
    }

    /**
     * Adds a pattern.
     *
     * @throws Problem where it is no name with merge fields, or the folder cannot be read
     */
    public Each add(long campaignId, Path folder, String pattern) {
        var name = pattern.strip();
        if (!name.contains("{{") || name.contains("/") || name.contains("\\")) {
            throw Problem.of("files.pattern-none", "pattern", name);
        }
        var each = new Each(0, folder.toAbsolutePath().normalize(), name);
        new EachFolder(each);
        long id = db.withHandle(h -> h.createQuery("INSERT INTO attachment_each (campaign_id, folder, pattern) VALUES (:c, :folder, :pattern) RETURNING id")
                .bind("c", campaignId).bind("folder", each.folder().toString()).bind("pattern", name).mapTo(Long.class).one());
        return new Each(id, each.folder(), name);
    }

    /**
     * The pattern that one recipient's file shows: its name with his value for the field that stands in it. The same where
     * none does.
     */
    public static String proposed(String name, Iterable<Map<String, Object>> recipients) {
        var pattern = name;
        int longest = SHORTEST_VALUE - 1;
        for (var values : recipients) {
            for (var value : values.entrySet()) {
                var text = String.valueOf(value.getValue());
                if (text.length() > longest && name.contains(text)) {
                    longest = text.length();
                    pattern = name.replace(text, "{{ " + value.getKey() + " }}");
                }
            }
        }
        return pattern;
    }

    public void remove(long id) {
        db.useHandle(h -> h.execute("DELETE FROM attachment_each WHERE id = ?", id));
    }
}
