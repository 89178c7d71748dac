package app.caravel.desktop.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertTrue;

class FrameTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Frame frame;
    private Theme theme;
    private Robot robot;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.systemUTC());
        Robot.startToolkit();
        theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH));
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(theme, () -> {
            frame.ui().go(Place.TODAY);
            return frame;
        });
    }

    @AfterEach
    void close() {
        robot.close();
        workspace.close();
    }

    @Test
    void theRailLeadsToEveryScreenAndTheLanguageChangesInPlace() {
        robot.press("Settings");
        Robot.waitFor(() -> frame.ui().navigator().here().screen().equals("settings"), "went to the settings");
        Robot.onScreen(() -> {
            theme.speak(Language.CHINESE);
            return true;
        });
        robot.waitForText("设置").waitForText("今日");
    }

    @Test
    void ctrlKFindsAnActAndEnterDoesIt() {
        robot.type(KeyCode.CONTROL, KeyCode.K).waitForText("Do");
        robot.write("dark").waitForText("Dark theme");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/find.png"));
        robot.type(KeyCode.ENTER);
        Robot.waitFor(theme::isDark, "turned dark");
    }

    @Test
    void theQuestionMarkShowsAllKeysAndEscapeClosesThem() {
        robot.type(KeyCode.SHIFT, KeyCode.SLASH).write("?").waitForText("Insert a merge field");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/keys.png"));
        robot.type(KeyCode.ESCAPE);
        Robot.waitFor(() -> !robot.shows("Insert a merge field"), "closed the keys");
        assertTrue(robot.shows("Lumitech"));
    }
}
