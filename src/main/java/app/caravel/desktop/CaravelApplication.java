package app.caravel.desktop;

import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Theme;
import app.caravel.texts.Texts.Language;

/** JavaFX's application: one stage, handed to the desk. Started by {@link DesktopFace}. */
public final class CaravelApplication extends Application {

    private @Nullable StageDesk desk;

    @Override
    public void start(Stage stage) {
        var start = Objects.requireNonNull(DesktopFace.start);
        var opened = new StageDesk(stage, start.home(), new Theme(Theme.Choice.SYSTEM, Language.ofSystem()), new SystemOutside(stage));
        Platform.setImplicitExit(false); // the window goes before the mails under way have ended
        desk = opened;
        start.lock().onFront(() -> Platform.runLater(opened::toFront));
        if (start.firstRun()) {
            opened.firstRun();
        } else if (start.home().exists()) {
            opened.openReal(Place.TODAY);
        } else {
            opened.openSandbox();
        }
    }

    @Override
    public void stop() {
        if (desk != null) {
            desk.close();
        }
    }
}
