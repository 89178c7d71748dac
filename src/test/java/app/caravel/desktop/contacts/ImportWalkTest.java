package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.scene.control.ComboBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Filter;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.contact.imports.Progress;
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

/** A person imports a file in the real window. */
class ImportWalkTest {

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), desk, ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(frame.ui().theme(), () -> frame);
        go(Place.IMPORT);
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

    private void go(Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
    }

    @Test
    void aFileIsChosenCorrectedImportedAndTakenBack() throws IOException {
        desk.chosen = ImportData.chinese(folder, 60);
        robot.waitForText("Drop your Excel, CSV or vCard file here").press("Choose a file").waitForText("buyers_autumn_2026.csv");
        robot.waitForText("Read as GB18030 (noticed). If names look broken, choose another below.").waitForText("1 address cannot be used");
        Robot.onScreen(() -> {
            column("客户等级").getSelectionModel().select(column("客户等级").getItems().size() - 1); // leave out
            return true;
        });
        robot.waitForText("chosen by you").press("Import 63 people").waitForText("63 people imported");
        assertEquals(62, workspace.contacts().count(Filter.EVERYONE));
        robot.waitForText("“info@@gulf” cannot be used as a mail address");
        desk.chosen = folder.resolve("left out.csv");
        robot.press("Save the 3 left out as a file").waitForText("Saved as left out.csv");
        assertTrue(Files.exists(folder.resolve("left out.csv")));
        robot.press("Undo this import").waitForText("The import was taken back");
        assertEquals(0, workspace.contacts().count(Filter.EVERYONE));
    }

    @Test
    void whomAnImportWouldChangeIsSeenBeforeItIsDone() throws IOException {
        go(Place.importOf(ImportData.chinese(folder, 60)));
        robot.press("Import 63 people").waitForText("63 people imported");
        var later = ImportData.later(folder, 60);
        long changed = workspace.importer().check(later, ImportOptions.NOTICED.withMerge(MergePolicy.OVERWRITE), Progress.NONE).changed();
        go(Place.importOf(later));
        robot.waitForText("Import 62 people").waitForText("Their empty fields are filled; what they have stays.").waitForText("Head of Purchasing");
        robot.press("Leave").press("none of them changes").press("Would change 0").waitForText("Nobody who is here already would change");
        robot.press("Overwrite").press(changed + " of them change").press("Left out 1").waitForText("海湾照明;Rashid;info@@gulf;;;B");
        robot.press("Import 62 people").waitForText("62 people imported");
        assertEquals("Hamburg", workspace.contacts().find(new app.caravel.contact.EmailAddress("k.weber@nordlicht.example")).orElseThrow().city());
    }

    private ComboBox<?> column(String header) {
        return robot.scene().getRoot().lookupAll(".column-target").stream().map(node -> (ComboBox<?>) node).filter(box -> header.equals(box.getAccessibleText())).findFirst().orElseThrow();
    }

    @Test
    void aBadFileSaysWhatToDoAndAnotherIsTaken() throws IOException {
        go(Place.importOf(ImportData.text(folder, "empty.csv", "")));
        robot.waitForText("empty.csv is empty.");
        go(Place.importOf(ImportData.withoutAddresses(folder)));
        robot.waitForText("No column of prices.xlsx holds mail addresses. Say which one does, or choose another sheet.").waitForText("No column holds addresses yet");
        go(Place.importOf(ImportData.text(folder, "nobody.csv", "Name,E-mail\nA,none\nB,n/a\nC,k@@x\n")));
        robot.waitForText("Every row would be left out");
        desk.chosen = ImportData.workbook(folder);
        robot.press("Other file").waitForText("fair.xlsx").waitForText("Import 3 people");
    }

    @Test
    void anImportThatWasLeftEndsInAToast() throws IOException {
        var rows = new StringBuilder("Name,E-mail\n");
        for (int i = 0; i < 30_000; i++) {
            rows.append("Buyer ").append(i).append(",b").append(i).append("@many.example\n");
        }
        go(Place.importOf(ImportData.text(folder, "many.csv", rows.toString())));
        robot.press("Import 30,000 people");
        go(Place.CONTACTS);
        robot.waitForText("30,000 people imported").press("See them").waitForText("No row was left out");
    }

    @Test
    void whatIsCancelledLeavesNothingBehind() throws IOException {
        var rows = new StringBuilder("Name,E-mail\n");
        for (int i = 0; i < 120_000; i++) {
            rows.append("Buyer ").append(i).append(",b").append(i).append("@many.example\n");
        }
        go(Place.importOf(ImportData.text(folder, "many.csv", rows.toString())));
        robot.press("Import 120,000 people").press("Cancel").waitForText("Import 120,000 people");
        Robot.waitFor(() -> workspace.contacts().count(Filter.EVERYONE) == 0, "takes all back");
        assertTrue(workspace.lists().find("many").isEmpty());
    }
}
