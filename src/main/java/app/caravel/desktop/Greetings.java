package app.caravel.desktop;

import java.util.List;
import java.util.function.Consumer;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.sandbox.OwnLists;
import app.caravel.workspace.Restore;

/** What a workspace says when it opens: what has just come into it. */
final class Greetings {

    private Greetings() {}

    static Consumer<Ui> takenOver(OwnLists.TakenOver taken) {
        var list = taken.lists().isEmpty() ? "" : taken.lists().getLast();
        long people = taken.added() + taken.merged();
        return ui -> {
            if (people == 0) {
                ui.toasts().done(ui.text("shell.taken-over.already", "list", list), ui.text("shell.taken-over.already-help"), ui.text("shell.taken-over.open"), () -> ui.go(Place.CONTACTS));
            } else {
                ui.toasts().done(ui.text("shell.taken-over", "n", people), ui.text("shell.taken-over.left-out", "n", taken.rejected(), "list", list),
                        ui.text("shell.taken-over.open"), () -> ui.go(Place.CONTACTS));
            }
        };
    }

    static Consumer<Ui> restored(Restore.Restored restored) {
        return ui -> {
            var help = new StringBuilder();
            if (restored.setAside() != null) {
                help.append(ui.text("backup.aside", "folder", restored.setAside().getFileName()));
            }
            if (restored.paused() > 0) {
                help.append(help.isEmpty() ? "" : "\n").append(ui.text("backup.paused", "n", restored.paused()));
            }
            ui.toasts().show(new Toasts.Toast(Toasts.Meaning.GOOD, null, ui.text("backup.restored", "time", ui.formats().when(restored.madeAt()), "contacts", restored.contacts(),
                    "passwords", restored.passwords()), help.isEmpty() ? null : help.toString(), List.of()));
        };
    }
}
