package app.caravel.desktop.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A few values side by side, one of them chosen; 32 high. Arrows move within, Tab goes on. */
public final class Segmented<T> extends HBox {

    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();

    public Segmented(List<T> values, T chosen, Function<T, String> word) {
        this(values, chosen, word, _ -> null);
    }

    public Segmented(List<T> values, T chosen, Function<T, String> word, Function<T, @Nullable Feather> icon) {
        this.value = new SimpleObjectProperty<>(chosen);
        getStyleClass().add("segmented");
        for (var each : values) {
            var segment = new Choice(word.apply(each), "segment");
            var drawn = icon.apply(each);
            if (drawn != null) {
                segment.setGraphic(Icons.of(drawn));
            }
            segment.setUserData(each);
            segment.setToggleGroup(group);
            segment.setSelected(each.equals(chosen));
            segment.setMaxWidth(Double.MAX_VALUE);
            segment.setOnAction(_ -> value.set(each));
            Space.grow(segment);
            getChildren().add(segment);
        }
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
        value.addListener((_, _, now) -> group.getToggles().forEach(toggle -> toggle.setSelected(now.equals(toggle.getUserData()))));
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    public T getValue() {
        return value.get();
    }
}
