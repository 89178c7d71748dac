package app.caravel.desktop.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import app.caravel.content.advice.Advice;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Advice that was switched off, each to be heard again; one quiet row while there is none. */
final class AdviceGroup extends VBox {

    AdviceGroup(List<String> off, SettingsViewModel model, Ui ui) {
        var rows = off.stream().map(id -> (Node) new SettingRow(ui, ui.text(Advice.name(id)), null, Buttons.small(ui.text("settings.advice.on"), null, () -> model.hearAgain(id)))).toArray(Node[]::new);
        getChildren().add(SettingsGroup.of(ui.text("settings.advice"),
                rows.length > 0 ? rows : new Node[] {new SettingRow(ui, ui.text("settings.advice.all"), ui.text("settings.advice.all.help"), Words.body(""))}));
    }
}
