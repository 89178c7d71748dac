package app.caravel.desktop.settings;

import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What is kept where, said plainly. */
final class PrivacySection extends VBox {

    PrivacySection(Ui ui) {
        super(24);
        getChildren().add(SettingsGroup.of(ui.text("settings.privacy"), fact(ui, Feather.HARD_DRIVE, "here"), fact(ui, Feather.RADIO, "tracker"),
                fact(ui, Feather.KEY, "passwords"), fact(ui, Feather.FILE_TEXT, "log")));
    }

    private static VBox fact(Ui ui, Feather icon, String which) {
        var words = Space.column(2, Words.body(ui.text("settings.privacy." + which)), Words.wrapped(Words.help(ui.text("settings.privacy." + which + ".help"))));
        words.setMinWidth(0);
        var row = Space.row(12, Icons.of(icon), Space.grow(words));
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        var box = new VBox(row);
        box.getStyleClass().add("setting-row");
        return box;
    }
}
