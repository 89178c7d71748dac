package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.Combination.Way;
import app.caravel.audience.QueryParser;
import app.caravel.contact.ContactList;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Lists are combined, renamed, deleted and brought back. */
class ListWorkModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private final List<String> failed = new ArrayList<>();
    private Workspace workspace;
    private ListWorkModel model;
    private int changes;
    private ContactList fair;
    private ContactList canton;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 60);
        fair = workspace.lists().get("Light + Building");
        canton = workspace.lists().get("Canton Fair 2026");
        workspace.lists().add(canton.id(), workspace.contacts().ids(Filter.ofList(fair.id())).subList(0, 5));
        model = new ListWorkModel(workspace, background, () -> changes++);
        model.begin();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<String> names() {
        return workspace.lists().all().stream().map(ContactList::name).toList();
    }

    @Test
    void peopleAreCountedForEachWayBeforeAnythingIsMade() {
        assertNull(model.count().get());
        model.lists.add(fair.id());
        assertNull(model.count().get(), "one list is no combination");
        model.lists.add(canton.id());
        assertEquals(77, model.count().get());
        model.way.set(Way.ALL);
        assertEquals(5, model.count().get());
        model.way.set(Way.WITHOUT);
        assertEquals(12, model.count().get());
        model.lists.setAll(canton.id(), fair.id());
        assertEquals(60, model.count().get());
        model.lists.remove(fair.id());
        assertNull(model.count().get());
        assertEquals(0, changes);
    }

    @Test
    void aCombinationIsMadeUnderANewNameAndTakenAway() {
        model.lists.setAll(fair.id(), canton.id());
        model.way.set(Way.ALL);
        model.make("Light + Building", _ -> { }, reason -> failed.add(reason.key()));
        model.make("  ", _ -> { }, reason -> failed.add(reason.key()));
        assertEquals(2, failed.size());
        assertEquals("contacts.list-name-taken", failed.getFirst());
        assertEquals(0, changes);
        var made = new ArrayList<ContactList>();
        model.make("At both", made::add, reason -> failed.add(reason.key()));
        assertEquals(5, made.getFirst().size());
        assertEquals(17, workspace.lists().get("Light + Building").size(), "those it was made from stay");
        model.unmake(made.getFirst());
        assertEquals(List.of("Canton Fair 2026", "Light + Building"), names());
        assertEquals(2, changes);
        model.begin();
        assertTrue(model.lists.isEmpty());
        assertEquals(Way.ANY, model.way.get());
    }

    @Test
    void aListIsRenamedAndTheSegmentsThatNameItFollow() {
        workspace.segments().create("Elsewhere", QueryParser.parse("-list:\"Light + Building\"").get());
        var followed = new ArrayList<Integer>();
        model.rename(fair, "canton fair 2026", followed::add, reason -> failed.add(reason.key()));
        assertEquals(1, failed.size());
        assertEquals(List.of(), followed);
        model.rename(fair, "Frankfurt", followed::add, reason -> failed.add(reason.key()));
        assertEquals(List.of(1), followed);
        assertEquals("-list:Frankfurt", workspace.segments().get("Elsewhere").query().text());
        assertEquals(List.of("Canton Fair 2026", "Frankfurt"), names());
    }

    @Test
    void aDeletedListComesBackWithItsPeople() {
        workspace.segments().create("Elsewhere", QueryParser.parse("-list:\"Light + Building\"").get());
        var undo = new ArrayList<Runnable>();
        model.delete(fair, (deleted, back) -> {
            assertEquals("Light + Building", deleted.list().name());
            undo.add(back);
        });
        assertEquals(List.of("Canton Fair 2026"), names());
        assertEquals(77, workspace.contacts().count(Filter.EVERYONE), "its people stay");
        assertEquals(1, changes);
        undo.getFirst().run();
        assertEquals(17, workspace.lists().get("Light + Building").size());
        assertEquals(2, changes);
        assertEquals(60, workspace.contacts().count(workspace.segments().filter(workspace.segments().get("Elsewhere").query())));
    }
}
