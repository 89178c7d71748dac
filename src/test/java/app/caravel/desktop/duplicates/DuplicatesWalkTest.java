package app.caravel.desktop.duplicates;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

/** A person merges two contacts in the real window and takes it back; and how it looks. */
class DuplicatesWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        DuplicatesData.fill(workspace);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    @Test
    void twoAreMadeOneAndTwoAgain() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.CONTACTS);
        robot.waitForText("Find duplicates").press("Find duplicates");
        robot.waitForText("3 people may be here twice. Nothing is merged by itself.").press("Katrin Weber");
        robot.waitForText("k.weber@nordlicht.example").waitForText("Norderstedt");
        robot.press("Head of purchasing").press("Make one of the two").waitForText("2 contacts are one now");
        assertEquals("Head of purchasing", workspace.contacts().find(new app.caravel.contact.EmailAddress("k.weber@nordlicht.example")).orElseThrow().role());
        robot.press("Undo").waitForText("3 people may be here twice. Nothing is merged by itself.");
        end(frame, robot);
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }

    @Test
    void itIsDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                go(frame, Place.DUPLICATES);
                robot.waitForText("Ann Lee");
                var cells = robot.scene().lookup(".alike-list");
                Robot.onScreen(() -> {
                    ((javafx.scene.control.ListView<?>) cells).getSelectionModel().select(language == Language.CHINESE ? 1 : 2);
                    return true;
                });
                picture(frame, robot, "duplicates" + look);
                Robot.onScreen(() -> {
                    var list = (javafx.scene.control.ListView<?>) cells;
                    int three = list.getItems().stream().map(each -> each instanceof Alike.People people ? people.duplicate().contacts().size() : 0).toList().indexOf(3);
                    list.getSelectionModel().select(three);
                    return true;
                });
                picture(frame, robot, "duplicates-three" + look);
                robot.press(frame.ui().text("duplicates.companies")).waitForText(frame.ui().text("duplicates.companies-help"));
                picture(frame, robot, "duplicates-companies" + look);
                end(frame, robot);
            }
        }
    }
}
