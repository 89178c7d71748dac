package app.caravel.desktop.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.content.pictures.PictureStore;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person writes on the mail itself: by keys, by an input method, with what is dragged in. */
class CanvasTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private ComposerWindow window;
    private Robot robot;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        window = new ComposerWindow(workspace);
        robot = window.robot;
    }

    @AfterEach
    void close() {
        window.close();
        workspace.close();
    }

    private Campaign open(Block... blocks) {
        var design = Design.empty(Design.Layout.DESIGNED, "en").withBlocks(List.of(blocks));
        var draft = workspace.campaigns().create("Autumn", Audience.NOBODY, null, "", "", null, Original.design(DesignJson.write(design)));
        window.open(draft);
        return draft;
    }

    private void putIn(String words) {
        Robot.waitFor(() -> window.frame.lookup(".find-field") != null && window.find(".find-field").isFocused(), "shows what can be put in");
        robot.write(words).type(KeyCode.ENTER);
    }

    @Test
    void whatIsTypedOnTheMailIsKeptAndStandsInTheHtmlThatLeaves() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name | default: \"friend\" }},</p>"));
        var draft = open(text);
        assertEquals("First name", window.script("document.querySelector('.cv-chip').textContent"));
        window.edit(text);
        robot.write(" hello");
        window.waitForKept(draft, design -> design.blocks().getFirst().get("html").equals("<p>Dear {{ first_name | default: \"friend\" }}, hello</p>"), "keeps what was typed");
        assertTrue(window.kept(draft).html().contains("{{ first_name | default: \"friend\" }}, hello"));
    }

    @Test
    void aPressedChipLeadsToWhatStandsInForIt() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name }}, your {{ company | default: \"shop\" }}</p>"));
        open(text);
        assertEquals("Dear First name, your Company", BlockLooks.says(text, window.frame.ui()));
        window.script("document.querySelectorAll('.cv-chip')[1].dispatchEvent(new MouseEvent('mousedown', {bubbles: true, cancelable: true}))");
        window.script("document.querySelectorAll('.cv-chip')[1].dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
        Robot.waitFor(() -> window.frame.lookup("#stand-in-company") != null && window.find("#stand-in-company").isFocused(), "goes to what stands in");
    }

    @Test
    void whileAnInputMethodComposesNothingIsTakenIn() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>A</p>"));
        var draft = open(text);
        window.edit(text);
        compose("ni", "");
        compose("nihao", "");
        assertEquals("<p>A</p>", window.design(draft).blocks().getFirst().get("html"));
        compose("", "你好");
        window.waitForKept(draft, design -> design.blocks().getFirst().get("html").equals("<p>A你好</p>"), "keeps what was composed");
    }

    private void compose(String composed, String committed) {
        Robot.onScreen(() -> {
            var web = window.find("#canvas");
            var runs = composed.isEmpty() ? List.<InputMethodTextRun>of() : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            web.getOnInputMethodTextChanged().handle(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
            return true;
        });
    }

    @Test
    void keysAloneBuildAMail() {
        var draft = open(Block.of(BlockType.TEXT, Map.of("html", "<p>One</p>")));
        window.focus();
        robot.type(KeyCode.DOWN).write("/");
        putIn("butt");
        window.waitForKept(draft, design -> design.blocks().size() == 2 && design.blocks().getLast().type() == BlockType.BUTTON, "has a button");
        robot.write("See prices");
        window.waitForKept(draft, design -> design.blocks().getLast().get("label").equals("See prices"), "has the button's words");
        robot.type(KeyCode.ESCAPE).type(KeyCode.ALT, KeyCode.UP);
        window.waitForKept(draft, design -> design.blocks().getFirst().type() == BlockType.BUTTON, "has moved it up");
        robot.type(KeyCode.CONTROL, KeyCode.D);
        window.waitForKept(draft, design -> design.blocks().size() == 3, "has it twice");
        robot.type(KeyCode.DELETE);
        window.waitForKept(draft, design -> design.blocks().size() == 2, "has it once");
        robot.type(KeyCode.CONTROL, KeyCode.Z);
        window.waitForKept(draft, design -> design.blocks().size() == 3, "has taken it back");
    }

    @Test
    void aSlashInAnEmptyParagraphShowsWhatCanBePutInAndLeavesNoSlash() {
        var text = Block.of(BlockType.TEXT, Map.of());
        var draft = open(text);
        window.edit(text);
        robot.write("/");
        putIn("heading");
        window.waitForKept(draft, design -> design.blocks().size() == 2, "has a heading");
        robot.write("Brighter");
        window.waitForKept(draft, design -> design.blocks().getLast().get("html").equals("Brighter"), "keeps the heading's words");
        assertEquals("", window.design(draft).blocks().getFirst().get("html"));
    }

    @Test
    void aBlockIsDraggedFromThePaletteToWhereTheLineShows() {
        var first = Block.of(BlockType.TEXT, Map.of("html", "<p>One</p>"));
        var second = Block.of(BlockType.TEXT, Map.of("html", "<p>Two</p>"));
        var draft = open(first, second);
        var box = String.valueOf(window.script("(function () { var at = document.querySelector('[data-cv=\"" + second.id() + "\"]').getBoundingClientRect(); return at.left + at.width / 2 + ' ' + (at.top + 2); })()")).split(" ");
        var to = Robot.onScreen(() -> {
            var web = (WebView) window.find("#canvas");
            return web.localToScene(Double.parseDouble(box[0]) * web.getZoom(), Double.parseDouble(box[1]) * web.getZoom());
        });
        robot.drag("Line", to.getX(), to.getY());
        window.waitForKept(draft, design -> design.blocks().size() == 3 && design.blocks().get(1).type() == BlockType.DIVIDER, "has the line between the two");
        assertEquals("none", window.script("document.getElementById('line').style.display"));
    }

    @Test
    void aPastedPictureAndAPastedPictureFileEachBecomeABlockOfTheWorkspacesOwn() throws Exception {
        var draft = open(Block.of(BlockType.TEXT, Map.of("html", "<p>One</p>")), Block.of(BlockType.FOOTER));
        window.focus();
        robot.type(KeyCode.DOWN);
        paste(board -> board.putImage(new WritableImage(2_000, 40)));
        window.waitForKept(draft, design -> design.blocks().size() == 3 && design.blocks().get(1).get("src").matches("file:[0-9a-f]{64}\\.\\w+"), "has the picture behind the text");
        assertEquals(PictureStore.WIDEST, workspace.pictures().find(window.design(draft).blocks().get(1).get("src")).orElseThrow().width());
        var file = Files.write(folder.resolve("panel.PNG"), Snapshots.png(new WritableImage(30, 30)));
        var list = Files.writeString(folder.resolve("prices.txt"), "USD 4.58");
        paste(board -> board.putFiles(List.of(list.toFile(), file.toFile())));
        window.waitForKept(draft, design -> design.blocks().size() == 4 && design.blocks().get(2).type() == BlockType.PICTURE, "has the file's picture behind it");
    }

    @Test
    void anAdviceMarksItsWordsOnTheMailAndMendsThemThereWithAWayBack() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>Dear <b>Sir</b> or Madam,</p><p>" + "we are the makers of these panels and would like to send you the prices that we have for the new season. ".repeat(24) + "</p>"));
        var draft = open(Block.of(BlockType.HEADING, Map.of("html", "Panels")), text, Block.of(BlockType.FOOTER));
        robot.waitForText("“Dear Sir or Madam” greets nobody").press("“Dear Sir or Madam” greets nobody");
        Robot.waitFor(() -> window.marked().equals("Dear Sir or Madam"), "marks the words");
        window.save("advice-on-canvas");
        robot.press("Mend");
        window.waitForKept(draft, design -> design.blocks().get(1).get("html").startsWith("<p>Hello{% if first_name %} {{ first_name }}{% endif %}"), "greets the reader");
        robot.press("Undo");
        window.waitForKept(draft, design -> design.blocks().get(1).equals(text), "has the words back");
    }

    private void paste(Consumer<ClipboardContent> fill) {
        Robot.onScreen(() -> {
            var content = new ClipboardContent();
            fill.accept(content);
            return Clipboard.getSystemClipboard().setContent(content);
        });
        robot.type(KeyCode.CONTROL, KeyCode.V);
    }

    @Test
    void nothingInTheMailRuns() {
        open(Block.of(BlockType.RAW_HTML, Map.of("html", "<p id=\"ours\">x</p><script>window.ran = 1</script><img src=\"data:,\" onerror=\"window.ran = 1\"><a href=\"javascript:window.ran=1\">y</a><iframe srcdoc=\"<script>parent.ran=1</script>\"></iframe>")));
        assertEquals("true", window.script("!!document.getElementById('ours')"));
        assertEquals("undefined", window.script("typeof window.ran"));
        assertEquals("0", window.script("document.querySelectorAll('#mail script, #mail iframe').length"));
    }
}
