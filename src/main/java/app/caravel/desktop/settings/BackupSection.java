package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.workspace.Backup;
import app.caravel.workspace.Restore;

/** Backup: the last one, a new one, and putting one in place of the workspace. */
final class BackupSection extends VBox {

    private final BackupModel model;
    private final Ui ui;
    private final CheckBox withPasswords = new CheckBox();
    private final PasswordField passphrase = new PasswordField();

    BackupSection(BackupModel model, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        withPasswords.setText(ui.text("settings.backup.with-passwords"));
        var field = new Field(ui.text("settings.backup.passphrase"), passphrase).help(ui.text("settings.backup.passphrase.help"));
        field.visibleProperty().bind(withPasswords.selectedProperty());
        field.managedProperty().bind(withPasswords.selectedProperty());
        var now = Buttons.accent(ui.text("settings.backup.now"), Feather.SAVE, this::write);
        now.disableProperty().bind(model.working.or(withPasswords.selectedProperty().and(passphrase.textProperty().isEmpty())));
        var options = Space.column(12, withPasswords, field);
        options.getStyleClass().add("setting-row");
        if (!ui.desk().sandbox()) {
            // a rehearsal needs no backup, and one of it would bring made-up buyers into the real workspace
            getChildren().add(SettingsGroup.of(ui.text("settings.backup.make"),
                    new SettingRow(ui, ui.text("settings.backup.last"), null, new Faces<>(ui, model.last, this::last)), options,
                    new SettingRow(ui, ui.text("settings.backup.file"), ui.text("settings.backup.file.help"), now)));
        }
        getChildren().add(
                SettingsGroup.of(ui.text("settings.backup.restore"), new SettingRow(ui, ui.text("settings.backup.restore.what" + real()),
                        ui.text("settings.backup.restore.help" + real()), Buttons.plain(ui.text("settings.backup.choose"), Feather.FOLDER, this::restore))));
    }

    /** In a rehearsal the words speak of the real workspace: a backup always goes there. */
    private String real() {
        return ui.desk().sandbox() ? "-real" : "";
    }

    private Label last(Optional<BackupModel.Last> last) {
        return Words.small(last.map(backup -> backup.there()
                ? ui.text("settings.backup.last-was", "when", ui.formats().ago(backup.at()), "size", ui.formats().size(backup.bytes()), "file", backup.file().getFileName().toString())
                : ui.text("settings.backup.last-gone", "when", ui.formats().ago(backup.at()), "file", backup.file().toString())).orElse(ui.text("settings.backup.never")));
    }

    private void write() {
        var secret = withPasswords.isSelected() ? passphrase.getText().toCharArray() : null;
        ui.dialogs().chooseTarget(ui.text("settings.backup.now"), model.proposedName(), kinds(), file -> {
            model.write(file, secret);
            passphrase.clear();
        });
    }

    private void restore() {
        ui.dialogs().chooseFile(ui.text("settings.backup.restore"), kinds(), file -> ui.background().run(() -> Restore.about(file), about -> {
            if (about.passwords()) {
                askPassphrase(file, about);
            } else {
                ask(file, about, null);
            }
        }));
    }

    private void askPassphrase(Path file, Backup.About about) {
        var secret = new PasswordField();
        var go = Buttons.accent(ui.text("settings.backup.go-on"), null, () -> {
            ui.dialogs().close();
            ask(file, about, secret.getText().isEmpty() ? null : secret.getText().toCharArray());
        });
        go.setDefaultButton(true);
        var box = Space.column(16, Words.heading(ui.text("settings.backup.restore")),
                new Field(ui.text("settings.backup.passphrase"), secret).help(ui.text("settings.backup.passphrase-asked")),
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), go));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 440);
        box.setMaxHeight(USE_PREF_SIZE);
        ui.dialogs().show(box, secret);
    }

    private void ask(Path file, Backup.About about, char @Nullable [] secret) {
        ui.dialogs().ask(ui.text("settings.backup.ask", "when", ui.formats().when(about.madeAt()), "n", about.contacts()),
                ui.text("settings.backup.ask.sentence" + real()), ui.text("settings.backup.restore.word"), () -> model.restore(file, secret));
    }

    private List<FileKind> kinds() {
        return List.of(FileKind.of(ui.text("settings.backup.kind"), "*.caravel"));
    }
}
