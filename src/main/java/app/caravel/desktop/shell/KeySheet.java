package app.caravel.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** All keys, by where they work; read from the table that the handlers read. */
final class KeySheet extends VBox {

    KeySheet(Ui ui) {
        super(20);
        getStyleClass().addAll("find", "key-sheet");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        var columns = new HBox(40);
        var left = new VBox(20);
        var right = new VBox(20);
        for (var group : Key.Group.values()) {
            (group == Key.Group.EVERYWHERE || group == Key.Group.TABLES ? left : right).getChildren().add(group(ui, group));
        }
        columns.getChildren().addAll(left, right);
        getChildren().addAll(Words.heading(ui.text("keys.sheet")), columns);
    }

    private static VBox group(Ui ui, Key.Group group) {
        var grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(8);
        int row = 0;
        for (var key : Key.values()) {
            if (key.group() == group && RailItem.works(key)) {
                grid.add(Space.width(Words.body(ui.text(key.textKey())), 250), 0, row);
                var shown = Words.of(key.shown(), "key", "key-cap");
                shown.setAlignment(Pos.CENTER);
                grid.add(shown, 1, row++);
            }
        }
        return Space.column(10, Words.help(ui.text("keys.group." + group.name().toLowerCase(java.util.Locale.ROOT))), grid);
    }
}
