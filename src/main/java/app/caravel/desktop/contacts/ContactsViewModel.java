package app.caravel.desktop.contacts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.audience.Segment;
import app.caravel.contact.Contact;
import app.caravel.contact.ContactList;
import app.caravel.contact.ContactRow;
import app.caravel.contact.Correction;
import app.caravel.contact.Deletions.Deleted;
import app.caravel.contact.Filter;
import app.caravel.contact.NextStep;
import app.caravel.contact.Note;
import app.caravel.contact.Stage;
import app.caravel.contact.Standing;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Tag;
import app.caravel.desktop.health.HealthViewModel;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageSource;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** What the Contacts screen shows and can do. */
final class ContactsViewModel {

    private static final String COLUMNS = "columns.contacts";
    private static final Duration NEW = Duration.ofDays(7);

    /** Whom there are: everybody, by country and language, the new ones, the segments, the lists, and the suppressed by reason. */
    record Groups(int everyone, Map<String, Integer> countries, Map<String, Integer> languages, Filter thisWeek, int newOnes, List<Counted> segments, List<ContactList> lists,
            List<Tag> tags, int companies, Map<SuppressionReason, Integer> suppressed) {}

    /** A segment with the filter that shows its people, and how many they are now. */
    record Counted(Segment segment, Filter filter, int count) {}

    /** One person with the lists he is in, his tags, the newest note and what comes next. */
    record Person(Contact contact, @Nullable Stage stage, List<ContactList> lists, List<Tag> tags, @Nullable Note note, @Nullable NextStep next, boolean suppressed) {}

    /** What was done: to how many, and how it is taken back. */
    record Act(int count, int left, Runnable undo) {}

    final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.EVERYONE);
    /** Counts up whenever rows have changed and are to be read again. */
    final IntegerProperty changes = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(Chosen.NOBODY);
    private final Workspace workspace;
    private final Background background;
    private final HealthViewModel health;
    private final ListWorkModel listWork;
    private final Load<List<String>> headers;
    private final Load<Groups> groups;
    private final Load<Optional<Person>> person;

    ContactsViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.health = new HealthViewModel(workspace, background, this::changed, Set.of());
        this.listWork = new ListWorkModel(workspace, background, this::listsChanged);
        this.headers = new Load<>(background);
        this.groups = new Load<>(background);
        this.person = new Load<>(background);
    }

    Load<Groups> groups() {
        return groups;
    }

    Load<Optional<Person>> person() {
        return person;
    }

    /** How well the people stand that show. */
    HealthViewModel health() {
        return health;
    }

    ListWorkModel listWork() {
        return listWork;
    }

    /** The columns of the people's own files. */
    Load<List<String>> headers() {
        return headers;
    }

    /** Which columns the table shows, as it was kept. */
    Optional<String> columns() {
        return workspace.settings().get(COLUMNS);
    }

    void keepColumns(String line) {
        workspace.settings().put(COLUMNS, line);
    }

    /** The list whose people show, if it is one. */
    Optional<ContactList> list() {
        var known = groups.value();
        var id = filter.get().listId();
        return known == null || id == null ? Optional.empty() : known.lists().stream().filter(list -> list.id() == id).findFirst();
    }

    /** Shows the people of a list. */
    void openList(long id) {
        filter.set(filter.get().cleared().withList(id));
    }

    private void listsChanged() {
        var id = filter.get().listId();
        background.run(() -> id == null || workspace.lists().find(id).isPresent(), there -> {
            if (!there) {
                clearFilter();
            }
            changed();
        });
    }

    void refresh() {
        headers.from(() -> workspace.segments().offers().headers());
        groups.from(() -> {
            var contacts = workspace.contacts();
            var thisWeek = Filter.EVERYONE.withAddedSince(workspace.clock().instant().minus(NEW));
            return new Groups(contacts.count(Filter.EVERYONE), contacts.countries(), contacts.languages(), thisWeek, contacts.count(thisWeek), workspace.segments().all().stream().map(this::counted).toList(),
                    workspace.lists().all(), workspace.tags().all(), workspace.companies().count(""), workspace.suppressions().counts());
        });
    }

    private Counted counted(Segment segment) {
        var its = workspace.segments().filter(segment.query());
        return new Counted(segment, its, workspace.contacts().count(its));
    }

    /** The segment whose people show, if it is one. */
    Optional<Segment> segment() {
        var known = groups.value();
        var matching = filter.get().matching();
        return known == null || matching == null ? Optional.empty()
                : known.segments().stream().filter(each -> matching.equals(each.filter().matching())).map(Counted::segment).findFirst();
    }

    /** Shows the people of a segment. */
    void openSegment(long id) {
        background.run(() -> workspace.segments().find(id), found -> found.ifPresent(
                segment -> filter.set(filter.get().cleared().matching(workspace.segments().filter(segment.query()).matching()))));
    }

    /** Deletes a segment, not its people; hands on how it is brought back. */
    void delete(Segment segment, Consumer<Runnable> then) {
        background.run(() -> workspace.segments().delete(segment.id()), () -> {
            clearFilter();
            changed();
            then.accept(() -> background.run(() -> workspace.segments().restore(segment), () -> {
                changed();
                openSegment(segment.id());
            }));
        });
    }

    /** The rows of a filter, read page by page. */
    PageSource<ContactRow> rows(Filter wanted) {
        return new PageSource<>() {
            @Override
            public int count() {
                return workspace.contacts().count(wanted);
            }

            @Override
            public List<ContactRow> page(int offset, int limit) {
                return workspace.contacts().page(wanted, offset, limit);
            }
        };
    }

    /** Takes all conditions off; the order stays. */
    void clearFilter() {
        filter.set(filter.get().cleared());
    }

    void open(long contactId) {
        person.clear().from(() -> workspace.contacts().find(contactId)
                .map(found -> new Person(found, workspace.contacts().standing(contactId).map(Standing::stage).orElse(null), workspace.lists().ofContact(contactId),
                        workspace.tags().ofContact(contactId), workspace.notes().of(contactId).stream().findFirst().orElse(null), workspace.nextSteps().of(contactId).orElse(null), workspace.suppressions().isSuppressed(found.address()))));
    }

    ReadOnlyObjectProperty<Chosen> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /**
     * Chooses places of the table; all of them means all that fit the filter.
     *
     * @param row the row at a place where it is read already
     * @param all how many rows the table has
     */
    void choose(List<Integer> places, IntFunction<@Nullable ContactRow> row, int all) {
        if (places.size() > 1 && places.size() == all) {
            chosen.set(new Chosen.AllThatFit(filter.get(), all));
            return;
        }
        var known = new HashMap<Integer, Long>();
        for (int place : places) {
            var found = row.apply(place);
            if (found != null) {
                known.put(place, found.id());
            }
        }
        chosen.set(known.size() == places.size() ? new Chosen.People(List.copyOf(known.values())) : new Chosen.Places(filter.get(), List.copyOf(places), known));
    }

    /** No mail goes to them any more. */
    void suppress(Chosen who, Consumer<Act> then) {
        run(() -> workspace.suppressions().addContacts(who.ids(workspace.contacts()), workspace.clock().instant()),
                added -> then.accept(new Act(added.size(), 0, undo(() -> workspace.suppressions().takeBack(added)))));
    }

    void addTo(String list, Chosen who, Consumer<Act> then) {
        run(() -> {
            long id = workspace.lists().create(list).id();
            var added = workspace.lists().addNew(id, who.ids(workspace.contacts()));
            return new Act(added.size(), 0, undo(() -> workspace.lists().remove(id, added)));
        }, then);
    }

    void tag(String name, Chosen who, Consumer<Act> then) {
        run(() -> {
            long id = workspace.tags().create(name).id();
            var added = workspace.tags().add(id, who.ids(workspace.contacts()));
            return new Act(added.size(), 0, undo(() -> workspace.tags().remove(id, added)));
        }, then);
    }

    void delete(Chosen who, Consumer<Act> then) {
        run(() -> workspace.deletions().delete(who.ids(workspace.contacts())),
                (Deleted deleted) -> then.accept(new Act(deleted.deleted(), deleted.kept(), undo(() -> workspace.deletions().undo(deleted.id())))));
    }

    /** What of them goes into a file, to be chosen. */
    ExportViewModel exporting(Chosen who) {
        return new ExportViewModel(workspace, background, who);
    }

    /** Puts what a person says of a contact in place of what was there; the act takes it back. */
    void correct(Contact contact, Correction said, Consumer<Act> then, Consumer<Reason> failed) {
        long id = contact.id();
        background.run(() -> workspace.contacts().correct(id, said, workspace.clock().instant()), edits -> {
            changed();
            open(id);
            then.accept(new Act(1, 0, () -> run(() -> {
                edits.reversed().forEach(workspace.edits()::takeBack);
                return id;
            }, this::open)));
        }, failed);
    }

    private Runnable undo(Background.Act act) {
        return () -> background.run(act, this::changed);
    }

    private <T> void run(Callable<T> work, Consumer<T> then) {
        background.run(work, result -> {
            changed();
            then.accept(result);
        });
    }

    /** Something has changed here or elsewhere: numbers and rows are read again. */
    void changed() {
        refresh();
        changes.set(changes.get() + 1);
    }
}
