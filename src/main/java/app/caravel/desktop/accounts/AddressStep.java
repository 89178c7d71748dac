package app.caravel.desktop.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Provider;
import app.caravel.account.ProviderSearch.Found;
import app.caravel.account.Providers;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The address, the name that readers see, and the provider as found. */
final class AddressStep extends VBox {

    private final Ui ui;
    private final AddAccountViewModel model;
    private final StackPane found = new StackPane();
    private final Field address;
    // kept here and nowhere else: a step that was built anew must not be held by its view model
    private final ChangeListener<Object> listener = (_, _, _) -> show();

    AddressStep(Ui ui, AddAccountViewModel model) {
        super(16);
        this.ui = ui;
        this.model = model;
        var written = new TextField();
        written.setPromptText(ui.text("accounts.address.prompt"));
        written.textProperty().bindBidirectional(model.address);
        var name = new TextField();
        name.textProperty().bindBidirectional(model.fromName);
        address = new Field(ui.text("accounts.address"), written);
        getChildren().addAll(Words.title(ui.text("accounts.address.title")), address,
                new Field(ui.text("accounts.from-name"), name).help(ui.text("accounts.from-name.help")), found);
        model.provider.addListener(new WeakChangeListener<>(listener));
        model.finding.found.addListener(new WeakChangeListener<>(listener));
        model.finding.searching.addListener(new WeakChangeListener<>(listener));
        model.already.addListener(new WeakChangeListener<>(listener));
        model.address.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        var said = model.already.get();
        boolean same = said != null && said.key().equals("accounts.add.same");
        address.wrong(same ? ui.text(said) : null);
        if (!same) {
            address.help(said == null ? "" : ui.text(said));
        }
        boolean typed = model.address.get().contains("@");
        found.setVisible(typed);
        if (typed) {
            found.getChildren().setAll(row());
        }
    }

    private HBox row() {
        var provider = model.provider.get();
        var icon = new StackPane(Icons.of(model.finding.searching.get() ? Feather.LOADER : provider.isPresent() ? Feather.CHECK : Feather.SERVER, "accent"));
        icon.getStyleClass().add("way-icon");
        icon.setMinSize(32, 32);
        icon.setMaxSize(32, 32);
        var words = Space.column(2, Words.strong(AccountsView.provider(ui, provider)), Words.wrapped(Words.small(how(provider))));
        words.setMinWidth(0);
        var choose = Words.link(ui.text(provider.isPresent() ? "accounts.not-right" : "accounts.choose-provider"), () -> {});
        Space.tight(choose);
        choose.setOnAction(_ -> menu().show(choose, javafx.geometry.Side.BOTTOM, 0, 4));
        var row = Space.row(12, icon, Space.grow(words), choose);
        row.getStyleClass().addAll("group", "found-row");
        return row;
    }

    /** By what it was found, or what to do where it was not. */
    private String how(Optional<Provider> provider) {
        var host = model.host.get();
        if (model.finding.searching.get()) {
            return ui.text("accounts.searching");
        }
        return switch (model.finding.found.get()) {
            case Found.ByMx(var known, var _) when provider.isPresent() && provider.get().equals(known) -> ui.text("accounts.found.mx", "domain", domain());
            case Found.LikeAccount(var other) -> ui.text("accounts.found.like", "account", other.fromAddress(), "host", host);
            case Found.OwnHost _ -> ui.text("accounts.found.own", "host", host);
            case Found.Hidden(var gateway) -> ui.text("accounts.found.hidden", "gateway", gateway.name());
            case Found.NoSuchDomain(var domain) -> ui.text("accounts.found.no-domain", "domain", domain);
            case Found.NoNetwork _ -> ui.text("accounts.found.no-network");
            case null, default -> ui.text(provider.isPresent() ? "accounts.found" : "accounts.not-found", "host", host);
        };
    }

    private String domain() {
        var address = model.address.get();
        return address.substring(address.lastIndexOf('@') + 1).replace(">", "").strip();
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        var items = new ArrayList<MenuItem>();
        for (var provider : Providers.all()) {
            items.add(item(AccountsView.provider(ui, Optional.of(provider)), Optional.of(provider)));
        }
        items.add(new SeparatorMenuItem());
        items.add(item(ui.text("accounts.by-hand"), Optional.empty()));
        menu.getItems().setAll(List.copyOf(items));
        menu.setMaxHeight(360);
        return menu;
    }

    private CheckMenuItem item(String word, Optional<Provider> provider) {
        var item = new CheckMenuItem(word);
        item.setMnemonicParsing(false);
        item.selectedProperty().bind(Bindings.createBooleanBinding(() -> model.provider.get().equals(provider), model.provider));
        item.setOnAction(_ -> model.choose(provider));
        return item;
    }
}
