package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Lists;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An import that is told to stop at each moment at which it asks: all is as before, and nothing is called a failure. */
class CancelledImportTest {

    private static final int PEOPLE = 12_000;

    @TempDir
    Path folder;

    private Database database;
    private Importer importer;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        importer = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
        var rows = new StringBuilder("Name,E-mail,Company,City\n");
        for (int i = 0; i < PEOPLE; i++) {
            rows.append("Buyer ").append(i).append(",b").append(i).append("@firm").append(i / 4).append(".example,Firm ").append(i / 4).append(",City\n");
        }
        file = Files.writeString(folder.resolve("many.csv"), rows.toString());
        importer.run(Files.writeString(folder.resolve("few.csv"), "Name,E-mail\nKatrin Weber,b7@firm1.example\nJohn Smith,b8@firm2.example\n"), ImportOptions.NOTICED, "Few", Progress.NONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<List<Map<String, Object>>> everything() {
        return database.jdbi().withHandle(h -> List.of("contact", "company", "list", "list_member", "import", "import_change", "import_reject").stream()
                .map(table -> h.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2").mapToMap().list()).toList());
    }

    /** Says stop the so-manieth time it is asked. */
    private static Progress stopAt(int time) {
        var asked = new AtomicInteger();
        return _ -> asked.incrementAndGet() < time;
    }

    @Test
    void whereverItIsToldToStopAllIsAsBefore() {
        var before = everything();
        int stopped = 0;
        ImportResult result = importer.run(file, ImportOptions.NOTICED, "Many", stopAt(1));
        for (int time = 2; result.cancelled(); time++) {
            assertEquals(before, everything());
            stopped++;
            result = importer.run(file, ImportOptions.NOTICED, "Many", stopAt(time));
        }
        assertTrue(stopped >= PEOPLE / 500 + 3, "after reading too: " + stopped);
        assertEquals(PEOPLE - 2, result.added());
        assertEquals(2, result.merged());
    }

    @Test
    void aDryRunIsStoppedWhereverItAsks() {
        int stopped = 0;
        Forecast forecast = importer.check(file, ImportOptions.NOTICED, stopAt(1));
        for (int time = 2; forecast.result().cancelled(); time++) {
            stopped++;
            forecast = importer.check(file, ImportOptions.NOTICED, stopAt(time));
        }
        assertTrue(stopped >= PEOPLE / 500, "while it reads: " + stopped);
        assertFalse(forecast.result().cancelled());
        assertEquals(PEOPLE - 2, forecast.result().added());
    }
}
