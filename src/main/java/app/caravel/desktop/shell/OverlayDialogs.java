package app.caravel.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Questions on the veil over the window; files are chosen at the desk. */
final class OverlayDialogs implements Dialogs {

    private static final double WIDTH = 440;

    private final Supplier<Ui> ui;
    private final Overlay overlay;

    OverlayDialogs(Supplier<Ui> ui, Overlay overlay) {
        this.ui = ui;
        this.overlay = overlay;
    }

    @Override
    public void ask(String question, String sentence, String word, Runnable act) {
        var cancel = Buttons.plain(ui.get().text("kit.question.no"), null, overlay::close);
        var yes = Buttons.danger(word, null, () -> {
            overlay.close();
            act.run();
        });
        var box = Space.column(12, Words.wrapped(Words.heading(question)), Words.wrapped(Words.muted(sentence)), Space.row(8, Space.rest(), cancel, yes));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, WIDTH);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        show(box, cancel);
    }

    @Override
    public void show(Node content, Node first) {
        overlay.show(content, -1, first);
    }

    @Override
    public void close() {
        overlay.close();
    }

    @Override
    public void chooseFile(String title, List<FileKind> kinds, Consumer<Path> chosen) {
        take(ui.get().desk().chooseFile(title, kinds), chosen);
    }

    @Override
    public void chooseTarget(String title, String proposedName, List<FileKind> kinds, Consumer<Path> chosen) {
        take(ui.get().desk().chooseTarget(title, proposedName, kinds), chosen);
    }

    private static void take(@Nullable Path file, Consumer<Path> chosen) {
        if (file != null) {
            chosen.accept(file);
        }
    }
}
