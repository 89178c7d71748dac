package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.smtp.ScriptedServer;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person sends a campaign through the window: reads the warnings, presses send, and watches it go. */
class SendThroughTheScreenTest {

    @TempDir
    Path folder;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() {
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        workspace = Workspace.open(new Home(folder.resolve("home")), clock.withZone(ZoneId.of("UTC")));
        Robot.startToolkit();
        var theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH));
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(theme, () -> frame);
    }

    @AfterEach
    void close() {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
        workspace.close();
    }

    @Test
    void nothingLeavesBeforeTheWarningsAreReadAndThenEverybodyGetsOne() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var data = new CampaignData(workspace);
            long list = data.list("Buyers", 40);
            var account = workspace.accounts().save(new Account(0, "Loopback", "Anna", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var draft = data.draft("Autumn", list, account.id());
            Robot.onScreen(() -> {
                frame.ui().go(Place.campaignStep(draft.id(), "send"));
                return true;
            });
            robot.waitForText("Send to 40 people").waitForText("Read them");
            assertEquals(0, server.taken().size());
            while (robot.shows("Read them")) {
                robot.press("Read them");
                robot.waitForText("What was filled in");
                robot.press("Go on to send").waitForText("Send to 40 people");
            }
            robot.press("Send to 40 people").waitForText("Undo");
            assertEquals(CampaignState.SCHEDULED, workspace.campaigns().find(draft.id()).orElseThrow().state());
            assertEquals(0, server.taken().size());
            ahead.set(Duration.ofSeconds(11));
            Robot.waitFor(() -> workspace.runs().messages().counts(draft.id()).of(MessageState.SENT) == 40, "sent 40 mails");
            assertEquals(40, new HashSet<>(server.taken().stream().map(ScriptedServer.Taken::recipient).toList()).size());
            robot.waitForText("Not bounced");
            Robot.waitFor(() -> robot.shows("Sent to 40 people on " + frame.ui().formats().longDay(workspace.clock().instant()) + ", "
                    + frame.ui().formats().time(java.util.Objects.requireNonNull(workspace.campaigns().find(draft.id()).orElseThrow().startedAt()))), "says to how many it went");
        }
    }

    @Test
    void withinTenSecondsItIsTakenBack() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var data = new CampaignData(workspace);
            long list = data.list("Buyers", 4);
            var account = workspace.accounts().save(new Account(0, "Loopback", "Anna", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var draft = workspace.campaigns().create("Short", Audience.of(workspace.lists().find(list).orElseThrow()), account.id(), "Hello", "<p>Hello, <a href=\"{{ unsubscribe_url }}\">no more</a></p>", null);
            Robot.onScreen(() -> {
                frame.ui().go(Place.campaignStep(draft.id(), "send"));
                return true;
            });
            robot.waitForText("You can take it back for 10 seconds.").press("Send to 4 people").waitForText("Undo").press("Undo");
            robot.waitForText("Send to 4 people");
            Robot.waitFor(() -> workspace.campaigns().find(draft.id()).orElseThrow().state() == CampaignState.DRAFT, "is a draft again");
            ahead.set(Duration.ofSeconds(11));
            assertTrue(server.taken().isEmpty());
        }
    }
}
