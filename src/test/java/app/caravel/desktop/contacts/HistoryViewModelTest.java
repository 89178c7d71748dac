package app.caravel.desktop.contacts;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Filter;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer.Undone;
import app.caravel.contact.imports.PastImport;
import app.caravel.contact.imports.Progress;
import app.caravel.contact.imports.Reject;
import app.caravel.desktop.contacts.HistoryViewModel.Entry;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

class HistoryViewModelTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private HistoryViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        model = new HistoryViewModel(workspace, new InlineBackground());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<Entry> entries() {
        return Objects.requireNonNull(model.entries().value());
    }

    private PastImport imported() {
        return assertInstanceOf(Entry.Imported.class, entries().getLast()).past();
    }

    @Test
    void anImportIsTakenBackLaterAndItsRowsLeftOutAreSavedThoughTheFileIsGone() throws Exception {
        model.load();
        assertEquals(List.of(), entries());
        var file = ImportData.chinese(folder, 60);
        workspace.importer().run(file, ImportOptions.NOTICED, "Autumn", Progress.NONE);
        Files.delete(file);
        model.load();
        var past = imported();
        assertEquals(List.of("buyers_autumn_2026.csv", "Autumn", 62L, 1L, 3L), List.of(past.file(), Objects.requireNonNull(past.list()), past.added(), past.merged(), past.rejected()));
        var rejects = new ArrayList<Reject>();
        model.rejects(past, rejects::addAll);
        assertEquals(3, rejects.size());
        var saved = folder.resolve("left out.csv");
        model.saveRejects(past, saved, () -> {});
        var lines = Files.readAllLines(saved, Charset.forName("GB18030"));
        assertEquals("公司名称;联系人;E-Mail;国家;电话;客户等级;上次下单;业务员;备注2", lines.getFirst());
        assertEquals(4, lines.size());
        Files.writeString(saved, Files.readString(saved, Charset.forName("GB18030")).replace("info@@gulf", "info@gulf.example"), Charset.forName("GB18030"));
        assertEquals(1, workspace.importer().check(saved, ImportOptions.NOTICED, Progress.NONE).result().added(), "mended, it is imported like any file");
        var undone = new ArrayList<Undone>();
        model.undo(past, undone::add);
        assertEquals(new Undone(62, 0, 0), undone.getFirst());
        assertNotNull(imported().undoneAt());
        assertEquals(0, workspace.contacts().count(Filter.EVERYONE));
    }

    @Test
    void whoWasDeletedIsBroughtBack() throws Exception {
        workspace.importer().run(ImportData.text(folder, "two.csv", "Name,E-mail\nAnna Berg,a@x.example\nBo Dahl,b@x.example\n"), ImportOptions.NOTICED, "Two", Progress.NONE);
        workspace.deletions().delete(workspace.contacts().ids(Filter.EVERYONE));
        model.load();
        var past = assertInstanceOf(Entry.Deleted.class, entries().getFirst()).past();
        assertEquals(2, past.people());
        assertEquals("Anna Berg", past.someone());
        var back = new ArrayList<Integer>();
        model.bringBack(past, back::add);
        assertEquals(List.of(2), back);
        assertEquals(2, workspace.contacts().count(Filter.EVERYONE));
        assertEquals(1, entries().size(), "nobody of it is away any more");
    }
}
