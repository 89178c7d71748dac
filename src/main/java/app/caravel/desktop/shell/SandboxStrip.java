package app.caravel.desktop.shell;

import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The coloured strip that says: nothing leaves this computer. */
final class SandboxStrip extends HBox {

    SandboxStrip(Ui ui) {
        getStyleClass().add("sandbox-strip");
        var words = Words.strong(ui.text("shell.sandbox.strip"));
        words.setMinWidth(0);
        getChildren().addAll(Icons.of(Feather.BOX), words, Space.rest());
        if (Screens.has(Place.SANDBOX_INBOX.screen())) {
            getChildren().add(Buttons.small(ui.text("shell.sandbox.inbox"), Feather.INBOX, () -> ui.go(Place.SANDBOX_INBOX)));
        }
        getChildren().add(Buttons.small(ui.text("shell.sandbox.real"), Feather.AT_SIGN, () -> ui.desk().openReal(Place.ADD_ACCOUNT)));
    }
}
