package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.QueryParser;
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

/** A person makes a segment in the real window, sees its people, changes and deletes it; and how it looks. */
class SegmentWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 300);
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
    void aSegmentIsBuiltSeenChangedAndDeleted() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.NEW_SEGMENT);
        robot.waitForText("317").press("Not written to for 90 days");
        robot.pressOn("#segment-line").type(KeyCode.END).write(" country:JP").waitForText("people now, of 317").waitForText("山本 由美");
        robot.pressOn("#segment-line").type(KeyCode.END).write(" cuntry:x");
        Robot.waitFor(() -> robot.textThat(text -> text.startsWith("Column 24: there is no key “cuntry”.")) != null, "says what is wrong");
        Robot.onScreen(() -> {
            ((javafx.scene.control.TextField) robot.scene().lookup("#segment-line")).setText("-opened:30d country:JP");
            return true;
        });
        robot.pressOn(".text-field").write("Japan asleep").press("Save segment");
        robot.waitForText("2 of 317 people fit").waitForText("Japan asleep").waitForText("佐藤 健");
        assertEquals("-opened:30d country:JP", workspace.segments().get("Japan asleep").query().text());
        robot.press("Edit").waitForText("Edit segment");
        robot.press("Save segment").waitForText("2 of 317 people fit");
        robot.pressOn("#segment-delete").waitForText("Japan asleep is deleted").waitForText("317 people in 23 countries, 317 new this week");
        assertEquals(List.of(), workspace.segments().all());
        robot.press("Undo").waitForText("2 of 317 people fit");
        assertEquals(1, workspace.segments().all().size());
        end(frame, robot);
    }

    @Test
    void aRowIsChosenFromWhatIsKnown() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.NEW_SEGMENT);
        robot.press("Condition");
        choose(robot, 2, "DE");
        Robot.waitFor(() -> line(robot).equals("country:DE"), "writes the country");
        choose(robot, 1, true);
        Robot.waitFor(() -> line(robot).equals("-country:DE"), "turns it round");
        choose(robot, 0, SegmentRow.Field.LIST);
        Robot.waitFor(() -> line(robot).isEmpty(), "asks for a list");
        choose(robot, 2, "Light + Building");
        Robot.waitFor(() -> line(robot).equals("list:\"Light + Building\""), "writes the list");
        robot.waitForText("17");
        choose(robot, 0, SegmentRow.Field.ADDED);
        Robot.waitFor(() -> line(robot).equals("added:30d"), "proposes a time");
        robot.pressOn(".segment-row .text-field").type(KeyCode.SHORTCUT, KeyCode.A).write("2");
        Robot.waitFor(() -> line(robot).equals("added:2d"), "writes the time");
        robot.waitForText("317").pressOn(".segment-row .button").waitForText("New within 7 days");
        end(frame, robot);
    }

    private static String line(Robot robot) {
        return ((javafx.scene.control.TextField) robot.scene().lookup("#segment-line")).getText();
    }

    /** As a press in the list of the row's n-th box does. */
    private static <T> void choose(Robot robot, int n, T value) {
        Robot.onScreen(() -> {
            @SuppressWarnings("unchecked")
            var box = (javafx.scene.control.ComboBox<T>) List.copyOf(robot.scene().getRoot().lookupAll(".segment-row > .combo-box")).get(n);
            box.setValue(value);
            return true;
        });
    }

    @Test
    void itIsDrawnInBothLanguagesAndThemes() {
        workspace.segments().create("Germany, opened nothing", QueryParser.parse("country:DE -opened:30d list:\"Light + Building\" attribute.Grade:A,B -company:brandt").get());
        workspace.segments().create("30 天没打开", QueryParser.parse("-opened:30d suppressed:no").get());
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                go(frame, Place.NEW_SEGMENT);
                picture(frame, robot, "segment-new" + look);
                go(frame, Place.segment(1));
                picture(frame, robot, "segment" + look);
                go(frame, Place.peopleOf(2));
                picture(frame, robot, "segment-people" + look);
                end(frame, robot);
            }
        }
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
        assertEquals(1280, picture.getWidth());
    }
}
