package app.caravel.desktop.accounts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.oauth.Client;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.Pages;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** Signing in by the browser: the button, the waiting, what went wrong, and the user's own client id. */
final class BrowserBox extends VBox {

    /** Starts the sign-in. */
    @FunctionalInterface
    interface Start {
        void by(Pages pages, java.util.function.Consumer<String> open);
    }

    private final Ui ui;
    private final BrowserModel model;
    private final Issuer issuer;
    private final String address;
    private final boolean first;
    private final Start start;
    private final VBox stands = new VBox(12);
    // kept here and nowhere else: a box that was built anew must not be held by its view model
    private final ChangeListener<Object> listener = (_, _, _) -> show();

    /** @param first whether it is what the screen is about: its button is the accent then */
    BrowserBox(Ui ui, BrowserModel model, Issuer issuer, String address, boolean first, Start start) {
        super(16);
        this.ui = ui;
        this.model = model;
        this.issuer = issuer;
        this.address = address;
        this.first = first;
        this.start = start;
        getChildren().addAll(stands, ownClient());
        model.state.addListener(new WeakChangeListener<>(listener));
        model.clientId.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        var why = model.problem.get();
        switch (model.state.get()) {
            case IDLE -> stands.getChildren().setAll(button());
            case WAITING -> stands.getChildren().setAll(waiting());
            case SIGNED_IN -> stands.getChildren().setAll(Space.row(12, Icons.of(Feather.CHECK_CIRCLE, "person"), Words.body(ui.text("accounts.browser.signed-in", "address", address)),
                    Space.rest(), Buttons.small(ui.text("accounts.sign-in-again"), null, this::begin)));
            case FAILED -> {
                stands.getChildren().setAll(said(why), button());
                if (why != null && why.key().equals("account.oauth.administrator")) {
                    stands.getChildren().add(1, forAdministrator(why));
                }
            }
        }
    }

    private Node button() {
        var word = ui.text("accounts.browser.sign-in", "issuer", issuer.key());
        var button = first ? Buttons.accent(word, Feather.LOG_IN, this::begin) : Buttons.plain(word, Feather.LOG_IN, this::begin);
        button.setDefaultButton(first);
        button.setDisable(!model.hasClient(issuer));
        var column = Space.column(6, button);
        if (button.isDisabled()) {
            column.getChildren().add(Words.wrapped(Words.help(ui.text("accounts.browser.needs-client"))));
        }
        return column;
    }

    private void begin() {
        var pages = new Pages(ui.text("account.page.done", "address", address), ui.text("account.page.refused"), ui.text("account.page.stray"));
        start.by(pages, ui.desk()::openWithSystem);
    }

    private Node waiting() {
        var ring = Icons.of(Feather.LOADER, "accent");
        var words = Space.column(2, Words.strong(ui.text("accounts.browser.go-on")), Words.wrapped(Words.small(ui.text("accounts.browser.waiting", "issuer", issuer.key()))));
        words.setMinWidth(0);
        var acts = Space.row(8, Buttons.small(ui.text("accounts.browser.open-again"), Feather.EXTERNAL_LINK, () -> ui.desk().openWithSystem(model.page.get())),
                Buttons.small(ui.text("accounts.browser.copy-address"), Feather.COPY, () -> copy(model.page.get(), "accounts.browser.address-copied")),
                Space.rest(), Buttons.small(ui.text("kit.cancel"), null, model::cancel));
        var box = Space.column(16, Space.row(12, ring, Space.grow(words)), acts);
        box.getStyleClass().addAll("group", "keeping-box");
        return box;
    }

    private Node said(@org.jspecify.annotations.Nullable Reason why) {
        var words = Words.wrapped(Words.body(why == null ? "" : ui.text(why)));
        words.getStyleClass().add("bounce-text");
        words.setMinWidth(0);
        var row = Space.row(12, Icons.of(Feather.X_CIRCLE, "bounce"), Space.grow(words));
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return row;
    }

    /** What the administrator has to be told, as a whole, to be sent on. */
    private Node forAdministrator(Reason why) {
        var lines = ui.text("account.oauth.for-administrator", "issuer", issuer.key(), "client", String.valueOf(why.arguments().getOrDefault("client", "")),
                "address", address, "scope", issuer.scope());
        var words = Words.wrapped(Words.small(lines));
        words.setMinWidth(0);
        var box = Space.column(12, words, Space.row(8, Buttons.small(ui.text("accounts.browser.copy-for-administrator"), Feather.COPY, () -> copy(lines, "accounts.browser.lines-copied"))));
        box.getStyleClass().addAll("group", "quiet", "keeping-box");
        return box;
    }

    private void copy(String words, String said) {
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        ui.toasts().done(ui.text(said));
    }

    private TitledPane ownClient() {
        var id = new TextField();
        id.textProperty().bindBidirectional(model.clientId);
        var fields = Space.column(12, new Field(ui.text("accounts.browser.client-id"), id).help(ui.text("accounts.browser.client-id.help." + issuer.key())));
        if (issuer == Issuer.GOOGLE) {
            var secret = new PasswordField();
            secret.textProperty().bindBidirectional(model.clientSecret);
            fields.getChildren().add(new Field(ui.text("accounts.browser.client-secret"), secret));
        }
        var pane = new TitledPane(ui.text("accounts.browser.own-client"), fields);
        pane.setExpanded(Client.builtIn(issuer).isEmpty() && (first || model.clientId.get().isBlank()));
        pane.setAnimated(false);
        pane.getStyleClass().add("quiet-fold");
        return pane;
    }
}
