package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Filter;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.reason.Reason;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportViewModelTest {

    @TempDir
    Path folder;

    private final List<Reason> failed = new ArrayList<>();
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 3);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ExportViewModel model() {
        var model = new ExportViewModel(workspace, new InlineBackground(), new Chosen.AllThatFit(Filter.ofList(1), 17));
        model.load();
        return model;
    }

    private static List<String> ticked(ExportViewModel model) {
        return model.columns.stream().filter(column -> column.chosen().get()).map(ExportViewModel.Column::key).toList();
    }

    @Test
    void atFirstTheUsualColumnsAndTheirOwnAreTicked() {
        var model = model();
        assertEquals("address", ticked(model).getFirst());
        assertTrue(ticked(model).contains("Grade"));
        assertFalse(ticked(model).contains("salutation"));
        assertTrue(model.ready.get());
        model.chooseAll(false);
        assertFalse(model.ready.get());
    }

    @Test
    void theChoiceAndItsOrderAreWrittenAndRemembered() throws IOException {
        var model = model();
        model.chooseAll(false);
        for (var column : List.copyOf(model.columns)) {
            if (List.of("address", "name", "Grade").contains(column.key())) {
                column.chosen().set(true);
            }
        }
        var grade = model.columns.stream().filter(column -> column.key().equals("Grade")).findFirst().orElseThrow();
        for (int i = 0; i < 40; i++) {
            model.move(grade, -1);
        }
        model.kind.set(ExportViewModel.Kind.CSV);
        var file = folder.resolve("out.csv");
        var written = new ArrayList<Integer>();
        model.write(file, written::add, failed::add);
        assertEquals(List.of(17), written);
        assertTrue(Files.readString(file).contains("Grade,address,name"), Files.readString(file));
        var again = model();
        assertEquals(List.of("Grade", "address", "name"), ticked(again));
        assertEquals(ExportViewModel.Kind.CSV, again.kind.get());
    }
}
