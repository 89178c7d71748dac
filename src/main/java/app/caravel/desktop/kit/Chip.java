package app.caravel.desktop.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A pill with an icon and a word in a colour of meaning: {@code person, likely, proxy, bounce, reply, scheduled, accent}, none for grey. */
public final class Chip extends HBox {

    public Chip(String word, @Nullable Feather icon, String... meaning) {
        getStyleClass().add("chip");
        getStyleClass().addAll(meaning);
        if (icon != null) {
            getChildren().add(Icons.of(icon));
        }
        var label = new Label(word);
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().add(label);
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }
}
