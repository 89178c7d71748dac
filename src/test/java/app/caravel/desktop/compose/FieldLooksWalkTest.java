package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javafx.concurrent.Worker;
import javafx.scene.web.WebView;

import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person sees while writing which merge fields are mistyped, lacked or leave a greeting empty, and is led there. */
class FieldLooksWalkTest {

    private static final String LETTER = """
            <p>Dear {{ first_name }},</p>
            <p>your last order was on {{ last_ordre | local_date: "long" }}, from {{ price | money: "USD" }}.</p>
            <p>Best regards<br>Anna Wang</p>
            <p>Lumitech, 18 Xinghua Road, Ningbo 315000 · <a href="{{ unsubscribe_url }}">no more mails</a></p>""";

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign draft;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder));
        var account = workspace.accounts().save(new Account(0, "Exmail", "Lumitech Sales", "sales@lumitech.example", "127.0.0.1", 2525, Security.NONE, null, null, 0, 0, 0, null, null));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useTransaction(h -> {
            for (int i = 0; i < 40; i++) {
                h.execute("INSERT INTO contact (address, written_address, first_name, language, attributes, created_at, changed_at) VALUES (?, ?, ?, 'en', ?, 0, 0)", "k" + i + "@x.example", "k" + i + "@x.example",
                        i < 12 ? null : "Katrin", i < 5 ? "{}" : "{\"last order\":\"2026-03-18\",\"price\":\"4.5\"}");
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        draft = workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "New panels for your office, UGR 19!", LETTER, null);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void in(Language language, Theme.Choice choice, java.util.function.BiConsumer<Frame, Robot> walk) {
        var theme = Robot.onScreen(() -> new Theme(choice, language));
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        var robot = Robot.show(theme, () -> frame);
        try {
            walk.accept(frame, robot);
        } finally {
            Robot.onScreen(() -> {
                frame.end();
                return true;
            });
            robot.close();
        }
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
    }

    @Test
    void whatIsWrongWithTheFieldsIsShownWithItsPeopleAndPressedIsSelected() {
        in(Language.ENGLISH, Theme.Choice.LIGHT, (frame, robot) -> {
            go(frame, Place.content(draft.id()));
            var mistyped = "Nobody has a field “last_ordre”: 40 recipients are concerned. Is “last_order” meant?";
            robot.waitForText(mistyped).waitForText("12 recipients would read “Dear ,”").waitForText("Price: 5 recipients have none, and no word stands in");
            assertFalse(robot.shows("“first_name” is no column of this list: the reader would see a gap. Choose another, or give a word that stands in for it."));
            robot.press(mistyped);
            Robot.waitFor(() -> robot.scene().getRoot().lookupAll(".source").stream()
                    .anyMatch(node -> ((CodeArea) node).getSelectedText().equals("{{ last_ordre | local_date: \"long\" }}")), "selects the tag");
        });
    }

    @Test
    void theFieldsAreDrawnInEveryLook() {
        for (var language : List.of(Language.ENGLISH, Language.CHINESE)) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var name = (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : "");
                in(language, choice, (frame, robot) -> {
                    go(frame, Place.content(draft.id()));
                    var words = frame.ui().text("compose.look.empty-salutation", "greeting", "Dear ,", "n", 12);
                    robot.waitForText(words);
                    settle(frame, robot);
                    assertTrue(robot.shows(words));
                    draw(robot, "field-looks" + name);
                });
            }
        }
    }

    private static void settle(Frame frame, Robot robot) {
        Snapshots.settle(frame.ui().background());
        Robot.waitFor(() -> robot.scene().getRoot().lookupAll("WebView").stream().allMatch(node -> ((WebView) node).getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED), "shows its mail");
        Snapshots.settle(frame.ui().background());
    }

    private static void draw(Robot robot, String name) {
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }
}
