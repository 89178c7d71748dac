package app.caravel.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.DueRuns;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.LoadingFace;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.ThreadBackground;
import app.caravel.desktop.shell.Desk;
import app.caravel.desktop.shell.Frame;
import app.caravel.desktop.shell.Logo;
import app.caravel.desktop.shell.Uncaught;
import app.caravel.reason.Reason;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Settings;
import app.caravel.workspace.Workspace;

/** The one window: opens a workspace in it, and another in its place. */
final class StageDesk implements Desk {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** What was read of a workspace before its window is built. */
    private record Opened(Workspace workspace, String name, @Nullable String language, @Nullable String theme) {}

    private final Stage stage;
    private final Home home;
    private final Theme theme;
    private final Background background = new ThreadBackground(this::failed);
    private boolean sandbox;
    private @Nullable Workspace workspace;
    private @Nullable Frame frame;
    private @Nullable DueRuns due;

    StageDesk(Stage stage, Home home, Theme theme) {
        this.stage = stage;
        this.home = home;
        this.theme = theme;
        stage.setTitle("Caravel");
        stage.getIcons().setAll(Logo.icons());
        stage.setMinWidth(960);
        stage.setMinHeight(600);
    }

    @Override
    public boolean sandbox() {
        return sandbox;
    }

    @Override
    public void openSandbox() {
        open(home.sandbox(), true);
    }

    @Override
    public void openReal() {
        open(home, false);
    }

    void firstRun() {
        openReal();
    }

    private void open(Home opening, boolean asSandbox) {
        letGo();
        show(new StackPane(new LoadingFace(8, false)));
        background.run(() -> {
            var found = asSandbox ? Sandbox.open(opening).workspace() : Workspace.open(opening);
            var settings = found.settings();
            return new Opened(found, settings.get(Settings.NAME).orElse(""), settings.get(Settings.LANGUAGE).orElse(null), settings.get(Settings.THEME).orElse(null));
        }, opened -> {
            sandbox = asSandbox;
            show(opened);
        }, this::failed);
    }

    private void show(Opened opened) {
        workspace = opened.workspace();
        if (opened.language() != null) {
            theme.speak(Language.valueOf(opened.language()));
        }
        if (opened.theme() != null) {
            theme.choose(Theme.Choice.valueOf(opened.theme()));
        }
        var built = new Frame(opened.workspace(), opened.name(), theme, this, ZoneId.systemDefault());
        frame = built;
        Uncaught.show(built.ui());
        show(built);
        built.live();
        due = DueRuns.watch(opened.workspace().runs());
        built.ui().go(Place.TODAY);
    }

    private void show(Parent root) {
        if (stage.getScene() == null) {
            var room = Screen.getPrimary().getVisualBounds();
            var scene = new Scene(root, Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
        } else {
            stage.getScene().setRoot(root);
        }
    }

    private void failed(Reason reason) {
        var texts = Texts.in(theme.language());
        var face = new StackPane(new EmptyFace(Feather.ALERT_CIRCLE, texts.get("shell.cannot-open"), texts.get(reason), null));
        face.getStyleClass().add("page");
        show(face);
    }

    void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public void restore(Path backup, char[] passphrase) {}

    @Override
    public void openWithSystem(String address) {
        Thread.ofVirtual().start(() -> {
            try {
                var desktop = java.awt.Desktop.getDesktop();
                if (address.matches("(https?|mailto|tel):.*")) {
                    desktop.browse(java.net.URI.create(address));
                } else {
                    desktop.open(Path.of(address).toFile());
                }
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                System.getLogger(StageDesk.class.getName()).log(System.Logger.Level.WARNING, "the system opened nothing", e);
            }
        });
    }

    @Override
    public void quit() {
        stage.close();
        Platform.exit();
    }

    private void letGo() {
        if (frame != null) {
            frame.end();
            frame = null;
        }
        var old = workspace;
        var looking = due;
        workspace = null;
        due = null;
        if (old != null) {
            Thread.ofPlatform().name("close").start(() -> {
                if (looking != null) {
                    looking.close();
                }
                Sandbox.close(old);
            });
        }
    }

    /** The window is gone: closes what is open. */
    void close() {
        if (frame != null) {
            frame.end();
        }
        if (due != null) {
            due.close();
        }
        if (workspace != null) {
            Sandbox.close(workspace);
        }
    }
}
