package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;

import app.caravel.campaign.Campaign;
import app.caravel.content.design.Block;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The window with a draft in Compose, as a person has it before her. */
final class ComposerWindow implements AutoCloseable {

    final Frame frame;
    final Robot robot;
    private final Workspace workspace;
    private final Theme theme;

    ComposerWindow(Workspace workspace, Language language, Theme.Choice choice, TestUi.NoDesk desk) {
        this.workspace = workspace;
        Robot.startToolkit();
        theme = Robot.onScreen(() -> new Theme(choice, language));
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, desk, ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(theme, () -> frame);
    }

    ComposerWindow(Workspace workspace) {
        this(workspace, Language.ENGLISH, Theme.Choice.LIGHT, new TestUi.NoDesk());
    }

    /** Opens the draft and waits until its mail is drawn. */
    ComposerWindow open(Campaign draft) {
        Robot.onScreen(() -> {
            frame.ui().go(Place.content(draft.id()));
            return true;
        });
        Robot.waitFor(() -> frame.lookup("#canvas") != null && Boolean.TRUE.equals(canvas().script("!!window.host && document.getElementById('mail').childNodes.length > 0")), "draws the mail");
        return this;
    }

    Canvas canvas() {
        return Objects.requireNonNull(frame.lookupAll("#canvas").stream().map(Node::getParent).map(Canvas.class::cast).findFirst().orElse(null));
    }

    String script(String code) {
        return Robot.onScreen(() -> String.valueOf(canvas().script(code)));
    }

    /** What the subject says, with its fields as they are written. */
    String subject() {
        return ((ChipLine) find("#subject")).says();
    }

    /** What is marked on the mail. To be asked on the JavaFX thread. */
    String marked() {
        return String.valueOf(canvas().script("window.getSelection().toString()"));
    }

    void focus() {
        Robot.onScreen(() -> {
            canvas().focus();
            return true;
        });
    }

    void edit(Block block) {
        Robot.onScreen(() -> {
            canvas().edit(block.id());
            return true;
        });
    }

    Campaign kept(Campaign draft) {
        return workspace.campaigns().find(draft.id()).orElseThrow();
    }

    Design design(Campaign draft) {
        return DesignJson.read(Objects.requireNonNull(kept(draft).original().source()));
    }

    void waitForKept(Campaign draft, Predicate<Design> fits, String what) {
        try {
            Robot.waitFor(() -> fits.test(design(draft)), what);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + DesignJson.write(design(draft)), e);
        }
    }

    /** The node that a query finds. */
    Node find(String query) {
        return Objects.requireNonNull(frame.lookup(query), query);
    }

    /** Leaves a picture of the window. */
    void save(String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
        assertEquals(1280, picture.getWidth());
        Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
    }

    /** What the name of a picture says of language and theme. */
    static String look(Language language, Theme.Choice choice) {
        return (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : "");
    }

    @Override
    public void close() {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }
}
