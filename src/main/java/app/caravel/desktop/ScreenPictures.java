package app.caravel.desktop;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Desk;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.FirstRun;
import app.caravel.desktop.shell.Frame;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.report.CallList;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Settings;
import app.caravel.workspace.Workspace;

/**
 * Pictures of the screens of a real workspace, as PNG: English and Chinese, light and dark, 1280x720, and English light at
 * 1920x1080. Needs no display.
 */
public final class ScreenPictures {

    /** How a picture is taken. */
    public record Look(Language language, Theme.Choice theme, int width, int height) {

        String suffix() {
            return (language == Language.CHINESE ? "-zh" : "") + (theme == Theme.Choice.DARK ? "-dark" : "") + (width == 1280 ? "" : "-" + width);
        }
    }

    /** A screen at a place, under the name of its file. */
    public record Shot(String name, Place place) {}

    public static final List<Look> LOOKS = List.of(
            new Look(Language.ENGLISH, Theme.Choice.LIGHT, 1280, 720), new Look(Language.ENGLISH, Theme.Choice.DARK, 1280, 720),
            new Look(Language.CHINESE, Theme.Choice.LIGHT, 1280, 720), new Look(Language.CHINESE, Theme.Choice.DARK, 1280, 720),
            new Look(Language.ENGLISH, Theme.Choice.LIGHT, 1920, 1080));

    /** Screens that show nothing by themselves. */
    private static final Set<String> ABOUT_SOMETHING = Set.of("campaign", "campaign-steps", "person", "company");

    private static final long PATIENCE_SECONDS = 60;

    private ScreenPictures() {}

    /** Writes all screens in all looks; returns the files. */
    public static List<Path> write(Workspace workspace, boolean sandbox, Path folder) {
        var written = new ArrayList<>(write(workspace, sandbox, folder, shots(workspace), LOOKS));
        LOOKS.stream().filter(look -> look.width() == 1280).forEach(look -> written.add(firstRun(look, folder)));
        return written;
    }

    public static List<Path> write(Workspace workspace, boolean sandbox, Path folder, List<Shot> shots, List<Look> looks) {
        startToolkit();
        var written = new ArrayList<Path>();
        for (var look : looks) {
            var name = workspace.settings().get(Settings.NAME).orElse("");
            var frame = onScreen(() -> new Frame(workspace, name, new Theme(look.theme(), look.language()), new PictureDesk(sandbox), ZoneId.systemDefault()));
            var scene = onScreen(() -> Snapshots.scene(frame, look.width(), look.height(), frame.ui().theme()));
            var window = onScreen(() -> Optional.ofNullable(windowFor(scene, look)));
            try {
                for (var shot : shots) {
                    var file = folder.resolve(shot.name() + look.suffix() + ".png");
                    Snapshots.write(take(frame, scene, shot.place()), file);
                    written.add(file);
                }
            } finally {
                onScreen(() -> {
                    window.ifPresent(Stage::close);
                    frame.end();
                    return true;
                });
            }
        }
        return written;
    }

    /** A mail is painted only in a window: on the headless platform one is shown, where it fits. */
    private static @Nullable Stage windowFor(Scene scene, Look look) {
        if (!"Headless".equals(System.getProperty("glass.platform")) || look.width() > 1280) {
            return null;
        }
        var window = new Stage();
        window.setScene(scene);
        window.setX(0);
        window.setY(0);
        window.show();
        return window;
    }

    private static Path firstRun(Look look, Path folder) {
        var file = folder.resolve("first-run" + look.suffix() + ".png");
        Snapshots.write(onScreen(() -> {
            var theme = new Theme(look.theme(), look.language());
            return Snapshots.of(Snapshots.scene(new FirstRun(theme, new NoDoors()), 960, 600, theme));
        }), file);
        return file;
    }

    /** Doors of a picture. */
    private static final class NoDoors implements FirstRun.Doors {
        @Override
        public void ownList(Path file) {}

        @Override
        public void sample() {}

        @Override
        public void real() {}

        @Override
        public void restore(Path backup) {}

        @Override
        public @Nullable Path choose(String title, List<FileKind> kinds) {
            return null;
        }
    }

    private static BufferedImage take(Frame frame, Scene scene, Place place) {
        onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
        Snapshots.settle(frame.ui().background());
        onScreen(() -> Snapshots.of(scene)); // cells that came into view now ask for their rows
        Snapshots.settle(frame.ui().background());
        return onScreen(() -> Snapshots.of(scene));
    }

    /** Every screen once; those that are about something, about the newest of it that there is. */
    public static List<Shot> shots(Workspace workspace) {
        var shots = new ArrayList<Shot>();
        for (var screen : app.caravel.desktop.shell.Screens.ids()) {
            if (!ABOUT_SOMETHING.contains(screen) && (!screen.equals(Place.SANDBOX_INBOX.screen()) || Sandbox.of(workspace).isPresent())) {
                shots.add(new Shot(screen, Place.of(screen)));
            }
        }
        var list = workspace.home().folder().resolve("sample_buyers.csv");
        if (Files.exists(list)) {
            shots.add(new Shot("import-columns", Place.importOf(list)));
        }
        for (var campaign : workspace.campaigns().all()) {
            if (campaign.state().isEditable()) {
                shots.add(new Shot("compose-draft", Place.content(campaign.id())));
                for (var step : List.of("content", "audience", "schedule", "check", "send")) {
                    shots.add(new Shot("step-" + step, Place.campaignStep(campaign.id(), step)));
                }
                break;
            }
        }
        workspace.campaigns().all().stream().filter(campaign -> !campaign.state().isEditable()).findFirst()
                .ifPresent(campaign -> shots.add(new Shot("campaign", Place.campaign(campaign.id()))));
        var now = workspace.clock().instant();
        workspace.callList().people(now.minus(CallList.LATELY), now.atZone(ZoneId.systemDefault()), 1).forEach(person -> {
            shots.add(new Shot("person", Place.person(person.contactId())));
            workspace.companies().ofContact(person.contactId()).ifPresent(company -> shots.add(new Shot("company", Place.company(company.id()))));
        });
        return shots;
    }

    private static void startToolkit() {
        if (System.getProperty("glass.platform") == null && java.awt.GraphicsEnvironment.isHeadless()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        var started = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException e) {
            started.complete(null); // it runs already
        }
        Platform.setImplicitExit(false);
        wait(started);
    }

    private static <T> T onScreen(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return wait(result);
    }

    private static <T> T wait(CompletableFuture<T> result) {
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Reason.of("kit.unexpected"), e);
        } catch (ExecutionException | TimeoutException e) {
            throw new Problem(Reason.of("kit.unexpected"), e);
        }
    }

    /** A desk that leads nowhere: nobody presses a picture's buttons. */
    private record PictureDesk(boolean sandbox) implements Desk {
        @Override
        public void openSandbox() {}

        @Override
        public void openReal(Place place) {}

        @Override
        public void takeListOver() {}

        @Override
        public @Nullable Path chooseFile(String title, List<FileKind> kinds) {
            return null;
        }

        @Override
        public @Nullable Path chooseTarget(String title, String proposedName, List<FileKind> kinds) {
            return null;
        }

        @Override
        public void restore(Path backup, char @Nullable [] passphrase) {}

        @Override
        public void openWithSystem(String address) {}

        @Override
        public void quit() {}
    }
}
