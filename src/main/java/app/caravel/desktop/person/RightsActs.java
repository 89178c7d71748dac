package app.caravel.desktop.person;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Contact;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.workspace.Erasure.Erased;

/** A person's data as a file, and the one question before he is erased; after it, which files still hold him. */
final class RightsActs {

    private final PersonRights rights;
    private final Ui ui;

    RightsActs(PersonRights rights, Ui ui) {
        this.rights = rights;
        this.ui = ui;
    }

    void data(Contact of) {
        ui.dialogs().chooseTarget(ui.text("erasure.data"), ui.text("erasure.data-name") + "_" + of.address().written().replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".json",
                List.of(FileKind.of(ui.text("erasure.kind-json"), "*.json"), FileKind.of(ui.text("erasure.kind-zip"), "*.zip")),
                file -> rights.data(of, file, mails -> ui.toasts().done(ui.text("erasure.data-saved", "file", String.valueOf(file.getFileName())), ui.text("erasure.data-mails", "n", mails),
                        ui.text("erasure.open-folder"), () -> ui.desk().openWithSystem(String.valueOf(file.toAbsolutePath().getParent())))));
    }

    void erase(Contact whom) {
        ui.dialogs().ask(ui.text("erasure.question", "name", whom.shownName()), ui.text("erasure.question-help"), ui.text("erasure.erase"),
                () -> rights.erase(whom, this::erased, ui.toasts()::failed));
    }

    private void erased(Erased erased) {
        ui.go(Place.CONTACTS);
        if (erased.copies().isEmpty() && erased.stillNamed().isEmpty() && erased.cleaned()) {
            ui.toasts().done(ui.text("erasure.done"));
            return;
        }
        var close = Buttons.accent(ui.text("erasure.understood"), null, ui.dialogs()::close);
        close.setDefaultButton(true);
        var box = Space.column(12, Words.heading(ui.text("erasure.done")));
        if (!erased.cleaned()) {
            box.getChildren().add(Words.wrapped(Words.body(ui.text("erasure.not-cleaned"))));
        }
        if (!erased.copies().isEmpty()) {
            box.getChildren().addAll(Words.wrapped(Words.body(ui.text("erasure.copies"))), files(erased));
        }
        if (!erased.stillNamed().isEmpty()) {
            box.getChildren().add(Words.wrapped(Words.body(ui.text("erasure.still-named"))));
            PersonRights.places(erased).forEach((kind, n) -> box.getChildren().add(Space.row(8, Icons.of(Feather.EDIT_3, "small", "subtle"), Words.muted(ui.text("erasure.place-" + kind, "n", n)))));
        }
        box.getChildren().add(Space.row(8, Space.rest(), close));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 520);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        ui.dialogs().show(box, close);
    }

    private VBox files(Erased erased) {
        var files = Space.column(4);
        for (var file : erased.copies()) {
            var name = Words.muted(file.toString());
            name.setMinWidth(0);
            name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            name.setTooltip(new javafx.scene.control.Tooltip(file.toString()));
            files.getChildren().add(Space.row(8, Icons.of(Feather.FILE, "small", "subtle"), Space.grow(name),
                    Buttons.flatIcon(ui.text("erasure.open-folder"), Feather.FOLDER, () -> ui.desk().openWithSystem(String.valueOf(file.getParent())), "small")));
        }
        return files;
    }
}
