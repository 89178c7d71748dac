package app.caravel.desktop.compose;

import java.util.List;
import javafx.scene.Node;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Block;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** A picture for a block: chosen as a file, kept in the workspace, and put into the block. */
final class PictureChoice {

    private final ComposeViewModel model;
    private final DesignEditor editor;
    private final Ui ui;

    PictureChoice(ComposeViewModel model, DesignEditor editor, Ui ui) {
        this.model = model;
        this.editor = editor;
        this.ui = ui;
    }

    Node button(Block block) {
        var choose = Buttons.plain(ui.text(block.get("src").isBlank() ? "compose.choose-picture" : "compose.other-picture"), Feather.IMAGE, () -> choose(block.id()));
        var row = Space.row(8, choose);
        if (!block.get("src").isBlank()) {
            row.getChildren().add(Buttons.flatIcon(ui.text("compose.no-picture"), Feather.X, () -> editor.set(block.id(), "src", "")));
        }
        return row;
    }

    void choose(String id) {
        ui.dialogs().chooseFile(ui.text("compose.choose-picture"), List.of(FileKind.of(ui.text("compose.pictures"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.webp", "*.bmp")),
                file -> model.keepPicture(file, source -> editor.set(id, "src", source)));
    }
}
