package app.caravel.desktop.compose;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.advice.Advice;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/**
 * How the mail reads: a few short lines, each with a tick or a triangle. Pressed, a line says why, is shown in the mail, and
 * offers what mends it and to say it no more. Takes what it shows and hands on what is pressed; knows no screen.
 */
final class AdvicePane extends VBox {

    /** What is done about a piece of advice. */
    record Acts(Consumer<Advice> show, Consumer<Advice> mend, Consumer<Advice> switchOff) {}

    private final ObservableList<Advice> advice;
    private final ObservableObjectValue<@Nullable Reason> facts;
    private final Acts acts;
    private final Ui ui;
    private @Nullable String open;
    private final InvalidationListener changed = _ -> show();

    /** @param facts one line that is always true: how many words there are; null while nobody has counted */
    AdvicePane(ObservableList<Advice> advice, ObservableObjectValue<@Nullable Reason> facts, Acts acts, Ui ui) {
        super(8);
        this.advice = advice;
        this.facts = facts;
        this.acts = acts;
        this.ui = ui;
        advice.addListener(new WeakInvalidationListener(changed));
        facts.addListener(new WeakInvalidationListener(changed));
        show();
    }

    /** The advice on the draft that is written: shown and mended in Compose. */
    static AdvicePane of(ComposeViewModel model, Ui ui) {
        var done = new AdviceActs(model, ui);
        return new AdvicePane(model.advice().advice(), model.advice().facts(), new Acts(done::show, done::mend, done::switchOff), ui);
    }

    /** The line that says why. */
    Optional<Node> openRow() {
        return getChildren().stream().filter(row -> open != null && open.equals(row.getUserData())).findFirst();
    }

    private void show() {
        getChildren().clear();
        var known = facts.get();
        if (known != null) {
            getChildren().add(line(Feather.CHECK_CIRCLE, "person", ui.text(known)));
            if (advice.isEmpty()) {
                getChildren().add(line(Feather.CHECK_CIRCLE, "person", ui.text("advice.fine")));
            }
        }
        advice.forEach(each -> getChildren().add(row(each)));
    }

    private static HBox line(Feather icon, String meaning, String sentence) {
        var words = Words.wrapped(Words.small(sentence));
        words.setMinWidth(0);
        var line = new HBox(8, Icons.of(icon, "small", meaning), Space.grow(words));
        line.setMinWidth(0);
        return line;
    }

    private Node row(Advice each) {
        var line = line(Feather.ALERT_TRIANGLE, "scheduled", ui.text(each.what()));
        var row = Space.styled(new VBox(4, line), "advice-line");
        row.setUserData(each.id());
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(ui.text(each.what()));
        row.setOnMouseClicked(_ -> press(each));
        row.setOnKeyPressed(event -> {
            if (event.getTarget() == row && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                press(each);
                event.consume();
            }
        });
        if (each.id().equals(open)) {
            var why = Words.wrapped(Words.help(ui.text(each.why())));
            var links = new javafx.scene.layout.FlowPane(12, 4);
            links.getChildren().addAll(Words.link(ui.text("advice.mend"), () -> acts.mend().accept(each)), Words.link(ui.text("advice.off"), () -> acts.switchOff().accept(each)));
            var more = Space.column(4, why, links);
            more.setPadding(new javafx.geometry.Insets(0, 0, 4, 22));
            row.getChildren().add(more);
        }
        return row;
    }

    /** Opens a line and shows its place; pressed again, closes it. */
    private void press(Advice each) {
        open = each.id().equals(open) ? null : each.id();
        show();
        if (open != null) {
            acts.show().accept(each);
        }
    }
}
