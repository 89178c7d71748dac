package app.caravel.desktop.compose;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.product.PriceStep;
import app.caravel.product.Product;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A salesperson makes three mails from nothing, in the window, in both languages: a letter, new products, a quotation. */
class ComposerWalkTest {

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        workspace.brands().keep(new Brand("Lumitech Lighting", "", "#1d4ed8", "#1f2328", "Arial, Helvetica, sans-serif", "18 Xingye Road, Zhongshan, China", "https://www.lumitech.example", Map.of()));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Campaign draft(Design.Layout layout, String name) {
        return workspace.campaigns().create(name, Audience.NOBODY, null, "", "", null, Original.design(DesignJson.write(Design.empty(layout, "en"))));
    }

    /** Esc leaves the text, a slash shows what can be put in, its first letters and Enter put it in. */
    private static void putIn(ComposerWindow window, Campaign draft, BlockType type) {
        int before = window.design(draft).all().size();
        window.robot.type(KeyCode.ESCAPE).write("/");
        chooseFromMenu(window, window.frame.ui().text("compose.block." + type.key()));
        window.waitForKept(draft, design -> design.all().size() == before + 1, "has another " + type);
    }

    private static void chooseFromMenu(ComposerWindow window, String word) {
        Robot.waitFor(() -> window.frame.lookup(".find-field") != null && window.find(".find-field").isFocused(), "shows what can be put in");
        // an input method would write these; the robot has no keys for Chinese
        Robot.onScreen(() -> {
            ((TextField) window.find(".find-field")).setText(word);
            return true;
        });
        window.robot.type(KeyCode.ENTER);
        Robot.waitFor(() -> !(window.frame.lookup(".find-field") instanceof TextField menu) || !menu.getText().equals(word), "closes the menu");
    }

    private static void field(ComposerWindow window, String field) {
        window.robot.type(KeyCode.CONTROL, KeyCode.M);
        chooseFromMenu(window, window.frame.ui().text("compose.field." + field));
    }

    private static void write(ComposerWindow window, String id, String text) {
        window.robot.pressOn(id).type(KeyCode.CONTROL, KeyCode.A).type(KeyCode.DELETE);
        window.robot.write(text);
    }

    /** A picture of the window, and the HTML to be looked at beside it in a browser. */
    private void save(ComposerWindow window, Campaign draft, String name) throws Exception {
        window.save(name);
        Files.writeString(Path.of("target/screens/" + name + ".html"), workspace.pictures().shown(window.kept(draft).html()));
    }

    @Test
    void aLetterIsWrittenLikeAnyLetter() throws Exception {
        var draft = draft(Design.Layout.LETTER, "First approach");
        try (var window = new ComposerWindow(workspace, Language.ENGLISH, Theme.Choice.LIGHT, desk)) {
            window.open(draft);
            write(window, "#subject", "36 W panels from Zhongshan");
            window.focus();
            putIn(window, draft, BlockType.TEXT);
            window.robot.write("Dear ");
            field(window, "first_name");
            window.robot.write(",").type(KeyCode.ENTER).write("We make LED panels for three importers you may know.").type(KeyCode.ENTER).write("Would a sample help?");
            window.waitForKept(draft, design -> design.blocks().getFirst().get("html").endsWith("Would a sample help?</p>"), "keeps the letter");
            putIn(window, draft, BlockType.SIGNATURE);
            window.robot.write("Anna Wang");
            window.waitForKept(draft, design -> design.blocks().getLast().get("html").contains("Anna Wang"), "keeps the signature");
            putIn(window, draft, BlockType.FOOTER);
            assertEquals("<p>Dear {{ first_name | default: \"there\" }},</p><p>We make LED panels for three importers you may know.</p><p>Would a sample help?</p>", window.design(draft).blocks().getFirst().get("html"));
            Robot.waitFor(() -> window.kept(draft).subject().equals("36 W panels from Zhongshan"), "keeps the subject");
            save(window, draft, "walk-letter");
            var html = window.kept(draft).html();
            assertTrue(html.contains("{{ unsubscribe_url }}"), html);
        }
    }

    @Test
    void newProductsAreShownFromAChineseWindow() throws Exception {
        var draft = draft(Design.Layout.DESIGNED, "新品");
        try (var window = new ComposerWindow(workspace, Language.CHINESE, Theme.Choice.LIGHT, desk)) {
            window.open(draft);
            write(window, "#subject", "New panels, 8% lighter");
            write(window, "#preheader", "Samples free of charge");
            window.focus();
            putIn(window, draft, BlockType.HEADING);
            window.robot.write("Brighter. Thinner.");
            putIn(window, draft, BlockType.TEXT);
            window.robot.write("Dear ");
            field(window, "first_name");
            window.robot.write(", the new series glares less.");
            putIn(window, draft, BlockType.PRICE_TABLE);
            window.robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB);
            window.waitForKept(draft, design -> design.blocks().size() == 3, "has the table");
            window.robot.press(window.frame.ui().text("compose.more"));
            window.waitForKept(draft, design -> design.blocks().getLast().get("rows").lines().count() == 2, "has a second row");
            Robot.onScreen(() -> window.canvas().script("document.querySelectorAll('td[data-edit=rows]')[0].focus()"));
            window.focus();
            window.robot.write("LED panel").type(KeyCode.TAB).write("36 W").type(KeyCode.TAB).write("USD 11.90");
            window.waitForKept(draft, design -> design.blocks().getLast().get("rows").endsWith("LED panel\t36 W\tUSD 11.90"), "keeps the cells");
            putIn(window, draft, BlockType.BUTTON);
            window.robot.write("See prices");
            window.waitForKept(draft, design -> design.blocks().getLast().get("label").equals("See prices"), "keeps the button's words");
            write(window, "#property-href", "www.lumitech.example/panels");
            window.waitForKept(draft, design -> design.blocks().getLast().get("href").equals("https://www.lumitech.example/panels"), "completes the address");
            window.focus();
            putIn(window, draft, BlockType.FOOTER);
            save(window, draft, "walk-products-zh");
            assertEquals(List.of("heading", "text", "price_table", "button", "footer"), window.design(draft).blocks().stream().map(block -> block.type().key()).toList());
            assertEquals("Samples free of charge", window.design(draft).preheader());
        }
    }

    @Test
    void aQuotationWithAPictureIsTakenBackAndDoneAgain() throws Exception {
        var picture = folder.resolve("panel.png");
        ImageIO.write(new BufferedImage(240, 160, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        desk.chosen = picture;
        var draft = draft(Design.Layout.DESIGNED, "Quotation");
        try (var window = new ComposerWindow(workspace, Language.ENGLISH, Theme.Choice.LIGHT, desk)) {
            window.open(draft);
            write(window, "#subject", "Your quotation");
            window.focus();
            putIn(window, draft, BlockType.COLUMNS_2);
            window.robot.write("/");
            chooseFromMenu(window, "Picture");
            window.waitForKept(draft, design -> !design.blocks().getFirst().columns().getFirst().isEmpty(), "has a picture in the first column");
            window.robot.press("Choose a picture");
            window.waitForKept(draft, design -> design.all().get(1).get("src").startsWith("file:"), "keeps the picture");
            Robot.waitFor(() -> Boolean.TRUE.equals(window.canvas().script("!!document.querySelector('#mail img') && document.querySelector('#mail img').naturalWidth === 240")), "shows the picture");
            Robot.onScreen(() -> window.canvas().script("document.querySelector('.cv-hole').dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}))"));
            chooseFromMenu(window, "Text");
            window.waitForKept(draft, design -> design.all().size() == 3, "has a text in the second column");
            window.robot.write("Here is what you asked for.");
            window.waitForKept(draft, design -> design.all().getLast().get("html").contains("asked for"), "keeps the text");
            window.focus();
            window.robot.type(KeyCode.CONTROL, KeyCode.D);
            window.waitForKept(draft, design -> design.all().size() == 4, "has the text twice");
            window.robot.press("Write").type(KeyCode.TAB);
            for (int i = 0; i < 12; i++) {
                Robot.onScreen(() -> {
                    window.frame.lookupAll(".button").stream().filter(node -> "Undo".equals(node.getAccessibleText())).map(node -> (javafx.scene.control.Button) node).findFirst().orElseThrow().fire();
                    return true;
                });
            }
            window.waitForKept(draft, design -> design.blocks().isEmpty(), "is empty again");
            for (int i = 0; i < 12; i++) {
                Robot.onScreen(() -> {
                    window.frame.lookupAll(".button").stream().filter(node -> "Redo".equals(node.getAccessibleText())).map(node -> (javafx.scene.control.Button) node).findFirst().orElseThrow().fire();
                    return true;
                });
            }
            window.waitForKept(draft, design -> design.all().size() == 4, "has all of it again");
            window.focus();
            putIn(window, draft, BlockType.FOOTER);
            save(window, draft, "walk-quotation");
            var html = window.kept(draft).html();
            assertTrue(html.contains("file:"), "the picture is the workspace's own");
        }
    }

    @Test
    void productsComeFromTheCatalogueBesideEachOther() throws Exception {
        for (int i = 1; i <= 4; i++) {
            workspace.products().save(new Product(0, "LP-" + i, Map.of("en", "LED panel " + i), "Panels", "", "36 W, UGR<19", 500, List.of(new PriceStep(500, new BigDecimal("4.5" + i))), "USD", "FOB", "Zhongshan", "25 days", "", null, "https://www.lumitech.example/lp-" + i));
        }
        var draft = draft(Design.Layout.DESIGNED, "Products");
        try (var window = new ComposerWindow(workspace, Language.ENGLISH, Theme.Choice.LIGHT, desk)) {
            window.open(draft);
            window.focus();
            window.robot.write("/");
            chooseFromMenu(window, "3 products");
            Robot.waitFor(() -> window.frame.lookup(".list-view") != null && window.find(".find-field").isFocused(), "shows the catalogue");
            window.robot.type(KeyCode.TAB).type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.SPACE);
            window.robot.waitForText("Put in 2 products");
            window.save("composer-catalogue");
            window.robot.press("Put in 2 products");
            window.waitForKept(draft, design -> design.all().size() == 3, "has the two in a row");
            var row = window.design(draft).blocks().getFirst();
            assertEquals(BlockType.PRODUCT_GRID, row.type());
            assertEquals("LP-2", row.columns().get(1).getFirst().get("item"));
            assertTrue(row.columns().get(1).getFirst().get("price").contains("FOB Zhongshan"));
            save(window, draft, "walk-catalogue");
        }
    }
}
