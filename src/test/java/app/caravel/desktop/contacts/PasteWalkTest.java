package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.EmailAddress;
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

/** A person pastes people in the real window. */
class PasteWalkTest {

    private static final String SIGNATURE = """
            Mit freundlichen Grüßen

            Katrin Weber
            Leiterin Einkauf
            Nordlicht Leuchten GmbH
            Elbchaussee 10, 22765 Hamburg
            Tel.: +49 40 3197 0187
            Fax: +49 40 3197 0199
            k.weber@nordlicht-leuchten.de
            www.nordlicht-leuchten.de
            We met in hall 4, she wants samples
            """;

    @TempDir
    Path folder;

    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        window(Theme.Choice.LIGHT, Language.ENGLISH);
    }

    private void window(Theme.Choice choice, Language language) {
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(frame.ui().theme(), () -> frame);
    }

    @AfterEach
    void close() {
        closeWindow();
        workspace.close();
    }

    private void closeWindow() {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private void go(Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
    }

    private void copy(String text) {
        Robot.onScreen(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    @Test
    void aSignatureIsReadCorrectedKeptAndTakenBack() {
        copy(SIGNATURE);
        go(Place.CONTACTS);
        robot.waitForText("No contacts yet");
        robot.press("Paste").waitForText("Paste a person");
        Robot.waitFor(() -> "Katrin Weber".equals(shown("Full name")), "the name is read");
        assertEquals("Leiterin Einkauf", field("Role"));
        assertEquals("Nordlicht Leuchten GmbH", field("Company"));
        assertEquals("+494031970187", field("Phone"));
        robot.press("Add this person").waitForText("Katrin Weber added");
        var katrin = workspace.contacts().find(new EmailAddress("k.weber@nordlicht-leuchten.de")).orElseThrow();
        assertEquals("Hamburg", katrin.city());
        assertEquals("DE", katrin.country());
        assertTrue(katrin.attributes().getOrDefault("Note", "").contains("We met in hall 4"), katrin.attributes()::toString);
        robot.press("Undo");
        Robot.waitFor(() -> workspace.contacts().count(Filter.EVERYONE) == 0, "it is taken back");
    }

    @Test
    void whoIsThereAlreadyIsSaidWithWhatWouldBeFilledIn() {
        copy("Katrin Weber\nk.weber@nordlicht-leuchten.de");
        paste();
        Robot.waitFor(() -> "Katrin Weber".equals(shown("Full name")), "the name is read");
        robot.press("Add this person").waitForText("Katrin Weber added");
        copy(SIGNATURE);
        paste();
        var said = robot.waitForText("Fill in").textThat(text -> text.startsWith("Katrin Weber is there already: would fill in "));
        assertTrue(said != null && said.contains("role") && said.contains("phone"), () -> String.valueOf(said));
        robot.press("Fill in").waitForText("Katrin Weber filled in");
        assertEquals(1, workspace.contacts().count(Filter.EVERYONE));
    }

    private void paste() {
        go(Place.CONTACTS);
        Robot.onScreen(() -> {
            PasteScreen.paste(frame.ui());
            return true;
        });
        robot.waitForText("Paste a person");
    }

    @Test
    void pastedRowsAreImportedLikeAFile() {
        copy("Name\tE-mail\tLand\n王伟\tw@x.example\tCN\nAnna Weber\ta@x.example\tDE\n");
        go(Place.IMPORT);
        robot.press("Paste").waitForText("pasted rows 2026-11-24 16.12.tsv").press("Import 2 people").waitForText("2 people imported");
        assertEquals(List.of("pasted rows 2026-11-24 16.12"), workspace.lists().all().stream().map(each -> each.name()).toList());
        assertEquals("王伟", workspace.contacts().find(new EmailAddress("w@x.example")).orElseThrow().name());
    }

    @Test
    void whatWasTakenForRowsCanBeOnePerson() {
        copy("a@x.example\nb@x.example");
        go(Place.IMPORT);
        robot.press("Paste").waitForText("It is one person").press("It is one person").waitForText("Paste a person");
        Robot.waitFor(() -> "a@x.example, b@x.example".equals(shown("Mail")), "both addresses are his");
    }

    @Test
    void everyFaceIsDrawn() {
        copy("Katrin Weber\nk.weber@nordlicht-leuchten.de");
        paste();
        Robot.waitFor(() -> "Katrin Weber".equals(shown("Full name")), "the name is read");
        robot.press("Add this person").waitForText("Katrin Weber added");
        copy(SIGNATURE);
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                closeWindow();
                window(choice, language);
                Robot.onScreen(() -> {
                    PasteScreen.paste(frame.ui());
                    return true;
                });
                robot.waitForText(frame.ui().text("paste.fill"));
                Snapshots.settle(frame.ui().background());
                var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
                Snapshots.write(picture, Path.of("target/screens/paste-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-" + choice.name().toLowerCase(java.util.Locale.ROOT) + ".png"));
            }
        }
    }

    @Test
    void theRowsPageIsDrawn() {
        copy("公司\t联系人\t邮箱\t国家\n深圳市明亮照明有限公司\t王伟\twang.wei@mingliang.example\t中国\nNordlicht Leuchten GmbH\tKatrin Weber\tk.weber@nordlicht.example\tGermany\nGulf Bright Trading\tRashid\tinfo@@gulf\tUAE\n");
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                closeWindow();
                window(choice, language);
                Robot.onScreen(() -> {
                    PasteScreen.paste(frame.ui());
                    return true;
                });
                robot.waitForText(frame.ui().text("contacts.import-people", "n", 2));
                Snapshots.settle(frame.ui().background());
                var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
                Snapshots.write(picture, Path.of("target/screens/paste-rows-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-" + choice.name().toLowerCase(java.util.Locale.ROOT) + ".png"));
            }
        }
    }

    private String field(String label) {
        return Robot.onScreen(() -> shown(label));
    }

    private String shown(String label) {
        return robot.scene().getRoot().lookupAll(".paste-view .label").stream().map(node -> (javafx.scene.control.Label) node)
                        .filter(each -> label.equals(each.getText()) && each.getLabelFor() instanceof javafx.scene.control.TextInputControl)
                        .map(each -> each.getLabelFor() instanceof javafx.scene.control.TextInputControl input ? input.getText() : "").findFirst().orElse(
                        robot.scene().getRoot().lookup("#pasted-text") instanceof TextArea area ? area.getText() : "");
    }
}
