package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.content.design.Brand;
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

/** A person says how the company's mails look, in the real window; and its pictures. */
class BrandWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Brand LUMITECH = new Brand("Lumitech Lighting Co., Ltd.", "", "#f59e0b", "#1f2328", Brand.FONTS.getFirst(), "88 Harbour Road, Ningbo, China", "https://www.lumitech.example",
            Map.of("LinkedIn", "https://linkedin.com/company/lumitech", "YouTube", "https://youtube.com/@lumitech"));

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
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

    private static TextField field(Robot robot, String text) {
        return Robot.onScreen(() -> robot.scene().getRoot().lookupAll(".text-field").stream().map(TextField.class::cast)
                .filter(each -> text.equals(each.getText()) || text.equals(each.getPromptText())).findFirst().orElseThrow());
    }

    private static void enter(Robot robot, TextField field, String text) {
        Robot.onScreen(() -> {
            field.requestFocus();
            field.setText(text);
            return true;
        });
        robot.type(KeyCode.ENTER);
    }

    @Test
    void aChangeIsKeptAtOnceAndTakenBack() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.settings("brand"));
        robot.waitForText("How mails look");
        enter(robot, field(robot, Brand.PLAIN.color()), "F59E0B");
        robot.waitForText("White words on this colour are hard to read (2.1 to 1; 4.5 is wanted). A darker one makes buttons clear.");
        enter(robot, field(robot, "#f59e0b"), "no colour");
        enter(robot, field(robot, "Lumitech Lighting Co., Ltd."), "Lumitech");
        enter(robot, field(robot, "88 Harbour Road, Ningbo, China"), "9 Lamp Road, Ningbo");
        Snapshots.settle(frame.ui().background());
        assertEquals("#f59e0b", workspace.brands().brand().color());
        assertEquals("Lumitech", workspace.brands().brand().company());
        assertEquals("9 Lamp Road, Ningbo", workspace.brands().brand().address());
        enter(robot, field(robot, "https://wa.me/8613800000000"), "wa.me/8613912345678");
        Snapshots.settle(frame.ui().background());
        assertEquals(Map.of("WhatsApp", "https://wa.me/8613912345678"), workspace.brands().brand().networks());
        robot.pressOn(".list-item:selected").type(KeyCode.CONTROL, KeyCode.Z);
        Robot.waitFor(() -> workspace.brands().brand().networks().isEmpty(), "takes the last change back");
        assertEquals("9 Lamp Road, Ningbo", workspace.brands().brand().address());
        end(frame, robot);
    }

    @Test
    void aLogoIsTakenOfAFileAndTakenAwayAgain() throws java.io.IOException {
        var desk = new TestUi.NoDesk();
        var file = folder.resolve("logo.png");
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(280, 80, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        desk.chosen = file;
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), desk, ZONE));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.settings("brand"));
        Robot.onScreen(() -> {
            ((javafx.scene.control.Button) robot.scene().getRoot().lookupAll(".button").stream()
                    .filter(each -> each instanceof javafx.scene.control.Button button && "Choose a file".equals(button.getText())).findFirst().orElseThrow()).fire();
            return true;
        });
        Robot.waitFor(() -> workspace.pictures().find(workspace.brands().brand().logo()).isPresent(), "keeps the logo");
        picture(frame, robot, "settings-brand-logo");
        Robot.onScreen(() -> {
            ((javafx.scene.control.Button) robot.scene().getRoot().lookupAll(".button").stream()
                    .filter(each -> "Remove".equals(each.getAccessibleText())).findFirst().orElseThrow()).fire();
            return true;
        });
        Robot.waitFor(() -> workspace.brands().brand().logo().isEmpty(), "takes it away");
        end(frame, robot);
    }

    @Test
    void itsPicturesAreDrawn() {
        workspace.brands().keep(LUMITECH);
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                go(frame, Place.settings("brand"));
                picture(frame, robot, "settings-brand" + look);
                Robot.onScreen(() -> {
                    var pane = (ScrollPane) robot.scene().lookup(".page-body .scroll-pane");
                    pane.setVvalue(1);
                    return true;
                });
                picture(frame, robot, "settings-brand-below" + look);
                end(frame, robot);
            }
        }
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var scene = Robot.onScreen(() -> Snapshots.scene(frame, 1920, 1080, frame.ui().theme()));
        go(frame, Place.settings("brand"));
        Robot.onScreen(() -> Snapshots.of(scene));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(scene)), Path.of("target/screens/settings-brand-1920.png"));
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
