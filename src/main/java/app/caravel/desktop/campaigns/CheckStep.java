package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignCheck.Checked;
import app.caravel.content.Check;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.ProgressCard;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The check step: what every mail was looked at for, gravest first, and beside it the very mail. */
final class CheckStep extends StepPage {

    private final DraftViewModel draft;
    private final CheckViewModel model;
    private final Ui ui;
    private final VBox below = new VBox(20);
    private @Nullable ProgressCard card;
    private final InvalidationListener changed = _ -> show();

    CheckStep(DraftViewModel draft, Ui ui) {
        super("", "");
        this.draft = draft;
        this.model = draft.check;
        this.ui = ui;
        add(below);
        panel(new CheckedMail(draft, ui));
        Stream.<Observable>of(model.checked(), model.running(), model.progress, model.chosen(), draft.audience.facts.state())
                .forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        show();
    }

    private void show() {
        var checked = model.checked().get();
        if (model.running().get()) {
            running();
        } else if (checked == null) {
            title.setText(ui.text("campaigns.check.none"));
            sentence.setText(ui.text("campaigns.check.none.sentence"));
            below.getChildren().setAll(Space.row(0, Buttons.plain(ui.text("campaigns.check.run"), Feather.CHECK_CIRCLE, model::run)));
        } else {
            found(checked);
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
        long stops = checked.count(Severity.STOP);
        long warnings = checked.count(Severity.WARN) + checked.count(Severity.ADVICE);
        title.setText(stops > 0 ? ui.text("campaigns.check.mend", "n", stops) : warnings > 0 ? ui.text("campaigns.check.read", "n", warnings) : ui.text("campaigns.check.fine"));
        var concerned = checked.findings().stream().flatMap(each -> each.recipients().stream()).distinct().count();
        sentence.setText(ui.text("campaigns.check.mails", "n", checked.mails(), "fine", checked.mails() - concerned));
        var fine = fine(checked);
        var chips = Space.row(8);
        if (stops > 0) {
            chips.getChildren().add(new Chip(ui.text("campaigns.check.chip.mend", "n", stops), Feather.X_CIRCLE, "bounce"));
        }
        if (warnings > 0) {
            chips.getChildren().add(new Chip(ui.text("campaigns.check.chip.read", "n", warnings), Feather.ALERT_TRIANGLE, "scheduled"));
        }
        chips.getChildren().addAll(new Chip(ui.text("campaigns.check.chip.fine", "n", fine.size()), Feather.CHECK_CIRCLE, "person"), Space.rest(),
                Words.small(ui.text("campaigns.check.when", "ago", ui.formats().secondsAgo(checked.at()))),
                Buttons.flatIcon(ui.text("campaigns.check.again"), Feather.REFRESH_CW, model::run));
        var rows = new ArrayList<Node>();
        checked.findings().forEach(finding -> rows.add(row(finding)));
        rows.addAll(fine);
        var group = new VBox();
        group.getStyleClass().addAll("group", "rows");
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                group.getChildren().add(Space.line());
            }
            group.getChildren().add(rows.get(i));
        }
        below.getChildren().setAll(chips, group);
    }

    private Node row(CheckFinding finding) {
        boolean chosen = finding.equals(model.chosen().get());
        var icon = switch (finding.severity()) {
            case STOP -> Icons.of(Feather.X_CIRCLE, "bounce");
            case WARN -> Icons.of(Feather.ALERT_TRIANGLE, "scheduled");
            case ADVICE -> Icons.of(Feather.INFO, "subtle");
        };
        var what = Words.wrapped(Words.body(ui.text(finding.text())));
        var said = Space.column(2, what, Words.wrapped(Words.small(help(finding))));
        said.setMinWidth(0);
        Space.grow(said);
        var mend = Buttons.plain(ui.text("campaigns.check.mend-it"), null, () -> ui.go(Place.content(draft.campaign().get() == null ? 0 : draft.campaign().get().id())));
        mend.setMinWidth(64);
        var row = new HBox(12, icon, said, mend);
        if (!model.isRead(finding)) {
            said.getChildren().getFirst().getStyleClass().add("strong");
        }
        row.getStyleClass().addAll("row-button", "finding");
        row.setFocusTraversable(true);
        row.setAccessibleRole(javafx.scene.AccessibleRole.BUTTON);
        row.setAccessibleText(ui.text(finding.text()));
        if (chosen) {
            row.getStyleClass().add("on");
        }
        row.setOnMouseClicked(_ -> model.choose(finding));
        row.setOnKeyPressed(event -> {
            if (event.getTarget() == row && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                model.choose(finding);
                event.consume();
            }
        });
        return row;
    }

    /** Why it matters, or what to do. */
    private String help(CheckFinding finding) {
        var why = finding.why();
        var key = finding.text().key();
        return why != null ? ui.text(why) : ui.text(key.startsWith("audit.") ? key.replace("audit.", "audit.help.") : "campaigns.check.help." + finding.kind());
    }

    /** What was looked at and is well. */
    private ArrayList<Node> fine(Checked checked) {
        var rows = new ArrayList<Node>();
        if (checked.count(Severity.STOP) > 0) {
            return rows;
        }
        int out = checked.leftOut().size();
        rows.add(well(ui.text("campaigns.check.suppressed"), out == 0 ? ui.text("campaigns.nobody-left-out") : ui.text("campaigns.check.taken-out", "n", out)));
        if (checked.findings().stream().noneMatch(each -> each.kind().equals("bad-destination"))) {
            rows.add(well(ui.text("campaigns.check.links", "n", checked.links()), null));
        }
        if (checked.findings().stream().noneMatch(each -> each.kind().equals("unknown-field") || each.kind().equals("empty-field"))) {
            rows.add(well(ui.text("campaigns.check.fields"), null));
        }
        if (checked.largest() <= Check.GMAIL_CUTS_AT && checked.largest() > 0) {
            rows.add(well(ui.text("campaigns.check.size", "size", ui.formats().size(checked.largest())), null));
        }
        return rows;
    }

    private static Node well(String what, @Nullable String help) {
        var said = Space.column(2, Words.wrapped(Words.body(what)));
        if (help != null) {
            said.getChildren().add(Words.small(help));
        }
        said.setMinWidth(0);
        var row = new HBox(12, Icons.of(Feather.CHECK_CIRCLE, "person"), Space.grow(said));
        row.getStyleClass().add("finding");
        return row;
    }
}
