package app.caravel.evidence;

import java.util.List;

import org.jdbi.v3.core.Handle;

import app.caravel.store.Json;

/** Takes what could name a reader out of the events of some messages. That something was opened, when, and what we believed of it stays, so that counts stay true. */
public final class EventErasure {

    private EventErasure() {}

    /** Notes who is meant, before the messages lose their random ids: what a tracker hands over later is blanked as it comes. */
    public static void mark(Handle h, List<Long> messages, long at) {
        h.createUpdate("""
                INSERT OR IGNORE INTO erasure (mark, at)
                SELECT hmac_sha256((SELECT key FROM erasure_key), hex(random_id)), :at FROM message WHERE id IN (SELECT value FROM json_each(:these))""")
            .bind("at", at).bind("these", Json.write(messages)).execute();
    }

    /** How many events were blanked. A link's address is its template again: what was filled in could name him. */
    public static int erase(Handle h, List<Long> messages) {
        var these = Json.write(messages);
        int blanked = h.createUpdate("""
                UPDATE event SET random_id = zeroblob(10), user_agent = '', address = NULL, network = NULL, raw = '', url = (
                    SELECT json_extract(cv.links, '$[' || event.link || '].url') FROM message m JOIN content_version cv ON cv.id = m.content_id WHERE m.id = event.message_id)
                WHERE message_id IN (SELECT value FROM json_each(:these))""").bind("these", these).execute();
        h.createUpdate("UPDATE verdict SET reasons = '[]' WHERE event_id IN (SELECT id FROM event WHERE message_id IN (SELECT value FROM json_each(:these)))").bind("these", these).execute();
        return blanked;
    }
}
