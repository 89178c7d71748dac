package app.caravel.contact.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

import app.caravel.contact.Lists;
import app.caravel.contact.imports.Account.Kind;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is done to a file, it is refused with a reason, or every row of it is accounted for, soon. {@code src/test/bench/mutated.sh} tries ten thousand. */
class MutatedFilesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path FOLDER = folder();
    private static final Database DATABASE = Database.open(FOLDER.resolve("caravel.db"));
    private static final Account ACCOUNT = new Account(DATABASE);

    private static Path folder() {
        try {
            return Files.createTempDirectory("mutated");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    @Property(tries = 40)
    void everyRowOfAMutatedFileIsAccountedFor(@ForAll Kind kind, @ForAll long seed) throws IOException {
        var file = Account.file(FOLDER, kind, seed);
        assertTimeoutPreemptively(SOON, () -> ACCOUNT.of(file, seed % 5 == 0));
    }

    @Example
    void aBombThatHidesItsSizeIsRefused() throws Exception {
        assertEquals("contacts.import-damaged-excel", refused("xlsx", Mutations.bomb(10, false)));
    }

    @Example
    void theEntitiesOfAWorkbookAreNeverLookedUp() throws Exception {
        for (var declaration : List.of("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + FOLDER.resolve("secret").toUri() + "\">]>",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY e \"&b;&b;&b;&b;\">]>")) {
            Files.writeString(FOLDER.resolve("secret"), "mk0009@fair.example");
            for (var part : List.of(GoodFiles.SHEET, "xl/workbook.xml")) {
                var parts = GoodFiles.workbook(3, true);
                parts.put(part, (declaration + new String(parts.get(part), StandardCharsets.UTF_8).replaceFirst("^<\\?xml[^>]*>", "").replaceFirst("<t>", "<t>&e;")).getBytes(StandardCharsets.UTF_8));
                assertEquals("contacts.import-unsafe", refused("xlsx", GoodFiles.zip(parts, true)));
            }
        }
    }

    @Example
    void aWorkbookThatSpeaksOfTextsAndColumnsFarAwayIsRefusedAtOnce() throws Exception {
        for (var lie : List.of("<c r=\"ZZZZZZ1\"><v>1</v></c>", "<c t=\"s\"><v>2000000000</v></c>", "</row><row r=\"2000000000\">")) {
            var parts = GoodFiles.workbook(3, false);
            parts.put(GoodFiles.SHEET, new String(parts.get(GoodFiles.SHEET), StandardCharsets.UTF_8).replaceFirst("</row></sheetData>", lie + "</row></sheetData>").getBytes(StandardCharsets.UTF_8));
            assertEquals("contacts.import-damaged-excel", refused("xlsx", GoodFiles.zip(parts, true)));
        }
    }

    @Example
    void aNumberOfABillionDigitsStaysAsItIsWritten() throws Exception {
        var parts = GoodFiles.workbook(1, true);
        parts.put(GoodFiles.SHEET, new String(parts.get(GoodFiles.SHEET), StandardCharsets.UTF_8).replace("<v>46000</v>", "<v>1E999999999</v>").getBytes(StandardCharsets.UTF_8));
        var file = Files.write(FOLDER.resolve("digits.xlsx"), GoodFiles.zip(parts, true));
        assertEquals(1, ACCOUNT.of(file, false).read());
        assertTrue(new Importer(DATABASE, new Lists(DATABASE, Clock.systemUTC()), Clock.systemUTC()).preview(file, ImportOptions.NOTICED).rows().getFirst().contains("1E999999999"));
    }

    @Example
    void tenThousandCardsWithinEachOtherAreReadSoon() throws Exception {
        var agents = Files.write(FOLDER.resolve("agents.vcf"), Mutations.nested(10_000, true));
        assertEquals(1, assertTimeoutPreemptively(SOON, () -> ACCOUNT.of(agents, false)).read());
        var begun = Files.write(FOLDER.resolve("begun.vcf"), Mutations.nested(500, false));
        assertEquals(500 + 499, assertTimeoutPreemptively(SOON, () -> ACCOUNT.of(begun, false)).read());
    }

    @Example
    void aCardWhoseBeginningIsDamagedIsLeftOutAndNotTakenForABlankRow() throws Exception {
        var file = Files.writeString(FOLDER.resolve("damaged.vcf"), "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEMAIL:mk0001@fair.example\nEND:VCARD\nBEGIN:VCARD,,,\nVERSION:3.0\nFN:B\nEMAIL:mk0002@fair.example\nEND:VCARD\n");
        var outcome = ACCOUNT.of(file, false);
        assertEquals(2, outcome.read());
        assertEquals(1, outcome.rejected());
    }

    @Example
    void aRowOfTenThousandCellsKeepsThemAll() throws Exception {
        var cells = IntStream.range(0, 10_000).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        var file = Files.writeString(FOLDER.resolve("wide.csv"), "E-mail" + ",Name".repeat(9_999) + "\nmk0001@fair.example," + cells + "\n");
        assertEquals(1, assertTimeoutPreemptively(SOON, () -> ACCOUNT.of(file, false)).added());
        assertTrue(drafts(file).getFirst().toString().contains("v9999"));
    }

    @Example
    void aCellOfAMillionCharactersIsNoAddressAndIsToldSoon() throws Exception {
        for (var content : List.of("x".repeat(500_000) + "@" + "x".repeat(500_000), "<" + "@a".repeat(500_000), "(".repeat(500_000) + "@", "\"" + "a@b.example;".repeat(8_000) + "\"", "1".repeat(900_000) + " x <a@b.example>")) {
            var file = Files.writeString(FOLDER.resolve("cell.csv"), "E-mail,Name\n" + content + ",Anna\nmk0001@fair.example,Bo\n");
            assertEquals(2, assertTimeoutPreemptively(SOON, () -> ACCOUNT.of(file, false)).read());
        }
    }

    private static List<Draft> drafts(Path file) throws IOException {
        var opened = Importer.Opened.of(file, ImportOptions.NOTICED);
        var people = new ArrayList<Draft>();
        var reader = new PersonReader(opened.layout().columns(), new Notices());
        try (var table = opened.source().open()) {
            for (var row = table.next(); row != null; row = table.next()) {
                if (!opened.layout().isAboveData(row)) {
                    people.add(reader.read(row));
                }
            }
        }
        return people;
    }

    /** The reason with which a file is refused. */
    private static String refused(String ending, byte[] content) throws IOException {
        var file = Files.write(FOLDER.resolve("refused." + ending), content);
        return String.valueOf(assertTimeoutPreemptively(SOON, () -> ACCOUNT.of(file, true)).reason());
    }
}
