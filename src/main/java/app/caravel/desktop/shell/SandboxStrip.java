package app.caravel.desktop.shell;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.sandbox.FirstSteps;

/** The coloured strip that says that nothing leaves this computer; below it, until the first report, the steps that lead there. */
final class SandboxStrip extends VBox {

    private final Ui ui;
    private final FirstStepsModel model;
    private final HBox strip = new HBox();
    private final ChangeListener<FirstSteps.@Nullable Now> changed = (_, _, _) -> fill();

    SandboxStrip(Ui ui, FirstStepsModel model) {
        this.ui = ui;
        this.model = model;
        strip.getStyleClass().add("sandbox-strip");
        model.now().addListener(new WeakChangeListener<>(changed));
        fill();
    }

    private void fill() {
        var words = Words.strong(ui.text("shell.sandbox.strip"));
        words.setMinWidth(0);
        strip.getChildren().setAll(Icons.of(Feather.BOX), words, Space.rest());
        if (model.offersTakeOver()) {
            strip.getChildren().add(Buttons.small(ui.text("shell.sandbox.take-over"), Feather.LOG_IN, ui.desk()::takeListOver));
        }
        strip.getChildren().addAll(
                Buttons.small(ui.text("shell.sandbox.inbox"), Feather.INBOX, () -> ui.go(Place.SANDBOX_INBOX)),
                Buttons.small(ui.text("shell.sandbox.real"), Feather.AT_SIGN, () -> ui.desk().openReal(Place.ADD_ACCOUNT)));
        getChildren().setAll(strip);
        if (!model.steps().isEmpty()) {
            getChildren().add(new FirstStepsBar(ui, model));
        }
    }
}
