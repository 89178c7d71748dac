package app.caravel.desktop.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

/** A salesperson walks through a person's page and his company in the real window. */
class PersonWalkTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Frame frame;
    private Robot robot;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        PersonData.fill(workspace, folder);
        frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        robot = Robot.show(frame.ui().theme(), () -> frame);
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

    private <T extends Node> void focused(Class<T> type) {
        Robot.waitFor(() -> type.isInstance(robot.scene().getFocusOwner()), "puts the focus into a " + type.getSimpleName());
    }

    @Test
    void aFactIsEditedInPlaceAndTakenBackByKey() {
        go(Place.person(PersonData.KATRIN));
        robot.waitForText("What is known").pressOn("#fact-city");
        focused(TextField.class);
        robot.type(KeyCode.SHORTCUT, KeyCode.A).write("Bremen").type(KeyCode.ENTER);
        robot.waitForText("The city is changed").waitForText("City: Hamburg → Bremen");
        assertEquals("Bremen", workspace.contacts().find(PersonData.KATRIN).orElseThrow().city());
        robot.press("Changes").type(KeyCode.SHORTCUT, KeyCode.Z);
        Robot.waitFor(() -> "Hamburg".equals(workspace.contacts().find(PersonData.KATRIN).orElseThrow().city()), "takes it back");
        Robot.waitFor(() -> !robot.shows("City: Hamburg → Bremen"), "forgets the change");
        robot.pressOn("#fact-first_name");
        focused(TextField.class);
        robot.write("x").type(KeyCode.ESCAPE);
        Robot.waitFor(() -> robot.shows("Katrin"), "leaves the name as it was");
        assertEquals("Katrin", workspace.contacts().find(PersonData.KATRIN).orElseThrow().firstName());
        robot.pressOn("#fact-language");
        focused(ComboBox.class);
        Robot.waitFor(() -> ((ComboBox<?>) robot.scene().getFocusOwner()).isShowing(), "shows the languages");
        robot.type(KeyCode.UP).type(KeyCode.ENTER).waitForText("The language is changed");
        assertEquals("fr", workspace.contacts().find(PersonData.KATRIN).orElseThrow().language());
        robot.press("k.weber@nordlicht.de");
        focused(TextField.class);
        robot.type(KeyCode.SHORTCUT, KeyCode.A).write("brandt@nordlicht.de").type(KeyCode.ENTER);
        robot.waitForText("Jonas Brandt has brandt@nordlicht.de already. Merge both if they are the same person.");
        robot.press("Merge both").waitForText("Both are one contact now").waitForText("brandt@nordlicht.de");
        assertTrue(workspace.contacts().find(PersonData.KATRIN).isEmpty());
        assertEquals("Katrin Weber", workspace.contacts().find(PersonData.JONAS).orElseThrow().name());
        robot.type(KeyCode.SHORTCUT, KeyCode.Z);
        Robot.waitFor(() -> workspace.contacts().find(PersonData.KATRIN).isPresent(), "takes the merge back");
    }

    @Test
    void aFollowUpIsDoneOnTodayAndANoteIsWritten() {
        go(Place.TODAY);
        robot.waitForText("Planned for today").waitForText("Ask about the container in December");
        Robot.waitFor(() -> !robot.shows("Call first"), "names her once");
        var done = Robot.onScreen(() -> robot.scene().getRoot().lookupAll(".button").stream().filter(node -> "Done".equals(node.getAccessibleText())).findFirst().orElseThrow());
        Robot.onScreen(() -> {
            ((javafx.scene.control.Button) done).fire();
            return true;
        });
        robot.waitForText("Katrin Weber is followed up");
        assertTrue(workspace.nextSteps().of(PersonData.KATRIN).isEmpty());
        robot.press("Undo").waitForText("Planned for today");
        robot.press("Katrin Weber").waitForText("What is known").pressOn(".note-field");
        focused(TextArea.class);
        robot.write("asked for samples").type(KeyCode.SHORTCUT, KeyCode.ENTER).waitForText("The note is kept").waitForText("asked for samples");
        assertEquals(2, workspace.notes().of(PersonData.KATRIN).size());
    }

    @Test
    void fromTheTableToThePersonToTheCompanyAndBack() {
        go(Place.CONTACTS);
        robot.waitForText("Jonas Brandt").press("Jonas Brandt").waitForText("brandt@nordlicht.de");
        Robot.onScreen(() -> {
            robot.scene().lookup(".contacts-table").requestFocus();
            return true;
        });
        Robot.waitFor(() -> robot.scene().lookup(".contacts-table") instanceof PagedTable<?> table && table.selectedRow().get() != null, "has a row chosen");
        robot.type(KeyCode.ENTER).waitForText("What is known").waitForText("Everyone");
        robot.press("Everyone").waitForText("All companies");
        Robot.waitFor(() -> robot.shows("Written to 2 times in 30 days"), "tells how often each was written to");
        robot.press("All companies").waitForText("3 companies");
        go(Place.person(99_999));
        robot.waitForText("This contact is no longer here");
    }

    @Test
    void theChosenAreTaggedAndUntagged() {
        go(Place.CONTACTS);
        robot.waitForText("Pierre Dubois").press("Pierre Dubois");
        Robot.onScreen(() -> {
            robot.scene().lookup(".contacts-table").requestFocus();
            return true;
        });
        robot.type(KeyCode.SHORTCUT, KeyCode.A).waitForText("All 6 that fit are chosen").press("Tag").press("New tag").waitForText("A new tag for 6 people");
        focused(TextField.class);
        robot.write("Pays late").type(KeyCode.ENTER).waitForText("6 people tagged Pays late");
        var tag = workspace.tags().create("Pays late");
        robot.press("Pays late");
        Robot.waitFor(() -> robot.scene().lookup(".contacts-table") instanceof PagedTable<?> table && table.countProperty().get() == 6, "shows who wears it");
        robot.press("Undo");
        Robot.waitFor(() -> workspace.contacts().count(Filter.EVERYONE.withTag(tag.id())) == 0, "takes it off again");
    }
}
