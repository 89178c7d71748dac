package app.caravel.desktop.compose;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import app.caravel.content.design.Block;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Ui;

/** Whom a block is shown to: everyone, those of a language or country, or those whom a condition of one's own fits. */
final class ShownTo extends VBox {

    private enum By { EVERYONE, LANGUAGE, COUNTRY, CONDITION }

    private static final Pattern SIMPLE = Pattern.compile("(language|country) == \"([^\"]*)\"");

    private final ComboBox<By> by = new ComboBox<>();
    private final TextField value = new TextField();

    ShownTo(Block block, DesignEditor editor, Ui ui) {
        super(8);
        var condition = block.get("shown_to").strip();
        var simple = SIMPLE.matcher(condition);
        boolean isSimple = simple.matches();
        by.getItems().setAll(List.of(By.values()));
        by.setConverter(new StringConverter<>() {
            @Override
            public String toString(By each) {
                return each == null ? "" : ui.text("compose.shown-to." + each.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public By fromString(String word) {
                throw new UnsupportedOperationException(word);
            }
        });
        by.setValue(condition.isEmpty() ? By.EVERYONE : isSimple ? By.valueOf(simple.group(1).toUpperCase(Locale.ROOT)) : By.CONDITION);
        by.setId("shown-to");
        value.setText(isSimple ? simple.group(2) : condition);
        value.setId("shown-to-value");
        var help = new Field(ui.text("compose.shown-to"), by);
        Runnable keep = () -> editor.set(block.id(), "shown_to", written());
        Runnable show = () -> {
            boolean asks = by.getValue() != By.EVERYONE;
            value.setVisible(asks);
            value.setManaged(asks);
            value.setPromptText(asks ? ui.text("compose.shown-to.prompt." + by.getValue().name().toLowerCase(Locale.ROOT)) : "");
        };
        by.valueProperty().addListener((_, _, _) -> {
            show.run();
            keep.run();
        });
        value.textProperty().addListener((_, _, _) -> keep.run());
        show.run();
        getChildren().addAll(help, value);
    }

    private String written() {
        var text = value.getText().strip().replace("\"", "");
        return text.isEmpty() ? "" : switch (by.getValue()) {
            case EVERYONE -> "";
            case LANGUAGE -> "language == \"" + text.toLowerCase(Locale.ROOT) + "\"";
            case COUNTRY -> "country == \"" + text.toUpperCase(Locale.ROOT) + "\"";
            case CONDITION -> value.getText().strip();
        };
    }
}
