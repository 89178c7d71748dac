package app.caravel.desktop.compose;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.SenderName;
import app.caravel.content.Original;
import app.caravel.content.Written;
import app.caravel.content.advice.Advice;
import app.caravel.content.advice.Advising;
import app.caravel.content.advice.Letter;
import app.caravel.content.advice.Letter.Readers;
import app.caravel.content.advice.Letter.Sender;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** Advice on the mail that is shown, worked out off the screen's thread. */
final class AdviceModel {

    private final ObservableList<Advice> advice = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Reason> facts = new ReadOnlyObjectWrapper<>();
    private final ComposeViewModel model;
    private final Workspace workspace;
    private final Background background;
    private Background.@Nullable Job job;
    private @Nullable Audience countedOf;
    private int named;

    private record Read(List<Advice> advice, Reason facts) {}

    AdviceModel(ComposeViewModel model, Workspace workspace, Background background) {
        this.model = model;
        this.workspace = workspace;
        this.background = background;
        model.shown().addListener((_, _, _) -> read());
    }

    ObservableList<Advice> advice() {
        return advice;
    }

    /** How many words and sentences there are; null while nothing was read. */
    ReadOnlyObjectProperty<@Nullable Reason> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Reads the mail as it is shown now. */
    private void read() {
        var campaign = model.campaign().get();
        var shown = model.shown().get();
        if (job != null) {
            job.cancel();
        }
        if (campaign == null || shown == null) {
            facts.set(null);
            advice.clear();
            return;
        }
        job = background.run(() -> {
            var letter = letter(campaign, shown);
            return new Read(Advising.on(letter, workspace.advice().off()), Advising.facts(letter));
        }, read -> {
            facts.set(read.facts());
            if (!advice.equals(read.advice())) {
                advice.setAll(read.advice());
            }
        });
    }

    private Letter letter(Campaign campaign, Shown shown) {
        var account = campaign.accountId() == null ? null : workspace.accounts().find(campaign.accountId()).orElse(null);
        var sender = account == null ? new Sender("", "") : new Sender(new SenderName(account.fromName()).plain(), account.fromAddress());
        boolean personal = shown.missing().keySet().stream().anyMatch(field -> !field.equals("unsubscribe_url"));
        return Letter.of(shown.mail(), personal, shown.leaves(), sender, new Readers(shown.of(), named(campaign)));
    }

    /** Counted anew only for another audience. */
    private synchronized int named(Campaign campaign) {
        if (!campaign.audience().equals(countedOf)) {
            var count = new int[1];
            if (campaign.audience().isChosen()) {
                workspace.contacts().forEachRow(workspace.recipients().filter(campaign.audience()), row -> count[0] += row.name() == null ? 0 : 1);
            }
            named = count[0];
            countedOf = campaign.audience();
        }
        return named;
    }

    /** This kind is not said any more. */
    void switchOff(Advice unwanted) {
        background.run(() -> workspace.advice().switchOff(unwanted.id()), () -> advice.removeIf(each -> each.id().equals(unwanted.id())));
    }

    void switchOn(Advice wanted) {
        background.run(() -> workspace.advice().switchOn(wanted.id()), this::read);
    }

    /** Puts other words in place of these; false where they do not stand so in what can be written at here. */
    boolean write(String words, String others) {
        boolean blocks = model.editor().get() != null;
        var written = new Written(model.subject.get(), blocks ? "" : model.source.get(), blocks ? "" : model.text.get(), Original.HTML);
        if (!written.holds(words)) {
            return false;
        }
        var mended = written.withWords(words, others);
        model.subject.set(mended.subject());
        if (!blocks) {
            model.source.set(mended.html());
            model.text.set(Objects.requireNonNullElse(mended.text(), ""));
        }
        model.keep();
        return true;
    }
}
