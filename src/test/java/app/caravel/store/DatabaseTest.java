package app.caravel.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatabaseTest {

    @TempDir
    Path folder;

    @Test
    void theBuiltInNumberIsTheNewestMigrations() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/app/caravel/store"))) {
            var newest = files.map(file -> file.getFileName().toString()).filter(name -> name.matches("V\\d+__.*\\.sql"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__")))).max().orElseThrow();
            assertEquals(newest, Migrations.VERSION);
        }
    }

    @Test
    void aDatabaseOfANewerCaravelIsRefusedAndLeftAlone() throws Exception {
        var file = folder.resolve("caravel.db");
        Database.open(file).close();
        try (var connection = Database.connect(file); var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        var problem = assertThrows(Problem.class, () -> Database.open(file));
        assertEquals("store.newer", problem.reason().key());
    }

    @Test
    void anOlderDatabaseIsCopiedAsideBeforeItIsBroughtUpToDate() throws Exception {
        var file = folder.resolve("caravel.db");
        Database.open(file).close();
        try (var connection = Database.connect(file); var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + (Migrations.VERSION - 1));
        }
        Database.open(file).close();
        assertTrue(Files.exists(folder.resolve("caravel.db.before-version-" + Migrations.VERSION + "-from-" + (Migrations.VERSION - 1))));
    }

    @Test
    void aWorkThatFailsIsUndoneAloneAndTheOthersOfItsGroupStay() throws Exception {
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            var good = database.writer().submit(connection -> connection.createStatement().executeUpdate("INSERT INTO setting VALUES ('a', '1')"));
            var bad = database.writer().submit(connection -> {
                connection.createStatement().executeUpdate("INSERT INTO setting VALUES ('b', '1')");
                throw new SQLException("no");
            });
            var other = database.writer().submit(connection -> connection.createStatement().executeUpdate("INSERT INTO setting VALUES ('c', '1')"));
            assertEquals(1, good.get());
            assertEquals(1, other.get());
            assertThrows(ExecutionException.class, bad::get);
            var names = database.jdbi().withHandle(h -> h.createQuery("SELECT name FROM setting ORDER BY name").mapTo(String.class).list());
            assertEquals(java.util.List.of("a", "c"), names);
        }
    }

    @Test
    void aFullDiskIsSaidSoAndTheWriterGoesOnWhenThereIsRoom() throws Exception {
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            database.writer().submit(connection -> connection.createStatement().execute("PRAGMA max_page_count = 10")).get(); // the smallest it can be: what there is
            var full = database.writer().submit(connection -> connection.createStatement().executeUpdate("INSERT INTO setting VALUES ('a', hex(randomblob(9000000)))"));
            var error = assertThrows(ExecutionException.class, full::get);
            assertTrue(StoreProblems.isDiskFull(error), error.toString());
            assertEquals("store.disk-full", StoreProblems.find(error, folder).orElseThrow().key());
            assertTrue(database.jdbi().withHandle(h -> h.createQuery("SELECT name FROM setting").mapTo(String.class).list()).isEmpty());
            database.writer().submit(connection -> connection.createStatement().execute("PRAGMA max_page_count = 1000000")).get();
            assertEquals(1, database.writer().submit(connection -> connection.createStatement().executeUpdate("INSERT INTO setting VALUES ('b', '1')")).get());
        }
    }

    @Test
    void theWriterKeepsNobodyOutBetweenItsGroups() throws Exception {
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            database.writer().submit(connection -> connection.createStatement().executeUpdate("INSERT INTO setting VALUES ('a', '1')")).get();
            assertTimeout(Duration.ofSeconds(5), () -> database.jdbi().useHandle(h -> h.execute("INSERT INTO setting VALUES ('b', '1')")));
        }
    }
}
