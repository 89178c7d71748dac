package app.caravel.desktop.compose;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;
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

/** A salesperson makes three mails from nothing, in the window, in both languages: a letter, new products, a quotation. */
class ComposerWalkTest {

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        workspace.brands().keep(new Brand("Lumitech Lighting", "", "#1d4ed8", "#1f2328", "Arial, Helvetica, sans-serif", "18 Xingye Road, Zhongshan, China", "https://www.lumitech.example", java.util.Map.of()));
    }

    @AfterEach
    void close() {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
        workspace.close();
    }

    private Campaign begin(Language language, Design.Layout layout, String name) {
        Robot.startToolkit();
        var theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, language));
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, desk, ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(theme, () -> frame);
        var draft = workspace.campaigns().create(name, Audience.NOBODY, null, "", "", null, Original.design(DesignJson.write(Design.empty(layout, "en"))));
        Robot.onScreen(() -> {
            frame.ui().go(Place.content(draft.id()));
            return true;
        });
        Robot.waitFor(() -> canvas() != null && Boolean.TRUE.equals(canvas().script("!!window.host && document.getElementById('mail').childNodes.length > 0")), "draws the empty mail");
        return draft;
    }

    private Canvas canvas() {
        return (Canvas) frame.lookupAll("#canvas").stream().map(Node::getParent).findFirst().orElse(null);
    }

    private Design kept(Campaign draft) {
        return DesignJson.read(Objects.requireNonNull(workspace.campaigns().find(draft.id()).orElseThrow().original().source()));
    }

    private void waitForKept(Campaign draft, Predicate<Design> fits, String what) {
        try {
            Robot.waitFor(() -> fits.test(kept(draft)), what);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + DesignJson.write(kept(draft)), e);
        }
    }

    /** Esc leaves the text, a slash shows what can be put in, its first letters and Enter put it in. */
    private void putIn(Campaign draft, BlockType type) {
        int before = kept(draft).all().size();
        robot.type(KeyCode.ESCAPE).write("/");
        chooseFromMenu(frame.ui().text("compose.block." + type.key()));
        waitForKept(draft, design -> design.all().size() == before + 1, "has another " + type);
    }

    private void chooseFromMenu(String word) {
        Robot.waitFor(() -> frame.lookup(".find-field") != null && frame.lookup(".find-field").isFocused(), "shows what can be put in");
        // an input method would write these; the robot has no keys for Chinese
        Robot.onScreen(() -> {
            ((TextField) frame.lookup(".find-field")).setText(word);
            return true;
        });
        robot.type(KeyCode.ENTER);
        Robot.waitFor(() -> frame.lookup(".find-field") == null, "closes the menu");
    }

    private void field(String field) {
        robot.type(KeyCode.CONTROL, KeyCode.M);
        chooseFromMenu(frame.ui().text("compose.field." + field));
    }

    private void write(String id, String text) {
        robot.pressOn(id);
        Robot.onScreen(() -> {
            ((TextField) frame.lookup(id)).clear();
            return true;
        });
        robot.write(text);
    }

    private void focusCanvas() {
        Robot.onScreen(() -> {
            canvas().focus();
            return true;
        });
    }

    private void save(Campaign draft, String name) throws Exception {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
        var html = workspace.campaigns().find(draft.id()).orElseThrow().html();
        Files.writeString(Path.of("target/screens/" + name + ".html"), workspace.pictures().shown(html));
    }

    @Test
    void aLetterIsWrittenLikeAnyLetter() throws Exception {
        var draft = begin(Language.ENGLISH, Design.Layout.LETTER, "First approach");
        write("#subject", "36 W panels from Zhongshan");
        focusCanvas();
        putIn(draft, BlockType.TEXT);
        robot.write("Dear ");
        field("first_name");
        robot.write(",").type(KeyCode.ENTER).write("We make LED panels for three importers you may know.").type(KeyCode.ENTER).write("Would a sample help?");
        waitForKept(draft, design -> design.blocks().getFirst().get("html").endsWith("Would a sample help?</p>"), "keeps the letter");
        putIn(draft, BlockType.SIGNATURE);
        robot.write("Anna Wang");
        waitForKept(draft, design -> design.blocks().getLast().get("html").contains("Anna Wang"), "keeps the signature");
        putIn(draft, BlockType.FOOTER);
        assertEquals("<p>Dear {{ first_name | default: \"there\" }},</p><p>We make LED panels for three importers you may know.</p><p>Would a sample help?</p>", kept(draft).blocks().getFirst().get("html"));
        Robot.waitFor(() -> workspace.campaigns().find(draft.id()).orElseThrow().subject().equals("36 W panels from Zhongshan"), "keeps the subject");
        save(draft, "walk-letter");
        var html = workspace.campaigns().find(draft.id()).orElseThrow().html();
        assertTrue(html.contains("{{ unsubscribe_url }}"), html);
    }

    @Test
    void newProductsAreShownFromAChineseWindow() throws Exception {
        var draft = begin(Language.CHINESE, Design.Layout.DESIGNED, "新品");
        write("#subject", "New panels, 8% lighter");
        write("#preheader", "Samples free of charge");
        focusCanvas();
        putIn(draft, BlockType.HEADING);
        robot.write("Brighter. Thinner.");
        putIn(draft, BlockType.TEXT);
        robot.write("Dear ");
        field("first_name");
        robot.write(", the new series glares less.");
        putIn(draft, BlockType.PRICE_TABLE);
        robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB);
        waitForKept(draft, design -> design.blocks().size() == 3, "has the table");
        robot.press(frame.ui().text("compose.more"));
        waitForKept(draft, design -> design.blocks().getLast().get("rows").lines().count() == 2, "has a second row");
        Robot.onScreen(() -> canvas().script("document.querySelectorAll('td[data-edit=rows]')[0].focus()"));
        focusCanvas();
        robot.write("LED panel").type(KeyCode.TAB).write("36 W").type(KeyCode.TAB).write("USD 11.90");
        waitForKept(draft, design -> design.blocks().getLast().get("rows").endsWith("LED panel\t36 W\tUSD 11.90"), "keeps the cells");
        putIn(draft, BlockType.BUTTON);
        robot.write("See prices");
        waitForKept(draft, design -> design.blocks().getLast().get("label").equals("See prices"), "keeps the button's words");
        write("#property-href", "www.lumitech.example/panels");
        waitForKept(draft, design -> design.blocks().getLast().get("href").equals("https://www.lumitech.example/panels"), "completes the address");
        focusCanvas();
        putIn(draft, BlockType.FOOTER);
        save(draft, "walk-products-zh");
        assertEquals(List.of("heading", "text", "price_table", "button", "footer"), kept(draft).blocks().stream().map(block -> block.type().key()).toList());
        assertEquals("Samples free of charge", kept(draft).preheader());
    }

    @Test
    void aQuotationWithAPictureIsTakenBackAndDoneAgain() throws Exception {
        var picture = folder.resolve("panel.png");
        ImageIO.write(new BufferedImage(240, 160, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        desk.chosen = picture;
        var draft = begin(Language.ENGLISH, Design.Layout.DESIGNED, "Quotation");
        write("#subject", "Your quotation");
        focusCanvas();
        putIn(draft, BlockType.COLUMNS_2);
        robot.write("/");
        chooseFromMenu("Picture");
        waitForKept(draft, design -> !design.blocks().getFirst().columns().getFirst().isEmpty(), "has a picture in the first column");
        robot.press("Choose a picture");
        waitForKept(draft, design -> design.all().get(1).get("src").startsWith("file:"), "keeps the picture");
        Robot.waitFor(() -> Boolean.TRUE.equals(canvas().script("!!document.querySelector('#mail img') && document.querySelector('#mail img').naturalWidth === 240")), "shows the picture");
        Robot.onScreen(() -> canvas().script("document.querySelector('.cv-hole').dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}))"));
        chooseFromMenu("Text");
        waitForKept(draft, design -> design.all().size() == 3, "has a text in the second column");
        robot.write("Here is what you asked for.");
        waitForKept(draft, design -> design.all().getLast().get("html").contains("asked for"), "keeps the text");
        focusCanvas();
        robot.type(KeyCode.CONTROL, KeyCode.D);
        waitForKept(draft, design -> design.all().size() == 4, "has the text twice");
        robot.press("Write").type(KeyCode.TAB);
        for (int i = 0; i < 12; i++) {
            Robot.onScreen(() -> {
                frame.lookupAll(".button").stream().filter(node -> "Undo".equals(node.getAccessibleText())).map(node -> (javafx.scene.control.Button) node).findFirst().orElseThrow().fire();
                return true;
            });
        }
        waitForKept(draft, design -> design.blocks().isEmpty(), "is empty again");
        for (int i = 0; i < 12; i++) {
            Robot.onScreen(() -> {
                frame.lookupAll(".button").stream().filter(node -> "Redo".equals(node.getAccessibleText())).map(node -> (javafx.scene.control.Button) node).findFirst().orElseThrow().fire();
                return true;
            });
        }
        waitForKept(draft, design -> design.all().size() == 4, "has all of it again");
        Robot.onScreen(() -> {
            canvas().focus();
            return true;
        });
        putIn(draft, BlockType.FOOTER);
        save(draft, "walk-quotation");
        var html = workspace.campaigns().find(draft.id()).orElseThrow().html();
        assertTrue(html.contains("file:"), "the picture is the workspace's own");
    }
}
