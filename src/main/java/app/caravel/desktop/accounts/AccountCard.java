package app.caravel.desktop.accounts;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.SignInMethod;
import app.caravel.desktop.accounts.AccountsViewModel.Card;
import app.caravel.desktop.accounts.AccountsViewModel.State;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.RestWords;
import app.caravel.reason.Reason;

/** One account: how it stands, how much of its limit is used, and the next act. */
final class AccountCard extends VBox {

    /** From here on the bar warns. */
    private static final double NEARLY_USED_UP = 0.9;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Ui ui;
    private final AccountsViewModel model;
    private final Card card;
    private final StackPane state = new StackPane();
    // kept here and nowhere else: a card that was built anew must not be held by its view model
    private final SetChangeListener<Long> listener = _ -> showState();
    private final InvalidationListener opened = _ -> showChosen();

    AccountCard(Ui ui, AccountsViewModel model, Card card) {
        super(16);
        this.ui = ui;
        this.model = model;
        this.card = card;
        getStyleClass().addAll("group", "account-card");
        if (card.state() == State.BROKEN || isStopped()) {
            getStyleClass().add("bad");
        }
        getChildren().addAll(head(), used(), Space.line(), foot());
        model.testing.addListener(new WeakSetChangeListener<>(listener));
        model.shown.addListener(new WeakInvalidationListener(opened));
        showChosen();
        showState();
    }

    /** The account's. */
    long id() {
        return card.account().id();
    }

    private HBox head() {
        var icon = new StackPane(Icons.of(Feather.MAIL, "accent"));
        icon.getStyleClass().add("way-icon");
        icon.setMinSize(40, 40);
        icon.setMaxSize(40, 40);
        var account = card.account();
        var words = Space.column(2, Words.heading(account.fromAddress()), Words.small(AccountsView.provider(ui, card.provider()) + ", " + account.host()));
        words.setMinWidth(0);
        Space.tight(state);
        var row = Space.row(12, icon, Space.grow(words), state);
        HBox.setMargin(state, new javafx.geometry.Insets(0, 0, 20, 0));
        return row;
    }

    /** Whose settings stand beside it. */
    private void showChosen() {
        pseudoClassStateChanged(CHOSEN, model.shown.get() == card.account().id());
    }

    private void showState() {
        boolean testing = model.testing.contains(card.account().id());
        state.getChildren().setAll(testing
                ? new Chip(ui.text("accounts.state.testing"), Feather.LOADER, "accent")
                : switch (card.state()) {
                    case FINE -> fine();
                    case BROKEN -> new Chip(ui.text(isRefused() ? "accounts.state.cannot-sign-in" : "accounts.state.broken"), Feather.X, "bounce");
                    case UNTESTED -> new Chip(ui.text("accounts.state.untested"), Feather.HELP_CIRCLE);
                });
    }

    private Chip fine() {
        var rest = card.rest();
        if (rest != null) {
            return rest.why().key().equals("breaker.limit") ? new Chip(ui.text("accounts.state.limit"), Feather.CLOCK, "scheduled")
                    : new Chip(ui.text("accounts.state.paused"), Feather.PAUSE, rest.isPassing() ? "scheduled" : "bounce");
        }
        return card.day() > 0 ? new Chip(ui.text("accounts.state.warming-up", "n", card.day()), Feather.TRENDING_UP, "scheduled")
                : new Chip(ui.text("accounts.state.fine"), Feather.CHECK, "person");
    }

    /** Whether it rests until a person acts. */
    private boolean isStopped() {
        return card.rest() != null && !card.rest().isPassing();
    }

    private VBox used() {
        var account = card.account();
        var sent = ui.formats().number(card.sentToday());
        if (card.limit() == 0) {
            return Space.column(10, Space.row(4, Words.strong(sent), Words.muted(ui.text("accounts.sent-today")), Space.rest(), Words.small(ui.text("accounts.no-limit"))),
                    new Bar(6));
        }
        double share = card.sentToday() / (double) card.limit();
        boolean stands = card.rest() != null || card.state() == State.BROKEN;
        var hourly = stands && card.waiting() > 0 ? ui.text("accounts.waiting", "n", card.waiting())
                : card.day() > 0 && card.tomorrow() > card.limit() ? ui.text("accounts.from-tomorrow", "n", card.tomorrow())
                : account.perHour() == 0 ? "" : ui.text("accounts.per-hour", "n", account.perHour());
        return Space.column(10,
                Space.row(4, Words.strong(sent), Words.muted(ui.text("accounts.of-today", "n", card.limit())), Space.rest(), Words.small(hourly)),
                new Bar(6, new Bar.Part(share, share >= NEARLY_USED_UP ? "fill-scheduled" : "fill-accent")));
    }

    private HBox foot() {
        var said = Words.wrapped(new Label(sentence()));
        said.getStyleClass().addAll("small", card.state() == State.BROKEN || isStopped() ? "bounce-text" : card.rest() != null ? "scheduled-text" : "muted");
        if (card.rest() != null) {
            said.setTooltip(new Tooltip(ui.text(card.rest().why())));
        }
        said.setMinWidth(0);
        said.setMinHeight(34);
        var row = Space.row(16, Space.grow(said), acts());
        row.setMinHeight(34);
        return row;
    }

    private String sentence() {
        var account = card.account();
        var problem = account.testProblem();
        if (problem != null) {
            return ui.text(problem);
        }
        if (card.rest() != null) {
            return RestWords.sentence(ui, account, card.rest());
        }
        return account.testedAt() == null ? ui.text("accounts.never-tested") : ui.text("accounts.signed-in", "ago", ui.formats().ago(account.testedAt()));
    }

    private Node acts() {
        var settings = Buttons.small(ui.text(isRefused() ? card.method() instanceof SignInMethod.ByBrowser ? "accounts.sign-in-again" : "accounts.enter-password" : "accounts.settings"), null, this::open);
        if (card.rest() != null && card.state() != State.BROKEN) {
            return Space.row(8, Buttons.small(ui.text("accounts.go-on-sending"), null, () -> model.letGoOn(card.account())), settings);
        }
        if (card.state() == State.FINE || isRefused()) {
            return settings;
        }
        return Space.row(8, Buttons.small(ui.text("accounts.test"), null, () -> model.test(card.account())), settings);
    }

    private void open() {
        var panel = new AccountPanel(ui, model, card);
        ui.details().show(panel);
        if (isRefused()) {
            panel.askPassword();
        }
    }

    private boolean isRefused() {
        Reason problem = card.account().testProblem();
        return problem != null && (problem.key().startsWith("account.refused") || problem.key().startsWith("account.oauth") || problem.key().equals("account.test.no-password"));
    }
}
