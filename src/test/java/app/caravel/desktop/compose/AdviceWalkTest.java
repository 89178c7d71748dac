package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javafx.concurrent.Worker;
import javafx.scene.web.WebView;

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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person reads the advice while writing: why, where, one press to mend, and says what is not wanted any more. */
class AdviceWalkTest {

    private static final String LETTER = """
            <p>Dear Sir or Madam,</p>
            <p>please find attached our offer for the panels of your office. It is amazing and revolutionary!</p>
            <p>Would two samples help you to judge the light?</p>
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
                h.execute("INSERT INTO contact (address, written_address, name, first_name, language, created_at, changed_at) VALUES (?, ?, 'Katrin Weber', 'Katrin', 'en', 0, 0)", "k" + i + "@x.example", "k" + i + "@x.example");
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
    void adviceIsReadMendedAndSilencedWhileWriting() {
        in(Language.ENGLISH, Theme.Choice.LIGHT, (frame, robot) -> {
            go(frame, Place.content(draft.id()));
            robot.waitForText("“Dear Sir or Madam” greets nobody").press("“Dear Sir or Madam” greets nobody");
            robot.waitForText("The reader knows by the second word that it went to many. A name, or simply hello.");
            robot.press("Mend");
            Robot.waitFor(() -> workspace.campaigns().named("Autumn").html().contains("<p>Hello{% if first_name %} {{ first_name }}{% endif %},</p>"), "writes another greeting");
            Robot.waitFor(() -> !robot.shows("“Dear Sir or Madam” greets nobody"), "forgets the greeting");
            robot.waitForText("“Lumitech Sales” as the sender is no person").press("“Lumitech Sales” as the sender is no person").press("Do not say this again");
            Robot.waitFor(() -> workspace.advice().off().contains("sender-nobody"), "keeps what is not wanted");
            Robot.waitFor(() -> !robot.shows("“Lumitech Sales” as the sender is no person"), "is silent");
            go(frame, Place.settings("general"));
            robot.waitForText("Sender who is no person").press("Say it again").waitForText("All advice is given");
            assertEquals(java.util.Set.of(), workspace.advice().off());
        });
    }

    @Test
    void theAdviceIsDrawnInEveryLook() {
        workspace.advice().switchOff("sender-nobody");
        for (var language : List.of(Language.ENGLISH, Language.CHINESE)) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var name = (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : "");
                in(language, choice, (frame, robot) -> {
                    go(frame, Place.content(draft.id()));
                    var words = frame.ui().text("advice.salutation-nobody", "greeting", "Dear Sir or Madam");
                    robot.waitForText(words).press(words);
                    settle(frame, robot);
                    assertTrue(robot.shows(words));
                    draw(robot, "advice-compose" + name);
                    go(frame, Place.settings("general"));
                    robot.waitForText(frame.ui().text("settings.advice.on"));
                    settle(frame, robot);
                    draw(robot, "advice-settings" + name);
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
