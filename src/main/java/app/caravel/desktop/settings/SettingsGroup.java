package app.caravel.desktop.settings;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Words;

/** A heading and its rows in one group, split by hairlines. */
final class SettingsGroup {

    private SettingsGroup() {}

    static VBox of(String heading, Node... rows) {
        var group = new VBox();
        group.getStyleClass().addAll("group", "settings-group");
        for (int i = 0; i < rows.length; i++) {
            if (i > 0) {
                group.getChildren().add(Space.line());
            }
            group.getChildren().add(rows[i]);
        }
        return Space.column(12, Words.heading(heading), group);
    }
}
