package app.caravel.desktop.settings;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.messagelog.LogSettings;
import app.caravel.messagelog.LogStatus;
import app.caravel.workspace.Workspace;

/** How the message log is kept: read, changed one fact at a time and kept at once. */
final class LogModel {

    final Load<LogStatus> status;

    private final Workspace workspace;
    private final Ui ui;
    private final Consumer<Runnable> undo;

    /** @param undo takes what takes a change back */
    LogModel(Workspace workspace, Ui ui, Consumer<Runnable> undo) {
        this.workspace = workspace;
        this.ui = ui;
        this.undo = undo;
        this.status = new Load<>(ui.background());
    }

    void load() {
        status.from(workspace.messageLog()::status);
    }

    void change(UnaryOperator<LogSettings> change) {
        var before = status.value();
        if (before == null) {
            return;
        }
        var now = change.apply(before.settings());
        if (!now.equals(before.settings())) {
            undo.accept(() -> keep(before.settings()));
            keep(now);
        }
    }

    /** Writes all files anew, and switches the log on where it is off. */
    void rebuild() {
        ui.background().run(() -> workspace.messageLog().switchOnAndRebuild(), lines -> {
            ui.toasts().done(ui.text("settings.messagelog.rebuilt", "n", lines));
            load();
        });
    }

    private void keep(LogSettings settings) {
        ui.background().run(() -> {
            workspace.messageLog().change(settings);
            workspace.messageLog().complete(); // what does not go into the new folder is said at once
        }, this::load);
    }
}
