package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.content.Original;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person begins a campaign: by a card, by a template, by one of his own; in the real window, and its pictures. */
class NewCampaignWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Brand LUMITECH = new Brand("Lumitech Lighting Co., Ltd.", "", "#0f5c8c", "#1f2328", Brand.FONTS.getFirst(), "88 Harbour Road, Ningbo, China",
            "https://www.lumitech.example", Map.of("LinkedIn", "https://linkedin.example/lumitech"));

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(CampaignData.NOW, ZoneOffset.UTC));
        var data = new CampaignData(workspace);
        data.account();
        data.list("Autumn buyers", 20);
        workspace.brands().keep(LUMITECH);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
    }

    private static void end(Frame frame, Robot robot) {
        Snapshots.settle(frame.ui().background());
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

    private static void waitForPictures(Robot robot) {
        Robot.waitFor(() -> {
            var tiles = robot.scene().getRoot().lookupAll(".template-tile");
            return !tiles.isEmpty() && tiles.stream().allMatch(tile -> tile.lookup(".template-picture ImageView") != null || tile.lookupAll(".template-picture").stream()
                    .anyMatch(frame -> ((javafx.scene.layout.StackPane) frame).getChildren().getFirst() instanceof ImageView));
        }, "shows a picture of each template");
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }

    @Test
    void aTemplateIsLookedAtAndUsed() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        var reader = workspace.contacts().find(workspace.contacts().ids(app.caravel.contact.Filter.EVERYONE).getFirst()).orElseThrow();
        go(frame, Place.writeTo(reader.id()));
        robot.waitForText("To 1 person. Write it yourself, or begin from a template.").press("Fair").press("Trade-fair invitation");
        robot.waitForText("As " + reader.shownName() + " gets it").press("Use this");
        Robot.waitFor(() -> frame.ui().navigator().here().screen().equals("compose"), "goes on to the content");
        var draft = workspace.campaigns().find("Trade-fair invitation").orElseThrow();
        assertEquals(Original.Kind.DESIGN, draft.original().kind());
        assertEquals(Design.Layout.DESIGNED, DesignJson.read(String.valueOf(draft.original().source())).layout());
        assertTrue(draft.html().contains("Anna Wang") && draft.html().contains("88 Harbour Road") && draft.html().contains("[fair name]"), draft.html());
        assertEquals(1, workspace.check().audience(draft).people());
        end(frame, robot);
    }

    @Test
    void aPlainLetterBeginsWithGreetingAndSignature() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.NEW_CAMPAIGN);
        robot.waitForText("Plain letter").press("Plain letter");
        Robot.waitFor(() -> frame.ui().navigator().here().screen().equals("compose"), "goes on to the content");
        var draft = workspace.campaigns().all().getFirst();
        assertEquals(Design.Layout.LETTER, DesignJson.read(String.valueOf(draft.original().source())).layout());
        assertTrue(draft.html().contains("Hello {{ first_name") && draft.html().contains("Anna Wang") && draft.html().contains("unsubscribe_url"), draft.html());
        end(frame, robot);
    }

    @Test
    void ownTemplatesAreDrawnKeptPutAwayDeletedAndBroughtBack() {
        var own = workspace.templates().create("Spring offer", "New in spring", "<h1 style='color:#b00'>New in spring</h1><img src='https://x.example/a.png'>", null, Original.HTML, "to wholesalers");
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.NEW_CAMPAIGN);
        robot.press("Mine").waitForText("to wholesalers");
        waitForPictures(robot);
        Robot.waitFor(() -> workspace.templates().picture(own.id()).isPresent(), "keeps the picture");
        robot.press("Spring offer").waitForText("Use this").pressOn(".template-panel .button-icon").press("Name and note");
        Robot.onScreen(() -> {
            ((TextInputControl) robot.scene().lookup("#template-whom")).setText("Wholesalers in Europe");
            ((TextInputControl) robot.scene().lookup("#template-when")).setText("When samples are ready.");
            return true;
        });
        picture(frame, robot, "template-form");
        robot.press("Save").waitForText("Wholesalers in Europe").press("Undo").waitForText("to wholesalers");
        assertEquals(own, workspace.templates().all().getFirst());
        robot.press("Spring offer").waitForText("Use this").pressOn(".template-panel .button-icon").press("Archive").waitForText("No template of your own yet");
        robot.press("Archived").press("Spring offer").pressOn(".template-panel .button-icon").press("Delete").waitForText("Template “Spring offer” deleted");
        assertTrue(workspace.templates().all().isEmpty());
        robot.press("Undo");
        Robot.waitFor(() -> !workspace.templates().all().isEmpty(), "brings it back");
        assertEquals(own.archived(true), workspace.templates().all().getFirst());
        end(frame, robot);
    }

    @Test
    void aFileThatWasMadeElsewhereIsTakenAsItIs() throws java.io.IOException {
        var desk = new TestUi.NoDesk();
        desk.chosen = java.nio.file.Files.writeString(folder.resolve("autumn.html"), "<title>Autumn</title><p>Hi {{ name }}</p><img src='gone.png'>");
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), desk, ZONE));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.NEW_CAMPAIGN);
        robot.press("From a file").waitForText("A picture is not in the file: gone.png.");
        Robot.waitFor(() -> frame.ui().navigator().here().screen().equals("compose"), "goes on to the content");
        var draft = workspace.campaigns().find("autumn").orElseThrow();
        assertEquals("Autumn", draft.subject());
        assertEquals("<title>Autumn</title><p>Hi {{ name }}</p><img src='gone.png'>", draft.html());
        assertEquals(Original.HTML, draft.original());
        end(frame, robot);
    }

    @Test
    void whatWasCopiedOutOfWordIsPastedAndTheDraftHoldsItCleaned() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.NEW_CAMPAIGN);
        var board = new ClipboardContent();
        board.putHtml("<p class=MsoNormal>Our <b>new</b> lamps<o:p></o:p></p><img src='file:///C:/elsewhere/a.png'>");
        board.putString("Our new lamps");
        robot.waitForText("Paste");
        Robot.onScreen(() -> {
            Clipboard.getSystemClipboard().setContent(board);
            ((Button) robot.scene().lookup("#paste-mail")).fire();
            return true;
        });
        robot.waitForText("A picture did not come along. Put it in anew.");
        Robot.waitFor(() -> frame.ui().navigator().here().screen().equals("compose"), "goes on to the content");
        var draft = workspace.campaigns().all().getFirst();
        assertTrue(draft.html().contains("Our <b>new</b> lamps</p>") && !draft.html().contains("Mso"), draft.html());
        assertEquals(Original.HTML, draft.original());
        picture(frame, robot, "compose-pasted");
        end(frame, robot);
    }

    @Test
    void itsPicturesAreDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                go(frame, Place.NEW_CAMPAIGN);
                waitForPictures(robot);
                picture(frame, robot, "new-campaign" + look);
                robot.press(frame.ui().text("templates.quotation-follow-up.name"));
                robot.waitForText(frame.ui().text("templates.use"));
                picture(frame, robot, "new-campaign-letter" + look);
                robot.press(frame.ui().text("templates.first-approach.name"));
                robot.press(frame.ui().text("templates.show.product")).press(frame.ui().text("templates.new-products.name"));
                picture(frame, robot, "new-campaign-panel" + look);
                robot.press(frame.ui().text("templates.show.mine"));
                picture(frame, robot, "new-campaign-mine" + look);
                end(frame, robot);
            }
        }
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var scene = Robot.onScreen(() -> Snapshots.scene(frame, 1920, 1080, frame.ui().theme()));
        go(frame, Place.NEW_CAMPAIGN);
        Robot.onScreen(() -> Snapshots.of(scene));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(scene)), Path.of("target/screens/new-campaign-1920.png"));
        assertFalse(scene.getRoot().lookupAll(".template-tile").isEmpty());
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
    }
}
