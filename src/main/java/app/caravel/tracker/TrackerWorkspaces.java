package app.caravel.tracker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.Destinations;
import app.caravel.protocol.PairingLine;
import app.caravel.protocol.TokenKey;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * The workspaces of a tracker: who may sign links and pull events. Works on the database alone, so beside a running server
 * too, which notices by itself.
 */
public final class TrackerWorkspaces {

    /**
     * A workspace as it is listed.
     *
     * @param revokedAt null: in use
     * @param events how many wait at the tracker
     * @param lastEventAt null: none yet
     */
    public record Listed(String name, int id, Instant createdAt, @Nullable Instant revokedAt, long events, @Nullable Instant lastEventAt) {}

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** How many events go in one transaction, so that the server's writer never waits long. */
    private static final int DELETE_AT_ONCE = 5_000;

    private final TrackerDatabase database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TrackerWorkspaces(TrackerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The workspaces of the tracker in a data folder, made where it is missing. */
    public static TrackerWorkspaces in(Path data) {
        return new TrackerWorkspaces(TrackerDatabase.open(data), Clock.systemUTC());
    }

    /**
     * Makes a workspace and says what pairs a desktop with it. A revoked one of this name is taken up again with new keys;
     * what waits for it stays.
     *
     * @param publicUrl where the tracker is reached; null: where it said so itself when it was last started
     */
    public PairingLine add(String name, @Nullable String publicUrl) {
        var base = publicUrl == null ? publicUrl() : checked(publicUrl);
        if (base == null) {
            throw Problem.of("tracker.public-url-missing");
        }
        var apiKey = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
        return write(connection -> {
            var found = find(connection, name);
            if (found != null && found.revokedAt == null) {
                throw Problem.of("tracker.workspace-exists", "name", name);
            }
            int id = found == null ? insert(connection, name, apiKey) : takeUp(connection, found.id, apiKey);
            var key = TokenKey.random(nextKeyId(connection, id));
            try (var insert = connection.prepareStatement("INSERT INTO token_key (workspace, id, secret, created_at) VALUES (?, ?, ?, ?)")) {
                insert.setInt(1, id);
                insert.setInt(2, key.id());
                insert.setBytes(3, key.secret());
                insert.setLong(4, clock.millis());
                insert.executeUpdate();
            }
            return new PairingLine(base, id, key, apiKey);
        });
    }

    /** Refuses the workspace's links and its desktop from now on; its events stay. */
    public void revoke(String name) {
        write(connection -> {
            int id = existing(connection, name).id;
            update(connection, "UPDATE workspace SET api_key = NULL, revoked_at = coalesce(revoked_at, ?) WHERE id = ?", clock.millis(), id);
            update(connection, "UPDATE token_key SET revoked_at = coalesce(revoked_at, ?) WHERE workspace = ?", clock.millis(), id);
            return id;
        });
    }

    /** Deletes the workspace, its keys and its events. */
    public void delete(String name) {
        int id = write(connection -> {
            int found = existing(connection, name).id;
            update(connection, "DELETE FROM workspace WHERE id = ?", found);
            return found;
        });
        int gone;
        do {
            gone = write(connection -> update(connection,
                    "DELETE FROM event WHERE sequence IN (SELECT sequence FROM event WHERE workspace = ? LIMIT ?)", id, DELETE_AT_ONCE));
        } while (gone == DELETE_AT_ONCE);
    }

    public List<Listed> list() {
        return read(connection -> {
            var all = new ArrayList<Listed>();
            try (var statement = connection.createStatement(); var row = statement.executeQuery("""
                    SELECT w.name, w.id, w.created_at, w.revoked_at, count(e.sequence) AS events, max(e.at) AS last_at
                    FROM workspace w LEFT JOIN event e ON e.workspace = w.id
                    GROUP BY w.id ORDER BY w.name""")) {
                while (row.next()) {
                    all.add(new Listed(row.getString(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3)), instant(row.getLong(4)),
                            row.getLong(5), instant(row.getLong(6))));
                }
            }
            return all;
        });
    }

    /** Remembers where the tracker is reached, for the pairing lines to come. */
    void reachedAt(String publicUrl) {
        var base = checked(publicUrl);
        write(connection -> {
            try (var update = connection.prepareStatement("UPDATE tracker SET public_url = ?")) {
                update.setString(1, base);
                return update.executeUpdate();
            }
        });
    }

    @Nullable String publicUrl() {
        return this.<@Nullable String>read(connection -> {
            try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT public_url FROM tracker")) {
                return row.getString(1);
            }
        });
    }

    static String checked(String publicUrl) {
        if (Destinations.check(publicUrl).isPresent() || publicUrl.indexOf('?') >= 0 || publicUrl.indexOf('#') >= 0) {
            throw Problem.of("tracker.public-url-malformed", "url", publicUrl);
        }
        return publicUrl.replaceAll("/+$", "");
    }

    static byte[] hash(String apiKey) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private record Found(int id, @Nullable Long revokedAt) {}

    private static Found existing(Connection connection, String name) throws SQLException {
        var found = find(connection, name);
        if (found == null) {
            throw Problem.of("tracker.workspace-unknown", "name", name);
        }
        return found;
    }

    private static @Nullable Found find(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("SELECT id, revoked_at FROM workspace WHERE name = ?")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                int id = row.getInt(1);
                long revokedAt = row.getLong(2);
                return new Found(id, row.wasNull() ? null : revokedAt);
            }
        }
    }

    private int insert(Connection connection, String name, String apiKey) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO workspace (id, name, api_key, created_at) VALUES (?, ?, ?, ?)")) {
            int id = random.nextInt();
            insert.setInt(1, id);
            insert.setString(2, name);
            insert.setBytes(3, hash(apiKey));
            insert.setLong(4, clock.millis());
            insert.executeUpdate();
            return id;
        }
    }

    private static int takeUp(Connection connection, int id, String apiKey) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE workspace SET api_key = ?, revoked_at = NULL WHERE id = ?")) {
            update.setBytes(1, hash(apiKey));
            update.setInt(2, id);
            update.executeUpdate();
            return id;
        }
    }

    private static int nextKeyId(Connection connection, int workspace) throws SQLException {
        try (var query = connection.prepareStatement("SELECT coalesce(max(id), 0) + 1 FROM token_key WHERE workspace = ?")) {
            query.setInt(1, workspace);
            try (var row = query.executeQuery()) {
                return row.getInt(1);
            }
        }
    }

    private static int update(Connection connection, String sql, long... values) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setLong(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static @Nullable Instant instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    private <T extends @Nullable Object> T read(Work<T> work) {
        try (var connection = database.connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> T write(Work<T> work) {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                update(connection, "UPDATE tracker SET generation = generation + 1");
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Problem failed(SQLException e) {
        return new Problem(Reason.of("tracker.cannot-write", "file", database.file().toString(), "error", String.valueOf(e.getMessage())), e);
    }
}
