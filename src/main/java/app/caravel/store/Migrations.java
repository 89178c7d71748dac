package app.caravel.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;

import app.caravel.reason.Problem;

/**
 * Brings a database to {@link #VERSION} with Flyway. {@code PRAGMA user_version} carries the same number, so that a start
 * with nothing to do does not load Flyway at all.
 */
final class Migrations {

    /** The number of the newest V*.sql beside this class's resources; held by a test. */
    static final int VERSION = 30;

    private Migrations() {}

    static void bringUpToDate(Path file) throws SQLException {
        int found;
        try (var connection = Database.connect(file)) {
            found = version(connection);
            if (found == VERSION) {
                return;
            }
            if (found > VERSION) {
                throw Problem.of("store.newer", "file", file.toString());
            }
            if (found > 0) {
                copyAside(connection, file, found);
            }
        }
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:app/caravel/store")
                .loggers("slf4j")
                .load()
                .migrate();
        try (var connection = Database.connect(file); var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static void copyAside(Connection connection, Path file, int version) throws SQLException {
        var copy = file.resolveSibling(file.getFileName() + ".before-version-" + VERSION + "-from-" + version);
        if (Files.exists(copy)) {
            return; // an earlier try was cut off; its copy is the older one
        }
        try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }
}
