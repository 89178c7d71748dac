package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

import atlantafx.base.controls.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.calendar.OwnDay;
import app.caravel.calendar.Week;
import app.caravel.calendar.Weekends;
import app.caravel.desktop.kit.AtLogin;
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

/** A person says what he knows better than the tables, in the real window; and its pictures. */
class HoursWalkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
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

    @Test
    void aDayIsAddedAndAWeekCorrected() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        hours(frame);
        Robot.waitFor(() -> robot.scene().getRoot().lookup(".toggle-switch") != null, "shows the switch");
        Robot.onScreen(() -> {
            ((ToggleSwitch) robot.scene().getRoot().lookup(".toggle-switch")).setSelected(true);
            return true;
        });
        Robot.waitFor(() -> desk.login == AtLogin.State.ON, "starts with the computer from now on");
        robot.pressOn(".list-item:selected").type(KeyCode.CONTROL, KeyCode.Z);
        Robot.waitFor(() -> desk.login == AtLogin.State.OFF, "takes it back");
        robot.press("Add a day").waitForText("We are closed").write("Stock-taking");
        picture(frame, robot, "settings-hours-day");
        robot.type(KeyCode.ENTER).waitForText("24 Nov 2026 · Stock-taking");
        assertEquals(List.of(new OwnDay(TODAY, null, "Stock-taking", false)), workspace.workCalendar().ownDays());
        below(robot, 0.7);
        robot.press("Correct a country");
        robot.waitForText("Choose a country to see what the table says.");
        Robot.onScreen(() -> {
            @SuppressWarnings("unchecked")
            var country = (ComboBox<String>) robot.scene().lookup(".dialog-box .combo-box");
            country.setValue("NP");
            return true;
        });
        robot.waitForText("The table says: Saturday off. Known from: kiwireport; two days were tried in 2022. Looked up on 24 Nov 2026.");
        Robot.onScreen(() -> {
            var sunday = robot.scene().getRoot().lookupAll(".dialog-box .segmented").stream().skip(6).findFirst().orElseThrow();
            ((javafx.scene.control.ToggleButton) sunday.lookupAll(".segment").stream().skip(2).findFirst().orElseThrow()).fire();
            return true;
        });
        picture(frame, robot, "settings-hours-week");
        robot.press("Keep").waitForText("Nepal: Saturday and Sunday");
        assertEquals(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), workspace.workCalendar().corrections().getFirst().week().off());
        robot.pressOn(".list-item:selected").type(KeyCode.CONTROL, KeyCode.Z);
        Robot.waitFor(() -> workspace.workCalendar().corrections().isEmpty(), "takes the correction back");
        end(frame, robot);
    }

    @Test
    void itsPicturesAreDrawn() {
        workspace.workCalendar().correct(new Weekends.Row("IR", Weekends.EVER, new Week(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), Set.of()), "", TODAY));
        workspace.workCalendar().add(new OwnDay(LocalDate.of(2026, 12, 1), null, "Stock-taking", false));
        workspace.workCalendar().add(new OwnDay(LocalDate.of(2027, 2, 14), "CN", "春节调休", true));
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                hours(frame);
                picture(frame, robot, "settings-hours" + look);
                below(robot, 1);
                picture(frame, robot, "settings-hours-below" + look);
                end(frame, robot);
            }
        }
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), desk, ZoneId.of("Asia/Shanghai")));
    }

    private static void hours(Frame frame) {
        Robot.onScreen(() -> {
            frame.ui().go(Place.settings("hours"));
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    private static void below(Robot robot, double share) {
        Robot.onScreen(() -> {
            ((ScrollPane) robot.scene().lookup(".page-body .scroll-pane")).setVvalue(share);
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
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
