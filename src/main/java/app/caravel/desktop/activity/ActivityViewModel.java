package app.caravel.desktop.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.delivery.DeliveryReports;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.EventFilter;
import app.caravel.evidence.EventQueries;
import app.caravel.evidence.EvidenceListener;
import app.caravel.evidence.TrackerStatus;
import app.caravel.evidence.ViewedEvent;
import app.caravel.protocol.RawEvent;
import app.caravel.report.MessageStories;
import app.caravel.workspace.Workspace;

/**
 * What happens, newest first, as far back as one scrolls. New rows come in at the head while the list stands there; else
 * they wait and are counted.
 */
final class ActivityViewModel implements EvidenceListener {

    /** Which events are shown. */
    enum Show {
        ALL(null), CLICKS(RawEvent.Kind.CLICK), OPENINGS(RawEvent.Kind.OPEN), UNSUBSCRIBED(RawEvent.Kind.UNSUBSCRIBE);

        final RawEvent.@Nullable Kind kind;

        Show(RawEvent.@Nullable Kind kind) {
            this.kind = kind;
        }
    }

    /**
     * What stands above and instead of the list.
     *
     * @param tracker null: none is paired
     */
    record Numbers(EventQueries.Since since, @Nullable TrackerStatus tracker, boolean anyEvent) {}

    /** The chosen row's person and mail. */
    record Chosen(Row.Visit visit, List<MessageStories.Happening> happened, boolean contactThere) {}

    /** Events read at once, and held at most. */
    static final int AT_ONCE = 400;
    private static final int AT_MOST = 20_000;

    final Load<Numbers> numbers;
    /** The newest events; further back is read as one scrolls. */
    final Load<List<ViewedEvent>> newest;
    final Load<Chosen> chosen;
    final ObservableList<Row> rows = FXCollections.observableArrayList();
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    final StringProperty search = new SimpleStringProperty("");
    final BooleanProperty machines = new SimpleBooleanProperty();
    /** Whether the list stands at its head: said by the view. */
    final BooleanProperty atHead = new SimpleBooleanProperty(true);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

    private final Map<Long, ViewedEvent> events = new LinkedHashMap<>();
    private final Map<Long, ViewedEvent> arrived = new LinkedHashMap<>();
    private final Set<Long> takenForPeople = new HashSet<>();
    private @Nullable ViewedEvent oldest;
    private boolean all;
    private boolean readingOlder;
    private final Workspace workspace;
    private final Ui ui;

    ActivityViewModel(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        this.numbers = new Load<>(ui.background());
        this.newest = new Load<>(ui.background());
        this.chosen = new Load<>(ui.background());
        newest.state().addListener((_, _, state) -> {
            if (state instanceof Load.Ready<List<ViewedEvent>>(var read)) {
                begin(read);
            }
        });
        show.addListener((_, _, _) -> load());
        search.addListener((_, _, _) -> load());
        machines.addListener((_, _, _) -> load());
        workspace.evidence().sync().listen(this);
    }

    /** What became of single mails, for whoever shows it. */
    DeliveryReports deliveries(Ui ui) {
        return new DeliveryReports(workspace, ui);
    }

    /** How many rows wait to be shown at the head. */
    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Reads all anew, from the newest on. */
    void load() {
        readNumbers();
        var filter = filter();
        newest.from(() -> workspace.evidence().events().older(filter, null, AT_ONCE));
    }

    private void begin(List<ViewedEvent> read) {
        events.clear();
        arrived.clear();
        takenForPeople.clear();
        oldest = null;
        take(read);
    }

    /** Reads what lies further back, unless that is under way or there is nothing. */
    void older() {
        if (readingOlder || all || oldest == null || events.size() >= AT_MOST) {
            return;
        }
        readingOlder = true;
        var filter = filter();
        var from = oldest;
        ui.background().run(() -> workspace.evidence().events().older(filter, from, AT_ONCE), more -> {
            readingOlder = false;
            if (from.equals(oldest)) {
                take(more);
            }
        }, reason -> {
            readingOlder = false;
            ui.background().tell(reason);
        });
    }

    /** Shows what waits at the head. */
    void showWaiting() {
        put(arrived.values());
        arrived.clear();
        arrange();
    }

    void choose(Row.Visit visit) {
        chosen.from(() -> new Chosen(visit, workspace.stories().of(visit.last().messageId()), workspace.contacts().find(visit.last().contactId()).isPresent()));
    }

    void open(Row.Visit visit) {
        ui.go(Place.person(visit.last().contactId()));
    }

    private void readNumbers() {
        numbers.from(() -> {
            var evidence = workspace.evidence();
            return new Numbers(evidence.events().since(ui.sinceYesterday()), evidence.trackers().status().orElse(null),
                    evidence.events().any());
        });
    }

    private EventFilter filter() {
        return new EventFilter(machines.get() ? EventFilter.Who.ALL : EventFilter.Who.NOT_MACHINES, show.get().kind, null, search.get().strip());
    }

    private void take(List<ViewedEvent> more) {
        all = more.size() < AT_ONCE;
        if (!more.isEmpty()) {
            oldest = more.getLast();
        }
        put(more);
        arrange();
    }

    private void put(Iterable<ViewedEvent> more) {
        for (var event : more) {
            events.put(event.id(), event);
            if (EventFilter.ALL.by(EventFilter.Who.NOT_MACHINES).fits(event)) {
                takenForPeople.add(event.id());
            }
        }
    }

    private void arrange() {
        Instant heldFrom = all || oldest == null || events.size() >= AT_MOST ? null : oldest.at();
        Splice.into(rows, Rows.of(events.values(), event -> takenForPeople.contains(event.id()), heldFrom, ui.zone()));
        waiting.set(waitingRows());
    }

    /** Rows that would be new; an event of a visit that is shown does not wait. */
    private int waitingRows() {
        return arrived.isEmpty() ? 0 : (int) Rows.of(arrived.values(), _ -> false, null, ui.zone()).stream().filter(row -> !(row instanceof Row.Day)).count();
    }

    @Override
    public void arrived(List<ViewedEvent> came) {
        ui.background().onScreen(() -> {
            readNumbers();
            var filter = filter();
            var fitting = came.stream().filter(filter::fits).filter(this::inReach).toList();
            if (atHead.get()) {
                put(fitting);
            } else {
                var growing = fitting.stream().filter(this::continues).toList();
                put(growing);
                fitting.stream().filter(event -> !growing.contains(event)).forEach(event -> arrived.put(event.id(), event));
            }
            arrange();
        });
    }

    /** What is older than all that is held comes when one scrolls there. */
    private boolean inReach(ViewedEvent event) {
        return all || oldest == null || event.at().isAfter(oldest.at());
    }

    private boolean continues(ViewedEvent event) {
        return rows.stream().anyMatch(row -> row instanceof Row.Visit visit && visit.last().contactId() == event.contactId()
                && Duration.between(visit.last().at(), event.at()).abs().compareTo(ViewedEvent.ONE_VISIT) <= 0);
    }

    @Override
    public void judged(List<ViewedEvent> changed) {
        ui.background().onScreen(() -> {
            readNumbers();
            var filter = filter();
            for (var event : changed) {
                var where = arrived.containsKey(event.id()) ? arrived : events;
                if (where.containsKey(event.id()) || filter.fits(event) && inReach(event)) {
                    where.put(event.id(), event);
                }
            }
            arrange();
        });
    }

    @Override
    public void statusChanged() {
        ui.background().onScreen(this::readNumbers);
    }

    /** The rows of people, newest first. */
    List<Row.Visit> visits() {
        var visits = new ArrayList<Row.Visit>();
        rows.forEach(row -> {
            if (row instanceof Row.Visit visit) {
                visits.add(visit);
            }
        });
        return visits;
    }
}
