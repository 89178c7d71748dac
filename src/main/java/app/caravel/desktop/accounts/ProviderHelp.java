package app.caravel.desktop.accounts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Providers;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The numbered steps in webmail that lead to the password. */
final class ProviderHelp extends VBox {

    private final Ui ui;
    private final AddAccountViewModel model;
    // kept here and nowhere else: a panel that was built anew must not be held by its view model
    private final ChangeListener<Object> listener = (_, _, _) -> show();

    ProviderHelp(Ui ui, AddAccountViewModel model) {
        super(16);
        this.ui = ui;
        this.model = model;
        getStyleClass().add("details");
        setPadding(new Insets(32, 20, 20, 20));
        Space.width(this, 400);
        model.provider.addListener(new WeakChangeListener<>(listener));
        model.byBrowser.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        var provider = model.provider.get();
        var id = provider.map(known -> known.help() + (model.byBrowser.get() ? "-browser" : "")).orElse("password");
        getChildren().setAll(Words.heading(AccountsView.provider(ui, provider)));
        for (int n = 1; ui.texts().has("account.help." + id + "." + n); n++) {
            getChildren().add(step(n, ui.text("account.help." + id + "." + n)));
        }
        provider.ifPresent(known -> getChildren().addAll(
                Space.row(8, Buttons.plain(ui.text("accounts.open-webmail"), Feather.EXTERNAL_LINK, () -> ui.desk().openWithSystem(known.webmail()))),
                Words.wrapped(Words.help(ui.text("accounts.as-of", "date", Providers.gathered().substring(0, 7))))));
    }

    private static Node step(int number, String words) {
        var mark = new javafx.scene.layout.StackPane(Words.of(String.valueOf(number)));
        mark.getStyleClass().add("step-mark");
        Space.tight(mark);
        var said = Words.wrapped(Words.body(words));
        said.setMinWidth(0);
        var row = Space.row(12, mark, Space.grow(said));
        row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        return row;
    }
}
