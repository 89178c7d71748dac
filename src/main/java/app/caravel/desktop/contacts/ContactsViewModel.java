package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import app.caravel.contact.Contact;
import app.caravel.contact.ContactList;
import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageSource;
import app.caravel.workspace.Workspace;

/** What the Contacts screen shows and can do. */
final class ContactsViewModel {

    /** The left panel: how many everybody are, the lists, and the suppressed by reason. */
    record Groups(int everyone, List<ContactList> lists, Map<SuppressionReason, Integer> suppressed) {}

    /** One person with the lists he is in. */
    record Person(Contact contact, List<ContactList> lists, boolean suppressed) {}

    final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.EVERYONE);
    private final Workspace workspace;
    private final Background background;
    private final Load<Groups> groups;
    private final Load<Optional<Person>> person;

    ContactsViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.groups = new Load<>(background);
        this.person = new Load<>(background);
    }

    Load<Groups> groups() {
        return groups;
    }

    Load<Optional<Person>> person() {
        return person;
    }

    void refresh() {
        groups.from(() -> new Groups(workspace.contacts().count(Filter.EVERYONE), workspace.lists().all(), workspace.suppressions().counts()));
    }

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

    void open(long contactId) {
        person.clear().from(() -> workspace.contacts().find(contactId)
                .map(found -> new Person(found, workspace.lists().ofContact(contactId), workspace.suppressions().isSuppressed(found.address()))));
    }

    /** No mail goes to them any more. */
    void suppress(List<ContactRow> chosen, Runnable then) {
        background.run(() -> chosen.forEach(row -> workspace.suppressions().add(row.address(), SuppressionReason.MANUAL, null, workspace.clock().instant())), () -> {
            refresh();
            then.run();
        });
    }

    /** Takes back {@link #suppress}: only what was put there by hand just now. */
    void allow(List<ContactRow> chosen, Runnable then) {
        background.run(() -> chosen.forEach(row -> workspace.suppressions().remove(row.address())), () -> {
            refresh();
            then.run();
        });
    }

    void addTo(String list, List<ContactRow> chosen, Runnable then) {
        background.run(() -> {
            var found = workspace.lists().create(list);
            workspace.lists().add(found.id(), chosen.stream().map(ContactRow::id).toList());
        }, () -> {
            refresh();
            then.run();
        });
    }

    void takeFrom(String list, List<ContactRow> chosen, Runnable then) {
        background.run(() -> workspace.lists().find(list).ifPresent(found -> workspace.lists().remove(found.id(), chosen.stream().map(ContactRow::id).toList())), () -> {
            refresh();
            then.run();
        });
    }
}
