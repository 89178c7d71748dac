package app.caravel.desktop.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Backup;
import app.caravel.workspace.Workspace;

/** Backups: the last one, a new one, and what one holds. Restoring is the window's, because the workspace has to be closed. */
final class BackupModel {

    private static final String LAST_FILE = "backup.file";
    private static final String LAST_AT = "backup.at";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    /** The last backup that was made from here. */
    record Last(Path file, Instant at, long bytes, boolean there) {}

    final Load<Optional<Last>> last;
    final BooleanProperty working = new SimpleBooleanProperty();

    private final Workspace workspace;
    private final Ui ui;

    BackupModel(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        this.last = new Load<>(ui.background());
    }

    void load() {
        last.from(this::read);
    }

    private Optional<Last> read() throws java.io.IOException {
        var file = workspace.settings().get(LAST_FILE);
        var at = workspace.settings().get(LAST_AT);
        if (file.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        var path = Path.of(file.get());
        boolean there = Files.isRegularFile(path);
        return Optional.of(new Last(path, Instant.ofEpochMilli(Long.parseLong(at.get())), there ? Files.size(path) : 0, there));
    }

    /** A name for a new backup: caravel-2026-11-24.caravel. */
    String proposedName() {
        return "caravel-" + DAY.format(Instant.now(ui.clock()).atZone(ZoneId.systemDefault())) + ".caravel";
    }

    /** Writes a backup; passwords only under a passphrase. */
    void write(Path file, char @Nullable [] passphrase) {
        working.set(true);
        ui.background().run(() -> {
            var written = Backup.write(workspace, file, passphrase);
            workspace.settings().put(LAST_FILE, written.file().toString());
            workspace.settings().put(LAST_AT, String.valueOf(ui.clock().millis()));
            return written;
        }, written -> {
            working.set(false);
            ui.toasts().done(ui.text("settings.backup.done", "file", written.file().getFileName()), ui.formats().size(written.bytes()),
                    ui.text("settings.backup.open-folder"), () -> ui.desk().openWithSystem(String.valueOf(written.file().getParent())));
            load();
        }, reason -> {
            working.set(false);
            ui.toasts().failed(reason);
        });
    }

    void restore(Path file, char @Nullable [] passphrase) {
        ui.desk().restore(file, passphrase);
    }
}
