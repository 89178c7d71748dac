package app.caravel.desktop.shell;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Asked before a workspace is left while mails are still to go. */
public final class LeaveQuestion {

    private static final double WIDTH = 440;

    private LeaveQuestion() {}

    /**
     * @param key {@code shell.leave.close} or {@code shell.leave.switch}; its act stands behind {@code -act}
     * @param n mails still to go
     */
    public static void ask(Ui ui, String key, int n, Runnable leave) {
        var stay = Buttons.plain(ui.text("shell.leave.stay"), null, ui.dialogs()::close);
        var go = Buttons.accent(ui.text(key + "-act"), null, () -> {
            ui.dialogs().close();
            leave.run();
        });
        var box = Space.column(12, Words.wrapped(Words.heading(ui.text(key, "n", n))), Words.wrapped(Words.muted(ui.text("shell.leave.sentence"))),
                Space.row(8, Space.rest(), stay, go));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, WIDTH);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, stay);
    }
}
