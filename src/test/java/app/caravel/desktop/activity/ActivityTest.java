package app.caravel.desktop.activity;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.ScreenPictures;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.evidence.Belief;
import app.caravel.evidence.EventFilter;
import app.caravel.evidence.ViewedEvent;
import app.caravel.protocol.RawEvent;
import app.caravel.sandbox.Rehearsal;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Activity over what 120 sample buyers and their machines did. */
class ActivityTest {

    private static final int BUYERS = 120;

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void rehearse() {
        sandbox = Sandbox.open(new Home(folder.resolve("sandbox")));
        sandbox.importSample(BUYERS, "Sample buyers");
        new Rehearsal(sandbox).run(sandbox.readyCampaigns(sandbox.workspace().lists().find("Sample buyers").orElseThrow()).getFirst());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static TestUi window() {
        return Robot.onScreen(() -> new TestUi(new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new InlineBackground(), sandbox.workspace().clock(), ZoneId.of("Asia/Shanghai")));
    }

    private static ActivityViewModel model() {
        var model = new ActivityViewModel(sandbox.workspace(), window().ui);
        model.load();
        return model;
    }

    private static List<ViewedEvent> events(EventFilter.Who who) {
        return sandbox.workspace().evidence().events().older(EventFilter.ALL.by(who), null, Integer.MAX_VALUE);
    }

    @Test
    void everyPersonWhoGaveASignHasARowAndNoMachineHasOne() {
        var visits = model().visits();
        assertEquals(events(EventFilter.Who.PEOPLE).stream().map(ViewedEvent::contactId).distinct().count(), visits.stream().map(visit -> visit.first().contactId()).distinct().count());
        assertTrue(visits.stream().allMatch(visit -> visit.belief().isPerson()));
        assertEquals(events(EventFilter.Who.PEOPLE).size(), visits.stream().mapToInt(visit -> visit.events().size()).sum());
    }

    @Test
    void theNumbersAddUpToAllEvents() {
        var numbers = Objects.requireNonNull(model().numbers.value());
        assertEquals(events(EventFilter.Who.NOT_PEOPLE).size(), numbers.since().leftOut());
        assertEquals(events(EventFilter.Who.PEOPLE).stream().map(ViewedEvent::contactId).distinct().count(), numbers.since().people());
    }

    @Test
    void machinesShowWhenAskedForAndNothingIsLost() {
        var model = model();
        model.machines.set(true);
        int people = model.visits().stream().mapToInt(visit -> visit.events().size()).sum();
        int machines = model.rows.stream().filter(Row.Machines.class::isInstance).mapToInt(row -> ((Row.Machines) row).events().size()).sum();
        assertTrue(machines > 0);
        assertEquals(events(EventFilter.Who.ALL).size(), people + machines);
    }

    @Test
    void theFiltersShowOnlyWhatTheySay() {
        var model = model();
        model.show.set(ActivityViewModel.Show.CLICKS);
        assertFalse(model.visits().isEmpty());
        assertTrue(model.visits().stream().allMatch(visit -> visit.opens() == 0 && !visit.links().isEmpty()));
        var name = model.visits().getFirst().first().shownName();
        model.search.set(name.toUpperCase(java.util.Locale.ROOT));
        assertTrue(model.visits().stream().allMatch(visit -> visit.first().shownName().equals(name)));
        model.search.set("nobody of that name");
        assertEquals(List.of(), model.rows);
    }

    @Test
    void theFilterSaysTheSameAsTheQuery() {
        for (var who : EventFilter.Who.values()) {
            for (var search : List.of("", "de", "GmbH")) {
                var filter = EventFilter.ALL.by(who).of(RawEvent.Kind.OPEN).searching(search);
                assertEquals(sandbox.workspace().evidence().events().count(filter), events(EventFilter.Who.ALL).stream().filter(filter::fits).count(), filter.toString());
            }
        }
    }

    @Test
    void whatComesWhileOneReadsFurtherDownWaitsAndIsCounted() {
        var model = model();
        var before = List.copyOf(model.rows);
        int visits = model.visits().size();
        var newest = events(EventFilter.Who.PEOPLE).getFirst();
        var fresh = new ViewedEvent(1_000_000, RawEvent.Kind.CLICK, newest.at().plusSeconds(3_600), newest.messageId(), 999_999, "new@a.example", "Newcomer", null, null, null, null,
                newest.campaignId(), newest.campaign(), 0, "Panel", "https://a.example", "", "", null, new app.caravel.evidence.Verdict(Belief.PENDING, List.of()));
        model.atHead.set(false);
        model.arrived(List.of(fresh));
        assertEquals(before, model.rows);
        assertEquals(1, model.waiting().get());
        model.showWaiting();
        assertEquals(0, model.waiting().get());
        assertEquals("Newcomer", model.visits().getFirst().first().shownName());
        var judged = withVerdict(fresh, Belief.MACHINE);
        model.judged(List.of(judged));
        assertEquals(Belief.MACHINE, model.visits().getFirst().belief(), "found out to be a machine, it says so where it stands");
        assertEquals(visits + 1, model.visits().size(), "an hour later may be another day, with a heading of its own");
    }

    private static ViewedEvent withVerdict(ViewedEvent event, Belief belief) {
        return new ViewedEvent(event.id(), event.kind(), event.at(), event.messageId(), event.contactId(), event.address(), event.name(), event.company(), event.country(),
                event.city(), event.timeZone(), event.campaignId(), event.campaign(), event.link(), event.linkText(), event.url(), event.userAgent(), event.program(),
                event.network(), new app.caravel.evidence.Verdict(belief, List.of()));
    }

    @Test
    void olderEventsFollowOnWithoutGapOrRepetition() {
        var events = sandbox.workspace().evidence().events();
        var all = events(EventFilter.Who.ALL);
        var paged = new java.util.ArrayList<ViewedEvent>();
        for (ViewedEvent last = null; ; last = paged.getLast()) {
            var page = events.older(EventFilter.ALL, last, 7);
            if (page.isEmpty()) {
                break;
            }
            paged.addAll(page);
        }
        assertEquals(all, paged);
    }

    @Test
    void aRowOpensItsPersonsPanelAndEnterThePerson() {
        var ui = window();
        var model = new ActivityViewModel(sandbox.workspace(), ui.ui);
        Robot.onScreen(() -> {
            model.load();
            return true;
        });
        var window = Robot.show(ui.ui.theme(), () -> new ActivityView(model, ui.ui));
        try {
            var first = model.visits().getFirst();
            window.press(first.first().shownName());
            Robot.waitFor(() -> !ui.details.isEmpty(), "opens the panel");
            assertEquals(first.last().messageId(), Objects.requireNonNull(model.chosen.value()).visit().last().messageId());
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(Snapshots.scene((javafx.scene.Parent) ui.details.getLast(), 336, 688, ui.ui.theme()))),
                    Path.of("target/screens/activity-panel.png"));
            window.type(KeyCode.DOWN);
            assertEquals(model.visits().get(1).first().contactId(), Objects.requireNonNull(model.chosen.value()).visit().first().contactId());
            window.type(KeyCode.ENTER);
            assertEquals(Place.person(model.visits().get(1).first().contactId()), ui.went.getLast());
            window.press("Show machines");
            Robot.waitFor(() -> model.rows.stream().anyMatch(Row.Machines.class::isInstance), "shows machines");
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(window.scene())), Path.of("target/screens/activity-machines.png"));
            window.press("Unsubscribed");
            assertTrue(model.visits().stream().allMatch(visit -> visit.has(RawEvent.Kind.UNSUBSCRIBE)));
        } finally {
            window.close();
        }
    }

    @Test
    void withoutATrackerItSaysWhereToGetOne() {
        try (var empty = Workspace.open(new Home(folder.resolve("empty")), java.time.Clock.systemUTC())) {
            var files = ScreenPictures.write(empty, false, Path.of("target/screens"), List.of(new ScreenPictures.Shot("activity-empty", Place.ACTIVITY)), ScreenPictures.LOOKS.subList(0, 1));
            assertEquals(1, files.size());
            var ui = Robot.onScreen(() -> new TestUi(new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new InlineBackground(), empty.clock(), ZoneId.of("Asia/Shanghai")));
            var window = Robot.show(ui.ui.theme(), () -> {
                var model = new ActivityViewModel(empty, ui.ui);
                model.load();
                return new ActivityView(model, ui.ui);
            });
            window.press("Pair tracker");
            assertEquals(Place.settings("tracker"), ui.went.getLast());
            window.close();
        }
    }
}
