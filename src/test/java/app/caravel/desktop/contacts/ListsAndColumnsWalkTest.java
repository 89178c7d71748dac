package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PopupControl;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextField;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.QueryParser;
import app.caravel.contact.ContactList;
import app.caravel.desktop.kit.PagedTable;
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

/** A person combines, renames and deletes lists, and chooses the table's columns, in the real window. */
class ListsAndColumnsWalkTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 60);
        workspace.segments().create("Nobody of the fair", QueryParser.parse("-list:\"Light + Building\"").get());
        window(Theme.Choice.LIGHT, Language.ENGLISH);
    }

    private void window(Theme.Choice choice, Language language) {
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(frame.ui().theme(), () -> frame);
        go(Place.CONTACTS);
        robot.waitForText("Light + Building");
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

    private void pressIcon(String word) {
        Robot.onScreen(() -> {
            robot.scene().getRoot().lookupAll(".button").stream().filter(node -> word.equals(node.getAccessibleText()) && node.isVisible()).map(node -> (Button) node).findFirst().orElseThrow().fire();
            return true;
        });
    }

    private void write(String text) {
        Robot.onScreen(() -> {
            ((TextField) Objects.requireNonNull(robot.scene().getRoot().lookup(".dialog-box .text-field"))).setText(text);
            return true;
        });
    }

    private List<String> lists() {
        return workspace.lists().all().stream().map(ContactList::name).toList();
    }

    @Test
    void listsAreCombinedWithTheirCountBefore() {
        pressIcon("Combine lists");
        robot.waitForText("Choose two lists or more.");
        press("Canton Fair 2026");
        press("Light + Building");
        robot.waitForText("77 people are in at least one of them.");
        robot.press("In every one").waitForText("0 people are in every one of them.");
        robot.press("In the first alone").waitForText("60 people of “Canton Fair 2026” are in none of the others.");
        picture("combine-english-light");
        write("Fair without the others");
        robot.press("Make the list").waitForText("List “Fair without the others” made");
        assertEquals(60, workspace.lists().get("Fair without the others").size());
        robot.press("Undo");
        Robot.waitFor(() -> lists().size() == 2, "the list goes again");
    }

    /** A tick of the box: the same name stands in the pane beside it too. */
    private void press(String list) {
        Robot.waitFor(() -> tick(list) != null, "offers " + list);
        Robot.onScreen(() -> {
            Objects.requireNonNull(tick(list)).fire();
            return true;
        });
    }

    private javafx.scene.control.@org.jspecify.annotations.Nullable CheckBox tick(String list) {
        return robot.scene().getRoot().lookupAll(".dialog-box .check-box").stream().map(node -> (javafx.scene.control.CheckBox) node).filter(box -> box.getText().equals(list)).findFirst().orElse(null);
    }

    @Test
    void aListIsRenamedAndDeletedAndSegmentsAreMinded() {
        robot.press("Light + Building").waitForText("17 of 77 people fit");
        pressIcon("Rename this list");
        robot.waitForText("Segments that name the list follow.");
        write("Frankfurt");
        robot.press("Rename").waitForText("The list is called “Frankfurt” now").waitForText("1 segment that names it follows");
        assertEquals("-list:Frankfurt", workspace.segments().get("Nobody of the fair").query().text());
        pressIcon("Delete this list");
        robot.waitForText("List “Frankfurt” deleted").waitForText("Its people stay. The segment “Nobody of the fair” names it and finds nobody by it now.");
        assertEquals(List.of("Canton Fair 2026"), lists());
    }

    @Test
    void aSegmentIsLookedThrough() {
        robot.press("Nobody of the fair").waitForText("60 of 77 people fit");
        pressIcon("Check who can be written to");
        robot.waitForText("60 people, 60 can be written to");
    }

    @Test
    void columnsAreChosenAndRemembered() {
        robot.press("Light + Building").waitForText("17 of 77 people fit");
        tickColumn("Role");
        tickColumn("Grade");
        Robot.waitFor(() -> heads().contains("Role") && heads().contains("Grade"), "shows them");
        robot.waitForText("Purchasing");
        picture("columns-english-light");
        closeWindow();
        window(Theme.Choice.DARK, Language.CHINESE);
        Robot.waitFor(() -> heads().contains("Grade") && heads().contains("职务"), "remembers them");
        picture("columns-chinese-dark");
        tickColumn("恢复默认列");
        Robot.waitFor(() -> !heads().contains("Grade"), "forgets them");
    }

    private PagedTable<?> table() {
        return (PagedTable<?>) robot.scene().lookup(".contacts-table");
    }

    private List<String> heads() {
        return table().getVisibleLeafColumns().stream().map(TableColumnBase::getText).toList();
    }

    private void tickColumn(String word) {
        pressIcon(frame.ui().text("kit.choose-columns"));
        Robot.onScreen(() -> {
            var menu = Window.getWindows().stream().filter(javafx.scene.control.ContextMenu.class::isInstance).map(javafx.scene.control.ContextMenu.class::cast).filter(PopupControl::isShowing).findFirst().orElseThrow();
            MenuItem item = menu.getItems().stream().filter(each -> word.equals(each.getText())).findFirst().orElseThrow(() -> new AssertionError(menu.getItems().stream().map(MenuItem::getText).toList().toString()));
            if (item instanceof javafx.scene.control.CheckMenuItem check) {
                check.setSelected(!check.isSelected());
            }
            item.fire();
            menu.hide();
            return true;
        });
    }

    private void picture(String name) {
        Snapshots.settle(frame.ui().background());
        var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.write(picture, Path.of("target/screens/" + name.toLowerCase(Locale.ROOT) + ".png"));
        assertTrue(picture.getWidth() == 1280);
    }
}
