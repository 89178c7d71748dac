package app.caravel.tracker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.Cursor;
import app.caravel.protocol.EventLine;

/** Reads events as the lines that desktops pull. */
final class EventPages implements AutoCloseable {

    /** Lines, zipped or not, and the place of the last one. */
    record Page(byte[] lines, int count, Cursor cursor) {}

    static final int MOST_EVENTS = 5_000;
    /** A page ends here, whatever was asked for: the heap is small. */
    private static final int MOST_CHARACTERS = 3_000_000;

    private final TrackerDatabase database;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

    EventPages(TrackerDatabase database) {
        this.database = database;
    }

    /** The events of a workspace behind a cursor, oldest first; from the beginning where the cursor is of another database. */
    Page after(int workspace, @Nullable Cursor after, int limit, boolean zipped) throws SQLException, IOException {
        long from = after != null && after.epoch().equals(database.epoch()) ? after.sequence() : 0;
        var connection = idle.poll();
        if (connection == null) {
            connection = database.connect();
        }
        try {
            var page = read(connection, workspace, from, Math.clamp(limit, 1, MOST_EVENTS), zipped);
            idle.add(connection);
            return page;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Page read(Connection connection, int workspace, long from, int limit, boolean zipped) throws SQLException, IOException {
        var bytes = new ByteArrayOutputStream();
        long last = from;
        int count = 0;
        try (OutputStream out = zipped ? new GZIPOutputStream(bytes, 8_192) : bytes;
                var query = connection.prepareStatement("SELECT sequence, event FROM event WHERE workspace = ? AND sequence > ? ORDER BY sequence LIMIT ?")) {
            query.setInt(1, workspace);
            query.setLong(2, from);
            query.setInt(3, limit);
            try (var row = query.executeQuery()) {
                for (int characters = 0; characters < MOST_CHARACTERS && row.next(); count++) {
                    last = row.getLong(1);
                    var line = EventLine.join(new Cursor(database.epoch(), last), row.getString(2));
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                    characters += line.length();
                }
            }
        }
        return new Page(bytes.toByteArray(), count, new Cursor(database.epoch(), last));
    }

    @Override
    public void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(EventPages.class.getName()).log(System.Logger.Level.DEBUG, "closing", e);
            }
        }
    }
}
