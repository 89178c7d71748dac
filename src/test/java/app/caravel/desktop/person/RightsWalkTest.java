package app.caravel.desktop.person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Backup;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person's data as a file, and his erasure, in the real window; and the pictures of it. */
class RightsWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();

    @BeforeEach
    void toolkit() {
        Robot.startToolkit();
    }

    private Workspace open(String home) throws IOException {
        var workspace = Workspace.open(new Home(folder.resolve(home)), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        PersonData.fill(workspace, folder);
        workspace.campaigns().create("Letter to Katrin Weber", Audience.NOBODY, null, "Dear Katrin Weber", "<p>x</p>", null);
        Backup.write(workspace, folder.resolve(home + "/backups/caravel-2026-11-20.zip"), null);
        return workspace;
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    @Test
    void hisDataIsSavedAndHeIsErasedAfterOneQuestion() throws IOException {
        var workspace = open("home");
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), desk, ZONE));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.person(PersonData.KATRIN));
        var file = folder.resolve("katrin.json");
        desk.chosen = file;
        more(robot, frame).press("This person’s data as a file").waitForText("Saved as katrin.json");
        assertTrue(Files.readString(file).contains("Katrin Weber"));
        more(robot, frame).press("Erase for good").waitForText("Erase Katrin Weber for good? History and notes go; the address stays on the suppression list.");
        robot.press("Erase for good").waitForText("Erased for good").waitForText("These files were written before and still hold this person. Delete them, or keep them where nobody looks:")
                .waitForText("in 2 texts of campaigns").press("Understood");
        assertTrue(workspace.contacts().find(PersonData.KATRIN).isEmpty());
        end(frame, robot);
        workspace.close();
    }

    private static Robot more(Robot robot, Frame frame) {
        Robot.waitFor(() -> button(robot, frame.ui().text("person.more")) != null, "shows the menu");
        Robot.onScreen(() -> {
            Objects.requireNonNull(button(robot, frame.ui().text("person.more"))).fire();
            return true;
        });
        return robot.waitForText(frame.ui().text("erasure.menu"));
    }

    private static javafx.scene.control.@org.jspecify.annotations.Nullable Button button(Robot robot, String word) {
        return robot.scene().getRoot().lookupAll(".button").stream().filter(node -> word.equals(node.getAccessibleText())).map(javafx.scene.control.Button.class::cast).findFirst().orElse(null);
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    @Test
    void itsPicturesAreDrawn() throws IOException {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                var workspace = open("home" + look);
                var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), desk, ZONE));
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                go(frame, Place.CONTACTS);
                Robot.onScreen(() -> {
                    Objects.requireNonNull(button(robot, frame.ui().text("contacts.export-shown"))).fire();
                    return true;
                });
                robot.waitForText(frame.ui().text("export.columns"));
                picture(frame, robot, "export" + look);
                Robot.onScreen(() -> {
                    frame.ui().dialogs().close();
                    return true;
                });
                go(frame, Place.person(PersonData.KATRIN));
                more(robot, frame);
                robot.press(frame.ui().text("erasure.menu"));
                robot.waitForText(frame.ui().text("erasure.question", "name", "Katrin Weber"));
                picture(frame, robot, "erase-question" + look);
                robot.press(frame.ui().text("erasure.erase"));
                robot.waitForText(frame.ui().text("erasure.copies"));
                picture(frame, robot, "erased" + look);
                end(frame, robot);
                workspace.close();
            }
        }
        open("home-last");
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
