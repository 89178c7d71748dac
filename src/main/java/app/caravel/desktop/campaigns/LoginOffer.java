package app.caravel.desktop.campaigns;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Where mails are to leave later: offers that Caravel starts with this computer, or says that it does. Nothing where it cannot, and none in a rehearsal. */
final class LoginOffer extends VBox {

    private final Ui ui;

    /** @param later whether mails are to leave later */
    LoginOffer(Ui ui, ObservableBooleanValue later) {
        this.ui = ui;
        visibleProperty().bind(later);
        managedProperty().bind(visibleProperty().and(javafx.beans.binding.Bindings.isNotEmpty(getChildren())));
        if (!ui.desk().sandbox()) {
            look();
        }
    }

    private void look() {
        ui.background().run(ui.desk().atLogin()::state, this::show);
    }

    private void show(AtLogin.State state) {
        switch (state) {
            case ON -> getChildren().setAll(Space.row(8, Icons.of(Feather.CHECK, "small", "person"), Words.small(ui.text("sending.login.on"))));
            case OFF -> getChildren().setAll(Space.row(0, Buttons.small(ui.text("sending.login.offer"), Feather.POWER, () -> set(true))));
            case CANNOT -> getChildren().clear();
        }
    }

    private void set(boolean on) {
        ui.background().run(() -> ui.desk().atLogin().set(on), () -> {
            look();
            if (on) {
                ui.toasts().undoable(ui.text("sending.login.on"), null, ui.text("kit.undo"), () -> set(false));
            }
        });
    }
}
