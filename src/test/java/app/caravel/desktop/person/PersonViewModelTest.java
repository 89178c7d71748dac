package app.caravel.desktop.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contact;
import app.caravel.contact.Fact;
import app.caravel.contact.Origin;
import app.caravel.contact.Stage;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.reason.Reason;
import app.caravel.report.LifeEvent;
import app.caravel.report.PersonTimelines.Show;
import app.caravel.texts.Texts;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PersonViewModelTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private final List<Reason> refused = new ArrayList<>();
    private Workspace workspace;
    private PersonViewModel model;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneId.of("Asia/Shanghai")));
        PersonData.fill(workspace, folder);
        model = new PersonViewModel(workspace, background);
        model.open(PersonData.KATRIN);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), background.told());
        workspace.close();
    }

    private PersonCard card() {
        return Objects.requireNonNull(model.card().value()).orElseThrow();
    }

    private Contact contact() {
        return card().contact();
    }

    private List<LifeEvent> events() {
        return Objects.requireNonNull(model.events().value());
    }

    private void set(Fact fact, String value) {
        model.deeds.set(fact, value, () -> {}, refused::add);
    }

    @Test
    void aPageTellsAllThatIsKnown() {
        assertEquals("Katrin Weber", contact().name());
        assertEquals(Stage.ACTIVE, card().standing().stage());
        assertEquals(Origin.PHONE, card().standing().country());
        assertEquals("Europe/Berlin", contact().timeZone());
        assertEquals(3, card().colleagues().size());
        assertEquals(List.of("Distributors EU", "Light + Building"), card().lists().stream().map(list -> list.name()).toList());
        assertEquals(List.of("VIP"), card().tags().stream().map(Tag::name).toList());
        assertEquals(2, card().lately().mails());
        assertEquals("click", card().lately().lastSignKind());
        assertEquals("Ask about the container in December", Objects.requireNonNull(card().next()).word());
        assertNull(card().suppression());
    }

    @Test
    void theTimelineIsNewestFirstAndFiltered() {
        var kinds = events().stream().map(event -> event.getClass().getSimpleName()).toList();
        assertEquals(Set.of("Tagged", "Planned", "Noted", "Listed", "Imported", "Changed", "Signed", "Mailed"), Set.copyOf(kinds));
        assertEquals(13, kinds.size(), kinds::toString);
        for (int i = 1; i < events().size(); i++) {
            assertFalse(events().get(i).at().isAfter(events().get(i - 1).at()));
        }
        model.show.set(Show.SIGNS);
        assertEquals(List.of("click", "open", "open", "open"), events().stream().map(event -> ((LifeEvent.Signed) event).kind()).toList());
        assertEquals("Price list, PDF", ((LifeEvent.Signed) events().getFirst()).link());
        model.show.set(Show.MAILS);
        assertEquals(List.of("New price for panel 60×60", "Autumn offer"), events().stream().map(event -> ((LifeEvent.Mailed) event).campaign()).toList());
        model.show.set(Show.NOTES);
        assertEquals(2, events().size());
        model.show.set(Show.CHANGES);
        assertEquals(5, events().size());
    }

    @Test
    void whoWasNeverWrittenToSaysWhereHeComesFrom() {
        model.open(PersonData.NOBODY_WROTE);
        assertEquals(List.of(new LifeEvent.Imported(workspace.clock().instant(), "buyers_autumn_2026.csv", 5L, false)), events());
    }

    @Test
    void aFactIsChangedAndTakenBackByKeyOrToast() {
        set(Fact.ROLE, "Owner");
        assertEquals("Owner", contact().role());
        var done = Objects.requireNonNull(model.deeds.undoable.latest().get());
        assertEquals("person.changed-role", done.what().key());
        set(Fact.CITY, "Bremen");
        assertTrue(model.deeds.undoable.undo());
        assertEquals("Hamburg", contact().city());
        model.deeds.undoable.undo(done);
        assertEquals("Purchasing", contact().role());
        model.deeds.undoable.undo(done);
        assertEquals("Purchasing", contact().role());
        assertFalse(model.deeds.undoable.undo());
        set(Fact.PHONE, "call me");
        assertEquals(List.of("contacts.not-a-phone"), refused.stream().map(Reason::key).toList());
        model.deeds.setAttribute("Grade", "A+", () -> {}, refused::add);
        assertEquals("A+", contact().attributes().get("Grade"));
    }

    @Test
    void anAddressIsCorrectedUnlessSomebodyHasIt() {
        model.deeds.correctAddress("k.weber@nordlicht-group.de", () -> {}, refused::add);
        assertEquals("k.weber@nordlicht-group.de", contact().address().written());
        assertEquals(new LifeEvent.Changed(workspace.clock().instant(), "address", "k.weber@nordlicht.de", "k.weber@nordlicht-group.de"),
                events().stream().filter(event -> event instanceof LifeEvent.Changed changed && changed.field().equals("address")).findFirst().orElseThrow());
        assertTrue(model.deeds.undoable.undo());
        assertEquals("k.weber@nordlicht.de", contact().address().written());
        model.deeds.correctAddress("Brandt@Nordlicht.de", () -> {}, refused::add);
        model.deeds.correctAddress("nobody", () -> {}, refused::add);
        assertEquals(List.of("person.address-taken", "contacts.not-an-address"), refused.stream().map(Reason::key).toList());
        assertEquals("Jonas Brandt", refused.getFirst().arguments().get("name"));
    }

    @Test
    void notesListsTagsStageAndFollowUpsAreKeptAndTakenBack() {
        model.note.set("  Asked for samples  ");
        model.deeds.addNote();
        assertEquals("", model.note.get());
        assertEquals(2, workspace.notes().of(PersonData.KATRIN).size());
        model.deeds.deleteNote(workspace.notes().of(PersonData.KATRIN).getFirst());
        model.deeds.undoable.undo();
        assertEquals(2, workspace.notes().of(PersonData.KATRIN).size());
        model.deeds.undoable.undo();
        assertEquals(1, workspace.notes().of(PersonData.KATRIN).size());
        model.deeds.addTag("Pays late");
        model.deeds.removeTag(card().tags().getLast());
        assertEquals(List.of("Pays late"), card().tags().stream().map(Tag::name).toList());
        model.deeds.undoable.undo();
        model.deeds.undoable.undo();
        assertEquals(List.of("VIP"), card().tags().stream().map(Tag::name).toList());
        model.deeds.addToList("Samples");
        model.deeds.removeFromList(card().lists().getFirst());
        assertEquals(List.of("Light + Building", "Samples"), card().lists().stream().map(list -> list.name()).toList());
        model.deeds.undoable.undo();
        assertEquals(3, card().lists().size());
        model.deeds.stage(null);
        assertNull(card().standing().stage());
        model.deeds.undoable.undo();
        assertEquals(Stage.ACTIVE, card().standing().stage());
        model.deeds.followedUp();
        assertNull(card().next());
        model.deeds.undoable.undo();
        model.deeds.plan(LocalDate.of(2027, 1, 8), "New year");
        assertEquals("New year", Objects.requireNonNull(card().next()).word());
        model.deeds.undoable.undo();
        assertEquals("Ask about the container in December", Objects.requireNonNull(card().next()).word());
    }

    @Test
    void whoMustNotBeWrittenToSaysWhy() {
        model.open(PersonData.GONE);
        assertEquals("Autumn offer", Objects.requireNonNull(card().suppression()).detail());
        model.open(PersonData.KATRIN);
        model.deeds.suppress();
        assertTrue(card().suppression() != null);
        model.deeds.undoable.undo();
        assertNull(card().suppression());
    }

    @Test
    void everyReasonNotToWriteHasItsSentenceInBothLanguages() {
        for (var language : Texts.Language.values()) {
            for (var reason : SuppressionReason.values()) {
                var sentence = Texts.in(language).get("person.do-not-write-" + reason.textKey() + "-from", "day", "today", "detail", "Autumn offer");
                assertTrue(sentence.contains("Autumn offer"), sentence);
                assertFalse(Texts.in(language).get("person.do-not-write-" + reason.textKey(), "day", "today").contains("{"));
            }
        }
    }

    @Test
    void aPageOfSomebodyDeletedMeanwhileSaysSoAndNothingIsDone() {
        workspace.deletions().delete(List.of(PersonData.KATRIN));
        set(Fact.ROLE, "Owner");
        assertTrue(Objects.requireNonNull(model.card().value()).isEmpty());
        model.note.set("too late");
        model.deeds.addNote();
        model.deeds.addTag("VIP");
        model.deeds.plan(LocalDate.of(2027, 1, 1), "");
        assertTrue(Objects.requireNonNull(model.card().value()).isEmpty());
    }

    @Test
    void tenThousandSignsAreReadPageByPage() {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 10099) INSERT INTO event (id, epoch, sequence, kind, at, random_id, message_id, url, method, raw) "
                    + "SELECT i, 'e', i, 'open', i * 1000, x'00', 1, 'https://x.example', 'GET', '' FROM n");
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) SELECT id, 'likely', '[]', 1 FROM event WHERE id >= 100");
        });
        long began = System.nanoTime();
        model.changed();
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        assertEquals(PersonViewModel.PAGE, events().size());
        assertTrue(model.more().get());
        model.older();
        assertEquals(2 * PersonViewModel.PAGE, events().size());
        assertEquals(events().size(), events().stream().distinct().count());
        model.changed();
        assertEquals(2 * PersonViewModel.PAGE, events().size());
        assertTrue(took < 2_000, "the first page took " + took + " ms");
    }

    @Test
    void aCompanyIsRenamedAndItsPeopleMove() {
        var company = new CompanyViewModel(workspace, background);
        company.open(Objects.requireNonNull(card().company()).id());
        var people = Objects.requireNonNull(company.card().value()).orElseThrow().people();
        assertEquals(3, people.size());
        assertEquals(2, people.stream().filter(person -> person.id() == PersonData.KATRIN).findFirst().orElseThrow().mails());
        company.rename("Nordlicht AG", () -> {}, refused::add);
        company.rename("Torres", () -> {}, refused::add);
        assertEquals(List.of("company.name-taken"), refused.stream().map(Reason::key).toList());
        company.mergeInto("Torres", company::open, refused::add);
        assertEquals(4, Objects.requireNonNull(company.card().value()).orElseThrow().people().size());
        company.undoable.undo();
        assertEquals(1, Objects.requireNonNull(company.card().value()).orElseThrow().people().size());
        company.open(workspace.companies().find("Nordlicht AG").orElseThrow().id());
        company.move(people.getLast(), "Torres");
        assertEquals(2, Objects.requireNonNull(company.card().value()).orElseThrow().people().size());
        company.undoable.undo();
        company.rename("Nordlicht Elektrogroßhandel", () -> {}, refused::add);
        assertEquals("Nordlicht Elektrogroßhandel", Objects.requireNonNull(company.card().value()).orElseThrow().company().name());
        assertEquals(3, Objects.requireNonNull(company.card().value()).orElseThrow().company().people());
    }
}
