package app.caravel.desktop.compose;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.MergeTag;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What a chip in a line means: what stands in and how it is worded; a condition as it is written. Kept by the button or Enter. */
final class FieldBox {

    private FieldBox() {}

    static void show(ChipLine line, ChipLine.Pressed chip, ComposeViewModel model, Ui ui) {
        var written = new String[] {chip.tag().liquid()};
        var tag = MergeTag.parse(written[0]);
        Node form;
        TextField first;
        if (tag.isPresent()) {
            var now = new MergeTag[] {tag.get()};
            var fields = new FieldForm(tag.get(), model, ui, change -> {
                now[0] = change.apply(now[0]);
                written[0] = now[0].written();
            });
            form = fields;
            first = fields.standIn();
        } else {
            first = new TextField(written[0]);
            first.textProperty().addListener((_, _, text) -> written[0] = text.strip());
            form = new Field(ui.text("compose.as-written"), first);
        }
        var keep = Buttons.accent(ui.text("compose.field-keep"), null, () -> {
            ui.dialogs().close();
            line.requestFocus();
            line.change(chip, written[0]);
        });
        var away = Buttons.plain(ui.text("compose.field-away"), Feather.X, () -> {
            ui.dialogs().close();
            line.requestFocus();
            line.change(chip, "");
        });
        var box = Space.styled(Space.column(16, Words.heading(BlockLooks.chip(chip.tag().liquid(), ui)), form, Space.row(8, keep, away)), "find");
        box.setId("field-box");
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isConsumed()) {
                event.consume();
                keep.fire();
            }
        });
        box.setPadding(new Insets(20));
        box.setMaxSize(400, Region.USE_PREF_SIZE);
        ui.dialogs().show(box, first);
    }
}
