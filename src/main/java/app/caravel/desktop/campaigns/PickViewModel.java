package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.contact.Contact;
import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** Single people of a draft's lists: found by name, address or company, left out of this campaign alone and let in again. */
final class PickViewModel {

    /** How many are listed; whoever is not among them is found by his name. */
    static final int LISTED = 50;

    /**
     * One of them.
     *
     * @param out whether he was picked out by hand
     * @param suppressed why he gets nothing in any case; null where he does
     */
    record Person(long id, String name, String address, @Nullable String company, boolean out, @Nullable SuppressionReason suppressed) {}

    /** @param more how many fit and are not listed */
    record Found(List<Person> people, int more) {}

    final StringProperty words = new SimpleStringProperty("");
    final Load<Found> found;
    private final Workspace workspace;
    private final DraftViewModel draft;

    PickViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.draft = draft;
        this.found = new Load<>(background);
        words.addListener((_, _, _) -> look());
    }

    /** Reads the draft's people anew. */
    void look() {
        var campaign = draft.campaign().get();
        if (campaign != null) {
            var wanted = words.get().strip();
            found.from(() -> read(campaign, wanted));
        }
    }

    /** Those who were picked out first, while nobody in particular is looked for. */
    private Found read(Campaign campaign, String wanted) {
        var audience = campaign.audience();
        var out = Set.copyOf(audience.without());
        var people = new ArrayList<Person>();
        var listed = new HashSet<Long>();
        if (wanted.isEmpty()) {
            workspace.contacts().forEach(audience.without().stream().limit(LISTED).toList(), contact -> people.add(person(contact)));
            people.forEach(person -> listed.add(person.id()));
        }
        var all = workspace.recipients().filter(audience.letIn(audience.without())).withWords(wanted);
        workspace.contacts().page(all.orderedBy(Filter.Order.NAME, false), 0, LISTED).stream().filter(row -> people.size() < LISTED && listed.add(row.id()))
                .forEach(row -> people.add(person(row, out.contains(row.id()))));
        return new Found(List.copyOf(people), Math.max(0, workspace.contacts().count(all) - people.size()));
    }

    private static Person person(Contact contact) {
        return new Person(contact.id(), contact.shownName(), contact.address().written(), contact.company(), true, null);
    }

    private static Person person(ContactRow row, boolean out) {
        return new Person(row.id(), row.shownName(), row.address().written(), row.company(), out, row.suppressed());
    }

    void leaveOut(Person person) {
        draft.change(campaign -> campaign.withAudience(campaign.audience().without(List.of(person.id()))));
    }

    void letIn(Person person) {
        draft.change(campaign -> campaign.withAudience(campaign.audience().letIn(List.of(person.id()))));
    }
}
