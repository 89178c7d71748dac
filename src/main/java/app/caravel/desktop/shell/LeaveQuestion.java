package app.caravel.desktop.shell;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Asked before a workspace is left while mails are still to go. */
public final class LeaveQuestion {

    private static final double WIDTH = 440;
    private static final double WIDE = 600;

    private LeaveQuestion() {}

    /**
     * @param key {@code shell.leave.close} or {@code shell.leave.switch}; its act stands behind {@code -act}
     * @param n mails still to go
     * @param goOn closes the window and goes on sending; null where that is no choice
     */
    public static void ask(Ui ui, String key, int n, Runnable leave, @Nullable Runnable goOn) {
        var stay = Buttons.plain(ui.text("shell.leave.stay"), null, ui.dialogs()::close);
        var go = goOn == null ? Buttons.accent(ui.text(key + "-act"), null, closing(ui, leave)) : Buttons.plain(ui.text(key + "-act"), null, closing(ui, leave));
        var acts = Space.row(8, Space.rest(), stay, go);
        if (goOn != null) {
            acts.getChildren().add(Buttons.accent(ui.text("shell.leave.go-on"), null, closing(ui, goOn)));
        }
        var box = Space.column(12, Words.wrapped(Words.heading(ui.text(key, "n", n))), Words.wrapped(Words.muted(ui.text(goOn == null ? "shell.leave.sentence" : "shell.leave.sentence-go-on"))), acts);
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, goOn == null ? WIDTH : WIDE);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, stay);
    }

    private static Runnable closing(Ui ui, Runnable act) {
        return () -> {
            ui.dialogs().close();
            act.run();
        };
    }
}
