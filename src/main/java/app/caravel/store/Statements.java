package app.caravel.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Statements that are prepared once for the connection of a {@link WriteQueue}, for works that come thousands of times a
 * second. Only for the writer's thread; the connection closes them.
 */
public final class Statements {

    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable Connection of;

    /** The statement of this text, to be bound anew; never to be closed by the caller. */
    public PreparedStatement get(Connection connection, String sql) throws SQLException {
        if (connection != of) {
            prepared.clear();
            of = connection;
        }
        var known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }
}
