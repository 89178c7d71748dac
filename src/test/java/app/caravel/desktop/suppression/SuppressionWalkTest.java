package app.caravel.desktop.suppression;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person walks through the list of those not to be written to, in the real window; and its pictures. */
class SuppressionWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        SuppressionData.fill(workspace, folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), desk, ZONE));
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    @Test
    void fromContactsToTheListOnAndOffAgain() throws IOException {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.CONTACTS);
        robot.waitForText("The whole list").press("The whole list").waitForText("7 addresses and domains. No campaign reaches them.");
        robot.waitForText("@lumitech.example is your own company: 2 contacts are there. Leave it out of every campaign?").press("Never write there");
        robot.waitForText("No campaign goes to @lumitech.example any more").waitForText("Own company");
        assertTrue(workspace.suppressions().isSuppressed(new EmailAddress("zhao.min@lumitech.example")));
        robot.pressOn(".text-field").write("torres").waitForText("Lucía Torres · Distribuciones Torres").press("Lucía Torres · Distribuciones Torres");
        robot.waitForText("What was said of it").waitForText("asked for the autumn price list").press("Take off the list");
        robot.waitForText("Take lucia@torres.example off the suppression list? It unsubscribed on Tuesday 3 November. Say why.");
        Robot.waitFor(() -> robot.scene().getFocusOwner() instanceof TextField, "asks for a word");
        robot.write("she wrote to us");
        Robot.waitFor(() -> robot.scene().getFocusOwner() instanceof TextField field && field.getText().equals("she wrote to us"), "takes the word");
        robot.type(javafx.scene.input.KeyCode.ENTER).waitForText("lucia@torres.example may be written to again");
        assertFalse(workspace.suppressions().isSuppressed(new EmailAddress("lucia@torres.example")));
        desk.chosen = Files.writeString(folder.resolve("more.txt"), "n1@new.example\nn2@new.example\nnothing\n");
        robot.press("Take in a file").waitForText("2 lines of more.txt are on the list");
        assertTrue(workspace.suppressions().isSuppressed(new EmailAddress("n2@new.example")));
        end(frame, robot);
    }

    @Test
    void itsPicturesAreDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                draw(frame(choice, language), (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : ""));
            }
        }
    }

    @Test
    void itIsDrawnEmptyAndWithVeryLongNamesAndWide() {
        try (var empty = Workspace.open(new Home(folder.resolve("empty")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC))) {
            inEveryLook(empty, (frame, robot, look) -> {
                go(frame, Place.SUPPRESSION);
                picture(frame, robot, "suppression-empty" + look);
            });
        }
        for (int i = 0; i < 40; i++) {
            workspace.suppressions().add(new EmailAddress("einkauf.leuchten.und.elektromaterial.international" + i + "@nordlicht-elektrogrosshandel-hamburg.example"),
                    i % 2 == 0 ? SuppressionReason.UNSUBSCRIBED : SuppressionReason.MANUAL, "Herbstangebot LED-Panels 60×60 mit den neuen Preisen für Großabnehmer in Norddeutschland und Dänemark " + i, workspace.clock().instant());
        }
        inEveryLook(workspace, (frame, robot, look) -> {
            go(frame, Place.SUPPRESSION);
            picture(frame, robot, "suppression-long" + look);
            Robot.onScreen(() -> {
                ((PagedTable<?>) robot.scene().lookup(".suppression-table")).getSelectionModel().select(2);
                return true;
            });
            picture(frame, robot, "suppression-long-panel" + look);
        });
        for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            var frame = frame(choice, choice == Theme.Choice.LIGHT ? Language.ENGLISH : Language.CHINESE);
            var scene = Robot.onScreen(() -> Snapshots.scene(frame, 1920, 1080, frame.ui().theme()));
            go(frame, Place.SUPPRESSION);
            Robot.onScreen(() -> Snapshots.of(scene));
            Snapshots.settle(frame.ui().background());
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(scene)), Path.of("target/screens/suppression-1920" + (choice == Theme.Choice.DARK ? "-zh-dark" : "") + ".png"));
            Robot.onScreen(() -> {
                frame.end();
                return true;
            });
        }
    }

    private interface Drawing {
        void draw(Frame frame, Robot robot, String look);
    }

    private void inEveryLook(Workspace shown, Drawing drawing) {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = Robot.onScreen(() -> new Frame(shown, "Lumitech", new Theme(choice, language), desk, ZONE));
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                drawing.draw(frame, robot, (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : ""));
                end(frame, robot);
            }
        }
    }

    private void draw(Frame frame, String look) {
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.CONTACTS);
        picture(frame, robot, "contacts-groups" + look);
        go(frame, Place.SUPPRESSION);
        picture(frame, robot, "suppression" + look);
        Robot.onScreen(() -> {
            var table = (PagedTable<?>) robot.scene().lookup(".suppression-table");
            table.getSelectionModel().select(5);
            return true;
        });
        Snapshots.settle(frame.ui().background());
        robot.waitForText(frame.ui().text("suppression.history"));
        picture(frame, robot, "suppression-panel" + look);
        robot.press(frame.ui().text("suppression.take-off"));
        picture(frame, robot, "suppression-take-off" + look);
        Robot.onScreen(() -> {
            frame.ui().dialogs().close();
            frame.ui().details().close();
            return true;
        });
        robot.press(frame.ui().text("suppression.add")).write("@rival.example");
        picture(frame, robot, "suppression-add" + look);
        end(frame, robot);
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
