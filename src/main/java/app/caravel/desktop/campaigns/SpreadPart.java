package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.account.Account;
import app.caravel.campaign.Spread;
import app.caravel.contact.ContactList;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The accounts that a draft goes out by, a row each; where they are several, what decides who writes to whom. */
final class SpreadPart extends VBox {

    private static final double WIDTH = 560;
    private static final double WEIGHT = 64;
    private static final double LIST = 184;
    /** Brings a flat button's icon under those above it. */
    private static final Insets FLUSH = new Insets(0, 0, 0, -12);

    private final DraftViewModel draft;
    private final SpreadViewModel model;
    private final Ui ui;
    private final InvalidationListener changed = _ -> show();

    SpreadPart(DraftViewModel draft, Ui ui) {
        super(12);
        this.draft = draft;
        this.model = draft.spread;
        this.ui = ui;
        setMaxWidth(WIDTH);
        Stream.<Observable>of(model.spread(), draft.audience.accounts.state(), draft.audience.choices.state()).forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        show();
    }

    private void show() {
        var now = model.spread().get();
        var all = draft.audience.accounts.value();
        if (all == null) {
            return;
        }
        getChildren().setAll(Words.heading(ui.text("campaigns.account")));
        if (now == null) {
            var box = chooser(all, null, Account::id, SpreadPart::name, ui.text("campaigns.choose-account"), chosen -> model.add(chosen));
            box.setMaxWidth(WIDTH);
            getChildren().add(box);
            return;
        }
        boolean several = now.shares().size() > 1;
        if (several) {
            var by = new Segmented<>(List.of(Spread.By.values()), now.by(), each -> ui.text("sending.by." + each.name().toLowerCase(Locale.ROOT)));
            by.valueProperty().addListener((_, _, chosen) -> model.by(chosen));
            getChildren().add(by);
        }
        for (int i = 0; i < now.shares().size(); i++) {
            getChildren().add(row(now, i, all));
        }
        if (!model.besides().isEmpty()) {
            var more = more();
            getChildren().add(Space.row(0, more));
        }
        if (several) {
            getChildren().add(Words.wrapped(Words.small(ui.text("sending.by." + now.by().name().toLowerCase(Locale.ROOT) + ".help") + ui.text("sending.between-sentences") + ui.text("sending.same-account"))));
        }
    }

    private static String name(Account account) {
        return account.name() + " · " + account.fromAddress();
    }

    private Node row(Spread now, int at, List<Account> all) {
        var share = now.shares().get(at);
        boolean several = now.shares().size() > 1;
        var own = all.stream().filter(account -> account.id() == share.accountId() || now.by() == Spread.By.LIST || !now.accounts().contains(account.id())).toList();
        var row = Space.row(12, Space.grow(chooser(own, share.accountId(), Account::id, SpreadPart::name, "", account -> model.replace(at, account))));
        if (several) {
            row.getChildren().add(now.by() == Spread.By.LIST ? Space.width(list(share, at), LIST) : weight(share, at));
            row.getChildren().add(Buttons.flatIcon(ui.text("sending.drop-account"), Feather.X, () -> model.drop(at)));
        }
        return row;
    }

    private Node weight(Spread.Share share, int at) {
        var field = Space.width(new TextField(String.valueOf(share.weight())), WEIGHT);
        field.setAccessibleText(ui.text("sending.weight"));
        field.setTooltip(new javafx.scene.control.Tooltip(ui.text("sending.weight.help")));
        Runnable keep = () -> {
            try {
                model.weigh(at, Integer.parseInt(field.getText().strip()));
            } catch (NumberFormatException e) {
                field.setText(String.valueOf(share.weight())); // no number: as it was
            }
        };
        field.setOnAction(_ -> keep.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                keep.run();
            }
        });
        var label = Words.small(ui.text("sending.weight"));
        label.setMinWidth(USE_PREF_SIZE);
        return Space.row(8, label, field);
    }

    private ComboBox<ContactList> list(Spread.Share share, int at) {
        var choices = draft.audience.choices.value();
        var lists = choices == null ? List.<ContactList>of() : choices.lists();
        return chooser(lists, share.listId(), ContactList::id, ContactList::name, ui.text("sending.choose-list"), list -> model.giveList(at, list.id()));
    }

    private MenuButton more() {
        var button = new MenuButton(ui.text("sending.add-account"), Icons.of(Feather.PLUS));
        button.getStyleClass().add("flat");
        var items = new ArrayList<MenuItem>();
        for (var account : model.besides()) {
            var item = new MenuItem(name(account), Icons.of(Feather.AT_SIGN));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.add(account));
            items.add(item);
        }
        button.getItems().setAll(items);
        javafx.scene.layout.HBox.setMargin(button, FLUSH);
        return button;
    }

    private static <T> ComboBox<T> chooser(List<T> values, @Nullable Long now, Function<T, Long> id, Function<T, String> word, String prompt, Consumer<T> chosen) {
        var box = new ComboBox<T>();
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null; // it is chosen, not written
            }
        });
        box.setPromptText(prompt);
        box.getItems().setAll(values);
        box.setValue(values.stream().filter(each -> id.apply(each).equals(now)).findFirst().orElse(null));
        box.setMinWidth(0);
        box.setPrefWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setOnAction(_ -> {
            if (box.getValue() != null) {
                chosen.accept(box.getValue());
            }
        });
        return box;
    }
}
