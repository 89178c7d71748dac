package app.caravel.desktop.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Account;
import app.caravel.account.Provider;
import app.caravel.account.Providers;
import app.caravel.account.Security;
import app.caravel.account.SignInMethod;
import app.caravel.desktop.accounts.AccountsViewModel.Card;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** An account's settings: password, servers, limits, and the way to be rid of it. */
final class AccountPanel extends StackPane {

    private final Ui ui;
    private final AccountsViewModel model;
    private final Account account;
    private final Card card;
    private final RouteFields route;
    private final TextField fromName;
    private final PasswordField password = new PasswordField();
    private final TextField host;
    private final TextField port;
    private final ComboBox<Security> security;
    private final TextField user;
    private final TextField imapHost;
    private final TextField imapPort;
    private final Field portField;
    private final Field imapPortField;
    private final PaceForm pace;
    private final TextArea signature;
    private final SentFolderPart sentFolder;

    AccountPanel(Ui ui, AccountsViewModel model, Card card) {
        this.ui = ui;
        this.model = model;
        this.card = card;
        this.account = card.account();
        this.route = new RouteFields(ui, card.route().orElse(null), true);
        pace = new PaceForm(ui, card);
        model.browser.begin(card.method() instanceof SignInMethod.ByBrowser by ? by.clientId() : null);
        fromName = new TextField(account.fromName());
        signature = new TextArea(card.signature());
        signature.setPrefRowCount(4);
        signature.setWrapText(true);
        signature.setPromptText(ui.text("accounts.signature.example"));
        host = new TextField(account.host());
        port = new TextField(String.valueOf(account.port()));
        security = securities(ui, account.security());
        user = new TextField(account.user() == null ? "" : account.user());
        imapHost = new TextField(account.imapHost() == null ? "" : account.imapHost());
        imapPort = new TextField(String.valueOf(account.imapPort() == 0 ? 993 : account.imapPort()));
        password.setPromptText(ui.text("accounts.password.unchanged"));
        portField = new Field(ui.text("accounts.port"), port);
        imapPortField = new Field(ui.text("accounts.port"), imapPort);
        sentFolder = new SentFolderPart(ui, model, account);
        getChildren().add(panel());
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                model.shown.set(account.id());
            } else if (model.shown.get() == account.id()) {
                model.shown.set(0);
            }
        });
    }

    /** A choice of how the line is protected, in words. */
    static ComboBox<Security> securities(Ui ui, Security chosen) {
        var box = new ComboBox<>(FXCollections.observableArrayList(Security.values()));
        box.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(Security value) {
                return value == null ? "" : ui.text("accounts.security." + value.key());
            }

            @Override
            public Security fromString(String written) {
                throw new UnsupportedOperationException();
            }
        });
        box.setValue(chosen);
        return box;
    }

    private DetailsPanel panel() {
        var provider = Providers.withServer(account.host());
        var panel = new DetailsPanel(ui, null, account.fromAddress(), AccountsView.provider(ui, provider));
        signIn(provider).forEach(panel::add);
        return panel.add(new Field(ui.text("accounts.from-name"), fromName), pace.replyTo(), new Field(ui.text("accounts.signature"), signature).help(ui.text("accounts.signature.help")))
                .section(ui.text("accounts.limits"), pace.limits())
                .section(ui.text("accounts.ramp"), pace.ramp())
                .section(ui.text("accounts.sending"), new Field(ui.text("accounts.host"), host), pair(portField,
                        new Field(ui.text("accounts.security"), security)), new Field(ui.text("accounts.user"), user).help(ui.text("accounts.user.help")))
                .section(ui.text("accounts.inbox"), pair(new Field(ui.text("accounts.imap-host"), imapHost), imapPortField))
                .section(ui.text("accounts.sent"), sentFolder)
                .section(ui.text("accounts.connection"), route)
                .add(Space.row(8, Buttons.plain(ui.text("accounts.save-and-test"), Feather.CHECK, this::save),
                        Space.rest(), Buttons.danger(ui.text("accounts.delete"), Feather.TRASH_2, this::delete)));
    }

    /** The password, or the browser, or both where the account can choose. */
    private List<Node> signIn(Optional<Provider> provider) {
        var nodes = new ArrayList<Node>();
        var issuer = card.method() instanceof SignInMethod.ByBrowser by ? by.issuer() : provider.map(Provider::browser).orElse(null);
        if (card.method() instanceof SignInMethod.ByBrowser by) {
            nodes.add(Words.wrapped(Words.muted(ui.text("accounts.by-browser", "issuer", by.issuer().key()))));
        } else {
            nodes.add(new Field(ui.text("account.secret." + provider.map(known -> known.secret().key()).orElse("password")), password));
        }
        if (issuer != null) {
            nodes.add(new BrowserBox(ui, model.browser, issuer, account.fromAddress(), false, (pages, open) -> model.signInByBrowser(account, issuer, pages, open)));
        }
        return nodes;
    }

    static HBox pair(Field left, Field right) {
        var row = new HBox(12, Space.grow(left), Space.grow(right));
        left.setPrefWidth(160);
        right.setPrefWidth(120);
        return row;
    }

    void askPassword() {
        Platform.runLater(password::requestFocus);
    }

    private void save() {
        boolean good = check(portField, port) & route.isGood() & (imapHost.getText().isBlank() || check(imapPortField, imapPort)) & pace.check();
        if (!good) {
            return;
        }
        var changed = new Account(account.id(), account.name(), fromName.getText().strip(), account.fromAddress(), host.getText().strip(),
                AddAccountViewModel.number(port.getText()), security.getValue(), user.getText().isBlank() ? null : user.getText().strip(),
                imapHost.getText().isBlank() ? null : imapHost.getText().strip(), AddAccountViewModel.number(imapPort.getText()),
                pace.perHour(), pace.perDay(), account.testedAt(), account.testProblem());
        sentFolder.save();
        model.save(changed, pace.pace(), signature.getText(), password.getText().isEmpty() ? null : password.getText().toCharArray(), route.chosen(), () -> ui.details().close());
    }

    private boolean check(Field field, TextField written) {
        boolean good = AddAccountViewModel.number(written.getText()) > 0;
        field.wrong(good ? null : ui.text("accounts.bad-port"));
        return good;
    }

    private void delete() {
        model.delete(account, () -> {
            ui.details().close();
            ui.toasts().undoable(ui.text("accounts.deleted", "account", account.fromAddress()), null, ui.text("kit.undo"), () -> model.undoDelete(account));
        });
    }
}
