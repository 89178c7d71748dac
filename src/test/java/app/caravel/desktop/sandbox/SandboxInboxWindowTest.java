package app.caravel.desktop.sandbox;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.web.WebView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.desktop.ScreenPictures;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A person reads as a customer would, and lets the others read. */
class SandboxInboxWindowTest {

    private static final String HTML = """
            <html><body style="margin:0;font-family:Arial"><a href="https://www.lumitech.example/panel-60x60"
            style="display:block;height:420px;background:#16244a;color:#ffffff;font-size:28px">LED panel 60x60</a>
            <img alt="A panel in a ceiling" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></body></html>""";

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void begin() {
        open(Sandbox.open(new Home(folder.resolve("sandbox"))));
    }

    private void open(Sandbox opened) {
        sandbox = opened;
        Robot.startToolkit();
        var theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH));
        frame = Robot.onScreen(() -> new Frame(sandbox.workspace(), "", theme, new TestUi.NoDesk() {
            @Override
            public boolean sandbox() {
                return true;
            }
        }, ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(theme, () -> {
            frame.ui().go(Place.SANDBOX_INBOX);
            return frame;
        });
    }

    private void send() throws Exception {
        var file = Files.writeString(folder.resolve("own.csv"), "Name,Mail\nKatrin Weber,katrin@nordlicht.example\nRashid Al Mansoori,rashid@gulf.example\nCamila Ferreira,camila@iluminar.example\n");
        sandbox.workspace().importer().run(file, ImportOptions.NOTICED, "Own", Progress.NONE);
        var campaign = sandbox.workspace().campaigns().create("Panels", Audience.of(sandbox.workspace().lists().get("Own")), sandbox.account().id(), "Panel 60x60 is lighter", HTML, null);
        sandbox.workspace().runs().send(campaign, 1);
    }

    @AfterEach
    void close() {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
        sandbox.close();
    }

    private void mailIsThere() {
        Robot.waitFor(() -> robot.scene().getRoot().lookupAll("WebView").stream().anyMatch(view -> ((WebView) view).getEngine().getDocument() != null), "shows the mail");
    }

    private boolean hasField(String part) {
        return robot.scene().getRoot().lookupAll(".text-area").stream().anyMatch(area -> ((javafx.scene.control.TextArea) area).getText().contains(part));
    }

    @Test
    void aMailIsReadInEveryWayItsLinkGoesThroughTheTrackerAndTheCustomersCanBeStopped() throws Exception {
        send();
        frameRefresh();
        robot.waitForText("3 mails caught, 0 left this computer").waitForText("Choose a mail");
        robot.press("Katrin Weber").waitForText("You read as Katrin Weber. What you click counts as a click of theirs.").waitForText("Opened");
        mailIsThere();
        robot.pressOn(".mail-pane").waitForText("Clicked “LED panel 60x60”");
        robot.pressOn(".mail-pane");
        Robot.waitFor(() -> clicks() == 2, "counted the second click on the same link");
        Snapshots.settle(frame.ui().background()); // the story is told anew with each click
        robot.press("Open this row in the report").waitForText("katrin@nordlicht.example").waitForText("Why we believe it");
        frameRefresh();
        robot.press("Phone");
        mailIsThere();
        robot.press("Pictures blocked");
        mailIsThere();
        robot.press("Plain text");
        Robot.waitFor(() -> hasField("LED panel 60x60"), "shows the plain text");
        robot.press("Source");
        Robot.waitFor(() -> hasField("X-Caravel-Id"), "shows the source");
        robot.press("Rashid Al Mansoori").waitForText("You read as Rashid Al Mansoori. What you click counts as a click of theirs.");
        assertFalse(robot.shows("Opened"), "pictures are blocked: no opening");
        robot.pressOn(".page-header .accent").waitForText("Stop").waitForText("The customers read, a day passes in a minute");
        Robot.waitFor(() -> robot.textThat(text -> text.endsWith("of 3 have read")) != null, "says how many have read");
        picture("sandbox-inbox-reading");
        robot.press("Stop");
        Robot.waitFor(() -> robot.textThat(text -> text.startsWith("Stopped: ")) != null, "says that it stopped");
        robot.press("Open the report");
        Robot.waitFor(() -> frame.ui().navigator().here().screen().equals("campaign"), "went to the report");
    }

    private void frameRefresh() {
        Robot.onScreen(() -> {
            frame.ui().go(Place.CAMPAIGNS);
            frame.ui().go(Place.SANDBOX_INBOX);
            return true;
        });
    }

    private int clicks() {
        return sandbox.workspace().database().jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM event WHERE kind = 'click'").mapTo(Integer.class).one());
    }

    private void picture(String name) {
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }

    @Test
    void anEmptyInboxLeadsToTheReadyCampaigns() {
        robot.waitForText("No mail caught yet");
        picture("sandbox-inbox-empty");
        robot.press("Open the campaign");
        Robot.waitFor(() -> frame.ui().navigator().here().equals(Place.CAMPAIGNS), "went to the campaigns");
    }

    @Test
    void aTakenPortIsNamedAndAnotherIsTriedAtAPress() throws Exception {
        close();
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (var before = app.caravel.workspace.Workspace.open(new Home(folder.resolve("sandbox")))) {
                before.settings().put("sandbox.smtp-port", String.valueOf(first.getLocalPort()));
            }
            var tries = new AtomicInteger();
            open(Sandbox.open(new Home(folder.resolve("sandbox")), () -> tries.getAndIncrement() == 0 ? second.getLocalPort() : 0));
            robot.waitForText("The sandbox’s mail server did not start: port " + second.getLocalPort() + " of this computer is taken by another program.");
            picture("sandbox-inbox-port");
            robot.press("Try another port").waitForText("No mail caught yet");
            send();
            frameRefresh();
            robot.waitForText("3 mails caught, 0 left this computer");
        }
    }

    @Test
    void theInboxTheStepsAndTheFirstReportAreDrawnInEveryLook() {
        sandbox.prepare();
        var ready = sandbox.workspace().campaigns().all().getLast();
        sandbox.workspace().runs().send(ready, 4);
        var looks = ScreenPictures.LOOKS.stream().filter(look -> look.width() == 1280).toList();
        var shots = List.of(new ScreenPictures.Shot("sandbox-inbox", Place.SANDBOX_INBOX));
        assertEquals(4, ScreenPictures.write(sandbox.workspace(), true, Path.of("target/screens"), shots, looks).size());
        sandbox.customers().read(java.time.Duration.ZERO, () -> true, _ -> { });
        for (var look : looks) {
            sandbox.workspace().settings().remove("sandbox.report-opened");
            ScreenPictures.write(sandbox.workspace(), true, Path.of("target/screens"), List.of(new ScreenPictures.Shot("first-report", Place.campaign(ready.id()))), List.of(look));
        }
    }
}
