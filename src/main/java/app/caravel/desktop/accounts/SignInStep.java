package app.caravel.desktop.accounts;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Provider;
import app.caravel.account.Sender;
import app.caravel.account.oauth.Issuer;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The password under the provider's own word for it; servers are folded away where they are known. */
final class SignInStep extends VBox {

    private final Ui ui;
    private final AddAccountViewModel model;

    SignInStep(Ui ui, AddAccountViewModel model) {
        super(16);
        this.ui = ui;
        this.model = model;
        var where = model.where.get();
        var issuer = model.provider.get().map(Provider::browser).orElse(null);
        var mailbox = Sender.parse(model.address.get()).map(Sender::address).orElse("");
        getChildren().addAll(Words.wrapped(Words.title(ui.text("accounts.sign-in.title", "address", mailbox))),
                issuer != null && model.byBrowser.get() ? new BrowserBox(ui, model.browser, issuer, mailbox, true, (pages, open) -> model.signInByBrowser(null, pages, open)) : password(),
                Words.wrapped(Words.help(where == null ? "" : ui.text("account.kept." + AccountsView.key(where)))), servers());
        if (issuer != null) {
            getChildren().add(getChildren().size() - 1, Space.row(0, Words.link(ui.text(model.byBrowser.get() ? "accounts.browser.by-password" : "accounts.browser.instead", "issuer", issuer.key()),
                    () -> model.byBrowser.set(!model.byBrowser.get()))));
            if (issuer == Issuer.GOOGLE && Mainland.isLikely(ui)) {
                var said = Words.wrapped(Words.body(ui.text("accounts.google-from-china")));
                said.setMinWidth(0);
                var box = Space.row(12, Icons.of(Feather.GLOBE, "scheduled"), Space.grow(said));
                box.getStyleClass().addAll("group", "quiet", "keeping-box");
                getChildren().add(1, box);
            }
        }
    }

    private VBox password() {
        var kind = model.provider.get().map(Provider::secret).orElse(Provider.Secret.PASSWORD);
        var hidden = new PasswordField();
        hidden.textProperty().bindBidirectional(model.password);
        var open = new TextField();
        open.textProperty().bindBidirectional(model.password);
        open.setVisible(false);
        var eye = Buttons.flatIcon(ui.text("accounts.show-password"), Feather.EYE, () -> {
            boolean show = !open.isVisible();
            open.setVisible(show);
            hidden.setVisible(!show);
            (show ? open : hidden).requestFocus();
        });
        var label = Words.small(ui.text("account.secret." + kind.key()));
        label.setLabelFor(hidden);
        return Space.column(6, label, Space.row(4, Space.grow(new StackPane(hidden, open)), eye));
    }

    private TitledPane servers() {
        var host = bound(model.host);
        var port = bound(model.port);
        var security = AccountPanel.securities(ui, model.security.get());
        security.valueProperty().bindBidirectional(model.security);
        var content = Space.column(12,
                pair(new Field(ui.text("accounts.host"), host), new Field(ui.text("accounts.port"), port)),
                pair(new Field(ui.text("accounts.user"), bound(model.user)), new Field(ui.text("accounts.security"), security)),
                pair(new Field(ui.text("accounts.imap-host"), bound(model.imapHost)).help(ui.text("accounts.imap-host.help")), new Field(ui.text("accounts.port"), bound(model.imapPort))));
        var pane = new TitledPane(ui.text("accounts.servers"), content);
        pane.setExpanded(model.provider.get().isEmpty());
        pane.setAnimated(false);
        pane.getStyleClass().add("quiet-fold");
        return pane;
    }

    private static HBox pair(Field left, Field right) {
        var row = new HBox(12, Space.grow(left), right);
        right.setPrefWidth(144);
        right.setMinWidth(144);
        return row;
    }

    private static TextField bound(javafx.beans.property.StringProperty property) {
        var field = new TextField();
        field.textProperty().bindBidirectional(property);
        return field;
    }
}
