package app.caravel.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
import app.caravel.desktop.kit.Desk;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.LoadingFace;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.ThreadBackground;
import app.caravel.desktop.shell.FirstRun;
import app.caravel.desktop.shell.Frame;
import app.caravel.desktop.shell.Logo;
import app.caravel.desktop.shell.Uncaught;
import app.caravel.desktop.shell.ViewToasts;
import app.caravel.reason.Reason;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Restore;
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
    /** What the next window has to tell: it went wrong while there was none. */
    private @Nullable Reason told;
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
        open(home.sandbox(), true, Place.CAMPAIGNS);
    }

    @Override
    public void openReal(Place place) {
        open(home, false, place);
    }

    /** Two doors into a rehearsal; what is chosen here opens the first workspace. */
    void firstRun() {
        show(new FirstRun(theme, new FirstRun.Doors() {
            @Override
            public void ownList(Path file) {
                open(home.sandbox(), true, Place.importOf(file));
            }

            @Override
            public void sample() {
                openSandbox();
            }

            @Override
            public void real() {
                openReal(Place.ADD_ACCOUNT);
            }

            @Override
            public void restore(Path backup) {
                StageDesk.this.restore(backup, null);
            }
        }));
    }

    private void open(Home opening, boolean asSandbox, Place place) {
        var spoken = theme.language();
        var old = letGo();
        show(new StackPane(new LoadingFace(8, false)));
        background.run(() -> {
            old.close();
            var found = asSandbox ? sandbox(opening, place) : Workspace.open(opening);
            var settings = found.settings();
            if (settings.get(Settings.LANGUAGE).isEmpty()) {
                settings.put(Settings.LANGUAGE, spoken.name());
            }
            return new Opened(found, settings.get(Settings.NAME).orElse(""), settings.get(Settings.LANGUAGE).orElse(null), settings.get(Settings.THEME).orElse(null));
        }, opened -> {
            sandbox = asSandbox;
            show(opened, place);
        }, this::failed);
    }

    /** A sandbox with nobody in it gets the sample buyers and the ready campaigns, unless a list is about to be imported. */
    private static Workspace sandbox(Home opening, Place place) {
        var rehearsal = Sandbox.open(opening);
        if (!place.screen().equals(Place.IMPORT.screen())) {
            rehearsal.prepare();
        }
        return rehearsal.workspace();
    }

    private void show(Opened opened, Place place) {
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
        if (told != null) {
            built.ui().toasts().failed(told);
            told = null;
        }
        due = DueRuns.watch(opened.workspace().runs());
        opened.workspace().evidence().sync().listen(new ViewToasts(built.ui()));
        opened.workspace().evidence().watch().start();
        built.ui().go(place);
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
    public void restore(Path backup, char @Nullable [] passphrase) {
        var old = letGo();
        show(new StackPane(new LoadingFace(8, false)));
        background.run(() -> {
            old.close();
            return Restore.run(home, backup, passphrase, Clock.systemUTC());
        }, restored -> openReal(Place.TODAY), reason -> {
            openReal(Place.settings("backup"));
            told = reason;
        });
    }

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
                background.onScreen(() -> {
                    if (frame != null) {
                        frame.ui().toasts().failed(Reason.of("shell.cannot-open-outside", "what", address));
                    }
                });
            }
        });
    }

    @Override
    public void quit() {
        stage.close();
        Platform.exit();
    }

    /** Takes the workspace out of the window; whoever opens the next one closes it first, in the background. */
    private Closing letGo() {
        if (frame != null) {
            frame.end();
            frame = null;
        }
        var closing = new Closing(due, workspace);
        workspace = null;
        due = null;
        return closing;
    }

    /** What was open in the window until now. */
    private record Closing(@Nullable DueRuns due, @Nullable Workspace workspace) {
        void close() {
            if (due != null) {
                due.close();
            }
            if (workspace != null) {
                Sandbox.close(workspace);
            }
        }
    }

    /** The window is gone: closes what is open. */
    void close() {
        letGo().close();
    }
}
