package app.caravel.desktop.accounts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Secrets;
import app.caravel.desktop.accounts.AccountsViewModel.Keeping;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Says plainly where passwords are kept and who can read them; asks for the passphrase where one is needed. */
final class KeepingBox extends HBox {

    private final Ui ui;
    private final AccountsViewModel model;
    // kept here and nowhere else: a box that was built anew must not be held by its view model
    private final ChangeListener<@Nullable Keeping> listener = (_, _, _) -> show();
    private final ChangeListener<Boolean> wrong = (_, _, _) -> show();

    KeepingBox(Ui ui, AccountsViewModel model) {
        super(12);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("group", "quiet", "keeping-box");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        model.keeping().addListener(new WeakChangeListener<>(listener));
        model.wrongPassphrase.addListener(new WeakChangeListener<>(wrong));
        show();
    }

    private void show() {
        var keeping = model.keeping().get();
        if (keeping == null) {
            getChildren().clear();
            return;
        }
        if (keeping.locked()) {
            locked();
            return;
        }
        var said = Words.wrapped(Words.small(ui.text("account.kept." + AccountsView.key(keeping.where()))));
        said.setMinWidth(0);
        getChildren().setAll(Icons.of(keeping.where() == Secrets.Where.FILE ? Feather.UNLOCK : Feather.LOCK, "subtle"), Space.grow(said));
        if (keeping.where() != Secrets.Where.KEYCHAIN) {
            boolean open = keeping.where() == Secrets.Where.FILE;
            getChildren().add(Buttons.small(ui.text(open ? "accounts.set-passphrase" : "accounts.change-passphrase"), null,
                    () -> ui.details().show(new PassphrasePanel(ui, model, open))));
        }
    }

    private void locked() {
        var field = new PasswordField();
        field.setPromptText(ui.text("accounts.passphrase"));
        var said = Words.wrapped(Words.small(ui.text(model.wrongPassphrase.get() ? "accounts.wrong-passphrase" : "accounts.locked")));
        if (model.wrongPassphrase.get()) {
            said.getStyleClass().add("bounce-text");
        }
        said.setMinWidth(0);
        Runnable unlock = () -> model.unlock(field.getText().toCharArray());
        field.setOnAction(_ -> unlock.run());
        getChildren().setAll(Icons.of(Feather.LOCK, "scheduled"), Space.grow(said), Space.width(field, 240), Buttons.plain(ui.text("accounts.unlock"), null, unlock));
    }
}
