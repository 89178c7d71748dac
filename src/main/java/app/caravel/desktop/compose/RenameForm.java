package app.caravel.desktop.compose;

import javafx.scene.control.TextField;

import app.caravel.campaign.Attachments.Attached;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** The name under which readers get a file; it may hold merge fields. */
final class RenameForm {

    private RenameForm() {}

    static void ask(FilesViewModel model, Ui ui, Attached file) {
        var name = new TextField(file.kept().name());
        var save = Buttons.accent(ui.text("files.save"), null, () -> {
            ui.dialogs().close();
            model.rename(file, name.getText().strip());
        });
        name.setOnAction(_ -> save.fire());
        ui.dialogs().show(box(new Field(ui.text("files.rename"), name), save), name);
    }

    /** A small box over the window. */
    static javafx.scene.layout.VBox box(javafx.scene.Node... nodes) {
        var box = Space.styled(Space.column(16, nodes), "find");
        box.setPadding(new javafx.geometry.Insets(20));
        box.setMaxSize(440, javafx.scene.layout.Region.USE_PREF_SIZE);
        return box;
    }
}
