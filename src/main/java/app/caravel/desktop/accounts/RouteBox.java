package app.caravel.desktop.accounts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.route.Route;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Says which way everything goes out, and lets it be changed. */
final class RouteBox extends HBox {

    private final Ui ui;
    private final AccountsViewModel model;
    // kept here and nowhere else: a box that was built anew must not be held by its view model
    private final ChangeListener<@Nullable Route> listener = (_, _, _) -> show();

    RouteBox(Ui ui, AccountsViewModel model) {
        super(12);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("group", "quiet", "keeping-box");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        model.route.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        var route = model.route.get();
        if (route == null) {
            getChildren().clear();
            return;
        }
        var way = switch (route) {
            case Route.Direct _ -> "direct";
            case Route.AsSystem _ -> "system";
            case Route.Socks5 _ -> "socks5";
            case Route.Http _ -> "http";
        };
        var host = route instanceof Route.Proxied proxy ? proxy.host() + ":" + proxy.port() : "";
        var said = Words.wrapped(Words.small(ui.text("accounts.route.all.says", "way", way, "host", host)));
        said.setMinWidth(0);
        getChildren().setAll(Icons.of(Feather.GLOBE, "subtle"), Space.grow(said), Buttons.small(ui.text("accounts.route.change"), null, () -> ui.details().show(panel(route))));
    }

    private DetailsPanel panel(Route route) {
        var fields = new RouteFields(ui, route, false);
        return new DetailsPanel(ui, null, ui.text("accounts.route.all"))
                .add(Words.wrapped(Words.muted(ui.text("accounts.route.all.help"))), fields, Buttons.plain(ui.text("accounts.save"), Feather.CHECK, () -> {
                    if (fields.isGood()) {
                        model.saveRoute(fields.chosen().orElseGet(Route.AsSystem::new), () -> {
                            ui.details().close();
                            ui.toasts().done(ui.text("accounts.route.kept"));
                        });
                    }
                }));
    }
}
