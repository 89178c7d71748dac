package app.caravel.contact.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.Progress;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContactExportTest {

    @TempDir
    Path folder;

    private Database database;
    private Contacts contacts;
    private ContactExport export;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        export = new ContactExport(contacts);
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail,Country,Grade\nKatrin Weber,k@nordlicht.example,DE,=1+1\n佐藤 健,ken@hikari.example,JP,A\n");
        new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC()).run(file, ImportOptions.NOTICED, "Buyers", Progress.NONE);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatFitsIsWrittenAsCsvWithTheirAttributes() throws IOException {
        var file = folder.resolve("out.csv");
        assertEquals(1, export.write(Filter.EVERYONE.withCountry("DE"), file));
        var lines = Files.readAllLines(file);
        assertTrue(lines.getFirst().endsWith("other_addresses,Grade"), lines.getFirst());
        assertTrue(lines.get(1).startsWith("k@nordlicht.example,Katrin Weber") && lines.get(1).endsWith("'=1+1"), lines.get(1));
    }

    @Test
    void chosenPeopleAreWrittenAsAWorkbook() throws IOException {
        var file = folder.resolve("out.xlsx");
        var ken = contacts.ids(Filter.EVERYONE.withWords("ken@")).getFirst();
        assertEquals(1, export.write(List.of(ken), file));
        try (var book = new ReadableWorkbook(file.toFile())) {
            var rows = book.getFirstSheet().read();
            assertEquals("佐藤 健", rows.get(1).getCellText(1));
        }
    }

    @Test
    void aJsonFileIsWholeOrNotThere() throws IOException {
        var file = folder.resolve("out.json");
        assertEquals(2, export.write(Filter.EVERYONE, file));
        assertTrue(Files.readString(file).contains("佐藤 健"));
        assertEquals(List.of(), parts());
        var taken = folder.resolve("taken.json");
        Files.createDirectories(taken.resolve("inside"));
        assertThrows(Problem.class, () -> export.write(Filter.EVERYONE, taken));
        assertEquals(List.of(), parts());
    }

    private List<Path> parts() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".part")).toList();
        }
    }
}
