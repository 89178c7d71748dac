package app.caravel.desktop.suppression;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Suppression;
import app.caravel.contact.imports.FileKinds;
import app.caravel.contact.imports.SuppressionFiles.Taken;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** How lines come onto the list and off it, each with its toast and its way back. */
final class SuppressionActs {

    private final SuppressionViewModel model;
    private final Ui ui;

    SuppressionActs(SuppressionViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
    }

    void add() {
        var box = new AddBox(model, ui, this::added);
        ui.dialogs().show(box, box.first());
    }

    void added(SuppressionViewModel.Act act) {
        ui.toasts().undoable(ui.text("suppression.added", "target", act.target()), null, ui.text("suppression.undo"), act.undo());
    }

    void chooseFile() {
        ui.dialogs().chooseFile(ui.text("suppression.take-file"), List.of(FileKind.of(ui.text("suppression.kind-any"), FileKinds.patterns())), this::takeFile);
    }

    /** Takes the first that can be read of files let go over the list. */
    void drop(List<Path> files) {
        FileKinds.firstRead(files).ifPresentOrElse(this::takeFile, () -> ui.toasts().show(new Toasts.Toast(Toasts.Meaning.ATTENTION, null,
                ui.text("suppression.drop-unreadable", "file", String.valueOf(files.getFirst().getFileName())), ui.text("suppression.drop-unreadable-help"), List.of())));
    }

    void takeFile(Path file) {
        model.takeFile(file, taken -> ui.toasts().show(new Toasts.Toast(Toasts.Meaning.GOOD, null, ui.text("suppression.file-taken", "n", taken.added(), "file", taken.file()), left(taken),
                List.of(new Toasts.Link(ui.text("suppression.undo"), () -> model.undoFile(taken.id()))))));
    }

    private @Nullable String left(Taken taken) {
        return taken.known() + taken.bad() == 0 ? null : ui.text("suppression.file-left", "found", taken.found(), "known", taken.known(), "bad", taken.bad());
    }

    /** Asks why: what was said by the other side is not taken back without a word. */
    void takeOff(Suppression suppression) {
        var word = new TextField();
        var field = new Field(ui.text("suppression.why-label"), word).help(ui.text("suppression.why-help"));
        var off = Buttons.accent(ui.text("suppression.take-off"), Feather.CORNER_UP_LEFT, () -> model.takeOff(suppression.target(), word.getText(), act -> {
            ui.dialogs().close();
            ui.details().close();
            ui.toasts().undoable(ui.text("suppression.taken-off", "target", act.target()), ui.text("suppression.history-stays"), ui.text("suppression.undo"), act.undo());
        }, reason -> field.wrong(ui.text(reason))));
        off.setDefaultButton(true);
        off.disableProperty().bind(word.textProperty().map(String::isBlank));
        var question = Words.wrapped(Words.heading(ui.text("suppression.take-off-" + suppression.reason().textKey(), "target", suppression.target(),
                "date", ui.formats().longDay(suppression.since()))));
        ui.dialogs().show(box(question, field, Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), off)), word);
    }

    static VBox box(javafx.scene.Node... nodes) {
        var box = Space.column(16, nodes);
        dress(box);
        return box;
    }

    static void dress(VBox box) {
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 440);
        box.setMaxHeight(Region.USE_PREF_SIZE);
    }
}
