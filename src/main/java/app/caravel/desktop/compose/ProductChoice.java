package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Block;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.product.Product;
import app.caravel.product.ProductBlocks;

/** The catalogue to pick from: type to narrow, Space ticks, Enter puts what is ticked into the mail. */
final class ProductChoice extends VBox {

    private static final double WIDTH = 560;

    private final Ui ui;
    private final String language;
    private final Set<Long> ticked = new LinkedHashSet<>();
    private final List<Product> all;
    private final ListView<Product> list = new ListView<>();
    private final TextField search = new TextField();
    private final Segmented<Integer> columns;
    private final Button put;

    private ProductChoice(List<Product> products, String language, int beside, @Nullable Consumer<Product> one, Consumer<List<Block>> many, Ui ui) {
        this.ui = ui;
        this.language = language;
        this.all = products;
        getStyleClass().add("find");
        Space.width(this, WIDTH);
        setMaxHeight(USE_PREF_SIZE);
        search.getStyleClass().add("find-field");
        search.setPromptText(ui.text("compose.products-search"));
        search.textProperty().addListener((_, _, words) -> narrow(words));
        var head = Space.row(12, Icons.of(Feather.PACKAGE, "accent"), Space.grow(search), Words.of("Esc", "key"));
        head.setPadding(new Insets(0, 16, 0, 16));
        head.setMinHeight(52);
        list.setPrefHeight(320);
        list.setFixedCellSize(48);
        list.setCellFactory(_ -> new Row(one == null));
        columns = new Segmented<>(List.of(1, 2, 3), beside, String::valueOf);
        Runnable take = () -> {
            ui.dialogs().close();
            if (one == null) {
                many.accept(ProductBlocks.blocks(chosen(), language, columns.getValue()));
            } else {
                chosen().stream().findFirst().ifPresent(one);
            }
        };
        put = Buttons.accent("", null, take);
        search.setOnAction(_ -> put.fire());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE && one == null) {
                tick(list.getSelectionModel().getSelectedItem());
            } else if (event.getCode() == KeyCode.ENTER) {
                put.fire();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                put.fire();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> say());
        var foot = Space.row(12);
        if (one == null) {
            foot.getChildren().addAll(Words.small(ui.text("compose.products-beside")), columns);
        }
        foot.getChildren().addAll(Space.rest(), Buttons.flat(ui.text("compose.products-open"), null, () -> {
            ui.dialogs().close();
            ui.go(Place.PRODUCTS);
        }), put);
        foot.setPadding(new Insets(12, 16, 12, 16));
        getChildren().addAll(head, Space.line(), list, Space.line(), foot);
        narrow("");
    }

    /** Several products, below or beside each other. @param beside how many stand beside each other at first */
    static void several(List<Product> products, String language, int beside, Consumer<List<Block>> chosen, Ui ui) {
        var choice = new ProductChoice(products, language, beside, null, chosen, ui);
        ui.dialogs().show(choice, choice.search);
    }

    /** One product. */
    static void one(List<Product> products, String language, Consumer<Product> chosen, Ui ui) {
        var choice = new ProductChoice(products, language, 1, chosen, _ -> {}, ui);
        ui.dialogs().show(choice, choice.search);
    }

    private void narrow(String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        list.getItems().setAll(all.stream().filter(product -> (product.item() + " " + String.join(" ", product.names().values()) + " " + product.category()).toLowerCase(Locale.ROOT).contains(wanted)).toList());
        list.getSelectionModel().selectFirst();
        say();
    }

    /** What is ticked, in the order in which it was; where nothing is, the row under the bar. */
    private List<Product> chosen() {
        var chosen = new ArrayList<Product>();
        ticked.forEach(id -> all.stream().filter(product -> product.id() == id).forEach(chosen::add));
        var under = list.getSelectionModel().getSelectedItem();
        return chosen.isEmpty() && under != null ? List.of(under) : chosen;
    }

    private void tick(@Nullable Product product) {
        if (product != null) {
            if (!ticked.remove(product.id())) {
                ticked.add(product.id());
            }
            list.refresh();
            say();
        }
    }

    private void say() {
        put.setText(ui.text("compose.products-put", "n", chosen().size()));
        put.setDisable(chosen().isEmpty());
    }

    /** A product with what a mail would say of it. */
    private final class Row extends ListCell<Product> {

        private final boolean ticks;

        Row(boolean ticks) {
            this.ticks = ticks;
        }

        @Override
        protected void updateItem(@Nullable Product product, boolean empty) {
            super.updateItem(product, empty);
            if (empty || product == null) {
                setGraphic(null);
                return;
            }
            var row = new HBox(12);
            row.setAlignment(Pos.CENTER_LEFT);
            if (ticks) {
                var box = new CheckBox();
                box.setFocusTraversable(false);
                box.setSelected(ticked.contains(product.id()));
                box.setOnAction(_ -> tick(product));
                row.getChildren().add(box);
            }
            var name = Words.han(Words.strong(product.name(language)));
            name.setMinWidth(0);
            var said = Words.small(product.item() + "  " + ProductBlocks.block(product, language).get("price"));
            said.setMinWidth(0);
            var words = Space.column(1, name, said);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            row.getChildren().add(Space.grow(words));
            setGraphic(row);
            setPrefWidth(0);
            setAccessibleText(product.item() + " " + product.name(language));
        }
    }
}
