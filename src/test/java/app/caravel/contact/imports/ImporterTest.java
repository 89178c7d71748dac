package app.caravel.contact.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.contact.imports.Notices.Kind;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImporterTest {

    @TempDir
    Path folder;

    Database database;
    Contacts contacts;
    Lists lists;
    Importer importer;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        lists = new Lists(database, Clock.systemUTC());
        importer = new Importer(database, lists, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path file(String name, String text) throws Exception {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Path file(String name, String text, Charset charset) throws Exception {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private ImportResult run(String text) throws Exception {
        return importer.run(file("buyers.csv", text), ImportOptions.NOTICED, "Buyers", Progress.NONE);
    }

    private Contact contact(String address) {
        return contacts.find(new EmailAddress(address)).orElseThrow();
    }

    private static void assertAccounted(ImportResult result, long rows) {
        assertEquals(rows, result.read() + result.blank());
        assertEquals(result.read(), result.added() + result.merged() + result.rejected());
        assertEquals(result.rejected(), result.rejects().size());
    }

    @Test
    void everyRowIsAccountedFor() throws Exception {
        var result = run("""
                Company;Contact Person;E-mail;Country;Phone;Grade
                Nordlicht GmbH;Katrin Weber;K.Weber@nordlicht.example;Deutschland;040 5550 1870;A

                Gulf Bright;Rashid Al Mansoori;info@@gulf;阿联酋;;B
                Nordlicht GmbH;Katrin Weber;k.weber@NORDLICHT.example;DE;;B
                Hikari;佐藤 健;ken@hikari.example;Japan;+81 3 1234 5678;A
                ;;;;;
                X;No Address;;US;;C
                """);
        assertAccounted(result, 7);
        assertEquals(5, result.read());
        assertEquals(2, result.blank());
        assertEquals(2, result.added());
        assertEquals(1, result.merged());
        assertEquals(List.of(4L, 8L), result.rejects().stream().map(Reject::line).toList());
        assertEquals("Gulf Bright;Rashid Al Mansoori;info@@gulf;阿联酋;;B", result.rejects().getFirst().text());
        assertEquals("contacts.reject-address", result.rejects().getFirst().reason().key());
        assertEquals(1, result.notices().of(Kind.TWICE_IN_FILE).count());

        var katrin = contact("k.weber@nordlicht.example");
        assertEquals("K.Weber@nordlicht.example", katrin.address().written());
        assertEquals("Katrin Weber", katrin.name());
        assertEquals("Katrin", katrin.firstName());
        assertEquals("Weber", katrin.lastName());
        assertEquals("Nordlicht GmbH", katrin.company());
        assertEquals("DE", katrin.country());
        assertEquals("de", katrin.language());
        assertEquals("+4940" + "55501870", katrin.phone());
        assertEquals(Map.of("Grade", "A", "Country", "Deutschland", "Phone", "040 5550 1870"), katrin.attributes());
        assertEquals("健", contact("ken@hikari.example").firstName());
        assertEquals(2, lists.get("buyers").size());
    }

    @Test
    void theSameFileAgainMergesAllAndChangesNothing() throws Exception {
        var text = "email,name,note\na@x.example,Anna Berg,one\nb@x.example,Bo Dahl,two\n";
        run(text);
        var before = contact("a@x.example");
        var again = run(text);
        assertEquals(0, again.added());
        assertEquals(2, again.merged());
        assertEquals(before, contact("a@x.example"));
        assertEquals(0, (int) database.jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM import_change").mapTo(Integer.class).one()));
    }

    @Test
    void aMergeFillsWhatIsEmptyAndOverwritesNothing() throws Exception {
        run("email,name,city,Grade\na@x.example,Anna Berg,,A\n");
        run("email,name,city,country,Grade,Season\na@x.example,Other Person,Oslo,Norway,B,Spring\n");
        var anna = contact("a@x.example");
        assertEquals("Anna Berg", anna.name());
        assertEquals("Oslo", anna.city());
        assertEquals("NO", anna.country());
        assertEquals("A", anna.attributes().get("Grade"));
        assertEquals("Spring", anna.attributes().get("Season"));
    }

    @Test
    void oneRowIsOneContactWithAllItsAddresses() throws Exception {
        var result = run(String.join("\n", "name,mail",
                "A,\"a@x.example; a2@x.example / a3@x.example\"",
                "B,mailto:b@x.example",
                ",\"\"\"Weber, Katrin\"\" <k.weber@x.example>\"",
                "D,ｄ＠x．example",
                "E,e@x.example.",
                "F,f (at) x.example",
                "G,g\u200B@x.example",
                "H,h h@x.example"));
        assertEquals(7, result.added());
        assertEquals(1, result.rejected());
        assertEquals(List.of("a2@x.example", "a3@x.example"), contact("a@x.example").otherAddresses().stream().map(EmailAddress::written).toList());
        assertEquals("Katrin", contact("k.weber@x.example").firstName());
        for (var address : List.of("b@x.example", "d@x.example", "e@x.example", "f@x.example", "g@x.example")) {
            assertTrue(contacts.find(new EmailAddress(address)).isPresent(), address);
        }
    }

    @Test
    void aSuppressedAddressIsImportedAndNoticed() throws Exception {
        new Suppressions(database).add(new EmailAddress("a@x.example"), SuppressionReason.UNSUBSCRIBED, null, Instant.EPOCH);
        var result = run("email\nA@x.example\nb@x.example\n");
        assertEquals(2, result.added());
        assertEquals(1, result.notices().of(Kind.SUPPRESSED).count());
        assertEquals(1, contacts.count(Filter.EVERYONE.withWho(Filter.Who.WRITABLE)));
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() throws Exception {
        run("email\na@x.example\n");
        var file = file("more.csv", "email\na@x.example\nb@x.example\nB@x.example\nno address\n\n");
        var dry = importer.check(file, ImportOptions.NOTICED, Progress.NONE).result();
        assertEquals(1, contacts.count(Filter.EVERYONE));
        assertTrue(lists.find("More").isEmpty());
        var real = importer.run(file, ImportOptions.NOTICED, "More", Progress.NONE);
        assertEquals(List.of(real.read(), real.blank(), real.added(), real.merged(), real.rejected()), List.of(dry.read(), dry.blank(), dry.added(), dry.merged(), dry.rejected()));
        assertEquals(real.rejects(), dry.rejects());
        assertAccounted(real, 5);
    }

    @Test
    void aStoppedImportLeavesTheWorkspaceAsItWas() throws Exception {
        run("email,city\np0@x.example,\nother@x.example,Rome\n");
        var text = new StringBuilder("email,city\n");
        for (int i = 0; i < 20_000; i++) {
            text.append('p').append(i).append("@x.example,Oslo\n");
        }
        var file = file("big.csv", text.toString());
        var result = importer.run(file, ImportOptions.NOTICED, "Big", rows -> rows < 8_000);
        assertTrue(result.cancelled());
        assertEquals(2, contacts.count(Filter.EVERYONE));
        assertEquals(null, contact("p0@x.example").city());
        assertTrue(lists.find("Big").isEmpty());
        var whole = importer.run(file, ImportOptions.NOTICED, "Big", Progress.NONE);
        assertEquals(19_999, whole.added());
        assertEquals(1, whole.merged());
        assertEquals(20_000, lists.get("Big").size());
    }

    @Test
    void anImportIsTakenBackAsFarAsNothingNewerDependsOnIt() throws Exception {
        run("email,city\na@x.example,\n");
        var second = importer.run(file("two.csv", "email,city,company\na@x.example,Oslo,Berg AS\nb@x.example,Rome,Roma\nc@x.example,Bonn,\n"), ImportOptions.NOTICED, "Two", Progress.NONE);
        importer.run(file("three.csv", "email\nc@x.example\n"), ImportOptions.NOTICED, "Three", Progress.NONE);
        var undone = importer.undo(second.importId());
        assertEquals(new Importer.Undone(1, 1, 1), undone);
        assertEquals(null, contact("a@x.example").city());
        assertTrue(contacts.find(new EmailAddress("b@x.example")).isEmpty());
        assertTrue(contacts.find(new EmailAddress("c@x.example")).isPresent(), "it is in a list of a later import");
        assertTrue(lists.find("Two").isEmpty());
    }

    @Test
    void theRowsLeftOutCanBeSavedMendedAndImportedAgain() throws Exception {
        var gbk = Charset.forName("GB18030");
        var file = file("gbk.csv", "公司名称;联系人;邮箱\n宁波灯具有限公司;王小明;wang@x.example\n\"上海; 贸易\";李四;li@@x\n", gbk);
        var result = importer.run(file, ImportOptions.NOTICED, "中文", Progress.NONE);
        assertEquals("GB18030", result.encoding());
        var rejects = folder.resolve("rejects.csv");
        importer.saveRejects(file, ImportOptions.NOTICED, result.rejects(), rejects);
        assertEquals("公司名称;联系人;邮箱\r\n\"上海; 贸易\";李四;li@@x\r\n", Files.readString(rejects, gbk));
        Files.writeString(rejects, Files.readString(rejects, gbk).replace("@@x", "@x.example"), gbk);
        var mended = importer.run(rejects, ImportOptions.NOTICED, "中文", Progress.NONE);
        assertEquals(1, mended.added());
        assertEquals("上海; 贸易", contact("li@x.example").company());
        assertEquals("李", contact("li@x.example").lastName());
    }

    @Test
    void columnsCanBeNamedByThePerson() throws Exception {
        var file = file("odd.csv", "k1,k2,k3\nAnna Berg,anna@x.example,alt@x.example\nBo Dahl,bo@x.example,alt2@x.example\n");
        importer.run(file, ImportOptions.NOTICED.withNamed(Map.of("address", "k3", "name", "1", "Old mail", "k2")), "Odd", Progress.NONE);
        var anna = contact("alt@x.example");
        assertEquals("Anna Berg", anna.name());
        assertEquals("anna@x.example", anna.attributes().get("Old mail"));
        var problem = assertThrows(Problem.class, () -> importer.run(file, ImportOptions.NOTICED.withNamed(Map.of("address", "nope")), "Odd", Progress.NONE));
        assertEquals("contacts.import-no-such-column", problem.reason().key());
    }

    @Test
    void aColumnOfAddressesIsTheAddressWhateverItIsCalled() throws Exception {
        var preview = importer.preview(file("odd.csv", "Wer;Wohin\nAnna;anna@x.example\nBo;bo@x.example\n"), ImportOptions.NOTICED);
        assertEquals(Target.of(Field.ADDRESS), preview.columns().get(1).target());
        assertEquals(Column.Why.BY_CONTENT, preview.columns().get(1).why());
        assertEquals(';', preview.separator());
        assertEquals(1, preview.headerLine());
    }

    @Test
    void whatNoListIsSaysWhatToDo() throws Exception {
        assertEquals("contacts.import-empty", problem(file("empty.csv", "")));
        assertEquals("contacts.import-empty", problem(file("mark.csv", "\uFEFF")));
        assertEquals("contacts.import-empty", problem(file("blank.csv", "\r\n\r\n")));
        assertEquals("contacts.import-header-only", problem(file("header.csv", "Name,E-mail\r\n")));
        assertEquals("contacts.import-missing", problem(folder.resolve("nowhere.csv")));
        assertEquals("contacts.import-directory", problem(folder));
        assertEquals("contacts.import-damaged-excel", problem(Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0})));
        var junk = new byte[50_000];
        new java.util.Random(1).nextBytes(junk);
        assertEquals("contacts.import-no-table", problem(Files.write(folder.resolve("junk.csv"), junk)));
        assertEquals("contacts.import-damaged-excel", problem(Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0, 0})));
        assertEquals(0, contacts.count(Filter.EVERYONE));
        assertTrue(lists.all().isEmpty(), "no list is made for a file that cannot be imported");
    }

    @Test
    void aListWithoutAddressesIsLeftOutRowByRowAndMakesNothing() throws Exception {
        var result = importer.run(file("none.csv", "Name,City\r\nAnna,Oslo\r\n\r\nBo,Bergen\r\n"), ImportOptions.NOTICED, "L", Progress.NONE);
        assertAccounted(result, 3);
        assertEquals(2, result.rejected());
        assertEquals("Anna,Oslo", result.rejects().getFirst().text());
        assertEquals(0, result.importId());
        assertTrue(lists.all().isEmpty());
    }

    private String problem(Path file) {
        return assertThrows(Problem.class, () -> importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE), file.toString()).reason().key();
    }

    @Test
    void anEndlessLineIsOneRejectedRow() throws Exception {
        var file = folder.resolve("endless.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("email,name\na@x.example,A\n");
            for (int i = 0; i < 3_000; i++) {
                out.write("x".repeat(1_000));
            }
            out.write("\nb@x.example,B\n\"c@x.example,C\nd@x.example,D\n");
        }
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertAccounted(result, 5);
        assertEquals(4, result.added(), "a quote that never closes takes no row but its own");
        assertEquals("contacts.reject-too-long", result.rejects().getFirst().reason().key());
        assertEquals(3, result.rejects().getFirst().line());
        assertFalse(result.rejects().getFirst().text().length() > 2_001);
    }

    @Test
    void aHeaderBelowNotesIsFound() throws Exception {
        var result = run("Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
                + "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Berg,https://x.example,anna@x.example,Berg AS,Buyer,12 Mar 2024\nBo,Dahl,,,Dahl,CEO,1 Jan 2025\n");
        assertAccounted(result, 2);
        assertEquals("Anna Berg", contact("anna@x.example").name());
        assertEquals("Buyer", contact("anna@x.example").role());
        assertEquals("12 Mar 2024", contact("anna@x.example").attributes().get("Connected On"));
    }
}
