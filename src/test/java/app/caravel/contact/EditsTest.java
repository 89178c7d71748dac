package app.caravel.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.Progress;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of a contact by hand, and what is guessed of him. */
class EditsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Database database;
    private Contacts contacts;
    private Edits edits;
    private Notes notes;
    private Tags tags;
    private NextSteps steps;
    private Importer importer;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        edits = new Edits(database, CLOCK);
        notes = new Notes(database, CLOCK);
        tags = new Tags(database, CLOCK);
        steps = new NextSteps(database, CLOCK);
        importer = new Importer(database, new Lists(database, CLOCK), CLOCK);
        imported("", "Katrin Weber,k@nordlicht.fr,Nordlicht,+49 40 5550 1870,,A", "Pierre,p@lumiere.fr,,,,B", "Ken,ken@hikari.co.jp,Hikari,,Japan,C");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long imported(String more, String... rows) throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail,Company,Phone,Country,Grade" + more + "\n" + String.join("\n", rows) + "\n");
        return importer.run(file, ImportOptions.NOTICED, "Buyers", Progress.NONE).importId();
    }

    private Contact found(long id) {
        return contacts.find(id).orElseThrow();
    }

    private @Nullable String source(long id, String column) {
        return database.jdbi().withHandle(h -> h.createQuery("SELECT %s_source FROM contact WHERE id = :id".formatted(column)).bind("id", id)
                .map((row, _) -> String.valueOf(row.getString(1))).one());
    }

    private List<String> log() {
        return database.jdbi().withHandle(h -> h.createQuery("SELECT field || ': ' || coalesce(before, '-') || ' > ' || coalesce(after, '-') FROM contact_change ORDER BY id")
                .mapTo(String.class).list());
    }

    @Test
    void anImportGuessesAndKeepsWhereFrom() {
        assertEquals(List.of("DE", "phone", "Europe/Berlin", "country", "de", "country"), List.of(String.valueOf(found(1).country()), source(1, "country"),
                String.valueOf(found(1).timeZone()), source(1, "time_zone"), String.valueOf(found(1).language()), source(1, "language")));
        assertEquals("FR", found(2).country());
        assertEquals("domain", source(2, "country"));
        assertEquals("column", source(3, "country"));
    }

    @Test
    void aColumnTakesThePlaceOfAGuessAndTheUndoBringsTheGuessBack() throws IOException {
        long second = imported("", "Pierre,p@lumiere.fr,,,Morocco,B", "Ken,ken@hikari.co.jp,,,France,C");
        assertEquals("MA", found(2).country());
        assertEquals("column", source(2, "country"));
        assertEquals("Africa/Casablanca", found(2).timeZone());
        assertEquals("ar", found(2).language());
        assertEquals("JP", found(3).country());
        importer.undo(second);
        assertEquals("FR", found(2).country());
        assertEquals("domain", source(2, "country"));
        assertEquals("Europe/Paris", found(2).timeZone());
    }

    @Test
    void aContactOfAnOlderWorkspaceIsGuessedOnce() {
        database.jdbi().useHandle(h -> h.execute("""
                INSERT INTO contact (id, address, written_address, phone, created_at, changed_at) VALUES (50, 'a@x.com', 'a@x.com', '+81665550187', 7, 7)"""));
        assertEquals(1, new Derivations(database).run());
        assertEquals("JP", found(50).country());
        assertEquals("Asia/Tokyo", found(50).timeZone());
        assertEquals(List.of(7L), database.jdbi().withHandle(h -> h.createQuery("SELECT changed_at FROM contact WHERE id = 50").mapTo(Long.class).list()));
        assertEquals(0, new Derivations(database).run());
    }

    @Test
    void aHandWinsOverTheGuessAndGuessesFollowIt() {
        var edit = edits.set(1, Fact.COUNTRY, "at").orElseThrow();
        assertEquals("AT", found(1).country());
        assertEquals("hand", source(1, "country"));
        assertEquals("Europe/Vienna", found(1).timeZone());
        assertEquals(List.of("country: DE > AT"), log());
        assertTrue(edits.takeBack(edit));
        assertEquals("DE", found(1).country());
        assertEquals("phone", source(1, "country"));
        assertEquals("Europe/Berlin", found(1).timeZone());
        assertEquals(List.of(), log());
        edits.set(1, Fact.PHONE, "+33 1 55 50 18 70");
        assertEquals("FR", found(1).country());
    }

    @Test
    void whatIsTakenOffIsGuessedAgain() {
        edits.set(1, Fact.TIME_ZONE, "Asia/Dubai");
        assertEquals("Asia/Dubai", found(1).timeZone());
        var edit = edits.set(1, Fact.TIME_ZONE, " ").orElseThrow();
        assertEquals("Europe/Berlin", found(1).timeZone());
        assertTrue(edits.takeBack(edit));
        assertEquals("Asia/Dubai", found(1).timeZone());
        assertTrue(edits.set(2, Fact.COUNTRY, null).isEmpty());
    }

    @Test
    void everyFactIsChangedAndTakenBack() {
        for (var each : Map.of(Fact.NAME, "Katrin Meyer", Fact.ROLE, "Purchasing", Fact.CITY, "Hamburg", Fact.COMPANY, "Nordlicht GmbH", Fact.STAGE, "active", Fact.SALUTATION, "Dear Ms. Meyer",
                Fact.PHONE, "040 5550 1871").entrySet()) {
            var before = found(1);
            var edit = edits.set(1, each.getKey(), each.getValue()).orElseThrow();
            assertTrue(edits.set(1, each.getKey(), each.getValue()).isEmpty());
            assertTrue(edits.takeBack(edit));
            assertEquals(before, found(1));
        }
        var company = edits.set(2, Fact.COMPANY, "Lumière").orElseThrow();
        assertEquals("Lumière", found(2).company());
        assertTrue(edits.takeBack(company));
        assertEquals("lumiere.fr", new Companies(database).ofContact(2).orElseThrow().name());
        var grade = edits.setAttribute(1, "Grade", "A+").orElseThrow();
        assertEquals("A+", found(1).attributes().get("Grade"));
        assertTrue(edits.takeBack(grade));
        assertEquals("A", found(1).attributes().get("Grade"));
        edits.setAttribute(1, "Grade", null);
        assertFalse(found(1).attributes().containsKey("Grade"));
    }

    @Test
    void aChangeThatWasOvertakenIsNotTakenBack() {
        var first = edits.set(1, Fact.ROLE, "Purchasing").orElseThrow();
        edits.set(1, Fact.ROLE, "Owner");
        assertFalse(edits.takeBack(first));
        assertEquals("Owner", found(1).role());
        assertTrue(edits.set(99, Fact.ROLE, "Nobody").isEmpty());
        assertThrows(Problem.class, () -> edits.set(1, Fact.PHONE, "call me"));
        assertThrows(Problem.class, () -> edits.set(1, Fact.TIME_ZONE, "Mars/Base"));
        assertThrows(Problem.class, () -> edits.set(1, Fact.COUNTRY, "Germany"));
    }

    @Test
    void notesAreWrittenChangedDeletedAndPutBack() {
        var note = notes.add(1, " Pays by L/C at sight ").orElseThrow();
        assertEquals("Pays by L/C at sight", note.text());
        var before = notes.change(note.id(), "Pays by T/T").orElseThrow();
        assertEquals("Pays by T/T", notes.of(1).getFirst().text());
        notes.putBack(before);
        assertEquals(List.of(note), notes.of(1));
        var deleted = notes.delete(note.id()).orElseThrow();
        assertEquals(List.of(), notes.of(1));
        notes.putBack(deleted);
        assertEquals(List.of(note), notes.of(1));
        assertTrue(notes.add(99, "nobody").isEmpty());
    }

    @Test
    void theNextStepIsDueOnItsDayAndTakenBack() {
        var day = LocalDate.of(2026, 11, 24);
        assertTrue(steps.set(1, day, "Call about DALI").isEmpty());
        assertEquals("Call about DALI", steps.set(1, day.plusDays(1), "Call again").orElseThrow().word());
        assertEquals(List.of(), steps.due(day, 10));
        assertEquals(1, steps.countDue(day.plusDays(1)));
        var done = steps.done(1).orElseThrow();
        assertTrue(steps.of(1).isEmpty());
        assertEquals(List.of("followed_up: - > Call again"), log());
        steps.takeBack(done);
        assertEquals(List.of(), log());
        assertEquals("Call again", steps.due(day.plusDays(3), 10).getFirst().word());
    }

    @Test
    void whoIsDeletedComesBackWithTagsNotesChangesAndNextStep() {
        tags.add(tags.create("VIP").id(), List.of(1L));
        notes.add(1, "Wants DALI");
        edits.set(1, Fact.STAGE, "active");
        edits.set(1, Fact.TIME_ZONE, "Asia/Dubai");
        steps.set(1, LocalDate.of(2026, 12, 1), "Call");
        var before = found(1);
        var deletions = new Deletions(database, CLOCK);
        var deleted = deletions.delete(List.of(1L));
        assertEquals(List.of(), notes.of(1));
        deletions.undo(deleted.id());
        assertEquals(before, found(1));
        assertEquals("hand", source(1, "time_zone"));
        assertEquals("VIP", tags.ofContact(1).getFirst().name());
        assertEquals("Wants DALI", notes.of(1).getFirst().text());
        assertEquals(List.of("stage: - > active", "time_zone: Europe/Berlin > Asia/Dubai"), log());
        assertEquals("Call", steps.of(1).orElseThrow().word());
    }

    @Test
    void whoHasANoteOrATagOrAFollowUpStaysWhenHisImportIsTakenBack() throws IOException {
        long second = imported("", "A,a@x.com,,,,", "B,b@x.com,,,,", "C,c@x.com,,,,", "D,d@x.com,,,,");
        notes.add(4, "Met at the fair");
        tags.add(tags.create("VIP").id(), List.of(5L));
        steps.set(6, LocalDate.of(2026, 12, 1), "Call");
        var undone = importer.undo(second);
        assertEquals(1, undone.removed());
        assertEquals(3, undone.left());
        assertEquals("Met at the fair", notes.of(4).getFirst().text());
    }

    @Test
    void companiesAreFoundRenamedAndSitWhereTheirPeopleDo() {
        var companies = new Companies(database);
        assertEquals(List.of("Hikari", "lumiere.fr", "Nordlicht"), companies.page("", false, 0, 10).stream().map(Company::name).toList());
        var lumiere = companies.find("LUMIERE.fr").orElseThrow();
        assertFalse(lumiere.named());
        assertEquals("FR", lumiere.country());
        assertThrows(Problem.class, () -> companies.rename(lumiere.id(), "hikari"));
        assertEquals("lumiere.fr", companies.rename(lumiere.id(), "Lumière SARL").orElseThrow());
        assertEquals("Lumière SARL", found(2).company());
        companies.setCountry(lumiere.id(), "be");
        assertEquals(Origin.HAND, companies.find(lumiere.id()).orElseThrow().countryOrigin());
        assertEquals(List.of(2L), companies.people(lumiere.id(), 10));
        assertEquals(1, companies.count("lumi"));
    }
}
