package app.caravel.desktop.campaigns;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Checked;
import app.caravel.campaign.DifferentReaders;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Background.Done;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The check step: looks at every mail, holds what was found and which warnings were read. The mail beside is {@link SamplesViewModel}'s. */
final class CheckViewModel {

    final ObjectProperty<Done> progress = new SimpleObjectProperty<>(Done.NOTHING);
    final LinksViewModel links;
    final SamplesViewModel samples;
    private final ReadOnlyObjectWrapper<@Nullable Checked> checked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CheckFinding> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sampling = new ReadOnlyBooleanWrapper();
    private final Set<CheckFinding> read = new HashSet<>();
    private final Workspace workspace;
    private final Background background;
    private final Supplier<@Nullable Instant> leaves;
    private Background.@Nullable Job job;
    private @Nullable Campaign campaign;
    private boolean mending;

    /** @param leaves when it is to leave, null: at once */
    CheckViewModel(Workspace workspace, Background background, Supplier<@Nullable Instant> leaves) {
        this.workspace = workspace;
        this.leaves = leaves;
        this.background = background;
        this.links = new LinksViewModel(workspace, background);
        this.samples = new SamplesViewModel(workspace, background);
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

    /** The next change of the draft mends something that was found: what was found stays in view until it is looked at anew. */
    void mending() {
        mending = true;
    }

    /** The draft as it is now: what was found of another content or audience is void. */
    void about(Campaign now) {
        var before = campaign;
        campaign = now;
        if (mending && before != null && before.id() == now.id() && checked.get() != null) {
            again();
            return;
        }
        if (before == null || before.id() == now.id() && before.changedAt().equals(now.changedAt())) {
            return;
        }
        stop();
        links.forget();
        checked.set(null);
        chosen.set(null);
        read.clear();
        samples.clear();
    }

    /** Looks at all mails, where that was not done since the last change. */
    void runIfNeeded() {
        if (checked.get() == null && !running.get()) {
            run();
        }
    }

    /** Looks at all mails and asks for all pages anew. */
    void run() {
        links.forget();
        again();
    }

    /** Looks at all mails anew; pages that were asked for are not asked for again. */
    void again() {
        mending = false;
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
            return workspace.check().run(draft, done -> work.at(done, total), work::cancelled);
        }, progress::set, found -> found(draft, found), reason -> {
            running.set(false);
            background.tell(reason);
        });
    }

    private void found(Campaign draft, Checked found) {
        running.set(false);
        samples.about(draft, found);
        take(atItsTime(found));
        lookAtLinks();
    }

    private Checked atItsTime(Checked found) {
        var at = leaves.get();
        return found.leaving(at == null ? found.at() : at);
    }

    /** Another time may have been chosen since the mails were looked at: it needs no other look at them. */
    void timed() {
        var found = checked.get();
        if (found != null && !atItsTime(found).findings().equals(found.findings())) {
            take(atItsTime(found));
        }
    }

    /** This kind of advice is not wanted any more. */
    void unwanted(CheckFinding advice, Consumer<Runnable> then) {
        background.run(() -> workspace.advice().switchOff(advice.kind()), () -> {
            var found = checked.get();
            if (found != null) {
                take(found.without(advice.kind()));
            }
            then.accept(() -> background.run(() -> workspace.advice().switchOn(advice.kind()), this::again));
        });
    }

    /** Shows what was found; the finding that was chosen stays so where it is still there, if with fewer people. */
    private void take(Checked found) {
        read.removeIf(each -> !found.findings().contains(each));
        var before = chosen.get();
        checked.set(found);
        var now = found.findings().stream().filter(finding -> before != null && finding.kind().equals(before.kind()) && java.util.Objects.equals(finding.where(), before.where()) && java.util.Objects.equals(finding.language(), before.language())).findFirst()
                .or(() -> found.findings().stream().findFirst()).orElse(null);
        boolean same = now != null && before != null && now.kind().equals(before.kind());
        choose(now, same ? samples.at.get() : 0);
    }

    /** What was sent to oneself, and where. */
    record SentSamples(String to, List<DifferentReaders.Reader> as) {}

    /** Sends a few mails of it to the account's own address, as recipients who differ get them. */
    void sendSamples(Consumer<SentSamples> then) {
        var draft = campaign;
        if (draft == null || sampling.get()) {
            return;
        }
        sampling.set(true);
        background.run(() -> {
            var account = workspace.accounts().find(draft.accountId() == null ? -1 : draft.accountId()).orElseThrow(() -> Problem.of("campaign.no-account", "name", draft.name()));
            var readers = DifferentReaders.of(draft, workspace.contacts(), workspace.recipients());
            readers.forEach(reader -> workspace.testMails().send(draft, account.fromAddress(), reader.contact()));
            return new SentSamples(account.fromAddress(), readers);
        }, sent -> {
            sampling.set(false);
            then.accept(sent);
        }, reason -> {
            sampling.set(false);
            background.tell(reason);
        });
    }

    /** Whether samples are on their way. */
    ReadOnlyBooleanProperty sampling() {
        return sampling.getReadOnlyProperty();
    }

    void stop() {
        if (job != null) {
            job.cancel();
        }
        links.stop();
        running.set(false);
    }

    /** Asks for the pages and pictures, in the background. */
    void lookAtLinks() {
        var about = checked.get();
        if (about != null) {
            links.look(about, seen -> {
                var now = checked.get();
                if (now != null && now.references().equals(about.references())) {
                    take(now.with(seen));
                }
            });
        }
    }

    /** Chooses a finding, or none for any mail: it counts as read, and the first mail it concerns shows beside it. */
    void choose(@Nullable CheckFinding finding) {
        choose(finding, 0);
    }

    private void choose(@Nullable CheckFinding finding, int at) {
        if (finding != null) {
            read.add(finding);
        }
        chosen.set(finding);
        samples.of(finding, at);
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

    boolean hasStop() {
        var found = checked.get();
        return found != null && found.count(Severity.STOP) > 0;
    }

    /** Nothing to mend, every warning read. */
    boolean isGreen() {
        return checked.get() != null && !hasStop() && unread() == 0;
    }
}
