package app.caravel.desktop.shell;

import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Four steps with their ticks, 24 high; each leads to its screen, and the last to the first report. */
final class FirstStepsBar extends HBox {

    FirstStepsBar(Ui ui, FirstStepsModel model) {
        getStyleClass().add("first-steps");
        getChildren().add(Words.of(ui.text("shell.steps"), "lead"));
        boolean own = Objects.requireNonNull(model.now().get()).own();
        for (var shown : model.steps()) {
            var key = "shell.steps." + shown.step().name().toLowerCase(Locale.ROOT);
            var word = ui.text(shown.step() == FirstStepsModel.Step.LIST && !own ? key + "-sample" : key);
            var button = new Button(word, Icons.of(shown.done() ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
            button.getStyleClass().setAll("first-step", shown.done() ? "done" : shown.next() ? "next" : "later");
            button.setAccessibleText(ui.text(shown.done() ? "shell.steps.is-done" : "shell.steps.is-open", "step", word));
            button.setOnAction(_ -> ui.go(model.placeOf(shown.step())));
            button.setMnemonicParsing(false);
            getChildren().add(button);
        }
        var report = model.report();
        if (report != null) {
            getChildren().addAll(Icons.of(Feather.CHEVRON_RIGHT), Words.link(ui.text("shell.steps.report"), () -> ui.go(report)));
        }
        getChildren().add(Space.rest());
    }
}
