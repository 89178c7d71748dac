package app.caravel.contact.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An import for which there is no room: nothing of it is left, it is said where the room is missing, and with room it goes well. */
class FullDiskTest {

    private static final int PEOPLE = 20_000;

    @TempDir
    Path folder;

    private Database database;
    private Importer importer;
    private @Nullable String limit;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        importer = new Importer(database, this::connection, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
        var rows = new StringBuilder("Name,E-mail,Company,What he said\n");
        for (int i = 0; i < PEOPLE; i++) {
            rows.append("Buyer ").append(i).append(",b").append(i).append("@firm").append(i / 4).append(".example,Firm ").append(i / 4).append(',').append("panels ".repeat(20)).append('\n');
        }
        file = Files.writeString(folder.resolve("many.csv"), rows.toString());
        importer.run(Files.writeString(folder.resolve("few.csv"), "Name,E-mail\nKatrin Weber,b7@firm1.example\n"), ImportOptions.NOTICED, "Few", Progress.NONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** SQLite answers as it does on a full disk once there are more pages than this; the limit is this connection's own. */
    private Connection connection() {
        var connection = database.ownConnection();
        if (limit != null) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA temp_store = FILE");
                statement.execute(limit);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return connection;
    }

    private List<List<Map<String, Object>>> everything() {
        return database.jdbi().withHandle(h -> List.of("contact", "company", "list", "list_member", "import", "import_change", "import_reject", "remembered_columns").stream()
                .map(table -> h.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2").mapToMap().list()).toList());
    }

    private Problem fails() {
        var before = everything();
        var problem = assertThrows(Problem.class, () -> importer.run(file, ImportOptions.NOTICED, "Many", Progress.NONE));
        assertEquals(before, everything());
        return problem;
    }

    private void goesWellWithRoom() {
        limit = null;
        var result = importer.run(file, ImportOptions.NOTICED, "Many", Progress.NONE);
        assertEquals(PEOPLE - 1, result.added());
        assertEquals(1, result.merged());
        assertEquals("ok", database.jdbi().withHandle(h -> h.createQuery("PRAGMA integrity_check").mapTo(String.class).one()));
    }

    @Test
    void aFullWorkspaceIsNamedAndNothingIsHalfWritten() {
        limit = "PRAGMA main.max_page_count = 300";
        var problem = fails();
        assertEquals("contacts.import-workspace-full", problem.reason().key());
        assertEquals(database.file().toString(), problem.reason().arguments().get("file"));
        goesWellWithRoom();
    }

    @Test
    void aFullTemporaryFolderIsNamedAndNotTheWorkspace() {
        limit = "PRAGMA temp.max_page_count = 300";
        var problem = fails();
        assertEquals("contacts.import-temporary-full", problem.reason().key());
        assertEquals(Disk.temporaryFolder().toString(), problem.reason().arguments().get("folder"));
        assertEquals("contacts.import-temporary-full", assertThrows(Problem.class, () -> importer.check(file, ImportOptions.NOTICED, Progress.NONE)).reason().key());
        goesWellWithRoom();
    }

    @Test
    void whatIsPastedAndHasNoRoomIsSaidInASentenceAndLeavesNoHalfFile() throws IOException {
        var name = "pasted " + System.nanoTime() + ".csv";
        var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }
        });
        assertEquals("contacts.paste-temporary", assertThrows(Problem.class, () -> PastedFile.of(broken, name)).reason().key());
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (var folders = Files.newDirectoryStream(temporary, "caravel-pasted*")) {
            folders.forEach(each -> assertFalse(Files.exists(each.resolve(name)), each + " holds half of it"));
        }
        try (var whole = PastedFile.of(InputStream.nullInputStream(), name)) {
            assertTrue(Files.exists(whole.file()) && whole.file().startsWith(temporary), "it would have been there");
        }
    }
}
