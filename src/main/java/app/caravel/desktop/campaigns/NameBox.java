package app.caravel.desktop.campaigns;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Asks for one line over the window. */
final class NameBox {

    private static final double WIDTH = 440;

    private final Ui ui;
    private final String title;
    private final String label;
    private final TextField field;
    private final Button keep;

    NameBox(Ui ui, String title, String label, String value, Consumer<String> then) {
        this.ui = ui;
        this.title = title;
        this.label = label;
        field = new TextField(value);
        keep = Buttons.accent(ui.text("templates.keep"), null, () -> {
            ui.dialogs().close();
            then.accept(field.getText().strip());
        });
        keep.setDefaultButton(true);
        keep.disableProperty().bind(field.textProperty().map(String::isBlank));
    }

    void show() {
        var box = Space.column(16, Words.heading(title), new Field(label, field), Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), keep));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, WIDTH);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        field.selectAll();
        ui.dialogs().show(box, field);
    }
}
