package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.web.WebView;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.QueryParser;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Filter;
import app.caravel.contact.SuppressionReason;
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

/** Pictures of all campaign screens in both languages and both themes, to be looked at. */
class CampaignPicturesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign sent;
    private Campaign running;
    private Campaign draft;
    private Campaign fresh;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZONE));
        workspace.mannersSettings().put(app.caravel.campaign.Manners.Rules.NONE); // all of them were written to five days ago
        var data = new CampaignData(workspace);
        long account = data.account().id();
        long autumn = data.list("Autumn buyers 2026", CampaignData.PEOPLE);
        long fair = data.list("Canton Fair, hall 11", 600);
        sent = data.sent("LED panel 60×60, autumn offer", autumn, account, Instant.parse("2026-11-19T01:00:00Z"));
        data.sent("Thank you for visiting us", fair, account, Instant.parse("2026-10-29T02:30:00Z"));
        running = data.halfway("New price for panel 60×60", autumn, account, "running", 1_140, 0, null);
        data.halfway("IP65 tri-proof, second round", fair, account, "paused", 212, 3, Reason.of("campaign.no-password", "address", "anna@lumitech.example"));
        workspace.campaigns().schedule(data.draft("Greeting to the Gulf", fair, account), CampaignData.NOW.plus(Duration.ofHours(17)));
        draft = data.draft("Tri-proof for cold stores", autumn, account);
        var germans = workspace.segments().create("Buyers in Germany, not written to for 30 days", QueryParser.parse("country:DE -mailed:30d").get());
        draft = workspace.campaigns().saveDetails(draft.withAudience(draft.audience().to(new Audience.Part(Audience.Kind.SEGMENT, germans.id(), germans.name()))
                .not(Audience.Part.of(workspace.lists().find(fair).orElseThrow())).without(List.of(workspace.contacts().ids(Filter.ofList(autumn)).getFirst()))));
        fresh = workspace.campaigns().createDraft("Untitled");
        for (int i = 20; i < 84; i++) {
            workspace.suppressions().add(new EmailAddress("buyer" + i + "@" + Integer.toHexString("Autumn buyers 2026".hashCode()) + ".example"),
                    i % 3 == 0 ? SuppressionReason.HARD_BOUNCE : SuppressionReason.UNSUBSCRIBED, null, CampaignData.NOW);
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyScreenIsDrawn() {
        for (var language : List.of(Language.ENGLISH, Language.CHINESE)) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var name = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                draw(language, choice, 1280, 720, name);
                if (name.isEmpty() || name.equals("-zh-dark")) {
                    var big = new Pictures(language, choice, 1920, 1080);
                    big.campaign("campaign-1920" + name);
                    big.close();
                }
            }
        }
    }

    @Test
    void theColumnsOfRecipientsAreDrawnAsTheyAreChosen() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var name = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                var pictures = new Pictures(language, choice, 1280, 720);
                pictures.campaign("recipients" + name);
                pictures.columns("recipients-columns" + name);
                pictures.products("recipients-of-product" + name);
                pictures.close();
            }
        }
    }

    private void draw(Language language, Theme.Choice choice, int width, int height, String name) {
        var pictures = new Pictures(language, choice, width, height);
        pictures.of(Place.CAMPAIGNS, "campaigns" + name);
        pictures.campaign("campaign" + name);
        pictures.of(Place.campaign(running.id()), "campaign-running" + name);
        pictures.of(Place.campaignStep(fresh.id(), "content"), "step-content-empty" + name);
        pictures.of(Place.campaignStep(draft.id(), "content"), "step-content" + name);
        pictures.of(Place.campaignStep(draft.id(), "audience"), "step-audience" + name);
        pictures.of(Place.campaignStep(fresh.id(), "audience"), "step-audience-empty" + name);
        pictures.of(Place.campaignStep(draft.id(), "schedule"), "step-schedule" + name);
        pictures.of(Place.campaignStep(draft.id(), "check"), "check" + name);
        pictures.of(Place.campaignStep(draft.id(), "send"), "step-send" + name);
        pictures.of(Place.NEEDS_YOU, "in-doubt" + name);
        pictures.close();
    }

    /** A window off any stage. */
    private final class Pictures {

        private final Frame frame;
        private final Scene scene;
        private final boolean shown;
        private final @Nullable Robot robot;

        Pictures(Language language, Theme.Choice choice, int width, int height) {
            shown = width == 1280;
            frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
            robot = shown ? Robot.show(frame.ui().theme(), () -> frame) : null;
            scene = robot != null ? robot.scene() : Robot.onScreen(() -> Snapshots.scene(frame, width, height, frame.ui().theme()));
        }

        void close() {
            Robot.onScreen(() -> {
                frame.end();
                return true;
            });
            if (robot != null) {
                robot.close();
            }
        }

        void of(Place place, String name) {
            Robot.onScreen(() -> {
                frame.ui().go(place);
                return true;
            });
            write(name);
        }

        void campaign(String name) {
            Robot.onScreen(() -> {
                frame.ui().go(Place.campaign(sent.id()));
                return true;
            });
            Snapshots.settle(frame.ui().background());
            Robot.onScreen(() -> {
                ((RecipientsPart) scene.lookup(".recipients")).choose(0);
                return true;
            });
            write(name);
        }

        /** Those who clicked one product, beside the links. */
        void products(String name) {
            Robot.onScreen(() -> {
                ((javafx.scene.control.Hyperlink) scene.lookup(".recipients").getParent().lookupAll(".hyperlink").stream()
                        .filter(node -> "LED panel 60×60".equals(((javafx.scene.control.Hyperlink) node).getText())).findFirst().orElseThrow()).fire();
                return true;
            });
            write(name);
        }

        /** Hides one column, then opens the menu again: it is a window of its own. */
        void columns(String name) {
            Robot.onScreen(() -> {
                frame.ui().details().close();
                return true;
            });
            var open = menu();
            Robot.onScreen(() -> {
                var country = (javafx.scene.control.CheckMenuItem) open.getItems().get(2);
                country.setSelected(!country.isSelected());
                country.fire();
                open.hide();
                return true;
            });
            write(name);
            var again = menu();
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(again.getScene())), Path.of("target/screens/" + name + "-menu.png"));
            Robot.onScreen(() -> {
                again.hide();
                return true;
            });
        }

        private javafx.scene.control.ContextMenu menu() {
            Robot.onScreen(() -> {
                scene.getRoot().lookupAll(".button").stream().filter(node -> frame.ui().text("kit.choose-columns").equals(node.getAccessibleText())).map(node -> (javafx.scene.control.Button) node).findFirst().orElseThrow().fire();
                return true;
            });
            return Robot.onScreen(() -> javafx.stage.Window.getWindows().stream().filter(window -> window instanceof javafx.scene.control.ContextMenu menu && menu.isShowing())
                    .map(javafx.scene.control.ContextMenu.class::cast).findFirst().orElseThrow());
        }

        private void write(String name) {
            Snapshots.settle(frame.ui().background());
            Robot.onScreen(() -> Snapshots.of(scene));
            Snapshots.settle(frame.ui().background());
            if (shown) {
                Robot.waitFor(() -> scene.getRoot().lookupAll("WebView").stream().allMatch(node -> ((WebView) node).getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED), "shows its mail");
                Snapshots.settle(frame.ui().background());
                Snapshots.settle(frame.ui().background());
            }
            var picture = Robot.onScreen(() -> Snapshots.of(scene));
            Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
            assertEquals((int) scene.getWidth(), picture.getWidth());
        }
    }
}
