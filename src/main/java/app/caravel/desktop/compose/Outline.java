package app.caravel.desktop.compose;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;

import app.caravel.content.design.Block;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The mail's blocks as a list, those in columns indented; a press chooses. */
final class Outline extends VBox {

    private final DesignEditor editor;
    private final Canvas canvas;
    private final Ui ui;
    private final InvalidationListener listener = _ -> show();

    Outline(DesignEditor editor, Canvas canvas, Ui ui) {
        super(2);
        this.editor = editor;
        this.canvas = canvas;
        this.ui = ui;
        editor.design().addListener(new WeakInvalidationListener(listener));
        editor.chosen().addListener(new WeakInvalidationListener(listener));
        show();
    }

    private void show() {
        editor.design().get();
        getChildren().clear();
        editor.now().blocks().forEach(block -> add(block, 0));
        if (getChildren().isEmpty()) {
            getChildren().add(Words.wrapped(Words.help(ui.text("compose.outline-empty"))));
        }
    }

    private void add(Block block, int depth) {
        var row = new Button(BlockLooks.says(block, ui), Icons.of(BlockLooks.icon(block.type()), "muted"));
        row.getStyleClass().setAll("menu-row", "outline-row");
        row.setContentDisplay(ContentDisplay.LEFT);
        row.setGraphicTextGap(10);
        row.setTextOverrun(OverrunStyle.ELLIPSIS);
        row.setMnemonicParsing(false);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinHeight(32);
        row.setPadding(new Insets(0, 8, 0, 8 + depth * 16.0));
        if (block.id().equals(editor.chosen().get())) {
            row.getStyleClass().add("on");
        }
        row.setOnAction(_ -> {
            editor.choose(block.id());
            canvas.focus();
        });
        getChildren().add(row);
        block.columns().forEach(column -> column.forEach(inner -> add(inner, depth + 1)));
    }
}
