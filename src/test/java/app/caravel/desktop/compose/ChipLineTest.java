package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.Robot;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The subject as a person writes it: fields are chips in it, whatever is typed, pasted or taken out. */
class ChipLineTest {

    private static final String FIELD = "{{ first_name | default: \"friend\" }}";

    @TempDir
    Path folder;

    private Workspace workspace;
    private ComposerWindow window;
    private Robot robot;
    private Campaign draft;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO company (id, name) VALUES (1, 'Nordlicht Handel GmbH')");
            h.execute("INSERT INTO contact (id, address, written_address, name, first_name, company_id, country, created_at, changed_at) VALUES (1, 'k@x.example', 'k@x.example', 'KATRIN WEBER', 'Katrin', 1, 'DE', 0, 0)");
            h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
        });
        draft = workspace.campaigns().create("Autumn", Audience.of(list), null, FIELD + ", panels", "", null, Original.design(DesignJson.write(Design.empty(Design.Layout.LETTER, "en"))));
        window = new ComposerWindow(workspace);
        robot = window.robot;
        window.open(draft);
    }

    @AfterEach
    void close() {
        window.close();
        workspace.close();
    }

    private void waitForSubject(String subject) {
        Robot.waitFor(() -> window.kept(draft).subject().equals(subject), "has the subject " + subject + " for " + window.kept(draft).subject());
    }

    private List<String> chips() {
        return Robot.onScreen(() -> window.find("#subject").lookupAll(".merge-field").stream().map(chip -> ((Labeled) chip).getText()).toList());
    }

    @Test
    void aFieldIsAChipThatIsTakenOutWholeAndComesBack() {
        assertEquals(List.of("First name"), chips());
        robot.pressOn("#subject").type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.BACK_SPACE);
        waitForSubject(", panels");
        assertEquals(List.of(), chips());
        robot.type(KeyCode.CONTROL, KeyCode.Z);
        waitForSubject(FIELD + ", panels");
        assertEquals(List.of("First name"), chips());
        robot.type(KeyCode.END).write(" for {{ company }} now");
        waitForSubject(FIELD + ", panels for {{ company }} now");
        assertEquals(List.of("First name", "Company"), chips());
    }

    @Test
    void anInputMethodWritesIntoItAndWhatIsCopiedIsTheFieldAsItIsWritten() {
        robot.pressOn("#subject").type(KeyCode.HOME).type(KeyCode.RIGHT);
        compose("nihao", "");
        assertEquals(FIELD + ", panels", Robot.onScreen(() -> window.subject()));
        compose("", "你好");
        waitForSubject(FIELD + "你好, panels");
        robot.type(KeyCode.CONTROL, KeyCode.A).type(KeyCode.CONTROL, KeyCode.C);
        assertEquals(FIELD + "你好, panels", Robot.onScreen(() -> Clipboard.getSystemClipboard().getString()));
        robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.CONTROL, KeyCode.V);
        window.waitForKept(draft, design -> design.preheader().equals(FIELD + "你好, panels"), "has the same as the preview line");
    }

    private void compose(String composed, String committed) {
        Robot.onScreen(() -> {
            var runs = composed.isEmpty() ? List.<InputMethodTextRun>of() : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
            ((ChipLine) window.find("#subject")).handleInputMethodEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
            return true;
        });
    }

    @Test
    void aPressedChipSaysWhatStandsInAndHowItIsShownToThisReader() {
        robot.pressOn("#subject").type(KeyCode.CONTROL, KeyCode.A).type(KeyCode.DELETE).write("/");
        Robot.waitFor(() -> window.frame.lookup(".find-field") != null && window.find(".find-field").isFocused(), "shows the fields");
        robot.write("comp").type(KeyCode.ENTER);
        waitForSubject("{{ company }}");
        robot.pressOn("#subject .merge-field");
        robot.waitForText("KATRIN WEBER: “Nordlicht Handel GmbH”");
        Robot.onScreen(() -> {
            @SuppressWarnings("unchecked")
            var ways = (ComboBox<Object>) window.find("#field-box #worded-company");
            ways.setValue(ways.getItems().get(1));
            return true;
        });
        robot.waitForText("KATRIN WEBER: “Nordlicht Handel GmbH” becomes “Nordlicht Handel”");
        robot.pressOn("#field-box #stand-in-company").write("your shop");
        window.save("chip-box");
        robot.type(KeyCode.ENTER);
        waitForSubject("{{ company | default: \"your shop\" | short_company }}");
        assertEquals(List.of("Company"), chips());
    }
}
