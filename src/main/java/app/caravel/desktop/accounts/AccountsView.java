package app.caravel.desktop.accounts;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.accounts.AccountsViewModel.Card;
import app.caravel.desktop.accounts.AccountsViewModel.State;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;

/** The accounts: a card each, and where their passwords are kept. */
final class AccountsView extends VBox {

    private static final double WIDEST = 1200;
    /** Two cards stand side by side from here on. */
    private static final double TWO_FROM = 800;
    private static final double ABOVE = 24;

    private final Ui ui;
    private final AccountsViewModel model;
    private final PageHeader header;
    private final InvalidationListener opened = _ -> Platform.runLater(this::reveal);
    private @Nullable ScrollPane pane;

    AccountsView(Ui ui, AccountsViewModel model) {
        this.ui = ui;
        this.model = model;
        header = new PageHeader(ui.text("accounts.title"), "",
                Buttons.plain(ui.text("accounts.test-all"), Feather.REFRESH_CW, model::testAll),
                Buttons.accent(ui.text("accounts.add"), Feather.PLUS, () -> ui.go(Place.ADD_ACCOUNT)));
        var page = new VBox(header, new Faces<>(ui, model.cards, this::content));
        page.setMaxWidth(WIDEST);
        page.setFillWidth(true);
        VBox.setVgrow(page.getChildren().getLast(), Priority.ALWAYS);
        var centred = new StackPane(page);
        VBox.setVgrow(centred, Priority.ALWAYS);
        centred.setMinHeight(0);
        getChildren().add(centred);
        model.shown.addListener(new WeakInvalidationListener(opened));
    }

    private Node content(List<Card> cards) {
        header.sentence().setText(sentence(cards));
        header.getChildren().subList(1, header.getChildren().size()).forEach(button -> {
            button.setVisible(!cards.isEmpty());
            button.setManaged(!cards.isEmpty());
        });
        if (cards.isEmpty()) {
            return new EmptyFace(Feather.AT_SIGN, ui.text("accounts.empty"), ui.text("accounts.empty.help"),
                    Buttons.accent(ui.text("accounts.add"), Feather.PLUS, () -> ui.go(Place.ADD_ACCOUNT)));
        }
        var body = new VBox(24, new DomainGroups(ui, model.domains, cards, this::grid), new KeepingBox(ui, model), new RouteBox(ui, model));
        body.setPadding(new Insets(0, 24, 24, 24));
        var scroll = new ScrollPane(body);
        body.heightProperty().addListener(opened); // as its cards go below each other
        pane = scroll;
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** The card whose settings are open stays in sight. */
    private void reveal() {
        var scroll = pane;
        if (scroll == null || scroll.getScene() == null || model.shown.get() == 0) {
            return;
        }
        scroll.lookupAll(".account-card").stream().filter(AccountCard.class::isInstance).map(AccountCard.class::cast).filter(card -> card.id() == model.shown.get()).findFirst().ifPresent(card -> {
            var at = scroll.getContent().sceneToLocal(card.localToScene(card.getBoundsInLocal()));
            double room = scroll.getContent().getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
            double top = scroll.getVvalue() * room;
            if (room > 0 && (at.getMinY() < top || at.getMaxY() > top + scroll.getViewportBounds().getHeight())) {
                scroll.setVvalue(Math.clamp((at.getMinY() - ABOVE) / room, 0, 1));
            }
        });
    }

    private String sentence(List<Card> cards) {
        if (cards.isEmpty()) {
            return "";
        }
        long fine = cards.stream().filter(card -> card.state() != State.BROKEN && (card.rest() == null || card.rest().isPassing())).count();
        var counted = ui.text("accounts.count", "n", cards.size(), "fine", fine);
        boolean limited = cards.stream().allMatch(card -> card.left().isPresent());
        int left = cards.stream().filter(card -> card.state() != State.BROKEN).mapToInt(card -> card.left().orElse(0)).sum();
        return limited ? counted + " " + ui.text("accounts.left", "n", left) : counted;
    }

    private GridPane grid(List<Card> cards) {
        var grid = new GridPane(24, 24);
        var all = cards.stream().map(card -> new AccountCard(ui, model, card)).toList();
        lay(grid, all, true);
        grid.widthProperty().addListener((_, before, width) -> {
            boolean two = width.doubleValue() >= TWO_FROM;
            if (two != (before.doubleValue() == 0 || before.doubleValue() >= TWO_FROM)) {
                lay(grid, all, two);
            }
        });
        return grid;
    }

    /** Side by side; below each other where beside the panel an address would be cut. */
    private static void lay(GridPane grid, List<AccountCard> cards, boolean two) {
        int columns = two ? 2 : 1;
        var column = new ColumnConstraints();
        column.setPercentWidth(100.0 / columns);
        column.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(Collections.nCopies(columns, column));
        grid.getChildren().clear();
        for (int i = 0; i < cards.size(); i++) {
            grid.add(cards.get(i), i % columns, i / columns);
        }
    }

    /** The word of a provider, or that it is a host of its own. */
    static String provider(Ui ui, java.util.Optional<app.caravel.account.Provider> provider) {
        return ui.text("account.provider." + provider.map(app.caravel.account.Provider::id).orElse("own"));
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
