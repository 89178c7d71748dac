package app.caravel.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Filter.Who;
import app.caravel.contact.SuppressionStep.Act;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.Notices;
import app.caravel.contact.imports.Progress;
import app.caravel.contact.imports.SuppressionFiles;
import app.caravel.reason.Problem;
import app.caravel.sheet.ExcelSheet;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuppressionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Database database;
    private Contacts contacts;
    private Suppressions suppressions;
    private SuppressionFiles files;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        suppressions = new Suppressions(database);
        files = new SuppressionFiles(database, CLOCK);
        people("a@competitor.example", "b@eu.competitor.example", "c@notcompetitor.example", "d@buyer.example");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void people(String... addresses) throws IOException {
        var file = Files.writeString(folder.resolve("people.csv"), "E-mail\n" + String.join("\n", addresses) + "\n");
        new Importer(database, new Lists(database, CLOCK), CLOCK).run(file, ImportOptions.NOTICED, "Buyers", Progress.NONE);
    }

    private List<String> suppressed() {
        return contacts.page(Filter.EVERYONE.withWho(Who.SUPPRESSED), 0, 100).stream().map(row -> row.address().written()).toList();
    }

    private static MailDomain domain(String text) {
        return MailDomain.parse(text).orElseThrow();
    }

    @Test
    void aDomainKeepsItsPeopleFromBeingWrittenToAndNobodyElse() {
        assertTrue(suppressions.add(domain("@Competitor.example"), false, SuppressionReason.COMPETITOR, null, NOW));
        assertEquals(List.of("a@competitor.example"), suppressed());
        assertEquals(3, contacts.count(Filter.EVERYONE.withWho(Who.WRITABLE)));
        assertEquals(List.of("a@competitor.example"), contacts.page(Filter.EVERYONE.withSuppressed(SuppressionReason.COMPETITOR), 0, 9).stream().map(row -> row.address().written()).toList());
        assertEquals(SuppressionReason.COMPETITOR, contacts.page(Filter.EVERYONE.withWho(Who.SUPPRESSED), 0, 9).getFirst().suppressed());
        assertEquals("@competitor.example", suppressions.find(new EmailAddress("New.One@COMPETITOR.example")).orElseThrow().target());
    }

    @Test
    void whatIsBelowADomainIsMeantWhereItIsSaid() {
        suppressions.add(domain("competitor.example"), true, SuppressionReason.COMPETITOR, null, NOW);
        assertEquals(List.of("a@competitor.example", "b@eu.competitor.example"), suppressed());
        assertEquals(2, suppressions.peopleAt(domain("competitor.example"), true));
        assertEquals(1, suppressions.peopleAt(domain("competitor.example"), false));
    }

    @Test
    void anAtSignInAQuotedNameIsNotTheDomains() throws IOException {
        people("\"\"\"x@buyer\"\"@competitor.example\"");
        suppressions.add(domain("competitor.example"), false, SuppressionReason.COMPETITOR, null, NOW);
        assertEquals(List.of("\"x@buyer\"@competitor.example", "a@competitor.example"), suppressed());
    }

    @Test
    void aDomainCanBeWidenedLater() {
        suppressions.add(domain("competitor.example"), false, SuppressionReason.COMPETITOR, null, NOW);
        assertFalse(suppressions.add(domain("competitor.example"), false, SuppressionReason.MANUAL, null, NOW));
        assertTrue(suppressions.add(domain("competitor.example"), true, SuppressionReason.MANUAL, null, NOW));
        assertEquals(2, suppressed().size());
        assertEquals(SuppressionReason.COMPETITOR, suppressions.exactly("@competitor.example").orElseThrow().reason());
    }

    @Test
    void whatTheAddressItselfSaysGoesBeforeItsDomain() {
        suppressions.add(domain("competitor.example"), false, SuppressionReason.COMPETITOR, null, NOW);
        suppressions.add(new EmailAddress("a@competitor.example"), SuppressionReason.COMPLAINT, "Autumn", NOW);
        assertEquals(SuppressionReason.COMPLAINT, suppressions.find(new EmailAddress("a@competitor.example")).orElseThrow().reason());
        suppressions.remove("a@competitor.example", "an error", NOW);
        assertEquals(SuppressionReason.COMPETITOR, suppressions.find(new EmailAddress("a@competitor.example")).orElseThrow().reason());
    }

    @Test
    void takingOffAsksWhyAndTheHistoryStays() {
        var rashid = "r@gulf.example";
        suppressions.add(new EmailAddress(rashid), SuppressionReason.MANUAL, "asked on the phone", NOW);
        suppressions.add(new EmailAddress(rashid), SuppressionReason.UNSUBSCRIBED, "Autumn offer", NOW.plusSeconds(1));
        assertEquals("suppression.why", assertThrows(Problem.class, () -> suppressions.remove(rashid, " ", NOW)).reason().key());
        var was = suppressions.remove(rashid, "he asked for the price list", NOW.plusSeconds(2));
        assertFalse(suppressions.isSuppressed(new EmailAddress(rashid)));
        suppressions.add(new EmailAddress(rashid), SuppressionReason.COMPLAINT, null, NOW.plusSeconds(3));
        assertEquals(List.of(
                new SuppressionStep(Act.ON, SuppressionReason.COMPLAINT, null, NOW.plusSeconds(3)),
                new SuppressionStep(Act.OFF, SuppressionReason.UNSUBSCRIBED, "he asked for the price list", NOW.plusSeconds(2)),
                new SuppressionStep(Act.ON, SuppressionReason.UNSUBSCRIBED, "Autumn offer", NOW.plusSeconds(1)),
                new SuppressionStep(Act.ON, SuppressionReason.MANUAL, "asked on the phone", NOW)), suppressions.history(rashid));
        assertEquals(SuppressionReason.UNSUBSCRIBED, was.reason());
        assertEquals("suppression.not-on-list", assertThrows(Problem.class, () -> suppressions.remove("x@y.example", "w", NOW)).reason().key());
    }

    @Test
    void whoIsOnlyMeantByHisDomainIsNotTakenOffAlone() {
        suppressions.add(domain("competitor.example"), false, SuppressionReason.COMPETITOR, null, NOW);
        var problem = assertThrows(Problem.class, () -> suppressions.remove("a@competitor.example", "w", NOW)).reason();
        assertEquals("suppression.by-domain", problem.key());
        assertEquals("@competitor.example", problem.arguments().get("domain"));
    }

    @Test
    void takingOffIsUndoneAsIfItHadNotBeen() {
        suppressions.add(domain("competitor.example"), true, SuppressionReason.COMPETITOR, "met at the fair", NOW);
        var before = suppressions.history("@competitor.example");
        var was = suppressions.remove("@competitor.example", "bought by a customer", NOW.plusSeconds(5));
        suppressions.putBack(was);
        assertEquals(was, suppressions.exactly("@competitor.example").orElseThrow());
        assertEquals(before, suppressions.history("@competitor.example"));
    }

    @Test
    void aFileIsTakenFromWhateverColumnAndTakenBackAsOne() throws IOException {
        var file = Files.writeString(folder.resolve("unsubscribes.csv"), """
                Unsubscribes,exported 2026-11-01
                Name,Contact,Site
                Katrin,Katrin Weber <K@Nordlicht.example>,www.nordlicht.example
                Lucia,"l@torres.example; sales@torres.example",
                ,@competitor.example,
                nobody,,
                again,k@nordlicht.example,
                ,@gmail.com,
                """);
        suppressions.add(new EmailAddress("sales@torres.example"), SuppressionReason.COMPLAINT, null, NOW);
        var taken = files.take(file, SuppressionReason.IMPORTED);
        assertEquals(new SuppressionFiles.Taken(1, "unsubscribes.csv", 7, 3, 2, 2, List.of("nobody,,", ",@gmail.com,")), taken);
        assertEquals(List.of("a@competitor.example"), suppressed());
        assertFalse(suppressions.isSuppressed(new EmailAddress("info@nordlicht.example")), "a web site beside an address is no domain to be left out");
        suppressions.add(new EmailAddress("l@torres.example"), SuppressionReason.UNSUBSCRIBED, "Autumn", NOW);
        assertEquals(2, files.undo(taken.id()));
        assertEquals(List.of("l@torres.example", "sales@torres.example"), suppressions.all().stream().map(Suppression::target).sorted().toList());
        assertEquals(Act.UNDONE, suppressions.history("k@nordlicht.example").getFirst().act());
        assertEquals("suppression.import-undone-before", assertThrows(Problem.class, () -> files.undo(taken.id())).reason().key());
    }

    @Test
    void aWorkbookAndAPlainListOfDomainsAreTakenToo() throws IOException {
        var book = folder.resolve("blocked.xlsx");
        try (var sheet = ExcelSheet.create(book, "Blocked")) {
            sheet.row(List.of("Domain")).row(List.of("rival.example")).row(List.of("other-rival.example"));
        }
        assertEquals(2, files.take(book, SuppressionReason.COMPETITOR).added());
        assertEquals(SuppressionReason.COMPETITOR, suppressions.find(new EmailAddress("x@rival.example")).orElseThrow().reason());
        var text = Files.writeString(folder.resolve("list.txt"), "x1@p.example\nx2@p.example\n\nthird.example\n");
        assertEquals(3, files.take(text, SuppressionReason.IMPORTED).added());
        var none = Files.writeString(folder.resolve("none.txt"), "hello\nthere\n");
        assertEquals("suppression.nothing-in-file", assertThrows(Problem.class, () -> files.take(none, SuppressionReason.IMPORTED)).reason().key());
    }

    @Test
    void anImportOfPeopleSaysWhoOfThemIsSuppressedByHisDomain() throws IOException {
        suppressions.add(domain("competitor.example"), true, SuppressionReason.COMPETITOR, null, NOW);
        var file = Files.writeString(folder.resolve("more.csv"), "E-mail\nz@competitor.example\nz@eu.competitor.example\nz@fine.example\n");
        var importer = new Importer(database, new Lists(database, CLOCK), CLOCK);
        assertEquals(2, importer.check(file, ImportOptions.NOTICED, Progress.NONE).result().notices().of(Notices.Kind.SUPPRESSED).count());
        assertEquals(2, importer.run(file, ImportOptions.NOTICED, "More", Progress.NONE).notices().of(Notices.Kind.SUPPRESSED).count());
    }

    @Test
    void aLineSaysWhoItIsAndIsFoundByHisName() {
        database.jdbi().useHandle(h -> h.execute("UPDATE contact SET name = 'Dora Buyer' WHERE address = 'd@buyer.example'"));
        suppressions.add(new EmailAddress("d@buyer.example"), SuppressionReason.UNSUBSCRIBED, "Autumn offer", NOW);
        suppressions.add(domain("competitor.example"), true, SuppressionReason.COMPETITOR, null, NOW.plusSeconds(1));
        assertEquals(List.of("@competitor.example", "d@buyer.example"), suppressions.page("", null, 0, 9).stream().map(row -> row.suppression().target()).toList());
        assertEquals("Dora Buyer", suppressions.page("dora", null, 0, 9).getFirst().name());
        assertEquals(1, suppressions.count("autumn", SuppressionReason.UNSUBSCRIBED));
        assertEquals(0, suppressions.count("autumn", SuppressionReason.COMPETITOR));
        assertEquals(Map.of(SuppressionReason.UNSUBSCRIBED, 1, SuppressionReason.COMPETITOR, 1), suppressions.counts());
    }
}
