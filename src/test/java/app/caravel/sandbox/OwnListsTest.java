package app.caravel.sandbox;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Progress;
import app.caravel.contact.imports.Target;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OwnListsTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    private Home real;
    private Sandbox sandbox;

    @BeforeEach
    void open() {
        real = new Home(folder.resolve("home"));
        sandbox = Sandbox.open(real.sandbox());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private ImportResult rehearse(Path file, ImportOptions options, String list) {
        var imported = sandbox.workspace().importer().run(file, options, list, Progress.NONE);
        sandbox.ownLists().keep(file, options, list, imported);
        return imported;
    }

    private Path file() throws Exception {
        return Files.write(folder.resolve("buyers_2026.csv"), """
                Company;Name;Mail;Landed in;Panel
                Nordlicht GmbH;Katrin Weber;katrin@nordlicht.example;Hamburg;60x60
                佐藤照明;佐藤 健;sato@sato.example;大阪;30x120
                Broken;Nobody;not an address;Bonn;60x60
                Nordlicht GmbH;Katrin Weber;KATRIN@nordlicht.example;Hamburg;60x60
                """.getBytes(Charset.forName("GB18030")));
    }

    private static Contact find(Workspace workspace, String address) {
        return workspace.contacts().find(EmailAddress.parse(address).orElseThrow()).orElseThrow();
    }

    @Test
    void theSamePeopleComeIntoTheRealWorkspaceWithTheirListAndNothingOfTheRehearsal() throws Exception {
        var file = file();
        var rehearsed = rehearse(file, ImportOptions.NOTICED.withEncoding("GB18030").withChosen(Map.of(3, Target.of(Field.CITY), 4, new Target.Attribute("Size"))), "Buyers 2026");
        sandbox.workspace().suppressions().add(EmailAddress.parse("sato@sato.example").orElseThrow(), SuppressionReason.UNSUBSCRIBED, "Autumn", CLOCK.instant());
        Files.delete(file); // the stick it lay on is gone

        var taken = sandbox.ownLists().takeOver(real, CLOCK, Progress.NONE);

        assertEquals(List.of("Buyers 2026"), taken.lists());
        assertEquals(rehearsed.added(), taken.added());
        assertEquals(rehearsed.merged(), taken.merged());
        assertEquals(1, taken.rejected());
        try (var workspace = Workspace.open(real)) {
            assertEquals(2, workspace.lists().get("Buyers 2026").size());
            assertEquals("大阪", find(workspace, "sato@sato.example").city());
            assertEquals(Map.of("Size", "30x120"), find(workspace, "sato@sato.example").attributes());
            assertEquals(find(sandbox.workspace(), "katrin@nordlicht.example").mergeValues(), find(workspace, "katrin@nordlicht.example").mergeValues());
            assertFalse(workspace.suppressions().isSuppressed(EmailAddress.parse("sato@sato.example").orElseThrow()), "a simulated reader unsubscribed, not the customer");
            assertTrue(workspace.campaigns().all().isEmpty());
        }
    }

    @Test
    void itIsTakenOverOnceHoweverOftenItIsAsked() throws Exception {
        rehearse(file(), ImportOptions.NOTICED.withEncoding("GB18030"), "Buyers 2026");
        assertEquals(2, sandbox.ownLists().takeOver(real, CLOCK, Progress.NONE).added());
        assertTrue(sandbox.ownLists().all().getFirst().takenOver());
        assertEquals(List.of(), sandbox.ownLists().takeOver(real, CLOCK, Progress.NONE).lists());
        // the sandbox forgot that it was done, e.g. because the computer went down before it was written
        sandbox.workspace().settings().put("sandbox.own-lists", sandbox.workspace().settings().get("sandbox.own-lists").orElseThrow().replace("\"takenOver\":true", "\"takenOver\":false"));
        var again = sandbox.ownLists().takeOver(real, CLOCK, Progress.NONE);
        assertEquals(0, again.added() + again.merged());
        assertTrue(sandbox.ownLists().all().getFirst().takenOver());
        try (var workspace = Workspace.open(real)) {
            int imports = workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM import").mapTo(Integer.class).one());
            assertEquals(1, imports);
        }
    }

    @Test
    void whatIsStoppedOnTheWayLeavesNothingBehindAndIsStillOffered() throws Exception {
        rehearse(file(), ImportOptions.NOTICED.withEncoding("GB18030"), "Buyers 2026");
        var stopped = sandbox.ownLists().takeOver(real, CLOCK, _ -> false);
        assertTrue(stopped.cancelled());
        assertFalse(sandbox.ownLists().all().getFirst().takenOver());
        try (var workspace = Workspace.open(real)) {
            assertTrue(workspace.lists().all().isEmpty());
            assertEquals(0, workspace.contacts().count(app.caravel.contact.Filter.EVERYONE));
        }
        assertEquals(2, sandbox.ownLists().takeOver(real, CLOCK, Progress.NONE).added());
    }

    @Test
    void anImportThatWasTakenBackIsNotOfferedAndTheSampleListNever() throws Exception {
        sandbox.prepare();
        assertTrue(sandbox.ownLists().all().isEmpty());
        var imported = rehearse(file(), ImportOptions.NOTICED.withEncoding("GB18030"), "Buyers 2026");
        assertEquals(1, sandbox.ownLists().all().size());
        sandbox.workspace().importer().undo(imported.importId());
        assertTrue(sandbox.ownLists().all().isEmpty());
    }
}
