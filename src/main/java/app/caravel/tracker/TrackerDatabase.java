package app.caravel.tracker;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.sqlite.SQLiteConfig;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * The tracker's SQLite file: who may sign and pull, and the events. WAL and FULL, so that what was answered survives a
 * kill and a power loss. Several processes may have it open: the server and the verbs about workspaces.
 */
final class TrackerDatabase {

    /** Of the tables below. */
    private static final int VERSION = 1;

    private static final String[] TABLES = {
        """
        CREATE TABLE tracker (
            id         INTEGER PRIMARY KEY CHECK (id = 1),
            epoch      TEXT NOT NULL,              -- random per database: numbers of another one mean other events
            generation INTEGER NOT NULL DEFAULT 0, -- goes up when a workspace or key changes, so that a server notices
            public_url TEXT
        )""",
        """
        CREATE TABLE workspace (
            id         INTEGER PRIMARY KEY,        -- four random bytes
            name       TEXT NOT NULL COLLATE NOCASE UNIQUE,
            api_key    BLOB,                       -- SHA-256 of the bearer key; null: revoked
            created_at INTEGER NOT NULL,           -- epoch milliseconds, as every time here
            revoked_at INTEGER
        )""",
        """
        CREATE TABLE token_key (
            workspace  INTEGER NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
            id         INTEGER NOT NULL,
            secret     BLOB NOT NULL,
            created_at INTEGER NOT NULL,
            revoked_at INTEGER,                    -- tokens signed with it are refused from then on
            PRIMARY KEY (workspace, id)
        ) WITHOUT ROWID""",
        """
        CREATE TABLE event (
            sequence  INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is never used again, also where rows have gone
            workspace INTEGER NOT NULL,
            at        INTEGER NOT NULL,
            event     TEXT NOT NULL                -- a RawEvent's line
        )""",
        "CREATE INDEX event_workspace ON event (workspace, sequence)",
    };

    private final Path file;
    private final String epoch;

    private TrackerDatabase(Path file) throws SQLException {
        this.file = file;
        try (var connection = connect()) {
            make(connection);
            try (var statement = connection.createStatement(); var row = statement.executeQuery("SELECT epoch FROM tracker")) {
                this.epoch = row.getString(1);
            }
        }
    }

    /** Opens the database of a data folder; both are made where they are missing, readable by their owner alone. */
    static TrackerDatabase open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new TrackerDatabase(folder.resolve("tracker.db"));
        } catch (IOException | SQLException e) {
            throw new Problem(Reason.of("tracker.cannot-open", "folder", folder.toString(), "error", String.valueOf(e.getMessage())), e);
        }
    }

    String epoch() {
        return epoch;
    }

    Path file() {
        return file;
    }

    Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setCacheSize(-2_000);
        var properties = config.toProperties();
        // macOS answers fsync before the disk has the bytes; F_FULLFSYNC waits for it
        properties.setProperty("fullfsync", "true");
        return DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    }

    private void make(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (version(connection) == VERSION) {
                return;
            }
            // IMMEDIATE: of two first starts one makes the tables and the other finds them
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM sqlite_master LIMIT 1");
            int found = version(connection);
            if (found > VERSION) {
                throw Problem.of("tracker.newer", "file", file.toString());
            }
            if (found == 0) {
                for (var table : TABLES) {
                    statement.execute(table);
                }
                statement.execute("INSERT INTO tracker (id, epoch) VALUES (1, '" + new BigInteger(60, new SecureRandom()).toString(36) + "')");
                statement.execute("PRAGMA user_version = " + VERSION);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }
}
