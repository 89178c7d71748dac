package app.caravel.desktop.campaigns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.web.WebView;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Campaign;
import app.caravel.contact.Fact;
import app.caravel.contact.Filter;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The check step with many kinds of findings: its pictures, and what a person does there. */
class CheckPicturesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign draft;
    private HttpServer server;
    /** Pages answer once it is open. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZONE));
        var data = new CampaignData(workspace);
        long account = data.account().id();
        long list = data.list("Autumn buyers 2026", 600);
        var ids = workspace.contacts().ids(Filter.ofList(list));
        workspace.edits().set(ids.get(1), Fact.FIRST_NAME, "KATRIN");
        workspace.edits().set(ids.get(1), Fact.NAME, "KATRIN WEBER");
        workspace.edits().set(ids.get(2), Fact.FIRST_NAME, "sales02");
        workspace.edits().set(ids.get(3), Fact.FIRST_NAME, "Luz Viva Ltda");
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        draft = data.draft("LED panel 60×60, autumn offer", list, account);
        draft = workspace.campaigns().saveContent(draft.withContent(draft.subject(), CampaignData.HTML.replace("https://www.lumitech.example", base)
                .replace("<p><a href=\"" + base + "/call\">", "<p><a href=\"\">Book a sample</a></p><p><a href=\"" + base + "/call\">")
                .replace("Dear {{ first_name }},", "Dear {{ first_name }},</p><p>Please find attached our amazing and revolutionary series."), null));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            assertTrue(gate.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean there = !exchange.getRequestURI().getPath().equals("/tri-proof");
        var body = "<title>LED panel</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(there ? 200 : 404, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @AfterEach
    void close() {
        server.stop(0);
        workspace.close();
    }

    @Test
    void theCheckIsDrawnInEveryLook() {
        for (var language : List.of(Language.ENGLISH, Language.CHINESE)) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var name = "check-many" + (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : "");
                draw(language, choice, 1280, 720, name);
            }
        }
        draw(Language.ENGLISH, Theme.Choice.LIGHT, 1920, 1080, "check-many-1920");
    }

    @Test
    void sendingWaitsForTheLinksUnlessOneGoesOn() {
        gate = new CountDownLatch(1);
        var without = draft.html().replace("<p><a href=\"\">Book a sample</a></p>", "");
        draft = workspace.campaigns().saveContent(draft.withContent(draft.subject(), without, null));
        for (var language : Language.values()) {
            for (var choice : List.of(language == Language.ENGLISH ? Theme.Choice.LIGHT : Theme.Choice.DARK)) {
                var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                Robot.onScreen(() -> {
                    frame.ui().go(Place.campaignStep(draft.id(), "check"));
                    return true;
                });
                var goOn = frame.ui().text("campaigns.check.go-on-without");
                robot.waitForText(goOn).waitForText(frame.ui().text("campaigns.check.links-left", "n", 4));
                Robot.waitFor(() -> robot.scene().getRoot().lookupAll("WebView").stream().allMatch(node -> ((WebView) node).getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED), "shows its mail");
                Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/check-links" + (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : "") + ".png"));
                Robot.onScreen(() -> {
                    scrollToLinks(robot.scene());
                    return true;
                });
                Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/check-links-row" + (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : "") + ".png"));
                robot.press(frame.ui().text("campaigns.step.send")).waitForText(frame.ui().text("campaigns.send.links")).press(goOn);
                Robot.waitFor(() -> !robot.shows(frame.ui().text("campaigns.send.links")), "does not wait any more");
                Robot.onScreen(() -> {
                    frame.end();
                    return true;
                });
                robot.close();
            }
        }
        gate.countDown();
    }

    private static void scrollToLinks(Scene scene) {
        scene.getRoot().lookupAll(".scroll-pane").forEach(pane -> ((javafx.scene.control.ScrollPane) pane).setVvalue(0.6));
    }

    private void draw(Language language, Theme.Choice choice, int width, int height, String name) {
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
        boolean shown = width == 1280;
        var robot = shown ? Robot.show(frame.ui().theme(), () -> frame) : null;
        var scene = robot != null ? robot.scene() : Robot.onScreen(() -> Snapshots.scene(frame, width, height, frame.ui().theme()));
        Robot.onScreen(() -> {
            frame.ui().go(Place.campaignStep(draft.id(), "check"));
            return true;
        });
        settle(frame, scene, shown);
        var picture = Robot.onScreen(() -> Snapshots.of(scene));
        Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
        assertEquals(width, picture.getWidth());
        if (shown) {
            Robot.onScreen(() -> {
                scene.getRoot().lookupAll(".scroll-pane").forEach(pane -> ((javafx.scene.control.ScrollPane) pane).setVvalue(1));
                return true;
            });
            Snapshots.settle(frame.ui().background());
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(scene)), Path.of("target/screens/" + name + "-end.png"));
        }
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        if (robot != null) {
            robot.close();
        }
    }

    private static void settle(Frame frame, Scene scene, boolean shown) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(scene));
        Snapshots.settle(frame.ui().background());
        if (shown) {
            Robot.waitFor(() -> scene.getRoot().lookupAll("WebView").stream().allMatch(node -> ((WebView) node).getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED), "shows its mail");
            Snapshots.settle(frame.ui().background());
        }
    }

    @Test
    void aPersonReadsMendsAndLeavesOutWithOneClickEach() {
        var theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH));
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, new TestUi.NoDesk(), ZONE));
        var robot = Robot.show(theme, () -> frame);
        Robot.onScreen(() -> {
            frame.ui().go(Place.campaignStep(draft.id(), "check"));
            return true;
        });
        robot.waitForText("6 people would be greeted as “Dear ,”").press("6 people would be greeted as “Dear ,”");
        robot.waitForText("1 of 6").press("Leave out").waitForText("1 of 5").press("Undo").waitForText("1 of 6");
        robot.press("Leave these 6 out").waitForText("6 people are left out of this campaign");
        Robot.waitFor(() -> !robot.shows("6 people would be greeted as “Dear ,”"), "forgets the greeting that nobody gets");
        assertEquals(6, workspace.campaigns().named(draft.name()).audience().without().size());
        robot.press("Mend names").waitForText("KATRIN → Katrin");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/check-names.png"));
        robot.press("Write them so").waitForText("The name of 1 person is mended");
        robot.press("Stand-in").waitForText("Stands in where the field is empty");
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/check-stand-in.png"));
        robot.write("your city").press("Use it").waitForText("The stand-in is written");
        Robot.waitFor(() -> workspace.campaigns().named(draft.name()).html().contains("{{ city | default: 'your city' }}"), "keeps the stand-in");
        Robot.waitFor(() -> workspace.contacts().page(Filter.EVERYONE.withWords("Katrin Weber"), 0, 1).stream().anyMatch(row -> "Katrin Weber".equals(row.name())), "keeps the name");
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
        assertTrue(workspace.campaigns().named(draft.name()).audience().isChosen());
    }
}
