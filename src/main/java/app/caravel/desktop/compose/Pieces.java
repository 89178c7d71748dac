package app.caravel.desktop.compose;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Block;
import app.caravel.content.template.Snippet;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The saved pieces: a press puts one in behind the chosen block; the menu of each renames or deletes it. */
final class Pieces extends VBox {

    private static final int LONGEST = 60;

    private final PiecesModel model;
    private final DesignEditor editor;
    private final Canvas canvas;
    private final Ui ui;
    private final ChangeListener<Object> listener = (_, _, _) -> show();

    Pieces(PiecesModel model, DesignEditor editor, Canvas canvas, Ui ui) {
        super(2);
        this.model = model;
        this.editor = editor;
        this.canvas = canvas;
        this.ui = ui;
        model.all().addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        getChildren().setAll(model.all().get().stream().map(this::row).toList());
        if (getChildren().isEmpty()) {
            getChildren().add(Words.wrapped(Words.help(ui.text("compose.pieces-empty"))));
        }
    }

    private Button row(Snippet piece) {
        var row = new Button(piece.name(), Icons.of(Feather.BOOKMARK, "muted"));
        row.getStyleClass().setAll("menu-row", "outline-row");
        row.setGraphicTextGap(10);
        row.setTextOverrun(OverrunStyle.ELLIPSIS);
        row.setMnemonicParsing(false);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinHeight(32);
        row.setOnAction(_ -> put(piece));
        var rename = new MenuItem(ui.text("compose.piece-rename"), Icons.of(Feather.EDIT_2));
        rename.setOnAction(_ -> ask(ui.text("compose.piece-rename"), piece.name(), ui.text("compose.piece-keep"), ui, name -> model.rename(piece, name, () -> {})));
        var delete = new MenuItem(ui.text("compose.tool.remove"), Icons.of(Feather.TRASH_2));
        delete.setOnAction(_ -> model.delete(piece, () -> ui.toasts().undoable(ui.text("compose.piece-deleted", "name", piece.name()), null, ui.text("compose.tool.undo"), () -> model.bringBack(piece))));
        row.setContextMenu(new ContextMenu(rename, delete));
        return row;
    }

    void put(Snippet piece) {
        canvas.flush();
        editor.insert(piece.blocks().stream().map(Block::copy).toList());
    }

    /** Keeps the block as a piece, under the name that is given. */
    static void keep(Block block, PiecesModel model, Ui ui) {
        ask(ui.text("compose.tool.piece"), BlockLooks.says(block, ui), ui.text("compose.piece-keep"), ui,
                name -> model.keep(name, block, () -> ui.toasts().done(ui.text("compose.piece-kept", "name", name))));
    }

    private static void ask(String title, String proposed, String word, Ui ui, java.util.function.Consumer<String> then) {
        var name = new TextField(proposed.length() <= LONGEST ? proposed : proposed.substring(0, LONGEST).replaceAll("\\s+\\S*$", ""));
        name.setId("piece-name");
        Runnable keep = () -> {
            ui.dialogs().close();
            then.accept(name.getText().strip());
        };
        var button = Buttons.accent(word, null, keep);
        button.disableProperty().bind(name.textProperty().map(String::isBlank));
        name.setOnAction(_ -> button.fire());
        var box = Space.styled(Space.column(16, Words.heading(title), new Field(ui.text("compose.piece-name"), name), button), "find");
        box.setPadding(new Insets(20));
        box.setMaxSize(400, Region.USE_PREF_SIZE);
        ui.dialogs().show(box, name);
    }
}
