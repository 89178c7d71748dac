package app.caravel.desktop.suppression;

import java.util.List;
import java.util.Objects;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.SuppressionReason;
import app.caravel.contact.SuppressionStep;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.suppression.SuppressionViewModel.Line;

/** One address or domain: why it is not written to, whom that concerns, and what was said of it before. */
final class SuppressionPanel extends StackPane {

    SuppressionPanel(Line line, SuppressionActs acts, Ui ui) {
        var row = line.row();
        var suppression = row.suppression();
        var name = row.name();
        var panel = new DetailsPanel(ui, name, name == null ? suppression.target() : name, name == null ? "" : suppression.target(), Objects.requireNonNullElse(row.company(), ""));
        panel.add(new Chip(ui.text("suppression.reason-" + suppression.reason().textKey()), SuppressionTable.icon(suppression.reason()), "bounce"));
        var buttons = Space.row(8);
        var contact = row.contactId();
        if (contact != null) {
            long id = contact;
            buttons.getChildren().add(Buttons.small(ui.text("suppression.open-contact"), Feather.USER, () -> ui.go(Place.person(id))));
        }
        if (suppression.reason() != SuppressionReason.ERASED) {
            buttons.getChildren().add(Buttons.small(ui.text("suppression.take-off"), Feather.CORNER_UP_LEFT, () -> acts.takeOff(suppression)));
        }
        panel.add(buttons);
        var facts = Space.column(6, DetailsPanel.fact(ui.text("suppression.since"), ui.formats().full(suppression.since())));
        if (suppression.detail() != null) {
            facts.getChildren().add(DetailsPanel.fact(ui.text("suppression.detail"), suppression.detail()));
        }
        if (suppression.isDomain()) {
            facts.getChildren().add(DetailsPanel.fact(ui.text("suppression.reach"), ui.text(suppression.subdomains() ? "suppression.whole-domain-below" : "suppression.whole-domain")));
            facts.getChildren().add(DetailsPanel.fact(ui.text("suppression.people"), ui.formats().number(line.people())));
        }
        panel.add(facts);
        if (suppression.reason() == SuppressionReason.ERASED) {
            panel.add(Words.wrapped(Words.help(ui.text("suppression.erased-help"))));
        }
        panel.section(ui.text("suppression.history"), new Timeline(entries(line.history(), ui)));
        getChildren().setAll(panel);
    }

    /** The newest first. */
    static List<Timeline.Entry> entries(List<SuppressionStep> history, Ui ui) {
        return history.stream().map(step -> new Timeline.Entry(ui.formats().timeline(step.at()), ui.formats().full(step.at()),
                step.act() == SuppressionStep.Act.ON ? "fill-bounce" : "fill-plain", what(step, ui), step.word())).toList();
    }

    private static String what(SuppressionStep step, Ui ui) {
        return switch (step.act()) {
            case ON -> ui.text("suppression.reason-" + step.reason().textKey());
            case OFF -> ui.text("suppression.step-off");
            case UNDONE -> ui.text("suppression.step-undone");
        };
    }
}
