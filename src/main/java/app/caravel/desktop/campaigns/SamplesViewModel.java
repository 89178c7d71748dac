package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Checked;
import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.content.CheckFinding;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Rendered;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The mail beside what was found: those that the chosen finding hits, the longest ones, or any, to be leafed through. */
final class SamplesViewModel {

    /** Which mails are leafed through. */
    enum Which { HIT, LONGEST, ANY }

    /** The fields that hold a name, in the order in which a greeting takes them. */
    private static final List<String> NAMES = List.of("first_name", "name", "last_name", "salutation");

    /** One person's mail as it would be, the account that it leaves by, and what was filled in: an empty value is missing. */
    record Sample(Contact contact, Optional<Account> sender, Rendered mail, Map<String, String> fields) {}

    final IntegerProperty at = new SimpleIntegerProperty();
    final Load<Sample> sample;
    private final ReadOnlyObjectWrapper<Which> which = new ReadOnlyObjectWrapper<>(Which.ANY);
    private final Workspace workspace;
    private @Nullable Campaign campaign;
    private @Nullable Checked checked;
    private @Nullable CheckFinding finding;

    SamplesViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.sample = new Load<>(background);
    }

    ReadOnlyObjectProperty<Which> which() {
        return which.getReadOnlyProperty();
    }

    void clear() {
        campaign = null;
        checked = null;
        finding = null;
        sample.clear();
    }

    /** The draft as it was checked. */
    void about(Campaign draft, Checked found) {
        campaign = draft;
        checked = found;
    }

    /** The mails of a finding, or any mails where it names nobody. */
    void of(@Nullable CheckFinding now, int place) {
        finding = now;
        which.set(now == null || now.recipients().isEmpty() ? Which.ANY : Which.HIT);
        show(place);
    }

    void choose(Which other) {
        which.set(other);
        show(0);
    }

    boolean canChooseHit() {
        return finding != null && !finding.recipients().isEmpty();
    }

    /** The people whose mails can be leafed through. */
    List<String> people() {
        var found = checked;
        if (found == null) {
            return List.of();
        }
        return switch (which.get()) {
            case HIT -> finding == null ? List.of() : finding.recipients();
            case LONGEST -> found.longest();
            case ANY -> found.some();
        };
    }

    void leaf(int by) {
        show(at.get() + by);
    }

    /** What to show in the mail: the words that the chosen finding is about, as this person's mail has them. */
    @Nullable String words() {
        var now = sample.value();
        var about = finding;
        if (about == null || now == null) {
            return null;
        }
        if (about.kind().startsWith("name-")) {
            return NAMES.stream().map(name -> now.fields().getOrDefault(name, "")).filter(value -> !value.isBlank()).findFirst().orElse(about.where());
        }
        return about.where();
    }

    private void show(int place) {
        var draft = campaign;
        var people = people();
        at.set(Math.clamp(place, 0, Math.max(0, people.size() - 1)));
        if (draft == null || people.isEmpty() || isUnreadable()) {
            sample.clear();
            return;
        }
        var address = people.get(at.get());
        sample.from(() -> sample(draft, address));
    }

    private Sample sample(Campaign draft, String address) {
        var contact = EmailAddress.parse(address).flatMap(workspace.contacts()::find)
                .orElseThrow(() -> Problem.of("campaign.no-such-contact", "address", address));
        var fields = new TreeMap<String, String>();
        var values = contact.mergeValues();
        var written = draft.forReader(contact.language());
        for (var field : Compiler.compile(new ContentSource(written.subject(), written.html(), written.text())).fields()) {
            if (!field.equals("unsubscribe_url")) {
                fields.put(field, String.valueOf(values.getOrDefault(field, "")));
            }
        }
        var mail = workspace.check().sample(draft, contact);
        return new Sample(contact, workspace.senders().of(draft, contact), mail.withHtml(workspace.pictures().shown(mail.html())), fields);
    }

    private boolean isUnreadable() {
        return checked != null && checked.findings().stream().anyMatch(each -> each.kind().equals("unreadable"));
    }
}
