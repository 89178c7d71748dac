package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Manners;
import app.caravel.campaign.Schedule;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/** A person turns the list of campaigns into a calendar, goes through its months and opens a campaign; each look leaves its picture. */
class CalendarWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    @Test
    void theMonthsOfAllCampaignsAreWalkedThrough() {
        Robot.startToolkit();
        try (var workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZONE))) {
            var theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH));
            var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, new TestUi.NoDesk(), ZONE));
            var robot = Robot.show(theme, () -> frame);
            try {
                go(frame);
                robot.press("Calendar").waitForText("Nothing sent or planned yet");
                write(frame, robot, "calendar-empty");
                fill(workspace);
                robot.press("List").waitForText("Price list 2027");
                write(frame, robot, "calendar-list");
                robot.press("Calendar").waitForText("+4 more");
                for (var language : Language.values()) {
                    for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                        look(frame, robot, theme, language, choice);
                    }
                }
                look(frame, robot, theme, Language.ENGLISH, Theme.Choice.LIGHT);
                robot.pressOn(".calendar").type(KeyCode.PAGE_DOWN).waitForText("Season’s greetings");
                write(frame, robot, "calendar-next");
                robot.type(KeyCode.HOME).waitForText("+4 more");
                robot.press("+4 more").waitForText("Spare drivers: 64 mails sent");
                robot.type(KeyCode.ESCAPE).type(KeyCode.DOWN, KeyCode.UP, KeyCode.ENTER).waitForText("Canton Fair: catalogue: 64 mails sent");
                robot.type(KeyCode.ESCAPE).press("Price list 2027").waitForText("Why so slow?");
            } finally {
                Robot.onScreen(() -> {
                    frame.end();
                    return true;
                });
                robot.close();
            }
        }
    }

    private static void fill(Workspace workspace) {
        workspace.mannersSettings().put(Manners.Rules.NONE);
        var data = new CampaignData(workspace);
        var anna = data.account();
        var ben = workspace.accounts().save(new Account(0, "Sales", "Ben Li", "ben@lumitech.example", "smtp.exmail.example", 465, Security.TLS, null, null, 0, 300, 300, null, null));
        workspace.paces().put(anna.id(), app.caravel.account.Pace.NONE);
        workspace.paces().put(ben.id(), app.caravel.account.Pace.NONE);
        long buyers = data.list("Autumn buyers 2026", 640);
        long fair = data.list("Canton Fair, hall 11", 64);
        var day = Instant.parse("2026-11-03T02:00:00Z");
        for (var name : List.of("Thank you for visiting us", "Canton Fair: catalogue", "New price for panel 60×60", "佛山工厂 · 年度目录", "Tri-proof for cold stores", "Spare drivers")) {
            data.sent(name, name.startsWith("New") ? buyers : fair, anna.id(), day);
        }
        data.sent("Invitation to Light+Building", fair, ben.id(), day.plus(Duration.ofDays(8)));
        data.sent("Sample set, second round", buyers, ben.id(), day.plus(Duration.ofDays(14)));
        data.halfway("Price list 2027", data.list("Old buyers", 1_400), anna.id(), "running", 210, 0, null);
        var scheduled = data.draft("Before Chinese New Year", buyers, ben.id());
        workspace.campaigns().schedules().put(scheduled.id(), Schedule.THEIR_HOURS);
        workspace.campaigns().schedule(scheduled, Instant.parse("2026-11-30T01:00:00Z"));
        workspace.campaigns().schedule(data.draft("Season’s greetings", fair, ben.id()), Instant.parse("2026-12-21T01:00:00Z"));
    }

    private static void look(Frame frame, Robot robot, Theme theme, Language language, Theme.Choice choice) {
        Robot.onScreen(() -> {
            theme.choose(choice);
            theme.speak(language);
            return true;
        });
        robot.waitForText(frame.ui().text("calendar.more", "n", 4));
        write(frame, robot, "calendar" + (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : ""));
    }

    private static void go(Frame frame) {
        Robot.onScreen(() -> {
            frame.ui().go(Place.CAMPAIGNS);
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    private static void write(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
