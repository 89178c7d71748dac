package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.ToggleButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Rests.Rest;
import app.caravel.account.Security;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person watches a run in the real window: its accounts, providers and refusals, why it is slow, and pauses one account; and its pictures. */
class RunWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;
    private Account ben;
    private Campaign running;
    private Campaign stopped;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZONE));
        var data = new CampaignData(workspace);
        var anna = data.account();
        ben = account("export@lumitech.example");
        running = data.halfway("New price for panel 60×60", data.list("Autumn buyers 2026", CampaignData.PEOPLE), anna.id(), "running", 1_140, 0, null);
        data.share(running, ben);
        data.scatter(running);
        data.refuse(running, "failed", 550, "550 5.1.1 The email account that you tried to reach does not exist", 4);
        data.refuse(running, "deferred", 450, "450 4.2.0 Recipient address rejected: Greylisted", 12);
        data.refuse(running, "failed", 554, "554 DT:SPM 163 smtp5, message rejected as spam", 3);
        var sales = account("sales@lumitech.example");
        var why = Reason.of("breaker.spam", "address", sales.fromAddress(), "answer", "554 DT:SPM 163 smtp5, message rejected as spam", "n", 3);
        data.halfway("Price list 2027", data.list("Dealers", 240), ben.id(), "running", 12, 0, null); // takes turns with it
        data.hold(running, 9);
        stopped = data.halfway("IP65 tri-proof, second round", data.list("Canton Fair, hall 11", 600), sales.id(), "paused", 212, 0, why);
        data.refuse(stopped, "failed", 554, "554 DT:SPM 163 smtp5, message rejected as spam", 3);
        workspace.rests().begin(sales.id(), new Rest(CampaignData.NOW, null, why));
        workspace.rests().begin(anna.id(), new Rest(CampaignData.NOW, CampaignData.NOW.plus(Duration.ofHours(17)),
                Reason.of("breaker.limit", "address", anna.fromAddress(), "answer", "550 5.4.5 Daily user sending limit exceeded", "n", 1, "at", CampaignData.NOW.plus(Duration.ofHours(17)).toEpochMilli())));
    }

    private Account account(String address) {
        return workspace.accounts().save(new Account(0, address, "Lumitech", address, "smtp.exmail.example", 465, Security.TLS, "somebody", null, 0, 480, 1000, null, null));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aRunTellsWhatItDoesAndOneAccountIsPausedAndLetGoOn() {
        for (var language : List.of(Language.CHINESE, Language.ENGLISH)) {
            for (var choice : List.of(Theme.Choice.DARK, Theme.Choice.LIGHT)) {
                var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                go(frame, running);
                for (var tab : RunViewModel.Tab.values()) {
                    choose(robot, tab);
                    picture(frame, robot, "run-" + tab.name().toLowerCase(java.util.Locale.ROOT) + look);
                }
                robot.press(frame.ui().text("campaigns.run.why-slow")).waitForText(frame.ui().text("campaigns.run.fact.room"));
                picture(frame, robot, "run-why" + look);
                go(frame, stopped);
                picture(frame, robot, "run-stopped" + look);
                if (look.isEmpty()) {
                    walk(frame, robot);
                }
                Robot.onScreen(() -> {
                    frame.end();
                    return true;
                });
                robot.close();
            }
        }
    }

    private void walk(Frame frame, Robot robot) {
        robot.press("See them").waitForText("It was taken for spam. Change subject, wording and links before you send more.");
        go(frame, running);
        choose(robot, RunViewModel.Tab.ACCOUNTS);
        Robot.waitFor(() -> robot.shows("Pause this one"), "offers to pause the account that sends");
        robot.press("Pause this one").waitForText("export@ is paused by hand.");
        assertTrue(workspace.rests().of(ben.id()).isPresent());
        robot.press("Let it go on");
        Robot.waitFor(() -> workspace.rests().all().size() == 2, "lets one go on");
        assertEquals(2, workspace.rests().all().size());
        robot.press("Stop").waitForText("Stop sending?").press("Go back"); // “Cancel” would read as its opposite
        // what was let go on tries to send, and may have found by now that there is no such server
        assertNotEquals(CampaignState.CANCELLED, workspace.campaigns().find(running.id()).orElseThrow().state());
        choose(robot, RunViewModel.Tab.PEOPLE);
        robot.press("Bounced or not sent").waitForText("7 mails failed").waitForText("Send again to 7 whose mails failed");
        robot.press("What servers said").waitForText("It was taken for spam. Change subject, wording and links before you send more.");
    }

    /** The rail has a word “Accounts” too. */
    private static void choose(Robot robot, RunViewModel.Tab tab) {
        Robot.onScreen(() -> {
            ((ToggleButton) robot.scene().getRoot().lookupAll(".segment").stream().filter(node -> node.getUserData() == tab).findFirst().orElseThrow()).fire();
            return true;
        });
    }

    private static void go(Frame frame, Campaign campaign) {
        Robot.onScreen(() -> {
            frame.ui().go(Place.campaign(campaign.id()));
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
