package app.caravel.desktop.settings;

import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** All keys, from the table that the handlers read. */
final class KeysSection extends VBox {

    KeysSection(Ui ui) {
        super(24);
        for (var group : Key.Group.values()) {
            var rows = java.util.Arrays.stream(Key.values()).filter(key -> key.group() == group)
                    .map(key -> new SettingRow(ui, ui.text(key.textKey()), null, Words.of(key.shown(), "key", "key-cap")))
                    .peek(row -> row.getStyleClass().add("low"))
                    .toArray(SettingRow[]::new);
            getChildren().add(SettingsGroup.of(ui.text("keys.group." + group.name().toLowerCase(java.util.Locale.ROOT)), rows));
        }
    }
}
