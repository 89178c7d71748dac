package app.caravel.desktop.settings;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One setting, 48 high: what it is and a line of help at the left, the control at the right, "kept" for two seconds after a change. */
final class SettingRow extends HBox {

    private final HBox kept;
    private final PauseTransition patience = new PauseTransition(Duration.seconds(2));

    SettingRow(Ui ui, String what, @Nullable String help, Node control) {
        super(16);
        getStyleClass().add("setting-row");
        var words = Space.column(2, Words.body(what));
        if (help != null && !help.isBlank()) {
            words.getChildren().add(Words.wrapped(Words.help(help)));
        }
        words.setMinWidth(0);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        kept = Space.row(4, Icons.of(Feather.CHECK, "small", "person"), Words.help(ui.text("settings.kept")));
        kept.setVisible(false);
        kept.setMinWidth(USE_PREF_SIZE);
        patience.setOnFinished(_ -> kept.setVisible(false));
        getChildren().addAll(Space.grow(words), kept, control);
    }

    /** Says for two seconds that the change is kept. */
    void kept() {
        kept.setVisible(true);
        patience.playFromStart();
    }
}
