package app.caravel.protocol;

import tools.jackson.core.JacksonException;

/**
 * One event as the tracker tells it to a desktop: a line of JSON, raw, nothing left out.
 *
 * @param cursor the event's place; what follows it is asked for with it
 */
public record EventLine(Cursor cursor, RawEvent event) {

    /** The line of an event that was written already, without the line's end. */
    public static String join(Cursor cursor, String event) {
        return "{\"cursor\":\"" + cursor + "\"," + event.substring(1);
    }

    public String write() {
        return join(cursor, event.write());
    }

    /**
     * Reads a line; fields it does not know are passed over, so that a newer tracker may say more.
     *
     * @throws IllegalArgumentException where it is no such line
     */
    public static EventLine read(String line) {
        var json = RawEvent.tree(line);
        try {
            var cursor = Cursor.parse(RawEvent.text(json, "cursor")).orElseThrow(() -> new IllegalArgumentException("no cursor"));
            return new EventLine(cursor, RawEvent.of(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no event's line", e);
        }
    }
}
