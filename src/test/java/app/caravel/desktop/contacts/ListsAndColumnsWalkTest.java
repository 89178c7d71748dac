package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PopupControl;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextField;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.QueryParser;
import app.caravel.contact.ContactList;
import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
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

    @Test
    void combiningIsDrawnInEveryLook() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                closeWindow();
                window(choice, language);
                pressIcon(frame.ui().text("paste.combine"));
                press("Canton Fair 2026");
                press("Light + Building");
                robot.press(frame.ui().text("paste.way-without"));
                picture("combine-" + language + "-" + choice);
            }
        }
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

    @Test
    void theTableIsSortedByAColumnOfTheirOwnAndTheArrowStays() {
        robot.press("Light + Building").waitForText("17 of 77 people fit");
        tickColumn("Grade");
        sortBy("Grade", TableColumn.SortType.DESCENDING);
        Robot.waitFor(() -> rowAt(0).map(row -> "C".equals(row.attributes().get("Grade"))).orElse(false), "begins with the last grade");
        sortBy("State", TableColumn.SortType.ASCENDING);
        Robot.waitFor(() -> rowAt(0).map(row -> row.suppressed() != null).orElse(false) && rowAt(2).map(row -> row.suppressed() == null).orElse(false), "begins with those not to be written to");
        assertEquals(1, table().getSortOrder().size());
    }

    @Test
    void aTagNarrowsTheListAndWhatIsTypedNarrowsBoth() {
        var people = workspace.contacts().ids(Filter.ofList(workspace.lists().get("Light + Building").id()));
        workspace.tags().add(workspace.tags().create("Visits the fair").id(), people.subList(0, 9));
        workspace.tags().add(workspace.tags().create("Visits the fair").id(), workspace.contacts().ids(Filter.EVERYONE).subList(0, 12));
        go(Place.TODAY);
        go(Place.CONTACTS);
        robot.waitForText("Visits the fair").press("Light + Building").waitForText("17 of 77 people fit");
        int both = workspace.contacts().count(Filter.ofList(workspace.lists().get("Light + Building").id()).withTag(workspace.tags().all().getFirst().id()));
        robot.press("Visits the fair").waitForText(both + " of 77 people fit");
        picture("tag-and-list-english-light");
        robot.pressOn(".text-field").write("aisha").waitForText("1 of 77 people fit").waitForText("Aisha Khan");
        robot.pressOn(".text-field").type(javafx.scene.input.KeyCode.SHORTCUT, javafx.scene.input.KeyCode.A).type(javafx.scene.input.KeyCode.DELETE).waitForText(both + " of 77 people fit");
        Robot.onScreen(() -> {
            robot.scene().getRoot().lookupAll(".side-left .rail-item").stream().filter(node -> node instanceof javafx.scene.control.ToggleButton toggle && toggle.isSelected() && toggle.lookup(".label") != null
                    && toggle.lookupAll(".label").stream().anyMatch(label -> label instanceof javafx.scene.control.Label words && words.getText().equals("Visits the fair")))
                    .map(node -> (javafx.scene.control.ToggleButton) node).findFirst().orElseThrow().fire();
            return true;
        });
        robot.waitForText("17 of 77 people fit");
    }

    /** As a press on the head does. */
    private <R> void sortBy(String head, TableColumn.SortType way) {
        @SuppressWarnings("unchecked")
        var sorted = (PagedTable<R>) table();
        Robot.onScreen(() -> {
            var column = sorted.getColumns().stream().filter(each -> head.equals(each.getText())).findFirst().orElseThrow();
            assertTrue(column.isSortable());
            column.setSortType(way);
            return sorted.getSortOrder().setAll(List.of(column));
        });
    }

    private Optional<ContactRow> rowAt(int place) {
        return Optional.ofNullable(table().held(place)).map(ContactRow.class::cast);
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
