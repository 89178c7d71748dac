package app.caravel.desktop.duplicates;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Fact;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Likely duplicates, without a toolkit. */
class DuplicatesViewModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private Workspace workspace;
    private DuplicatesViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.systemUTC());
        DuplicatesData.fill(workspace);
        model = new DuplicatesViewModel(workspace, background);
        model.look();
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), background.told());
        workspace.close();
    }

    private DuplicatesViewModel.Found found() {
        return Objects.requireNonNull(model.found.value());
    }

    @Test
    void mergingGoesOnToTheNextAndUndoBringsThemBack() {
        assertEquals(3, found().all());
        var first = found().listed().getFirst();
        model.choose(first);
        long stays = first.ids().getLast();
        model.stay(stays);
        var undo = new ArrayList<Runnable>();
        model.merge(undo::add);
        assertEquals(2, found().all());
        assertEquals(found().listed().getFirst(), model.chosen().get());
        assertTrue(workspace.contacts().find(stays).isPresent());
        assertTrue(workspace.contacts().find(first.ids().getFirst()).isEmpty());
        undo.getFirst().run();
        assertEquals(3, found().all());
    }

    @Test
    void theValueOfTheOneWhoStaysIsProposedAndAnotherCanBeTaken() {
        var weber = found().listed().stream().filter(each -> each instanceof Alike.People people && people.title().contains("Weber")).findFirst().orElseThrow();
        model.choose(weber);
        long one = weber.ids().getFirst();
        long two = weber.ids().getLast();
        assertEquals(one, model.source(Fact.ROLE));
        assertEquals(two, model.source(Fact.PHONE), "the first has none");
        assertNull(model.source(Fact.STAGE));
        model.take(Fact.ROLE, two);
        assertEquals(two, model.source(Fact.ROLE));
        model.merge(_ -> {});
        var merged = workspace.contacts().find(one).orElseThrow();
        assertEquals("Head of purchasing", merged.role());
        assertEquals("+494055501870", merged.phone());
    }

    @Test
    void ofThreeOneCanBeSomebodyElse() {
        var three = found().listed().stream().filter(each -> each.ids().size() == 3).findFirst().orElseThrow();
        model.choose(three);
        model.setApart(three.ids().get(1), true);
        assertEquals(List.of(three.ids().get(0), three.ids().get(2)), model.together());
        model.stay(three.ids().get(1));
        assertEquals(3, model.together().size(), "who stays is not somebody else");
    }

    @Test
    void whoIsNotTheSameIsNotShownAgain() {
        var undo = new ArrayList<Runnable>();
        model.choose(found().listed().getFirst());
        model.notTheSame(undo::add);
        model.look();
        assertEquals(2, found().all());
        undo.getFirst().run();
        assertEquals(3, found().all());
    }

    @Test
    void companiesAreMergedTheSameWay() {
        model.kind.set(DuplicatesViewModel.Kind.COMPANIES);
        model.look();
        var companies = found().listed().getFirst();
        model.choose(companies);
        var undo = new ArrayList<Runnable>();
        int all = found().all();
        model.merge(undo::add);
        assertEquals(all - 1, found().all());
        undo.getFirst().run();
        assertEquals(all, found().all());
    }
}
