package app.caravel.desktop.settings;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

import app.caravel.content.design.Contrast;
import app.caravel.desktop.kit.Space;

/** A colour: chosen from a palette, or typed as {@code #rrggbb}. What is no colour turns the field red and is not handed on. */
final class ColorField extends HBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final TextField typed;
    private final ColorPicker picker;
    private Consumer<String> chosen = _ -> {};
    private String value;

    ColorField(String color, String name) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        value = color;
        typed = Space.width(new TextField(color), 96);
        typed.setAccessibleText(name);
        picker = Space.width(new ColorPicker(Color.web(color)), 64);
        picker.setAccessibleText(name);
        picker.setStyle("-fx-color-label-visible: false");
        typed.textProperty().addListener((_, _, text) -> typed.pseudoClassStateChanged(DANGER, !Contrast.isColor(tidied(text))));
        typed.setOnAction(_ -> take(tidied(typed.getText())));
        typed.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take(tidied(typed.getText()));
            }
        });
        picker.setOnAction(_ -> take(written(picker.getValue())));
        getChildren().addAll(picker, typed);
    }

    /** Is told every other colour. */
    void chosen(Consumer<String> listener) {
        chosen = listener;
    }

    private void take(String color) {
        if (!Contrast.isColor(color)) {
            typed.setText(value);
            return;
        }
        typed.setText(color);
        picker.setValue(Color.web(color));
        if (!color.equals(value)) {
            value = color;
            chosen.accept(color);
        }
    }

    private static String tidied(String text) {
        var color = text.strip().toLowerCase(Locale.ROOT);
        return color.startsWith("#") ? color : "#" + color;
    }

    private static String written(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255), Math.round(color.getBlue() * 255));
    }
}
