package app.caravel.desktop.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.shell.FirstStepsModel.Step;
import app.caravel.sandbox.Rehearsal;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FirstStepsModelTest {

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private FirstStepsModel model;

    @BeforeEach
    void open() {
        sandbox = Sandbox.open(new Home(folder.resolve("home")).sandbox());
        model = new FirstStepsModel(sandbox, new InlineBackground());
        model.refresh();
    }

    @AfterEach
    void close() {
        model.end();
        sandbox.close();
    }

    private String ticks() {
        model.refresh();
        return model.steps().stream().map(shown -> shown.done() ? "x" : shown.next() ? ">" : "-").collect(Collectors.joining());
    }

    @Test
    void withAListOfOnesOwnTheStepsFollowWhatIsInTheWorkspace() throws Exception {
        assertEquals(">---", ticks());
        assertTrue(java.util.Objects.requireNonNull(model.now().get()).own());
        assertEquals(Place.IMPORT, model.placeOf(Step.LIST));
        var file = Files.writeString(folder.resolve("own.csv"), "Name,Mail\nKatrin Weber,katrin@nordlicht.example\nRashid,rashid@gulf.example\n");
        var imported = sandbox.workspace().importer().run(file, ImportOptions.NOTICED, "Own", Progress.NONE);
        sandbox.ownLists().keep(file, ImportOptions.NOTICED, "Own", imported);
        assertEquals("x>--", ticks());
        assertEquals(Place.CONTACTS, model.placeOf(Step.LIST));

        var ready = sandbox.readyCampaigns(sandbox.workspace().lists().get("Own")).getFirst();
        assertEquals("xx>-", ticks());
        assertEquals(Place.campaignStep(ready.id(), "send"), model.placeOf(Step.SEND));

        sandbox.workspace().runs().send(ready, 1);
        assertEquals("xxx>", ticks());
        assertEquals(Place.SANDBOX_INBOX, model.placeOf(Step.READ));
        assertNull(model.report());

        sandbox.readers().play(sandbox.caught().all(), java.time.Duration.ZERO, () -> true, _ -> { });
        sandbox.workspace().evidence().sync().pullAndSettle();
        assertEquals("xxxx", ticks());
        assertEquals(Place.campaign(ready.id()), model.report());
        assertFalse(model.offersTakeOver());

        sandbox.firstSteps().openReport(ready.id());
        assertEquals(List.of(), model.steps());
        assertTrue(model.offersTakeOver());
        sandbox.ownLists().takeOver(new Home(folder.resolve("home")), java.time.Clock.systemUTC(), Progress.NONE);
        model.refresh();
        assertFalse(model.offersTakeOver());
    }

    @Test
    void amongTwoPeopleTooARobotOpensOneForTheReportToPointAt() throws Exception {
        var file = Files.writeString(folder.resolve("own.csv"), "Name,Mail\nKatrin Weber,katrin@nordlicht.example\nRashid,rashid@gulf.example\n");
        sandbox.workspace().importer().run(file, ImportOptions.NOTICED, "Own", Progress.NONE);
        var outcome = new Rehearsal(sandbox).run(sandbox.readyCampaigns(sandbox.workspace().lists().get("Own")).getFirst());
        assertEquals(List.of(), outcome.disagreements());
        assertTrue(sandbox.workspace().reports().firstOpenedByMachine(outcome.report().campaignId()).isPresent());
    }

    @Test
    void withTheSampleListTheFirstTwoAreThereAndNothingIsOfferedForTheRealWorkspace() {
        sandbox.prepare();
        assertEquals("xx>-", ticks());
        assertFalse(java.util.Objects.requireNonNull(model.now().get()).own());
        assertNotNull(java.util.Objects.requireNonNull(model.now().get()).ready());
        sandbox.firstSteps().openReport(1);
        assertFalse(model.offersTakeOver());
    }
}
