package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Rests;
import app.caravel.account.Security;
import app.caravel.campaign.Manners;
import app.caravel.campaign.Spread;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.AtLogin;
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
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A person spreads a campaign over two accounts, chooses the recipients' hours, and reads who is held back; each look leaves its picture. */
class SendStepsWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    @Test
    void aCampaignIsSpreadGivenHoursAndItsHeldPeopleAreRead() {
        Robot.startToolkit();
        try (var workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZONE))) {
            workspace.mannersSettings().put(new Manners.Rules(7, 0, true, true));
            var data = new CampaignData(workspace);
            var anna = data.account();
            var ben = workspace.accounts().save(new Account(0, "Sales", "Ben Li", "ben@lumitech.example", "smtp.exmail.example", 465, Security.TLS, null, null, 0, 300, 300, null, null));
            workspace.paces().put(anna.id(), app.caravel.account.Pace.NONE.answeredAt("sales@lumitech.example"));
            long fair = data.list("Canton Fair, hall 11", 64);
            long autumn = data.list("Autumn buyers 2026", 1_200);
            data.sent("Thank you for visiting us", fair, anna.id(), CampaignData.NOW.minus(Duration.ofDays(3)));
            var draft = data.draft("Tri-proof for cold stores", autumn, anna.id());
            draft = workspace.campaigns().saveDetails(draft.withAudience(draft.audience().to(app.caravel.campaign.Audience.Part.of(workspace.lists().find(fair).orElseThrow()))));
            for (int i = 20; i < 50; i++) {
                workspace.suppressions().add(new EmailAddress("buyer" + i + "@" + Integer.toHexString("Autumn buyers 2026".hashCode()) + ".example"),
                        i % 3 == 0 ? SuppressionReason.HARD_BOUNCE : SuppressionReason.UNSUBSCRIBED, null, CampaignData.NOW);
            }
            workspace.rests().begin(ben.id(), new Rests.Rest(CampaignData.NOW, CampaignData.NOW.plus(Duration.ofHours(5)),
                    Reason.of("breaker.limit", "address", ben.fromAddress(), "at", CampaignData.NOW.plus(Duration.ofHours(5)).toEpochMilli(), "answer", "452 4.3.1 daily quota")));
            var begun = data.halfway("New price for panel 60×60", data.list("Old buyers", 300), anna.id(), "finished", 240, 0, null);
            workspace.database().jdbi().useHandle(h -> h.execute("""
                    UPDATE message SET state = 'held', not_before = ?, reason = ? WHERE campaign_id = ? AND state = 'queued'""", CampaignData.NOW.plus(Duration.ofDays(2)).toEpochMilli(),
                    app.caravel.store.Json.write(Reason.of("manners.lately", "at", CampaignData.NOW.minus(Duration.ofDays(5)).toEpochMilli(), "campaign", "Autumn", "days", 7)), begun.id()));
            data.halfway("Price list 2027", data.list("Dealers", 1_400), anna.id(), "running", 120, 0, null); // it shares an account with the draft
            var first = true;
            for (var language : List.of(Language.ENGLISH, Language.CHINESE)) {
                for (var choice : language == Language.ENGLISH ? List.of(Theme.Choice.LIGHT) : List.of(Theme.Choice.DARK)) {
                    walk(workspace, draft.id(), begun.id(), ben, first, language, choice);
                    first = false;
                }
            }
            assertEquals(Spread.By.WEIGHT, workspace.campaigns().spreads().of(workspace.campaigns().find(draft.id()).orElseThrow()).by());
            assertEquals(2, workspace.campaigns().spreads().of(workspace.campaigns().find(draft.id()).orElseThrow()).shares().size());
            assertFalse(workspace.campaigns().schedules().of(draft.id()).isAnyHour());
        }
    }

    private void walk(Workspace workspace, long draft, long begun, Account ben, boolean first, Language language, Theme.Choice choice) {
        var theme = Robot.onScreen(() -> new Theme(choice, language));
        var desk = new TestUi.NoDesk();
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, desk, ZONE));
        var robot = Robot.show(theme, () -> frame);
        var name = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
        try {
            go(frame, Place.campaignStep(draft, "audience"));
            if (first) {
                robot.waitForText("Another account").press("Another account").press("Sales · " + ben.fromAddress()).waitForText("By weight");
            }
            write(frame, robot, "sending-audience" + name);
            robot.pressOn("#audience-single").waitForText(frame.ui().text("campaigns.pick.title"));
            if (first) {
                robot.pressOn(".held-list .button").waitForText("Let in again");
            }
            org.junit.jupiter.api.Assertions.assertFalse(robot.shows(frame.ui().text("kit.undo")), "no toast lies over the box");
            write(frame, robot, "sending-pick" + name);
            Robot.onScreen(() -> {
                frame.ui().dialogs().close();
                return true;
            });
            scroll(robot, 1);
            write(frame, robot, "sending-audience-below" + name);
            go(frame, Place.campaignStep(draft, "schedule"));
            if (first) {
                robot.press("In office hours where each recipient is");
            }
            write(frame, robot, "sending-schedule" + name);
            scroll(robot, 1);
            write(frame, robot, "sending-schedule-below" + name);
            robot.press(frame.ui().text("sending.login.offer"));
            Robot.waitFor(() -> desk.login == AtLogin.State.ON, "starts with the computer from now on");
            write(frame, robot, "sending-schedule-login" + name);
            go(frame, Place.campaignStep(draft, "send"));
            write(frame, robot, "sending-send" + name);
            scroll(robot, 1);
            write(frame, robot, "sending-send-below" + name);
            scroll(robot, 0);
            var seen = frame.ui().text("sending.held.see");
            robot.waitForText(seen).press(seen);
            write(frame, robot, "sending-held" + name);
            Robot.onScreen(() -> {
                frame.ui().dialogs().close();
                frame.ui().go(Place.campaign(begun));
                return true;
            });
            Snapshots.settle(frame.ui().background());
            Robot.onScreen(() -> {
                robot.scene().getRoot().lookupAll(".filter-chip").stream().map(javafx.scene.control.ToggleButton.class::cast)
                        .filter(chip -> chip.getText().equals(frame.ui().text("campaigns.filter.held"))).findFirst().orElseThrow().fire();
                return true;
            });
            Snapshots.settle(frame.ui().background());
            Robot.onScreen(() -> {
                ((RecipientsPart) robot.scene().lookup(".recipients")).choose(0);
                return true;
            });
            write(frame, robot, "sending-page" + name);
            robot.press(frame.ui().text("sending.held.open"));
            write(frame, robot, "sending-let-go" + name);
        } finally {
            Robot.onScreen(() -> {
                frame.end();
                return true;
            });
            robot.close();
        }
    }

    private static void scroll(Robot robot, double to) {
        Robot.onScreen(() -> {
            ((javafx.scene.control.ScrollPane) robot.scene().lookup(".scroll-pane")).setVvalue(to);
            return true;
        });
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
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
