package app.caravel.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.DueRuns;
import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Desk;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.LoadingFace;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.kit.ThreadBackground;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.shell.FinishingFace;
import app.caravel.desktop.shell.FirstRun;
import app.caravel.desktop.shell.Frame;
import app.caravel.desktop.shell.LeaveQuestion;
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
    private static final double FIRST_WIDTH = 960;
    private static final double FIRST_HEIGHT = 600;
    /** How long the mails under way may take when the window closes. */
    private static final Duration ENDING = Duration.ofSeconds(30);

    /** What was read of a workspace before its window is built. */
    private record Opened(Workspace workspace, String name, @Nullable String language, @Nullable String theme) {}

    private final Stage stage;
    private final Home home;
    private final Theme theme;
    private final Outside outside;
    private final Background background = new ThreadBackground(this::failed);
    private boolean sandbox;
    private @Nullable Workspace workspace;
    private @Nullable Frame frame;
    /** What the next window has to tell: it happened while there was none. */
    private @Nullable Consumer<Ui> greeting;
    private @Nullable DueRuns due;
    private @Nullable SendingWatch sending;
    private boolean ending;
    /** Whether the window is closed and sending goes on. */
    private boolean unseen;
    /** Whether the window is still as small as the doors of the first run. */
    private boolean small;

    StageDesk(Stage stage, Home home, Theme theme, Outside outside) {
        this.outside = outside;
        this.stage = stage;
        this.home = home;
        this.theme = theme;
        stage.setTitle("Caravel");
        stage.getIcons().setAll(Logo.icons());
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
    }

    /** What is open in the window; null before and between. */
    @Nullable Workspace workspace() {
        return workspace;
    }

    @Nullable Ui ui() {
        return frame == null ? null : frame.ui();
    }

    @Override
    public boolean sandbox() {
        return sandbox;
    }

    @Override
    public void openSandbox() {
        afterAsking("shell.leave.switch", () -> open(home.sandbox(), true, Place.CAMPAIGNS), null);
    }

    @Override
    public void openReal(Place place) {
        afterAsking("shell.leave.switch", () -> open(home, false, place), null);
    }

    /** Where mails are still to go, asks before it leaves the workspace. */
    private void afterAsking(String key, Runnable leave, @Nullable Runnable goOn) {
        var shown = frame;
        var left = workspace;
        if (shown == null || left == null) {
            leave.run();
            return;
        }
        background.run(() -> Leaving.left(left), n -> {
            if (n == 0) {
                leave.run();
            } else {
                LeaveQuestion.ask(shown.ui(), key, n, leave, goOn);
            }
        }, _ -> leave.run());
    }

    /** Two doors into a rehearsal; what is chosen here opens the first workspace. */
    void firstRun() {
        show(doors());
    }

    private FirstRun doors() {
        return new FirstRun(theme, new FirstRun.Doors() {
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

            @Override
            public @Nullable Path choose(String title, List<FileKind> kinds) {
                return outside.open(title, kinds);
            }
        });
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
        built.requestFocus(); // else the first button of the strip would have it
        built.live();
        if (greeting != null) {
            greeting.accept(built.ui());
            greeting = null;
        }
        due = DueRuns.watch(opened.workspace().runs(), new GoesOn(opened.workspace().runs(), built.ui()));
        sending = new SendingWatch(opened.workspace(), background, () -> unseen && !ending, this::end);
        opened.workspace().messageLog().follow();
        opened.workspace().evidence().sync().listen(new ViewToasts(built.ui()));
        opened.workspace().evidence().watch().start();
        built.ui().go(place);
    }

    private void show(Parent root) {
        var before = stage.getScene();
        if (before != null && !(small && root instanceof Frame)) {
            before.setRoot(root);
            return;
        }
        small = root instanceof FirstRun;
        var room = Screen.getPrimary().getVisualBounds();
        var scene = new Scene(root, Math.min(small ? FIRST_WIDTH : WIDTH, room.getWidth()), Math.min(small ? FIRST_HEIGHT : HEIGHT, room.getHeight()));
        theme.dress(scene);
        stage.setScene(scene);
        if (!stage.isMaximized()) {
            stage.sizeToScene();
        }
        stage.show();
        stage.centerOnScreen();
    }

    private void failed(Reason reason) {
        var texts = Texts.in(theme.language());
        var face = new StackPane(new EmptyFace(Feather.ALERT_CIRCLE, texts.get("shell.cannot-open"), texts.get(reason), null));
        face.getStyleClass().add("page");
        show(face);
    }

    void toFront() {
        unseen = false;
        if (!ending) {
            stage.show();
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    @Override
    public void takeListOver() {
        var shown = frame;
        if (shown != null && workspace != null) {
            Sandbox.of(workspace).ifPresent(from -> TakingOver.begin(from.ownLists(), home, shown.ui(), background, taken -> {
                greeting = Greetings.takenOver(taken);
                openReal(Place.CONTACTS);
            }));
        }
    }

    /** A backup always goes into the real workspace; a rehearsal stays as it is. Where it fails, what was open is opened again. */
    @Override
    public void restore(Path backup, char @Nullable [] passphrase) {
        boolean nothingOpen = frame == null;
        boolean rehearsed = sandbox;
        var old = letGo();
        show(new StackPane(new LoadingFace(8, false)));
        background.run(() -> {
            old.close();
            return Restore.run(home, backup, passphrase, Clock.systemUTC());
        }, restored -> {
            greeting = Greetings.restored(restored);
            openReal(Place.TODAY);
        }, reason -> {
            if (nothingOpen) {
                var again = doors();
                show(again);
                again.tell(reason);
            } else {
                greeting = ui -> ui.toasts().failed(reason);
                open(rehearsed ? home.sandbox() : home, rehearsed, Place.settings("backup"));
            }
        });
    }

    @Override
    public @Nullable Path chooseFile(String title, List<FileKind> kinds) {
        return outside.open(title, kinds);
    }

    @Override
    public @Nullable Path chooseTarget(String title, String proposedName, List<FileKind> kinds) {
        return outside.save(title, proposedName, kinds);
    }

    @Override
    public @Nullable Path chooseFolder(String title) {
        return outside.folder(title);
    }

    @Override
    public void openWithSystem(String address) {
        outside.show(address, () -> background.onScreen(() -> {
            if (frame != null) {
                frame.ui().toasts().failed(Reason.of("shell.cannot-open-outside", "what", address));
            }
        }));
    }

    @Override
    public AtLogin atLogin() {
        return outside.atLogin(home);
    }

    /** Asks where mails are still to go; then lets those under way end, in the background and within a bound, and exits. */
    @Override
    public void quit() {
        if (!ending) {
            afterAsking("shell.leave.close", this::end, this::goOnUnseen);
        }
    }

    /** The window goes and sending goes on; a second start brings the window back, and when all is through this ends. */
    private void goOnUnseen() {
        unseen = true;
        stage.hide();
    }

    private void end() {
        ending = true;
        boolean finishing = workspace != null && workspace.runs().isSending();
        var old = letGo();
        if (finishing) {
            show(new FinishingFace(Texts.in(theme.language())));
        } else {
            stage.hide();
        }
        background.run(() -> old.close(ENDING), outside::exit);
    }

    /** Takes the workspace out of the window; whoever opens the next one closes it first, in the background. */
    private Leaving letGo() {
        if (frame != null) {
            frame.end();
            frame = null;
        }
        if (sending != null) {
            sending.stop();
            sending = null;
        }
        var leaving = new Leaving(due, workspace);
        workspace = null;
        due = null;
        return leaving;
    }

    /** The application ends by another way than the window's: nothing shows any more, so this may wait, within a bound. */
    void close() {
        letGo().close(ENDING);
    }
}
