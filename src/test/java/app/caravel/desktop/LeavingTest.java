package app.caravel.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.Theme;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The window is closed while a campaign is sent to a real server. */
class LeavingTest {

    private static final int PEOPLE = 2_500;

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final Answers answers = new Answers();
    private Home home;
    private Stage stage;
    private StageDesk desk;
    private Robot robot;
    private Campaign campaign;

    @BeforeEach
    void open() throws Exception {
        mail.start();
        home = new Home(folder.resolve("home"));
        try (var workspace = Workspace.open(home, Clock.systemUTC())) {
            var rows = new StringBuilder("Mail\n");
            for (int i = 0; i < PEOPLE; i++) {
                rows.append("buyer").append(i).append("@buyers.example\n");
            }
            workspace.importer().run(java.nio.file.Files.writeString(folder.resolve("buyers.csv"), rows), ImportOptions.NOTICED, "Buyers", Progress.NONE);
            var account = workspace.accounts().save(new Account(0, "Loopback", "Anna", "anna@lumitech.example", "127.0.0.1", mail.getSmtp().getPort(), Security.NONE, null, null, 0, 0, 0,
                    null, null));
            campaign = workspace.campaigns().create("Autumn", Audience.of(workspace.lists().get("Buyers")), account.id(), "Hello", "<p>Hello</p>", null);
        }
        Robot.startToolkit();
        stage = Robot.onScreen(Stage::new);
        desk = Robot.onScreen(() -> new StageDesk(stage, home, new Theme(Theme.Choice.LIGHT, Language.ENGLISH), answers));
        robot = Robot.in(stage);
        Robot.onScreen(() -> {
            desk.openReal(Place.TODAY);
            return true;
        });
        Robot.waitFor(() -> desk.workspace() != null, "opened");
    }

    @AfterEach
    void close() {
        robot.close();
        mail.stop();
    }

    private void begin() {
        Objects.requireNonNull(Robot.onScreen(desk::workspace)).runs().start(campaign);
        Robot.waitFor(() -> mail.getReceivedMessages().length > 0, "sends");
    }

    private void closeWindow() {
        Robot.onScreen(() -> {
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
    }

    @Test
    void itAsksEndsTheMailsUnderWayAndTheRestGoesAtTheNextStart() throws Exception {
        begin();
        closeWindow();
        robot.waitForText("Close, go on at the next start").waitForText("Nothing is lost, and nobody is mailed twice. In the background it goes on while this computer is on; start Caravel again to see it.");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(stage.getScene())), Path.of("target/screens/leave.png"));
        long before = System.nanoTime();
        robot.press("Close, go on at the next start");
        assertTrue(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before) < 5, "the window never froze");
        assertTrue(answers.exited.await(40, TimeUnit.SECONDS), "exited");
        int gone = mail.getReceivedMessages().length;
        assertTrue(gone < PEOPLE, "it did not wait for all of them");
        try (var workspace = Workspace.open(home, Clock.systemUTC())) {
            var counts = workspace.runs().messages().counts(campaign.id());
            assertEquals(0, counts.of(MessageState.SENDING) + counts.of(MessageState.IN_DOUBT), "what was under way has ended");
            assertEquals(gone, counts.of(MessageState.SENT));
            assertEquals(CampaignState.RUNNING, workspace.campaigns().find(campaign.id()).orElseThrow().state());
            assertEquals(List.of(campaign.id()), workspace.runs().startWhatIsDue().stream().map(Campaign::id).toList());
            Robot.waitFor(() -> workspace.runs().messages().counts(campaign.id()).of(MessageState.SENT) == PEOPLE, "sent the rest at the next start");
            var to = new HashSet<String>();
            for (var message : mail.getReceivedMessages()) {
                assertTrue(to.add(message.getAllRecipients()[0].toString()), "nobody is mailed twice");
            }
            assertEquals(PEOPLE, to.size());
        }
    }

    @Test
    void whoKeepsItOpenGoesOnSending() throws Exception {
        begin();
        closeWindow();
        robot.press("Keep open");
        int then = mail.getReceivedMessages().length;
        Robot.waitFor(() -> mail.getReceivedMessages().length > then, "goes on");
        assertEquals(1, answers.exited.getCount());
        assertTrue(Robot.onScreen(stage::isShowing));
        Robot.onScreen(() -> {
            desk.openSandbox();
            return true;
        });
        robot.waitForText("Leave, go on later").press("Keep open");
        closeWindow();
        robot.press("Close, go on at the next start");
        robot.waitForText("Finishing the mails under way");
        assertTrue(answers.exited.await(40, TimeUnit.SECONDS), "exited");
    }

    @Test
    void inTheBackgroundItGoesOnComesBackToFrontAndEndsWhenNothingIsLeft() throws Exception {
        begin();
        closeWindow();
        robot.waitForText("Go on in the background");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(stage.getScene())), Path.of("target/screens/leave-background.png"));
        robot.press("Go on in the background");
        Robot.waitFor(() -> !stage.isShowing(), "closes the window");
        int then = mail.getReceivedMessages().length;
        Robot.waitFor(() -> mail.getReceivedMessages().length > then, "goes on");
        Robot.onScreen(() -> {
            desk.toFront();
            return true;
        });
        Robot.waitFor(() -> stage.isShowing(), "comes back when it is started again");
        closeWindow();
        robot.press("Go on in the background");
        Objects.requireNonNull(Robot.onScreen(desk::workspace)).runs().pause(campaign);
        assertTrue(answers.exited.await(40, TimeUnit.SECONDS), "ends by itself when nothing leaves any more");
    }

    @Test
    void whereNothingIsSentItClosesWithoutAQuestion() throws Exception {
        closeWindow();
        assertTrue(answers.exited.await(40, TimeUnit.SECONDS), "exited");
        assertTrue(!Robot.onScreen(stage::isShowing));
    }
}
