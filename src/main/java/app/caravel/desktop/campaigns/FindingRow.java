package app.caravel.desktop.campaigns;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A finding: how grave, what, why it matters, and the button that mends it. Pressed, it shows its mails beside. */
final class FindingRow extends HBox {

    FindingRow(CheckFinding finding, CheckViewModel model, FindingActs acts, Ui ui) {
        super(12);
        boolean chosen = finding.equals(model.chosen().get());
        var icon = switch (finding.severity()) {
            case STOP -> Icons.of(Feather.X_CIRCLE, "bounce");
            case WARN -> Icons.of(Feather.ALERT_TRIANGLE, "scheduled");
            case ADVICE -> Icons.of(finding.isAdvice() ? Feather.EDIT_3 : Feather.INFO, "subtle");
        };
        var sentence = (finding.language() == null ? "" : Choices.language(ui, finding.language()) + " · ") + ui.text(finding.text());
        var what = Words.wrapped(Words.body(sentence));
        if (!model.isRead(finding)) {
            what.getStyleClass().add("strong");
        }
        var said = Space.column(2, what, Words.wrapped(Words.small(help(finding, ui))));
        said.setMinWidth(0);
        Space.grow(said);
        if (chosen && FindingActs.canLeaveOut(finding) && !(finding.mend() instanceof Mend.Nothing)) {
            said.getChildren().add(Words.link(ui.text("campaigns.check.leave-out", "n", finding.count()), () -> acts.leaveOut(finding.recipients())));
        }
        getChildren().addAll(icon, said);
        acts.button(finding).ifPresent(getChildren()::add);
        if (finding.isAdvice()) {
            getChildren().add(acts.menu(finding));
        }
        getStyleClass().addAll("row-button", "finding");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(sentence);
        if (chosen) {
            getStyleClass().add("on");
        }
        setOnMouseClicked(_ -> model.choose(finding));
        setOnKeyPressed(event -> {
            if (event.getTarget() == this && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                model.choose(finding);
                event.consume();
            }
        });
    }

    /** Why it matters, or what to do. */
    private static String help(CheckFinding finding, Ui ui) {
        var why = finding.why();
        var key = finding.text().key();
        return why != null ? ui.text(why) : ui.text(key.startsWith("audit.") ? key.replace("audit.", "audit.help.") : "campaigns.check.help." + finding.kind());
    }
}
