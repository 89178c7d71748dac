package app.caravel.desktop.settings;

import javafx.scene.layout.VBox;

import atlantafx.base.controls.ToggleSwitch;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Ui;

/** What this computer does by itself: it starts Caravel when the person signs in. */
final class LoginGroup extends VBox {

    LoginGroup(LoginModel model, Ui ui) {
        getChildren().add(new Faces<>(ui, model.state, state -> SettingsGroup.of(ui.text("settings.login.computer"), row(state, model, ui))));
    }

    private static SettingRow row(AtLogin.State state, LoginModel model, Ui ui) {
        var toggle = new ToggleSwitch();
        toggle.setSelected(state == AtLogin.State.ON);
        toggle.setDisable(state == AtLogin.State.CANNOT);
        toggle.setAccessibleText(ui.text("settings.login"));
        var row = new SettingRow(ui, ui.text("settings.login"), ui.text(state == AtLogin.State.CANNOT ? "settings.login.cannot" : "settings.login.help"), toggle);
        toggle.selectedProperty().addListener((_, _, on) -> {
            model.set(on);
            row.kept();
        });
        return row;
    }
}
