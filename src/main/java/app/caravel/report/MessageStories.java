package app.caravel.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** What happened to one message: the steps it took in the ledger and the events that came of it, with what we believe of them. */
public final class MessageStories {

    private final Jdbi db;

    public MessageStories(Database database) {
        this.db = database.jdbi();
    }

    /** Something that happened. */
    public sealed interface Happening {
        Instant at();
    }

    /** The message came into a state. */
    public record Step(Instant at, MessageState state, @Nullable String reply, @Nullable Reason reason) implements Happening {}

    /**
     * An opening, a click, an unsubscription.
     *
     * @param kind open, click, unsubscribe_page, unsubscribe
     * @param link what the followed link says, or where it leads
     * @param verdict person, likely, proxy, machine, pending; null where it was not judged yet
     */
    public record Event(Instant at, String kind, @Nullable String link, @Nullable String verdict, List<Reason> reasons, String userAgent)
            implements Happening {

        public Event {
            reasons = List.copyOf(reasons);
        }

        /** Whether a person did it, surely or likely. */
        public boolean isPerson() {
            return "person".equals(verdict) || "likely".equals(verdict);
        }
    }

    /** All of it, newest first. */
    public List<Happening> of(long messageId) {
        return db.withHandle(h -> {
            var all = new java.util.ArrayList<Happening>();
            h.createQuery("SELECT at, state, reply, reason FROM transition WHERE message_id = :id").bind("id", messageId)
                    .map((rs, _) -> all.add(step(rs))).list();
            h.createQuery("""
                    SELECT e.at, e.kind, e.url, e.user_agent, v.verdict, v.reasons,
                           (SELECT json_extract(c.links, '$[' || e.link || '].text') FROM message m JOIN content_version c ON c.id = m.content_id
                            WHERE m.id = e.message_id) AS link_text
                    FROM event e LEFT JOIN verdict v ON v.event_id = e.id WHERE e.message_id = :id""").bind("id", messageId)
                    .map((rs, _) -> all.add(event(rs))).list();
            all.sort(java.util.Comparator.comparing(Happening::at).reversed());
            return List.copyOf(all);
        });
    }

    private static Step step(ResultSet rs) throws SQLException {
        var reason = rs.getString("reason");
        return new Step(Instant.ofEpochMilli(rs.getLong("at")), MessageState.of(rs.getString("state")), rs.getString("reply"),
                reason == null ? null : Json.reason(reason));
    }

    private static Event event(ResultSet rs) throws SQLException {
        var text = rs.getString("link_text");
        var reasons = rs.getString("reasons");
        return new Event(Instant.ofEpochMilli(rs.getLong("at")), rs.getString("kind"), text == null || text.isBlank() ? rs.getString("url") : text,
                rs.getString("verdict"), reasons == null ? List.of() : Json.reasons(reasons), rs.getString("user_agent"));
    }
}
