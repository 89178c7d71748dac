package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person walks through Contacts in the real window. */
class ContactsWalkTest {

    @TempDir
    Path folder;

    private final List<String> opened = new ArrayList<>();
    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 300);
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new AnsweringDesk(), ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(frame.ui().theme(), () -> frame);
        Robot.onScreen(() -> {
            frame.ui().go(Place.CONTACTS);
            return true;
        });
        robot.waitForText("317 people in 23 countries, 317 new this week");
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

    private PagedTable<?> table() {
        return (PagedTable<?>) robot.scene().lookup(".contacts-table");
    }

    /** Waits until the panel has slid in. */
    private void panelIsOpen() {
        Robot.waitFor(() -> robot.scene().lookup(".details-frame") instanceof javafx.scene.Node panel && panel.localToScene(panel.getBoundsInLocal()).getMaxX() <= 1_280, "opens the panel");
    }

    @Test
    void whoIsFilteredAndTickedIsDeletedAndComesBack() {
        robot.pressOn(".text-field").write("nord").waitForText("2 of 317 people fit");
        Robot.waitFor(() -> table().lookupAll(".table-cell.tick").size() >= 2, "shows its ticks");
        robot.pressOn(".table-cell.tick").waitForText("1 chosen");
        robot.press("Choose all 2").waitForText("All 2 that fit are chosen");
        robot.press("Delete").waitForText("2 contacts deleted").waitForText("Nobody fits");
        assertEquals(315, workspace.contacts().count(Filter.EVERYONE));
        robot.press("Undo").waitForText("Katrin Weber");
        assertEquals(317, workspace.contacts().count(Filter.EVERYONE));
        robot.pressOn(".text-field").type(KeyCode.SHORTCUT, KeyCode.A).write("zebra").waitForText("Nobody fits");
        robot.press("Clear filters").waitForText("317 people in 23 countries, 317 new this week");
    }

    @Test
    void allThatFitAreExportedAndEscLetsGo() throws IOException {
        robot.press("Light + Building").waitForText("17 of 317 people fit").press("Katrin Weber").waitForText("k.weber@nordlicht.example");
        robot.type(KeyCode.SHORTCUT, KeyCode.A).waitForText("All 17 that fit are chosen");
        robot.press("Export").waitForText("Columns, in this order").press("Save as a file").waitForText("Saved as people_out.csv");
        assertEquals(18, Files.readAllLines(folder.resolve("people_out.csv")).size());
        robot.press("Open folder");
        assertEquals(List.of(folder.toAbsolutePath().toString()), opened);
        Robot.onScreen(() -> {
            table().requestFocus();
            return true;
        });
        robot.type(KeyCode.ESCAPE);
        Robot.waitFor(() -> !robot.shows("All 17 that fit are chosen"), "lets go");
    }

    @Test
    void theTableIsSortedByItsColumnsAndStaysSo() {
        robot.press("Light + Building").waitForText("17 of 317 people fit");
        Robot.waitFor(() -> first().equals("Aisha Khan"), "begins by name");
        sortBy(2, TableColumn.SortType.ASCENDING);
        Robot.waitFor(() -> first().equals("Gulnara Akhmetova"), "begins by company");
        sortBy(2, TableColumn.SortType.DESCENDING);
        Robot.waitFor(() -> first().equals("Nguyễn Thị Lan"), "begins by the last company");
        assertEquals(1, table().getSortOrder().size());
    }

    /** As a press on the head does; the headless platform calls every press one for a menu, which a head passes over. */
    private <R> void sortBy(int column, TableColumn.SortType way) {
        @SuppressWarnings("unchecked")
        var sorted = (PagedTable<R>) table();
        Robot.onScreen(() -> {
            sorted.getColumns().get(column).setSortType(way);
            return sorted.getSortOrder().setAll(List.of(sorted.getColumns().get(column)));
        });
    }

    private String first() {
        return table().held(0) instanceof ContactRow row ? row.shownName() : "";
    }

    @Test
    void whoWasDeletedMeanwhileIsSaidToBeGone() {
        Robot.onScreen(() -> {
            frame.ui().go(Place.contact(99_999));
            return true;
        });
        robot.waitForText("This contact is no longer here");
    }

    @Test
    void aPersonIsCorrectedInThePanel() {
        robot.press("Light + Building").waitForText("17 of 317 people fit").press("Katrin Weber").waitForText("k.weber@nordlicht.example");
        panelIsOpen();
        robot.press("Correct").waitForText("Full name");
        Robot.waitFor(() -> robot.scene().getFocusOwner() instanceof TextField field && field.getText().equals("Katrin Weber"), "puts the name first");
        robot.type(KeyCode.SHORTCUT, KeyCode.A).write("Katrin Meyer");
        robot.press("Keep");
        robot.waitForText("The contact is corrected");
        Robot.waitFor(() -> workspace.contacts().count(Filter.EVERYONE.withWords("Katrin Meyer")) == 1, "keeps it");
        robot.press("Undo");
        Robot.waitFor(() -> workspace.contacts().count(Filter.EVERYONE.withWords("Katrin Weber")) == 1, "takes it back");
    }

    @Test
    void aHundredThousandAreChosenWithoutReadingThemAll() {
        workspace.database().jdbi().useHandle(h -> h.execute("""
                WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 100999)
                INSERT INTO contact (id, address, written_address, name, created_at, changed_at) SELECT i, 'p' || i || '@many.example', 'p' || i || '@many.example', 'P ' || i, 0, 0 FROM n"""));
        Robot.onScreen(() -> {
            frame.ui().go(Place.TODAY);
            frame.ui().go(Place.CONTACTS);
            return true;
        });
        robot.waitForText("100,317 people in 23 countries, 317 new this week");
        robot.pressOn(".text-field").write("many").waitForText("100,000 of 100,317 people fit");
        long began = System.nanoTime();
        Robot.onScreen(() -> {
            table().requestFocus();
            table().getSelectionModel().selectAll();
            return true;
        });
        robot.waitForText("All 100,000 that fit are chosen");
        assertTrue(System.nanoTime() - began < 5_000_000_000L, "choosing took " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    /** Chooses one file; remembers what it was to open. */
    private final class AnsweringDesk extends TestUi.NoDesk {

        AnsweringDesk() {
            chosen = folder.resolve("people_out.csv");
        }

        @Override
        public void openWithSystem(String address) {
            opened.add(address);
        }
    }
}
