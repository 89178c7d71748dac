package app.caravel.desktop.accounts;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.accounts.AccountsViewModel.Card;
import app.caravel.desktop.accounts.AccountsViewModel.State;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.story.RestWords;

/** The accounts: a card each, and where their passwords are kept. */
final class AccountsView extends VBox {

    private static final double WIDEST = 1200;

    private final Ui ui;
    private final AccountsViewModel model;
    private final PageHeader header;

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
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private String sentence(List<Card> cards) {
        if (cards.isEmpty()) {
            return "";
        }
        long fine = cards.stream().filter(card -> card.state() != State.BROKEN && (card.rest() == null || RestWords.isPassing(card.rest()))).count();
        var counted = ui.text("accounts.count", "n", cards.size(), "fine", fine);
        boolean limited = cards.stream().allMatch(card -> card.left().isPresent());
        int left = cards.stream().filter(card -> card.state() != State.BROKEN).mapToInt(card -> card.left().orElse(0)).sum();
        return limited ? counted + " " + ui.text("accounts.left", "n", left) : counted;
    }

    private GridPane grid(List<Card> cards) {
        var grid = new GridPane(24, 24);
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < cards.size(); i++) {
            grid.add(new AccountCard(ui, model, cards.get(i)), i % 2, i / 2);
        }
        return grid;
    }

    /** The word of a provider, or that it is a host of its own. */
    static String provider(Ui ui, java.util.Optional<app.caravel.account.Provider> provider) {
        return ui.text("account.provider." + provider.map(app.caravel.account.Provider::id).orElse("own"));
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
