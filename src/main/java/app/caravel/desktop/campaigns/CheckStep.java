package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Checked;
import app.caravel.campaign.DifferentReaders;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.ProgressCard;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The check step: what every mail was looked at for, gravest first, and beside it the very mail. */
final class CheckStep extends StepPage {

    /** So much that is well is told; more on demand. */
    private static final int FINE_SHOWN = 4;
    private static final double WIDEST = 960;

    private final CheckViewModel model;
    private final FindingActs acts;
    private final Ui ui;
    private final VBox below = new VBox(20);
    private @Nullable ProgressCard card;
    private boolean allFine;
    private final InvalidationListener changed = _ -> show();

    CheckStep(DraftViewModel draft, Ui ui) {
        super("", "");
        this.model = draft.check;
        this.acts = new FindingActs(draft, ui);
        this.ui = ui;
        below.setMaxWidth(WIDEST);
        add(below);
        panel(new CheckedMail(draft, acts, ui));
        Stream.<Observable>of(model.checked(), model.running(), model.progress, model.chosen(), model.links.running(), draft.audience.facts.state())
                .forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        show();
    }

    private void show() {
        var checked = model.checked().get();
        if (checked != null) {
            found(checked);
        } else if (model.running().get()) {
            running();
        } else {
            title.setText(ui.text("campaigns.check.none"));
            sentence.setText(ui.text("campaigns.check.none.sentence"));
            below.getChildren().setAll(Space.row(0, Buttons.plain(ui.text("campaigns.check.run"), Feather.CHECK_CIRCLE, model::run)));
        }
    }

    private void running() {
        var at = model.progress.get();
        var words = ui.text("campaigns.check.running", "n", at.done(), "m", at.total());
        if (card == null) {
            card = new ProgressCard(words, ui.text("campaigns.cancel"), model::stop);
            card.setMaxWidth(480);
        }
        title.setText(ui.text("campaigns.check.title"));
        sentence.setText(ui.text("campaigns.check.sentence"));
        card.at(at.total() == 0 ? 0 : (double) at.done() / at.total(), ui.text("campaigns.of", "n", at.done(), "m", at.total()), "");
        card.title().setText(words);
        if (!below.getChildren().contains(card)) {
            below.getChildren().setAll(card);
        }
    }

    private void found(Checked checked) {
        // who must not be written to stands among what is well: they are left out by themselves
        var findings = checked.findings().stream().filter(each -> !each.kind().equals("suppressed") && !each.isAdvice()).toList();
        long stops = checked.count(Severity.STOP);
        long warnings = checked.count(Severity.WARN);
        title.setText(stops > 0 ? ui.text("campaigns.check.mend", "n", stops) : warnings > 0 ? ui.text("campaigns.check.read", "n", warnings) : ui.text("campaigns.check.fine"));
        var concerned = findings.stream().flatMap(each -> each.recipients().stream()).distinct().count();
        sentence.setText(ui.text("campaigns.check.mails", "n", checked.mails(), "fine", checked.mails() - concerned));
        var fine = FineRows.of(checked, ui);
        below.getChildren().setAll(chips(checked, stops, warnings, fine.size()), group(rows(checked, findings, fine)));
        var advice = checked.findings().stream().filter(CheckFinding::isAdvice).map(each -> (Node) new FindingRow(each, model, acts, ui)).toList();
        if (!advice.isEmpty()) {
            below.getChildren().add(Space.column(12, Space.row(8, Words.heading(ui.text("advice.title")), Words.of(String.valueOf(advice.size()), "subtle")), group(advice), Words.wrapped(Words.help(ui.text("advice.limits")))));
        }
    }

    private HBox chips(Checked checked, long stops, long warnings, int fine) {
        var chips = Space.row(8);
        if (stops > 0) {
            chips.getChildren().add(new Chip(ui.text("campaigns.check.chip.mend", "n", stops), Feather.X_CIRCLE, "bounce"));
        }
        if (warnings > 0) {
            chips.getChildren().add(new Chip(ui.text("campaigns.check.chip.read", "n", warnings), Feather.ALERT_TRIANGLE, "scheduled"));
        }
        var at = model.progress.get();
        var when = model.running().get() ? ui.text("campaigns.check.running", "n", at.done(), "m", at.total()) : ui.text("campaigns.check.when", "ago", ui.formats().secondsAgo(checked.at()));
        chips.getChildren().addAll(new Chip(ui.text("campaigns.check.chip.fine", "n", fine), Feather.CHECK_CIRCLE, "person"), Space.rest(),
                Words.small(when), samples(checked), Buttons.flatIcon(ui.text("campaigns.check.again"), Feather.REFRESH_CW, model::run));
        return chips;
    }

    private Node samples(Checked checked) {
        var button = Buttons.small(ui.text("campaigns.check.samples", "n", Math.min(checked.mails(), DifferentReaders.A_FEW)), Feather.SEND, () -> model.sendSamples(this::sent));
        button.setTooltip(new Tooltip(ui.text("campaigns.check.samples.hover")));
        button.disableProperty().bind(model.sampling());
        button.setVisible(checked.mails() > 0);
        return button;
    }

    private void sent(CheckViewModel.SentSamples samples) {
        var as = samples.as().stream().map(reader -> ui.text("campaigns.check.sample." + reader.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "name", reader.contact().shownName())).toList();
        ui.toasts().show(new Toasts.Toast(Toasts.Meaning.GOOD, null, ui.text("campaigns.check.samples-sent", "n", as.size(), "address", samples.to()), String.join(ui.text("campaigns.list-comma"), as), List.of()));
    }

    private List<Node> rows(Checked checked, List<CheckFinding> findings, List<Node> fine) {
        var rows = new ArrayList<Node>();
        findings.forEach(finding -> rows.add(new FindingRow(finding, model, acts, ui)));
        if (checked.seen() == null && !checked.references().isEmpty() && !model.running().get()) {
            rows.add(new LinksRow(model, ui));
        }
        int shown = allFine || fine.size() <= FINE_SHOWN + 1 ? fine.size() : FINE_SHOWN;
        rows.addAll(fine.subList(0, shown));
        if (shown < fine.size()) {
            var more = Space.row(12, Words.muted(ui.text("campaigns.check.more-fine", "n", fine.size() - shown)), Space.rest(), Words.link(ui.text("campaigns.check.show-fine"), () -> {
                allFine = true;
                show();
            }));
            rows.add(Space.styled(more, "finding", "more"));
        }
        return rows;
    }

    private static VBox group(List<Node> rows) {
        var group = new VBox();
        group.getStyleClass().addAll("group", "rows");
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                group.getChildren().add(Space.line());
            }
            group.getChildren().add(rows.get(i));
        }
        return group;
    }
}
