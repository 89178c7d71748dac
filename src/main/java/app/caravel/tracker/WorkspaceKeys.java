package app.caravel.tracker;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.TokenKey;
import app.caravel.protocol.Tokens;

/** Keys of all workspaces, in memory; read anew when the database's generation has changed. */
final class WorkspaceKeys implements Tokens.Keys {

    private record Snapshot(long generation, Map<Long, TokenKey> tokenKeys, Map<String, Integer> apiKeys) {}

    /** Two looks into the database are at least so far apart: a storm of forged tokens must not become a storm of queries. */
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final TrackerDatabase database;
    private volatile Snapshot keys = new Snapshot(-1, Map.of(), Map.of());
    private @Nullable Future<Void> coming;

    WorkspaceKeys(TrackerDatabase database) {
        this.database = database;
    }

    @Override
    public @Nullable TokenKey find(int workspace, int keyId) {
        return keys.tokenKeys.get(place(workspace, keyId));
    }

    /** The workspace that a bearer key belongs to. */
    @Nullable Integer workspaceOf(String apiKey) {
        return keys.apiKeys.get(HexFormat.of().formatHex(TrackerWorkspaces.hash(apiKey)));
    }

    /** A look into the database that begins from now on, shared by all who ask for one before it begins. */
    synchronized Future<Void> nextLook(Vertx vertx) {
        if (coming == null) {
            var done = Promise.<Void>promise();
            coming = done.future();
            vertx.setTimer(MILLIS_BETWEEN_LOOKS, _ -> vertx.<Void>executeBlocking(() -> {
                begins();
                refresh();
                return null;
            }).onComplete(done));
        }
        return coming;
    }

    private synchronized void begins() {
        coming = null;
    }

    /** Looks into the database; takes its keys where they have changed. Blocks. */
    void refresh() throws SQLException {
        try (var connection = database.connect()) {
            long generation = generation(connection);
            if (generation != keys.generation) {
                keys = new Snapshot(generation, tokenKeys(connection), apiKeys(connection));
            }
        }
    }

    private static long generation(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT generation FROM tracker")) {
            return row.getLong(1);
        }
    }

    private static Map<Long, TokenKey> tokenKeys(Connection connection) throws SQLException {
        var found = new HashMap<Long, TokenKey>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT workspace, id, secret FROM token_key WHERE revoked_at IS NULL")) {
            while (row.next()) {
                found.put(place(row.getInt(1), row.getInt(2)), new TokenKey(row.getInt(2), row.getBytes(3)));
            }
        }
        return found;
    }

    private static Map<String, Integer> apiKeys(Connection connection) throws SQLException {
        var found = new HashMap<String, Integer>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT api_key, id FROM workspace WHERE api_key IS NOT NULL")) {
            while (row.next()) {
                found.put(HexFormat.of().formatHex(row.getBytes(1)), row.getInt(2));
            }
        }
        return found;
    }

    private static long place(int workspace, int keyId) {
        return (long) workspace << 8 | keyId;
    }
}
