package app.caravel.desktop.person;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import app.caravel.desktop.kit.Key;

/** Ctrl+Z while a page shows, wherever the focus is: what was pressed may be gone with what it did. A field that is being written in comes first. */
final class UndoKey {

    private UndoKey() {}

    static void on(Node page, Undoable undoable) {
        EventHandler<KeyEvent> handler = event -> {
            if (!event.isConsumed() && Key.UNDO.is(event) && undoable.undo()) {
                event.consume();
            }
        };
        page.sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, handler);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, handler);
            }
        });
    }
}
