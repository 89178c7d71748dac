package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A second language is begun where the mail is written, written, left, taken out and brought back. */
class LanguageBarWalkTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign draft;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useTransaction(h -> {
            for (int i = 0; i < 520; i++) {
                var language = i < 412 ? "en" : i < 508 ? "es" : "ar";
                h.execute("INSERT INTO contact (address, written_address, name, first_name, language, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 0, 0)", "p" + i + "@x.example", "p" + i + "@x.example",
                        i < 412 ? "Katrin Weber" : i < 508 ? "Blanca Ruiz" : "Farid Nasser", i < 412 ? "Katrin" : i < 508 ? "Blanca" : "Farid", language);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        draft = workspace.campaigns().create("Autumn offer", Audience.of(list), null, "New panels for {{ first_name }}", "", null, Original.design(DesignJson.write(letter("en", "<p>Dear {{ first_name }},</p><p>the new panels are here.</p>"))));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static Design letter(String language, String html) {
        return Design.empty(Design.Layout.DESIGNED, language).withBlocks(List.of(Block.of(BlockType.TEXT, Map.of("html", html)), Block.of(BlockType.BUTTON, Map.of("label", "LED 60×60", "href", "https://www.lumitech.example/p")), Block.of(BlockType.FOOTER)));
    }

    private static void choose(ComposerWindow window, String word) {
        Robot.waitFor(() -> segment(window, word) != null, "offers " + word);
        Robot.onScreen(() -> {
            Objects.requireNonNull(segment(window, word)).fire();
            return true;
        });
    }

    private static javafx.scene.control.@org.jspecify.annotations.Nullable ToggleButton segment(ComposerWindow window, String word) {
        return window.frame.lookupAll("#mail-languages .segment").stream().map(javafx.scene.control.ToggleButton.class::cast).filter(each -> each.getText().startsWith(word)).findFirst().orElse(null);
    }

    @Test
    void aSecondLanguageIsBegunWrittenTakenOutAndBroughtBack() {
        try (var window = new ComposerWindow(workspace)) {
            window.open(draft);
            var add = (MenuButton) window.find("#mail-languages .menu-button");
            Robot.onScreen(() -> {
                add.show();
                add.getItems().getFirst().fire();
                add.hide();
                return true;
            });
            window.robot.waitForText("Spanish: begin with what?").waitForText("96 recipients read Spanish and will get this mail instead.").press("A copy of this mail");
            Robot.waitFor(() -> segment(window, "Spanish") != null && Objects.requireNonNull(segment(window, "Spanish")).isSelected(), "writes at Spanish");
            assertEquals("Spanish  96", Objects.requireNonNull(segment(window, "Spanish")).getText());
            assertEquals("English  424", Objects.requireNonNull(segment(window, "English")).getText());
            window.robot.pressOn("#subject").write("Hola ");
            Robot.waitFor(() -> window.kept(draft).variant("es").filter(each -> each.subject().contains("Hola")).isPresent(), "keeps the Spanish subject");
            assertTrue(window.kept(draft).subject().startsWith("New panels"));
            choose(window, "English");
            Robot.waitFor(() -> Objects.requireNonNull(segment(window, "English")).isSelected() && window.frame.lookup("#mail-language") != null, "writes at English");
            choose(window, "Spanish");
            Robot.waitFor(() -> window.frame.lookup("#mail-languages .button-icon") != null, "can take Spanish out");
            Robot.onScreen(() -> {
                ((javafx.scene.control.Button) window.find("#mail-languages .button-icon")).fire();
                return true;
            });
            window.robot.waitForText("Spanish removed. Its readers get the other mail");
            Robot.waitFor(() -> window.kept(draft).variants().isEmpty(), "takes it out");
            window.robot.press("Undo");
            Robot.waitFor(() -> window.kept(draft).variant("es").isPresent() && segment(window, "Spanish") != null, "brings it back");
        }
    }

    @Test
    void theLanguagesAreDrawnInEveryLook() {
        workspace.campaigns().saveContent(draft.with(variant("es", "Paneles nuevos", "<p>Estimado/a {{ first_name }}:</p><p>ya están aquí los nuevos paneles.</p>"))
                .with(variant("ar", "ألواح جديدة", "<p>عزيزي {{ first_name }}،</p><p>وصلت الألواح الجديدة، أخف وأقل استهلاكا.</p>")));
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                try (var window = new ComposerWindow(workspace, language, choice, new TestUi.NoDesk())) {
                    window.open(draft);
                    choose(window, language == Language.ENGLISH ? "Arabic" : "阿拉伯");
                    Robot.waitFor(() -> String.valueOf(window.canvas().script("(document.getElementById('mail') || document).textContent")).contains("عزيزي"), "draws the Arabic mail");
                    assertTrue(window.frame.lookupAll("#mail-languages .segment").stream().map(Labeled.class::cast).anyMatch(each -> each.getText().endsWith("12")));
                    window.save("languages" + ComposerWindow.look(language, choice));
                }
            }
        }
    }

    private static Variant variant(String language, String subject, String html) {
        var design = letter(language, html);
        return new Variant(language, subject, DesignHtml.of(design, Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN), null, Original.design(DesignJson.write(design)));
    }
}
