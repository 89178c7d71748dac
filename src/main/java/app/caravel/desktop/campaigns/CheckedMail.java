package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Account;
import app.caravel.campaign.SenderName;
import app.caravel.contact.Contact;
import app.caravel.contact.MergeFields;
import app.caravel.desktop.campaigns.SamplesViewModel.Which;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The mail beside the findings: to whom, its subject, the mail itself, and what was filled in. */
final class CheckedMail extends BorderPane {

    private final DraftViewModel draft;
    private final CheckViewModel check;
    private final SamplesViewModel model;
    private final FindingActs acts;
    private final Ui ui;
    private final MailPaper mail = new MailPaper().zoomed(0.65);
    private final InvalidationListener changed = _ -> show();

    CheckedMail(DraftViewModel draft, FindingActs acts, Ui ui) {
        this.draft = draft;
        this.check = draft.check;
        this.model = draft.check.samples;
        this.acts = acts;
        this.ui = ui;
        Stream.<Observable>of(model.sample.state(), model.at, draft.audience.accounts.state()).forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        show();
    }

    private void show() {
        var sample = model.sample.value();
        if (sample == null) {
            setTop(null);
            setBottom(null);
            setCenter(check.checked().get() == null ? null : new EmptyFace(Feather.EYE_OFF, ui.text("campaigns.check.no-mail"), null, null));
            return;
        }
        setTop(head(sample));
        setCenter(mail);
        mail.show(sample.mail().html(), sample.mail().text(), model.words());
        setBottom(filledIn(sample));
    }

    private Node head(SamplesViewModel.Sample sample) {
        int people = model.people().size();
        var before = Buttons.icon(ui.text("campaigns.previous"), Feather.CHEVRON_LEFT, () -> model.leaf(-1));
        var after = Buttons.icon(ui.text("campaigns.next"), Feather.CHEVRON_RIGHT, () -> model.leaf(1));
        before.setDisable(model.at.get() == 0);
        after.setDisable(model.at.get() >= people - 1);
        var leaf = Space.row(8, before, after, Words.body(ui.text("campaigns.of", "n", model.at.get() + 1, "m", people)), Space.rest(), which());
        var contact = sample.contact();
        var to = contact.name() == null ? contact.address().written() : contact.name() + " <" + contact.address().written() + ">";
        var from = sample.sender().map(account -> sender(account, contact)).orElse("–");
        var out = Words.link(ui.text("campaigns.check.leave-one-out"), () -> acts.leaveOut(List.of(contact.address().canonical())));
        out.setMinWidth(Hyperlink.USE_PREF_SIZE);
        var whom = fact("campaigns.to", to);
        whom.getChildren().addAll(Space.rest(), out);
        var column = Space.column(12, leaf, Space.column(6, whom,
                fact("campaigns.subject", sample.mail().subject().isBlank() ? ui.text("campaigns.no-subject") : sample.mail().subject()), fact("campaigns.from", from)));
        column.getStyleClass().add("panel-head");
        return column;
    }

    private static String sender(Account account, Contact contact) {
        var name = new SenderName(account.fromName()).of(contact.mergeValues());
        return name.isBlank() ? account.fromAddress() : name + " <" + account.fromAddress() + ">";
    }

    /** Those of the finding, the longest, or any. */
    private Segmented<Which> which() {
        var all = model.canChooseHit() ? List.of(Which.HIT, Which.LONGEST, Which.ANY) : List.of(Which.LONGEST, Which.ANY);
        var segments = new Segmented<>(all, model.which().get(), each -> ui.text("campaigns.check.mails-" + each.name().toLowerCase(Locale.ROOT)));
        segments.valueProperty().addListener((_, _, chosen) -> model.choose(chosen));
        return segments;
    }

    private HBox fact(String key, String value) {
        var said = Words.body(value);
        said.setMinWidth(0);
        return Space.row(0, Space.width(Words.small(ui.text(key)), 64), said);
    }

    /** A field of every contact by its word, one of the person's own file by its name. */
    private String field(String name) {
        return MergeFields.OWN.contains(name) ? ui.text("person.field-" + name.replace('_', '-')) : name;
    }

    private Node filledIn(SamplesViewModel.Sample sample) {
        var chips = new FlowPane(8, 8);
        sample.fields().forEach((name, value) -> {
            var field = field(name);
            var chip = Space.styled(new HBox(), "merge-field");
            chip.getChildren().add(value.isBlank() ? new javafx.scene.control.Label(ui.text("campaigns.missing", "field", field)) : new javafx.scene.control.Label(field));
            if (value.isBlank()) {
                chip.getStyleClass().add("missing");
            } else {
                chip.getChildren().add(Words.of(value, "filled"));
            }
            chips.getChildren().add(Space.tight(chip));
        });
        var box = new VBox(12, Space.row(8, Words.heading(ui.text("campaigns.filled-in")), Space.rest(), Words.small(ui.text("campaigns.for", "name", sample.contact().shownName()))));
        box.getChildren().add(sample.fields().isEmpty() ? Words.small(ui.text("campaigns.nothing-filled-in")) : chips);
        box.getStyleClass().add("panel-foot");
        return box;
    }
}
