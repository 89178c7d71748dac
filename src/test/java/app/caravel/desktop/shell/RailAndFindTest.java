package app.caravel.desktop.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.report.CallList;
import app.caravel.sandbox.Rehearsal;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RailAndFindTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void rehearse() {
        sandbox = Sandbox.open(new Home(folder));
        sandbox.importSample(60, "Sample buyers");
        new Rehearsal(sandbox).run(sandbox.readyCampaigns(sandbox.workspace().lists().get("Sample buyers")).getFirst());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static TestUi window(Language language) {
        return Robot.onScreen(() -> new TestUi(new Theme(Theme.Choice.LIGHT, language), new InlineBackground(), sandbox.workspace().clock(), ZONE));
    }

    @Test
    void theRailCountsWhomToCallAndWhoDidSomethingAndSaysNoZero() {
        var counts = new RailCounts(sandbox.workspace(), window(Language.ENGLISH).ui);
        counts.refresh();
        var now = sandbox.workspace().clock().instant();
        int toCall = sandbox.workspace().callList().count(now.minus(CallList.LATELY), now.atZone(java.time.ZoneOffset.UTC));
        assertTrue(toCall > 0);
        assertEquals(String.valueOf(toCall), counts.of(RailItem.TODAY).get());
        assertTrue(Integer.parseInt(counts.of(RailItem.ACTIVITY).get()) >= toCall);
        assertEquals("", counts.of(RailItem.CAMPAIGNS).get());
        assertEquals("", counts.of(RailItem.CONTACTS).get());
    }

    @Test
    void campaignsAreFoundByAPartOfTheirNameWithWhatBecameOfThem() {
        var window = window(Language.ENGLISH);
        var model = new FindViewModel(new InlineBackground(), List.of(), FindSources.of(sandbox.workspace(), window.ui));
        model.query.set("PANEL");
        var sent = model.found.getFirst();
        assertEquals(FindViewModel.Group.CAMPAIGNS, sent.group());
        assertEquals("LED panel 60x60, autumn offer", sent.what());
        assertTrue(sent.note().matches("sent .*, about \\d+ people opened it"), sent.note());
        assertTrue(model.go());
        assertEquals("campaign", window.went.getLast().screen());
        model.query.set("guangzhou");
        assertTrue(model.found.getFirst().note().startsWith("draft, changed "), model.found.getFirst().note());
    }

    @Test
    void ctrlKShowsCampaignsAboveThePeopleInBothLanguagesAndThemes() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var theme = Robot.onScreen(() -> new Theme(choice, language));
                var frame = Robot.onScreen(() -> new Frame(sandbox.workspace(), "Lumitech", theme, new TestUi.NoDesk(), ZONE));
                var robot = Robot.show(theme, () -> {
                    frame.ui().go(Place.TODAY);
                    return frame;
                });
                robot.type(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.K).write("le");
                robot.waitForText("LED panel 60x60, autumn offer").waitForText(language == Language.ENGLISH ? "People" : "联系人");
                Snapshots.settle(frame.ui().background());
                var suffix = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/find-campaigns" + suffix + ".png"));
                Robot.onScreen(() -> {
                    frame.end();
                    return true;
                });
                robot.close();
            }
        }
    }
}
