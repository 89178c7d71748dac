package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import app.caravel.audience.Combination.Way;
import app.caravel.contact.ContactList;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Which lists are combined, how, and how many people that makes before the list is made. */
final class CombineBox extends VBox {

    private static final double WIDTH = 520;
    private static final double LISTS = 224;

    private final ListWorkModel model;
    private final Ui ui;
    private final Segmented<Way> ways;
    private final VBox lists = new VBox(2);
    private final ScrollPane scroll = new ScrollPane(lists);
    private final Label sentence = Words.wrapped(Words.muted(""));
    private final TextField name = new TextField();
    private final Field nameField;
    private final Button make;
    private final InvalidationListener shows = _ -> show();
    private final InvalidationListener reads = _ -> read();

    CombineBox(ListWorkModel model, Ui ui, Consumer<ContactList> made) {
        super(16);
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("find", "dialog-box");
        Space.width(this, WIDTH);
        setMaxHeight(USE_PREF_SIZE);
        model.begin();
        ways = new Segmented<>(List.of(Way.values()), model.way.get(), way -> ui.text("paste.way-" + way.name().toLowerCase(Locale.ROOT)));
        ways.valueProperty().addListener((_, _, way) -> model.way.set(way));
        scroll.setFitToWidth(true);
        scroll.setMinHeight(78);
        scroll.getStyleClass().add("group");
        lists.setPadding(new Insets(8, 12, 8, 12));
        sentence.setMinHeight(36);
        nameField = new Field(ui.text("contacts.list-name"), name);
        make = Buttons.accent(ui.text("paste.make-list"), null, () -> model.make(name.getText(), made, reason -> nameField.wrong(ui.text(reason))));
        make.setDefaultButton(true);
        name.textProperty().addListener((_, _, _) -> {
            nameField.wrong(null);
            show();
        });
        getChildren().setAll(Words.heading(ui.text("paste.combine")), ways, scroll, sentence, nameField,
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), make));
        model.all().state().addListener(new WeakInvalidationListener(reads));
        model.count().addListener(new WeakInvalidationListener(shows));
        model.way.addListener(new WeakInvalidationListener(shows));
        model.lists.addListener(new WeakInvalidationListener(shows));
        read();
        show();
    }

    Node first() {
        return ways.getChildren().getFirst();
    }

    private void read() {
        lists.getChildren().clear();
        var all = model.all().value();
        if (all != null) {
            all.forEach(list -> lists.getChildren().add(row(list)));
            scroll.setPrefHeight(Math.clamp(all.size() * 30L + 18, 78, LISTS));
        }
    }

    private Node row(ContactList list) {
        var tick = new CheckBox(list.name());
        tick.setMnemonicParsing(false);
        tick.setMinWidth(0);
        tick.setSelected(model.lists.contains(list.id()));
        tick.setOnAction(_ -> {
            if (tick.isSelected()) {
                model.lists.add(list.id());
            } else {
                model.lists.remove(list.id());
            }
        });
        var row = Space.row(8, Space.grow(tick), Words.of(ui.formats().number(list.size()), "subtle"));
        row.setMinHeight(28);
        return row;
    }

    private void show() {
        var count = model.count().get();
        boolean whole = model.combination().isWhole();
        sentence.setText(!whole ? ui.text(model.way.get() == Way.WITHOUT ? "paste.choose-first" : "paste.choose-two") : count == null ? "" : said(count));
        make.setDisable(!whole || count == null || count == 0 || name.getText().isBlank());
    }

    private String said(int count) {
        return switch (model.way.get()) {
            case ANY -> ui.text("paste.says-any", "n", count);
            case ALL -> ui.text("paste.says-all", "n", count);
            case WITHOUT -> ui.text("paste.says-without", "n", count, "first", nameOf(model.lists.getFirst()));
        };
    }

    private String nameOf(long id) {
        var all = model.all().value();
        return all == null ? "" : all.stream().filter(list -> list.id() == id).map(ContactList::name).findFirst().orElse("");
    }
}
