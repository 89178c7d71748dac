package app.caravel.desktop.person;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;

/** What was done on a page, the newest on top, and the way back: by a toast's link or by Ctrl+Z, each once. */
final class Undoable {

    /** Something that was done, in words, and how it is taken back, once. */
    static final class Done {
        private final Reason what;
        private final Background.Act undo;
        private boolean takenBack;

        private Done(Reason what, Background.Act undo) {
            this.what = what;
            this.undo = undo;
        }

        Reason what() {
            return what;
        }
    }

    private static final int REMEMBERED = 100;

    private final Background background;
    private final Runnable changed;
    private final Deque<Done> past = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Done> latest = new ReadOnlyObjectWrapper<>();

    /** @param changed called after each way back */
    Undoable(Background background, Runnable changed) {
        this.background = background;
        this.changed = changed;
    }

    void did(Reason what, Background.Act undo) {
        var done = new Done(what, undo);
        past.push(done);
        if (past.size() > REMEMBERED) {
            past.removeLast();
        }
        latest.set(done);
    }

    /** What was done last, as it is done: for a toast. */
    ReadOnlyObjectProperty<@Nullable Done> latest() {
        return latest.getReadOnlyProperty();
    }

    /** Takes the newest back; false where nothing is left. */
    boolean undo() {
        if (past.isEmpty()) {
            return false;
        }
        undo(past.peek());
        return true;
    }

    /** Takes this back, if it was not before. */
    void undo(Done done) {
        past.remove(done);
        if (!done.takenBack) {
            done.takenBack = true;
            background.run(done.undo, changed);
        }
    }

    /** Another page: Ctrl+Z does not reach back to the last one, a toast that still stands does. */
    void forget() {
        past.clear();
    }
}
