package app.caravel.desktop.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** What is asked of the person: a question over the window, or a file by the system's own chooser. */
public interface Dialogs {

    /** A kind of file: its word, and its patterns, e.g. {@code *.csv}. */
    record FileKind(String word, List<String> patterns) {
        public static FileKind of(String word, String... patterns) {
            return new FileKind(word, List.of(patterns));
        }
    }

    /**
     * A question with one act and a way out, only where something cannot be undone.
     *
     * @param word what the button says: the act itself, never "Yes"
     */
    void ask(String question, String sentence, String word, Runnable act);

    /** Something else over the window; Esc closes it. */
    void show(Node content, Node first);

    void close();

    /** Chooses a file that is there. Nothing happens where the person chooses none. */
    void chooseFile(String title, List<FileKind> kinds, Consumer<Path> chosen);

    /** Chooses where to write. */
    void chooseTarget(String title, String proposedName, List<FileKind> kinds, Consumer<Path> chosen);
}
