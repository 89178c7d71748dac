package app.caravel.desktop;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.login.StartAtLogin;
import app.caravel.workspace.Home;

/** The real system: its file dialogs over the window, which open where they were left, and its programs. */
final class SystemOutside implements Outside {

    private final Stage stage;
    private @Nullable File folder;

    SystemOutside(Stage stage) {
        this.stage = stage;
    }

    @Override
    public @Nullable Path open(String title, List<FileKind> kinds) {
        return kept(chooser(title, kinds).showOpenDialog(stage));
    }

    @Override
    public @Nullable Path folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        var chosen = chooser.showDialog(stage);
        return chosen == null ? null : chosen.toPath();
    }

    @Override
    public @Nullable Path save(String title, String proposedName, List<FileKind> kinds) {
        var chooser = chooser(title, kinds);
        chooser.setInitialFileName(proposedName);
        return kept(chooser.showSaveDialog(stage));
    }

    @Override
    public void show(String address, Runnable failed) {
        Thread.ofVirtual().start(() -> {
            try {
                var desktop = java.awt.Desktop.getDesktop();
                if (address.matches("(https?|mailto|tel):.*")) {
                    desktop.browse(URI.create(address));
                } else {
                    desktop.open(Path.of(address).toFile());
                }
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                System.getLogger(SystemOutside.class.getName()).log(System.Logger.Level.WARNING, "the system opened nothing", e);
                failed.run();
            }
        });
    }

    @Override
    public AtLogin atLogin(Home home) {
        return StartAtLogin.ofSystem(home.folder());
    }

    @Override
    public void exit() {
        Platform.exit();
    }

    private FileChooser chooser(String title, List<FileKind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        kinds.forEach(kind -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.word(), kind.patterns())));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private @Nullable Path kept(@Nullable File file) {
        if (file == null) {
            return null;
        }
        folder = file.getParentFile();
        return file.toPath();
    }
}
