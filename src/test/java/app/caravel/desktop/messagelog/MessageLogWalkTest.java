package app.caravel.desktop.messagelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

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
import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogSettings;
import app.caravel.messagelog.search.LogRow;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person looks for mails in the message log and reads what became of them, in the real window; and its pictures. */
class MessageLogWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(LogData.NOW, ZoneOffset.UTC));
        new LogData(workspace).fill();
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
    void aMailIsFoundItsReportIsReadAndAnotherServersFolderIsLookedInto() throws IOException {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.MESSAGE_LOG);
        robot.waitForText("Message log").waitForText("katrin.weber@nordlicht.example");
        robot.pressOn(".log-search .text-field").write("sato@lampex.example").press("Search");
        robot.waitForText("550 5.1.1 <sato@lampex.example>: Recipient address rejected: User unknown in virtual mailbox table");
        assertFalse(robot.shows("katrin.weber@nordlicht.example"));
        robot.press("Refused").waitForText("Step by step");
        robot.waitForText("Their server says that there is no such mailbox. Check the spelling, or ask for the new address.");
        robot.press("Copy for your IT colleague").waitForText("Copied. Paste it into a mail or a chat.");
        robot.press("Show lines").waitForText("Fewer fields");
        Snapshots.settle(frame.ui().background());
        assertTrue(robot.textThat(text -> text.startsWith("2 lines of ")) != null, "the two lines of this mail");
        var foreign = Files.createDirectories(folder.resolve("EX16"));
        Files.writeString(foreign.resolve("MSGTRKMS2022091915-1.LOG"), "#Fields: date-time,event-id,source,message-subject,recipient-address,recipient-status,sender-address\r\n"
                + "2022-09-19T15:02:29.993Z,FAIL,SMTP,Old offer,u@gmail.example,550 5.4.1 Recipient address rejected: Access denied,sales@domain.example\r\n2022-09-1");
        desk.chosen = foreign;
        robot.press("Fewer fields");
        Robot.onScreen(() -> {
            frame.ui().details().close();
            robot.scene().getRoot().lookupAll(".log-search .text-field").forEach(field -> ((TextInputControl) field).clear());
            ((ComboBox<?>) robot.scene().lookup(".log-where")).getSelectionModel().selectLast();
            return true;
        });
        robot.waitForText("Old offer").waitForText("Folder EX16");
        Snapshots.settle(frame.ui().background());
        assertTrue(robot.textThat(text -> text.contains("1 line not readable")) != null, "a line that was cut off is told");
        robot.press("Old offer").waitForText("The line as it stands").waitForText("Their server says that there is no such mailbox. Check the spelling, or ask for the new address.");
        robot.pressOn(".log-search .text-field").write("nobody@nowhere.example").press("Search").waitForText("No mail fits this search").press("Clear the search").waitForText("Old offer");
        end(frame, robot);
    }

    @Test
    void itsPicturesAreDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                draw(frame(choice, language), look, language == Language.CHINESE);
            }
        }
    }

    private void draw(Frame frame, String look, boolean chinese) {
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.MESSAGE_LOG);
        robot.waitForText("katrin.weber@nordlicht.example");
        Snapshots.settle(frame.ui().background());
        picture(frame, "message-log" + look);
        select(robot, "11");
        robot.waitForText(chinese ? "每一步" : "Step by step");
        picture(frame, "message-log-report" + look);
        Robot.onScreen(() -> {
            frame.ui().details().close();
            return true;
        });
        workspace.messageLog().change(LogSettings.DEFAULT.on(false));
        go(frame, Place.MESSAGE_LOG);
        robot.waitForText(chinese ? "开启并重新生成" : "Switch on and rebuild");
        picture(frame, "message-log-off" + look);
        robot.press(chinese ? "开启并重新生成" : "Switch on and rebuild").waitForText("katrin.weber@nordlicht.example");
        go(frame, Place.settings("messagelog"));
        robot.waitForText(chinese ? "记录邮件跟踪日志" : "Keep a message tracking log");
        picture(frame, "settings-message-log" + look);
        end(frame, robot);
    }

    private static void select(Robot robot, String message) {
        Robot.onScreen(() -> {
            @SuppressWarnings("unchecked")
            var table = (TableView<LogRow>) robot.scene().lookup(".log-table");
            table.getItems().stream().filter(row -> row.get(LogField.INTERNAL_MESSAGE_ID).equals(message)).findFirst().ifPresent(row -> {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            });
            return true;
        });
    }

    private static void picture(Frame frame, String name) {
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(frame.getScene())), Path.of("target/screens/" + name + ".png"));
    }
}
