package app.caravel.desktop.campaigns;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignCheck.Checked;
import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Rendered;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Background.Done;
import app.caravel.desktop.kit.Load;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The check step: looks at every mail, holds what was found, which warnings were read, and the mail beside the chosen finding. */
final class CheckViewModel {

    /** One person's mail as it would be, and what was filled in: an empty value is missing. */
    record Sample(Contact contact, Rendered mail, Map<String, String> fields) {}

    final ObjectProperty<Done> progress = new SimpleObjectProperty<>(Done.NOTHING);
    final IntegerProperty at = new SimpleIntegerProperty();
    final Load<Sample> sample;
    private final ReadOnlyObjectWrapper<@Nullable Checked> checked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CheckFinding> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Set<CheckFinding> read = new HashSet<>();
    private final Workspace workspace;
    private final Background background;
    private Background.@Nullable Job job;
    private @Nullable Campaign campaign;
    private List<String> anybody = List.of();

    CheckViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.sample = new Load<>(background);
    }

    ReadOnlyObjectProperty<@Nullable Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable CheckFinding> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** The draft as it is now: what was found of another content or audience is void. */
    void about(Campaign now) {
        var before = campaign;
        campaign = now;
        if (before != null && (before.id() != now.id() || !before.changedAt().equals(now.changedAt()))) {
            stop();
            checked.set(null);
            chosen.set(null);
            read.clear();
            sample.clear();
        }
    }

    /** Looks at all mails, where that was not done since the last change. */
    void runIfNeeded() {
        if (checked.get() == null && !running.get()) {
            run();
        }
    }

    void run() {
        var draft = campaign;
        if (draft == null) {
            return;
        }
        stop();
        running.set(true);
        progress.set(Done.NOTHING);
        job = background.run(work -> {
            int total = workspace.check().audience(draft).people();
            work.at(0, total);
            var found = workspace.check().run(draft, done -> work.at(done, total), work::cancelled);
            return new Found(found, some(draft));
        }, progress::set, found -> {
            running.set(false);
            read.clear();
            anybody = found.anybody();
            checked.set(found.checked());
            choose(found.checked().findings().stream().findFirst().orElse(null));
        }, reason -> {
            running.set(false);
            background.tell(reason);
        });
    }

    private record Found(Checked checked, List<String> anybody) {}

    /** A few people whose mails are shown where a finding names nobody. */
    private List<String> some(Campaign draft) {
        var some = new java.util.ArrayList<String>();
        workspace.recipients().forEach(draft.audience(), person -> {
            if (some.size() < 20 && person.suppressed() == null) {
                some.add(person.address());
            }
        });
        return some;
    }

    void stop() {
        if (job != null) {
            job.cancel();
        }
        running.set(false);
    }

    /** Chooses a finding, or none for any mail: it counts as read, and the first mail it concerns shows beside it. */
    void choose(@Nullable CheckFinding finding) {
        if (finding != null) {
            read.add(finding);
        }
        at.set(0);
        chosen.set(finding);
        show();
    }

    /** The people whose mails can be leafed through. */
    List<String> people() {
        var finding = chosen.get();
        return finding == null || finding.recipients().isEmpty() ? anybody : finding.recipients();
    }

    void leaf(int by) {
        at.set(Math.clamp((long) at.get() + by, 0, Math.max(0, people().size() - 1)));
        show();
    }

    private void show() {
        var draft = campaign;
        if (draft == null || people().isEmpty() || checked.get() == null || isUnreadable()) {
            sample.clear();
            return;
        }
        var address = people().get(at.get());
        sample.from(() -> sample(draft, address));
    }

    private Sample sample(Campaign draft, String address) {
        var contact = EmailAddress.parse(address).flatMap(workspace.contacts()::find)
                .orElseThrow(() -> Problem.of("campaign.no-such-contact", "address", address));
        var fields = new java.util.TreeMap<String, String>();
        var values = contact.mergeValues();
        for (var field : Compiler.compile(new ContentSource(draft.subject(), draft.html(), draft.text())).fields()) {
            if (!field.equals("unsubscribe_url")) {
                fields.put(field, String.valueOf(values.getOrDefault(field, "")));
            }
        }
        var mail = workspace.check().sample(draft, contact);
        return new Sample(contact, mail.withHtml(workspace.pictures().shown(mail.html())), fields);
    }

    boolean isRead(CheckFinding finding) {
        return read.contains(finding) || finding.severity() == Severity.ADVICE;
    }

    /** Warnings that nobody has looked at yet. */
    int unread() {
        var found = checked.get();
        return found == null ? 0 : (int) found.findings().stream().filter(finding -> finding.severity() == Severity.WARN && !isRead(finding)).count();
    }

    /** Goes to the first warning that is not read. */
    void readNext() {
        var found = checked.get();
        if (found != null) {
            found.findings().stream().filter(finding -> !isRead(finding)).findFirst().ifPresent(this::choose);
        }
    }

    private boolean isUnreadable() {
        var found = checked.get();
        return found != null && found.findings().stream().anyMatch(finding -> finding.kind().equals("unreadable"));
    }

    boolean hasStop() {
        var found = checked.get();
        return found != null && found.count(Severity.STOP) > 0;
    }

    /** Nothing to mend, every warning read. */
    boolean isGreen() {
        return checked.get() != null && !hasStop() && unread() == 0;
    }
}
