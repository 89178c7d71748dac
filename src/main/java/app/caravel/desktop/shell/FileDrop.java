package app.caravel.desktop.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.FileKinds;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A file let go anywhere over the window is imported; while it hovers the window says so. What a screen takes itself does not come here. */
final class FileDrop extends StackPane {

    private final Supplier<Ui> ui;

    FileDrop(Supplier<Ui> ui) {
        this.ui = ui;
        getStyleClass().add("veil");
        setVisible(false);
        setMouseTransparent(true);
    }

    /** Takes what is let go over the frame. */
    void watch(StackPane frame) {
        // what lies below may take the files itself
        frame.addEventFilter(DragEvent.DRAG_OVER, _ -> setVisible(false));
        frame.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                hover();
            }
            event.consume();
        });
        frame.addEventHandler(DragEvent.DRAG_EXITED, _ -> {
            setVisible(false);
            getChildren().clear(); // the next time it may be another language
        });
        frame.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            setVisible(false);
            if (event.getDragboard().hasFiles()) {
                take(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            event.setDropCompleted(event.getDragboard().hasFiles());
            event.consume();
        });
    }

    private void hover() {
        setVisible(true);
        if (getChildren().isEmpty()) {
            var words = new VBox(8, Icons.of(Feather.UPLOAD, "accent"), Words.heading(ui.get().text("paste.drop")), Words.muted(ui.get().text("paste.drop-help")));
            words.setAlignment(Pos.CENTER);
            words.getStyleClass().addAll("find", "drop-field");
            words.setMaxSize(400, 160);
            getChildren().setAll(words);
        }
    }

    /** Opens the first one that can be imported, and says what becomes of the others. */
    void take(List<Path> files) {
        var readable = FileKinds.firstRead(files);
        var name = name(readable.orElse(files.getFirst()));
        if (readable.isEmpty()) {
            ui.get().toasts().show(new Toasts.Toast(Toasts.Meaning.ATTENTION, null, ui.get().text("paste.drop-unreadable", "file", name),
                    ui.get().text(Files.isDirectory(files.getFirst()) ? "paste.drop-folder-help" : "paste.drop-unreadable-help"), List.of()));
            return;
        }
        ui.get().go(Place.importOf(readable.get()));
        if (files.size() > 1) {
            ui.get().toasts().show(new Toasts.Toast(Toasts.Meaning.PLAIN, null, ui.get().text("paste.drop-first", "file", name), ui.get().text("paste.drop-first-help", "n", files.size() - 1), List.of()));
        }
    }

    private static String name(Path file) {
        var name = file.getFileName();
        return (name == null ? file : name).toString();
    }
}
