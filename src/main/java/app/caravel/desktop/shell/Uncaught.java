package app.caravel.desktop.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.LogFile;

/** What nobody caught: one sentence for the person, with a report to copy; the whole of it for the log. */
public final class Uncaught {

    private static final System.Logger LOG = System.getLogger(Uncaught.class.getName());

    private Uncaught() {}

    /** Takes what is uncaught on any thread to this window. */
    public static void show(Ui ui) {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            LOG.log(System.Logger.Level.ERROR, () -> "uncaught on " + thread.getName(), error);
            Platform.runLater(() -> ui.toasts().show(new Toasts.Toast(Toasts.Meaning.BAD, null, ui.text("shell.failed"), ui.text("kit.unexpected"),
                    List.of(new Toasts.Link(ui.text("shell.copy-report"), () -> copy(report(error)))))));
        });
    }

    /** What to send to those who mend it: versions, system, stack trace; addresses cut. */
    static String report(Throwable error) {
        var trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        var version = Uncaught.class.getPackage().getImplementationVersion();
        return LogFile.shortened("Caravel " + (version == null ? "" : version)
                + "\nJava " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version")
                + "\n" + System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch")
                + "\n" + java.time.Instant.now() + "\n\n" + trace);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
