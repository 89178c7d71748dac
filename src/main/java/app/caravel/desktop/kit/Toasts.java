package app.caravel.desktop.kit;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.reason.Reason;

/** Short messages at the bottom right: six seconds, longer while the mouse is on them. */
public interface Toasts {

    /** What a toast says. The link does its act and closes the toast. */
    record Toast(Meaning meaning, @Nullable Feather icon, String title, @Nullable String help, List<Link> links) {}

    /** A link in a toast: Undo, Open, See them. */
    record Link(String word, Runnable act) {}

    /** How grave: the colour of the icon. */
    enum Meaning { GOOD, PLAIN, ATTENTION, BAD }

    void show(Toast toast);

    /** Something failed: its sentence, in the language of the window. */
    void failed(Reason reason);

    default void done(String title) {
        show(new Toast(Meaning.GOOD, null, title, null, List.of()));
    }

    default void done(String title, @Nullable String help, String link, Runnable act) {
        show(new Toast(Meaning.GOOD, null, title, help, List.of(new Link(link, act))));
    }

    /** Done, and can be taken back. */
    default void undoable(String title, @Nullable String help, String undoWord, Runnable undo) {
        show(new Toast(Meaning.PLAIN, null, title, help, List.of(new Link(undoWord, undo))));
    }
}
