package app.caravel.desktop.accounts;

import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Puts the file of passwords under a passphrase, or takes it away. */
final class PassphrasePanel extends StackPane {

    PassphrasePanel(Ui ui, AccountsViewModel model, boolean fresh) {
        var first = new PasswordField();
        var second = new PasswordField();
        var again = new Field(ui.text("accounts.passphrase-again"), second);
        Runnable done = () -> {
            ui.details().close();
            ui.toasts().done(ui.text("accounts.passphrase-set"));
        };
        var set = Buttons.plain(ui.text("accounts.set-passphrase"), Feather.LOCK, () -> {
            boolean same = first.getText().equals(second.getText());
            again.wrong(same ? null : ui.text("accounts.passphrases-differ"));
            if (same) {
                model.protect(first.getText().toCharArray(), done);
            }
        });
        set.disableProperty().bind(first.textProperty().isEmpty());
        var panel = new DetailsPanel(ui, null, ui.text("accounts.passphrase"))
                .add(Words.wrapped(Words.muted(ui.text("accounts.passphrase-help"))), new Field(ui.text("accounts.passphrase"), first), again, set);
        if (!fresh) {
            panel.section(ui.text("accounts.without-passphrase"), Words.wrapped(Words.muted(ui.text("account.kept.file"))),
                    Buttons.danger(ui.text("accounts.remove-passphrase"), Feather.UNLOCK, () -> model.protect(new char[0], ui.details()::close)));
        }
        getChildren().add(panel);
    }
}
