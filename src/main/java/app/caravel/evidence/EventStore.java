package app.caravel.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;

import app.caravel.protocol.EventLine;
import app.caravel.protocol.RawEvent;

/** Raw events as they came. None is ever edited; one that is there already is passed over. */
final class EventStore {

    private static final List<String> PREFETCH_HEADERS = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    record Received(EventLine line, String raw) {}

    record Unsubscription(long eventId, String address, String campaign, Instant at) {}

    /** Adds events and returns the last id there was before: the new ones are behind it. */
    long add(Handle h, List<Received> events) {
        long before = h.createQuery("SELECT coalesce(max(id), 0) FROM event").mapTo(Long.class).one();
        var batch = h.prepareBatch("""
                INSERT OR IGNORE INTO event (epoch, sequence, kind, at, random_id, message_id, link, url, method, user_agent, prefetch, address, network, raw)
                VALUES (:epoch, :sequence, :kind, :at, :randomId, (SELECT id FROM message WHERE random_id = :randomId),
                        :link, :url, :method, :userAgent, :prefetch, :address, :network, :raw)""");
        for (var received : events) {
            var event = received.line.event();
            batch.bind("epoch", received.line.cursor().epoch()).bind("sequence", received.line.cursor().sequence())
                .bind("kind", event.kind().word()).bind("at", event.at().toEpochMilli()).bind("randomId", event.randomId())
                .bind("link", event.link()).bind("url", event.url()).bind("method", event.method()).bind("userAgent", event.userAgent())
                .bind("prefetch", fetchesAhead(event)).bind("address", event.address()).bind("network", Network.of(event.address()))
                .bind("raw", received.raw).add();
        }
        batch.execute();
        return before;
    }

    /** The messages that have events behind an id. */
    List<Long> messagesBehind(Handle h, long id) {
        return h.createQuery("SELECT DISTINCT message_id FROM event WHERE id > :id AND message_id IS NOT NULL").bind("id", id).mapTo(Long.class).list();
    }

    int countBehind(Handle h, long id) {
        return h.createQuery("SELECT count(*) FROM event WHERE id > :id").bind("id", id).mapTo(Integer.class).one();
    }

    /** Unsubscribes that were not handed over yet, oldest first. */
    List<Unsubscription> unsubscribesToHandOver(Handle h) {
        return h.createQuery("""
                SELECT e.id, e.at, m.address, c.name FROM event e
                JOIN message m ON m.id = e.message_id JOIN campaign c ON c.id = m.campaign_id
                WHERE e.kind = 'unsubscribe' AND e.id > coalesce((SELECT event_id FROM event_mark WHERE work = 'unsubscribe'), 0)
                ORDER BY e.id""")
            .map((row, _) -> new Unsubscription(row.getLong("id"), row.getString("address"), row.getString("name"), Instant.ofEpochMilli(row.getLong("at"))))
            .list();
    }

    void handedOver(Handle h, long eventId) {
        h.createUpdate("""
                INSERT INTO event_mark (work, event_id) VALUES ('unsubscribe', :id)
                ON CONFLICT (work) DO UPDATE SET event_id = max(event_id, excluded.event_id)""")
            .bind("id", eventId).execute();
    }

    private static boolean fetchesAhead(RawEvent event) {
        return PREFETCH_HEADERS.stream().map(event::header).map(value -> value.toLowerCase(Locale.ROOT))
                .anyMatch(value -> Stream.of("prefetch", "preview", "prerender").anyMatch(value::contains));
    }
}
