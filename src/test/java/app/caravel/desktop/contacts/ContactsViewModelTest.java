package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Correction;
import app.caravel.contact.Filter;
import app.caravel.contact.Filter.Who;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContactsViewModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private final List<ContactsViewModel.Act> acts = new ArrayList<>();
    private Workspace workspace;
    private ContactsViewModel model;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        ContactsData.fill(workspace, folder, 240);
        model = new ContactsViewModel(workspace, background);
        model.refresh();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ContactsViewModel.Groups groups() {
        return Objects.requireNonNull(model.groups().value());
    }

    private int fitting() {
        return workspace.contacts().count(model.filter.get());
    }

    private @Nullable ContactRow rowAt(int place) {
        return workspace.contacts().page(model.filter.get(), place, 1).getFirst();
    }

    private void undo() {
        acts.getLast().undo().run();
    }

    @Test
    void filtersNarrowEachOtherAndAreClearedAtOnce() {
        model.filter.set(Filter.EVERYONE.withCountry("DE").orderedBy(Filter.Order.COMPANY, true));
        assertEquals(2, fitting());
        model.filter.set(model.filter.get().withWords("brandt"));
        assertEquals(1, fitting());
        model.filter.set(model.filter.get().withWho(Who.SUPPRESSED));
        assertEquals(0, fitting());
        model.clearFilter();
        assertEquals(257, fitting());
        assertEquals(Filter.Order.COMPANY, model.filter.get().order());
        assertEquals(257, groups().newOnes());
    }

    @Test
    void fewAreChosenByTheirIdsAndAllByTheFilter() {
        model.choose(List.of(0, 2), this::rowAt, 257);
        assertEquals(2, assertInstanceOf(Chosen.People.class, model.chosen().get()).count());
        model.choose(IntStream.range(0, 257).boxed().toList(), _ -> null, 257);
        assertEquals(257, assertInstanceOf(Chosen.AllThatFit.class, model.chosen().get()).ids(workspace.contacts()).size());
    }

    @Test
    void placesThatWereNotReadAreFoundUnlessTheTableHasMovedMeanwhile() {
        model.choose(List.of(1, 120, 200), place -> place == 1 ? rowAt(1) : null, 257);
        var places = assertInstanceOf(Chosen.Places.class, model.chosen().get());
        assertEquals(workspace.contacts().ids(Filter.EVERYONE).get(200), places.ids(workspace.contacts()).get(2));
        workspace.deletions().delete(List.of(workspace.contacts().ids(Filter.EVERYONE).getFirst()));
        model.delete(places, acts::add);
        assertEquals(List.of(), acts);
        assertEquals("contacts.moved-meanwhile", background.told().getFirst().key());
    }

    @Test
    void allThatFitAreDeletedAndComeBack() {
        model.filter.set(Filter.EVERYONE.withCountry("FR"));
        int french = fitting();
        assertEquals(30, french);
        model.delete(new Chosen.AllThatFit(model.filter.get(), french), acts::add);
        assertEquals(30, acts.getLast().count());
        assertEquals(0, fitting());
        assertEquals(227, groups().everyone());
        int changes = model.changes.get();
        undo();
        assertEquals(french, fitting());
        assertEquals(257, groups().everyone());
        assertTrue(model.changes.get() > changes);
    }

    @Test
    void undoTakesBackOnlyWhatTheActDid() {
        var all = new Chosen.AllThatFit(Filter.EVERYONE, 257);
        model.suppress(all, acts::add);
        assertEquals(255, acts.getLast().count());
        undo();
        assertEquals(2, workspace.suppressions().count());
        model.addTo("Light + Building", all, acts::add);
        assertEquals(240, acts.getLast().count());
        undo();
        assertEquals(17, workspace.lists().get("Light + Building").size());
        model.addTo("Anew", all, acts::add);
        assertEquals(257, workspace.lists().get("Anew").size());
    }

    @Test
    void whatFitsIsExported() throws IOException {
        var counts = new ArrayList<Integer>();
        var file = folder.resolve("out.csv");
        var exporting = model.exporting(new Chosen.AllThatFit(Filter.EVERYONE.withCountry("DE"), 2));
        exporting.load();
        var refused = new ArrayList<String>();
        exporting.write(file, counts::add, reason -> refused.add(reason.key()));
        assertEquals(List.of(2), counts);
        assertEquals(3, Files.readAllLines(file).size());
        exporting.write(folder.resolve("missing/out.csv"), counts::add, reason -> refused.add(reason.key()));
        assertEquals(List.of("sheet.no-folder"), refused);
    }

    @Test
    void aPersonIsCorrectedAndTheCorrectionTakenBack() {
        long id = workspace.contacts().ids(Filter.EVERYONE.withWords("k.weber")).getFirst();
        model.open(id);
        var before = Objects.requireNonNull(model.person().value()).orElseThrow().contact();
        var refused = new ArrayList<String>();
        model.correct(before, new Correction("Katrin Meyer", "Katrin", "Meyer", "Nordlicht GmbH", null, "AT", "Wien", "call me", "de"), acts::add, reason -> refused.add(reason.key()));
        assertEquals(List.of("contacts.not-a-phone"), refused);
        model.correct(before, new Correction("Katrin Meyer", "Katrin", "Meyer", "Nordlicht GmbH", null, "AT", "Wien", "", "de"), acts::add, reason -> refused.add(reason.key()));
        assertEquals("Nordlicht GmbH", Objects.requireNonNull(model.person().value()).orElseThrow().contact().company());
        undo();
        assertEquals(before, Objects.requireNonNull(model.person().value()).orElseThrow().contact());
    }
}
