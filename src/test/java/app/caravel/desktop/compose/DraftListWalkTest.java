package app.caravel.desktop.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Drafts are found, copied, kept as templates, put away, deleted and brought back, in the real window. */
class DraftListWalkTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign offer;

    @BeforeEach
    void open() throws Exception {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        var list = workspace.lists().create("Buyers");
        offer = workspace.campaigns().create("Autumn offer", Audience.of(list), null, "Panels, 8% lighter", "<p>Hi</p>", null);
        workspace.attachments().add(offer.id(), Files.writeString(folder.resolve("prices.txt"), "prices"));
        workspace.campaigns().create("Fair thanks", Audience.NOBODY, null, "Thank you", "<p>Hi</p>", null);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aDraftIsDeletedAndBroughtBackWithAllThatBelongsToIt() {
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        Robot.onScreen(() -> {
            frame.ui().go(Place.COMPOSE);
            return true;
        });
        Snapshots.settle(frame.ui().background());
        var before = workspace.campaigns().find(offer.id()).orElseThrow();
        var files = workspace.attachments().of(offer.id());
        robot.waitForText("Autumn offer");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/compose-drafts-all.png"));
        robot.pressOn(".page-header .text-field").write("panels");
        Robot.waitFor(() -> !robot.shows("Fair thanks"), "shows only what was sought");
        robot.pressOn(".draft-more").press("Save as template").waitForText("Kept as template “Autumn offer”");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/compose-drafts.png"));
        robot.pressOn(".draft-more").press("Delete draft").waitForText("“Autumn offer” deleted");
        Robot.waitFor(() -> robot.shows("Fair thanks"), "shows the others");
        robot.press("Undo").waitForText("Autumn offer");
        Snapshots.settle(frame.ui().background());
        assertEquals(before, workspace.campaigns().find(offer.id()).orElseThrow());
        assertEquals(files, workspace.attachments().of(offer.id()));
        assertTrue(workspace.templates().find("Autumn offer").isPresent());
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }
}
