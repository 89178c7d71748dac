package app.caravel.desktop;

import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;

import org.jspecify.annotations.Nullable;

import app.caravel.texts.Formats;
import app.caravel.texts.Texts;
import app.caravel.workspace.Home;
import app.caravel.workspace.HomeLock;
import app.caravel.workspace.LogFile;

/** The desktop: one window on one home. Takes the home's lock, or brings the window that holds it to front. */
public final class DesktopFace {

    /** What the application needs before it starts; JavaFX makes the application itself. */
    record Start(Home home, HomeLock lock, boolean firstRun) {}

    static @Nullable Start start;

    private DesktopFace() {}

    /** Shows the window and returns its exit code when it was closed. */
    public static int launch(Home home) {
        switch (HomeLock.take(home, Clock.systemUTC())) {
            case HomeLock.Held held -> {
                var texts = Texts.in(Texts.Language.ofSystem());
                var since = new Formats(texts, Clock.systemUTC(), ZoneId.systemDefault()).when(held.since());
                boolean came = held.askToFront();
                System.err.println("caravel: " + texts.get(came ? "shell.held-front" : "shell.held", "time", since));
                return came ? 0 : 1;
            }
            case HomeLock.Taken(var lock) -> {
                try (lock) {
                    LogFile.start(home);
                    start = new Start(home, lock, !home.exists() && !home.sandbox().exists());
                    Application.launch(CaravelApplication.class);
                }
                return 0;
            }
        }
    }
}
