package app.caravel.desktop.compose;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.SenderName;
import app.caravel.content.advice.Advice;
import app.caravel.content.advice.Advising;
import app.caravel.content.advice.Letter;
import app.caravel.content.advice.Letter.Readers;
import app.caravel.content.advice.Letter.Sender;
import app.caravel.content.design.ReaderWords;
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

    /** Puts other words in place of these, where the shown recipient reads them; hands back how that is undone, nothing where they stand nowhere so. */
    Optional<Runnable> write(String words, String others) {
        var shown = model.shown().get();
        if (shown == null) {
            return Optional.empty();
        }
        var reader = shown.readerWords();
        var subject = reader.inText(model.subject.get(), words, others);
        if (subject.isPresent()) {
            return Optional.of(put(model.subject, subject.get()));
        }
        var editor = model.editor().get();
        if (editor == null) {
            var text = reader.inText(model.text.get(), words, others);
            return reader.inHtml(model.source.get(), words, others).map(html -> {
                var source = put(model.source, html);
                var plain = put(model.text, text.orElse(model.text.get()));
                return () -> {
                    source.run();
                    plain.run();
                };
            });
        }
        var preheader = reader.inText(editor.now().preheader(), words, others);
        if (preheader.isPresent()) {
            var before = editor.now().preheader();
            editor.setPreheader(preheader.get());
            return Optional.of(() -> editor.setPreheader(before));
        }
        return reader.mended(editor.now(), words, others).map(place -> put(editor, place));
    }

    private Runnable put(StringProperty written, String mended) {
        var before = written.get();
        written.set(mended);
        model.keep();
        return () -> {
            written.set(before);
            model.keep();
        };
    }

    /** Undone, only these words go back: what was written elsewhere since stays. */
    private Runnable put(DesignEditor editor, ReaderWords.Place place) {
        var id = place.block().id();
        var before = place.block().get(place.property());
        editor.change(id, block -> block.with(place.property(), place.text()));
        return () -> {
            if (editor.now().find(id).isPresent()) {
                editor.change(id, block -> block.get(place.property()).equals(place.text()) ? block.with(place.property(), before) : block);
            }
        };
    }
}
