package app.caravel.desktop.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.OfficeHours;
import app.caravel.contact.Contact;
import app.caravel.desktop.delivery.DeliveryReports;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.person.PersonCard.Colleague;
import app.caravel.evidence.EvidenceListener;
import app.caravel.evidence.ViewedEvent;
import app.caravel.report.LifeEvent;
import app.caravel.report.PersonTimelines.Cursor;
import app.caravel.report.PersonTimelines.Page;
import app.caravel.report.PersonTimelines.Show;
import app.caravel.workspace.Workspace;

/** What one person's page shows. What can be done there is in {@link PersonDeeds}. */
final class PersonViewModel implements EvidenceListener {

    static final Duration LATELY = Duration.ofDays(30);
    static final int PAGE = 50;
    private static final int COLLEAGUES = 12;

    /** What of the timeline shows. */
    final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    /** The note that is being written. */
    final StringProperty note = new SimpleStringProperty("");
    final PersonDeeds deeds;
    final PersonRights rights;
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final Workspace workspace;
    private final Background background;
    private final Load<Optional<PersonCard>> card;
    private final Load<List<LifeEvent>> events;
    private long contact;
    private int wanted = PAGE;
    private @Nullable Cursor next;

    PersonViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.card = new Load<>(background);
        this.events = new Load<>(background);
        this.deeds = new PersonDeeds(workspace, background, this);
        this.rights = new PersonRights(workspace, background);
        show.addListener((_, _, _) -> {
            wanted = PAGE;
            loadEvents();
        });
        workspace.evidence().sync().listen(this);
    }

    /** What became of single mails, for whoever shows it. */
    DeliveryReports deliveries(Ui ui) {
        return new DeliveryReports(workspace, ui);
    }

    /** Shows a person; empty where he is gone. */
    Load<Optional<PersonCard>> card() {
        return card;
    }

    /** What happened, newest first, as far as it was read. */
    Load<List<LifeEvent>> events() {
        return events;
    }

    /** Whether there is older than what was read. */
    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    long contact() {
        return contact;
    }

    void open(long id) {
        if (id != contact) {
            contact = id;
            wanted = PAGE;
            note.set("");
            deeds.undoable.forget();
            card.clear();
            events.clear();
            if (show.get() != Show.ALL) {
                show.set(Show.ALL); // reads as well
            }
        }
        changed();
    }

    /** Something has changed here or elsewhere. */
    void changed() {
        long id = contact;
        card.from(() -> workspace.contacts().find(id).map(this::read));
        loadEvents();
    }

    private PersonCard read(Contact found) {
        long id = found.id();
        var company = workspace.companies().ofContact(id).orElse(null);
        var lists = workspace.lists().ofContact(id);
        var otherLists = new ArrayList<>(workspace.lists().all());
        otherLists.removeIf(list -> lists.stream().anyMatch(mine -> mine.id() == list.id()));
        var tags = workspace.tags().ofContact(id);
        var otherTags = new ArrayList<>(workspace.tags().all());
        otherTags.removeIf(tag -> tags.stream().anyMatch(mine -> mine.id() == tag.id()));
        var colleagues = new ArrayList<Colleague>();
        if (company != null && company.people() > 1) {
            workspace.contacts().forEach(workspace.companies().people(company.id(), COLLEAGUES), each -> colleagues.add(new Colleague(each.id(), each.shownName())));
        }
        return new PersonCard(found, workspace.contacts().standing(id).orElseThrow(), company, colleagues, lists, otherLists, tags, otherTags,
                workspace.suppressions().find(found.address()).orElse(null), workspace.timelines().lately(id, workspace.clock().instant().minus(LATELY)),
                workspace.nextSteps().of(id).orElse(null), PersonCard.zone(found)
                        .map(zone -> OfficeHours.at(workspace.clock().instant(), zone.zone(), found.country(), workspace.workCalendar().workDays())).orElse(null));
    }

    private void loadEvents() {
        long id = contact;
        var shown = show.get();
        int limit = wanted;
        events.from(() -> {
            var page = workspace.timelines().of(id, shown, null, limit);
            background.onScreen(() -> reached(id, shown, page));
            return page.events();
        });
    }

    private void reached(long id, Show shown, Page page) {
        if (id == contact && shown == show.get()) {
            next = page.next();
            more.set(next != null);
        }
    }

    /** Reads a page more. */
    void older() {
        var after = next;
        if (after == null) {
            return;
        }
        long id = contact;
        var shown = show.get();
        background.run(() -> workspace.timelines().of(id, shown, after, PAGE), page -> {
            var known = events.value();
            if (id == contact && shown == show.get() && after.equals(next) && known != null) {
                var all = new ArrayList<>(known);
                all.addAll(page.events());
                wanted += PAGE;
                reached(id, shown, page);
                events.set(List.copyOf(all));
            }
        });
    }

    @Override
    public void arrived(List<ViewedEvent> arrived) {
        look(arrived);
    }

    @Override
    public void judged(List<ViewedEvent> judged) {
        look(judged);
    }

    private void look(List<ViewedEvent> signs) {
        background.onScreen(() -> {
            if (signs.stream().anyMatch(sign -> sign.contactId() == contact)) {
                changed();
            }
        });
    }
}
