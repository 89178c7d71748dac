package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

/** Pictures of the import in both languages and both themes, to be looked at. */
class ImportPicturesTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyStepIsDrawn() throws IOException {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                draw(language, choice, (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : ""));
            }
        }
    }

    private void draw(Language language, Theme.Choice choice, String look) throws IOException {
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.IMPORT);
        picture(frame, robot, "import-file" + look);
        go(frame, Place.importOf(ImportData.text(folder, "empty.csv", "")));
        picture(frame, robot, "import-empty" + look);
        go(frame, Place.importOf(ImportData.withoutAddresses(folder)));
        picture(frame, robot, "import-no-address" + look);
        go(frame, Place.importOf(ImportData.workbook(folder)));
        picture(frame, robot, "import-sheet" + look);
        go(frame, Place.importOf(ImportData.chinese(folder, 300)));
        picture(frame, robot, "import" + look);
        robot.press(frame.ui().text("contacts.import-people", "n", 303));
        picture(frame, robot, "import-result" + look);
        go(frame, Place.importOf(ImportData.later(folder, 300)));
        robot.press(frame.ui().text("imports.merge-overwrite"));
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> {
            robot.scene().getRoot().lookupAll(".scroll-pane").stream().map(node -> (ScrollPane) node).filter(pane -> pane.getContent().getStyleClass().contains("import-page"))
                    .forEach(pane -> pane.setVvalue(1));
            return true;
        });
        picture(frame, robot, "import-merges" + look);
        robot.press(frame.ui().text("imports.merge-fill"));
        asLastTime(frame, robot, look);
        go(frame, Place.IMPORT_HISTORY);
        picture(frame, robot, "import-history" + look);
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    /** What a column becomes is said of one file, and proposed for the next like it. */
    private void asLastTime(Frame frame, Robot robot, String look) throws IOException {
        var rows = "Katrin Weber;katrin%1$d@nordlicht.example;Head of purchasing;A\nJohn Smith;john%1$d@northgate.example;Owner;B\n";
        go(frame, Place.importOf(ImportData.text(folder, "fair_spring.csv", "Buyer;E-mail;Was er macht;Grade\n" + rows.formatted(1))));
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> {
            var box = robot.scene().getRoot().lookupAll(".column-target").stream().map(node -> (ComboBox<?>) node).filter(each -> "Was er macht".equals(each.getAccessibleText())).findFirst().orElseThrow();
            var role = frame.ui().text("contacts.field-role");
            box.getSelectionModel().select(box.getItems().stream().map(each -> text(box, each)).toList().indexOf(role));
            return true;
        });
        robot.press(frame.ui().text("contacts.import-people", "n", 2));
        Snapshots.settle(frame.ui().background());
        go(frame, Place.importOf(ImportData.text(folder, "fair_autumn.csv", "Was er macht;Buyer;E-mail;Grade\nOwner;Ann Lee;ann@northgate.example;A\n;Li Wei;li@northgate.example;B\n")));
        picture(frame, robot, "import-as-last-time" + look);
    }

    private static <T> String text(ComboBox<T> box, Object item) {
        @SuppressWarnings("unchecked")
        var one = (T) item;
        return box.getConverter().toString(one);
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
        assertEquals(1280, picture.getWidth());
    }
}
