package app.caravel.desktop.compose;

import javafx.scene.control.Button;

import app.caravel.desktop.kit.Ui;

/** A merge field that can be pressed. */
final class FieldChip {

    private FieldChip() {}

    static Button of(String field, Ui ui, Runnable act) {
        var chip = new Button(BlockLooks.field(field, ui));
        chip.getStyleClass().setAll("merge-field", "pressed");
        chip.setMnemonicParsing(false);
        chip.setMaxWidth(188);
        chip.setAccessibleText(ui.text("compose.insert-field", "field", chip.getText()));
        chip.setOnAction(_ -> act.run());
        return chip;
    }
}
