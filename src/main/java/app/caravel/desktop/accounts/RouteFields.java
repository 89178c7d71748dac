package app.caravel.desktop.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.account.route.Route;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Which way lines take: a choice, and the proxy's fields where it is one. */
final class RouteFields extends VBox {

    /** What can be chosen. */
    enum Way {
        WORKSPACE,
        DIRECT,
        SYSTEM,
        SOCKS5,
        HTTP;

        boolean isProxy() {
            return this == SOCKS5 || this == HTTP;
        }
    }

    private final Ui ui;
    private final ComboBox<Way> way = new ComboBox<>();
    private final TextField host = new TextField();
    private final TextField port = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final Field hostField;

    /**
     * @param now null: as all others
     * @param own whether it can go as all others
     */
    RouteFields(Ui ui, @Nullable Route now, boolean own) {
        super(12);
        this.ui = ui;
        hostField = new Field(ui.text("accounts.route.host"), host);
        var choices = new ArrayList<>(List.of(Way.values()));
        if (!own) {
            choices.remove(Way.WORKSPACE);
        }
        way.setItems(FXCollections.observableArrayList(choices));
        way.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(Way value) {
                return value == null ? "" : ui.text("accounts.route." + AccountsView.key(value));
            }

            @Override
            public Way fromString(String written) {
                throw new UnsupportedOperationException();
            }
        });
        fill(now);
        way.valueProperty().addListener((_, _, _) -> show());
        show();
    }

    private void fill(@Nullable Route now) {
        way.setValue(switch (now) {
            case null -> Way.WORKSPACE;
            case Route.Direct _ -> Way.DIRECT;
            case Route.AsSystem _ -> Way.SYSTEM;
            case Route.Socks5 _ -> Way.SOCKS5;
            case Route.Http _ -> Way.HTTP;
        });
        if (now instanceof Route.Proxied proxy) {
            host.setText(proxy.host());
            port.setText(String.valueOf(proxy.port()));
            var credentials = proxy.credentials();
            user.setText(credentials == null ? "" : credentials.user());
            password.setText(credentials == null ? "" : credentials.password());
        }
    }

    private void show() {
        getChildren().setAll(new Field(ui.text("accounts.route"), way));
        if (way.getValue().isProxy()) {
            port.setPromptText(way.getValue() == Way.SOCKS5 ? "1080" : "8080");
            getChildren().addAll(pair(hostField, new Field(ui.text("accounts.port"), port)),
                    pair(new Field(ui.text("accounts.route.user"), user).help(ui.text("accounts.route.user.help")), new Field(ui.text("accounts.route.password"), password)),
                    Words.wrapped(Words.help(ui.text("accounts.route.help"))));
        }
    }

    private static HBox pair(Field left, Field right) {
        left.setPrefWidth(160);
        right.setPrefWidth(120);
        return new HBox(12, Space.grow(left), Space.grow(right));
    }

    /** Whether it can be kept so; what is wrong is said at the field. */
    boolean isGood() {
        boolean good = !way.getValue().isProxy() || !host.getText().isBlank() && AddAccountViewModel.number(port.getText()) > 0;
        hostField.wrong(good ? null : ui.text("accounts.route.bad"));
        return good;
    }

    /** Empty: as all others. */
    Optional<Route> chosen() {
        var credentials = user.getText().isBlank() ? null : new Route.Credentials(user.getText().strip(), password.getText());
        return switch (way.getValue()) {
            case WORKSPACE -> Optional.empty();
            case DIRECT -> Optional.of(new Route.Direct());
            case SYSTEM -> Optional.of(new Route.AsSystem());
            case SOCKS5 -> Optional.of(new Route.Socks5(host.getText().strip(), AddAccountViewModel.number(port.getText()), credentials));
            case HTTP -> Optional.of(new Route.Http(host.getText().strip(), AddAccountViewModel.number(port.getText()), credentials));
        };
    }
}
