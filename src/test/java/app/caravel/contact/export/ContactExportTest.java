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

    @Test
    void chosenColumnsStandInTheirOrderWhateverTheFileIs() throws IOException {
        var csv = folder.resolve("some.csv");
        export.write(Filter.EVERYONE.withCountry("DE"), csv, List.of("grade", "address", "name"));
        assertEquals("\uFEFFGrade,address,name\r\n'=1+1,k@nordlicht.example,Katrin Weber\r\n", Files.readString(csv));
        var json = folder.resolve("some.json");
        export.write(Filter.EVERYONE.withCountry("DE"), json, List.of("name", "Grade"));
        assertEquals("[\n{\"name\":\"Katrin Weber\",\"attributes\":{\"Grade\":\"=1+1\"}}\n]\n", Files.readString(json));
        var card = folder.resolve("some.vcf");
        export.write(Filter.EVERYONE.withCountry("DE"), card, List.of("address"));
        assertTrue(Files.readString(card).contains("VERSION:4.0") && !Files.readString(card).contains("Germany"), Files.readString(card));
        assertEquals("export.no-such-column", assertThrows(Problem.class, () -> export.write(Filter.EVERYONE, csv, List.of("shoe size"))).reason().key());
    }

    @Test
    void whatWasExportedAndImportedAgainAreTheSamePeople() throws IOException {
        var more = Files.writeString(folder.resolve("more.csv"), """
                First name,Last name,E-mail,Company,Position,Country,City,Phone,Language,Remark
                Fatima Zahra,Idrissi,"fz@atlas.example; fatima@private.example",Atlas Éclairage SARL,Purchasing,Morocco,Casablanca,+212 522 000 111,French,"=HYPERLINK(""x""), <b>
                second line"
                ,,only@address.example,,,,,,,
                """);
        new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC()).run(more, ImportOptions.NOTICED, "Buyers", Progress.NONE);
        var before = people(contacts, true);
        for (var ending : List.of("csv", "xlsx", "json", "vcf")) {
            var file = folder.resolve("again." + ending);
            assertEquals(4, export.write(Filter.EVERYONE, file));
            try (var other = Database.open(folder.resolve(ending + ".db"))) {
                var result = new Importer(other, new Lists(other, Clock.systemUTC()), Clock.systemUTC()).run(file, ImportOptions.NOTICED, "Again", Progress.NONE);
                assertEquals(4, result.added(), ending);
                assertEquals(0, result.rejected(), ending);
                assertEquals(ending.equals("vcf") ? people(contacts, false) : before, people(new Contacts(other), !ending.equals("vcf")), ending);
            }
        }
    }

    private static List<String> people(Contacts contacts, boolean attributes) {
        var people = new java.util.ArrayList<String>();
        contacts.forEach(Filter.EVERYONE.orderedBy(Filter.Order.ADDRESS, false), each -> people.add(String.join("|", each.address().written(), each.otherAddresses().toString(), String.valueOf(each.name()),
                String.valueOf(each.company()), String.valueOf(each.role()), String.valueOf(each.country()), String.valueOf(each.city()), String.valueOf(each.phone()), String.valueOf(each.language()),
                attributes ? String.valueOf(each.attributes().get("Grade")) + String.valueOf(each.attributes().get("Remark")).replaceAll("\\s+", " ") : "")));
        return people;
    }

    private List<Path> parts() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".part")).toList();
        }
    }
}
