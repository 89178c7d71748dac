package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Block;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.product.Product;
import app.caravel.product.ProductBlocks;

/** A product for a block: found in the catalogue, and put into the block in the mail's language. */
final class ProductChoice {

    private static final List<String> FILLED = List.of("item", "name", "details", "price", "src", "href");

    private final ComposeViewModel model;
    private final DesignEditor editor;
    private final Ui ui;

    ProductChoice(ComposeViewModel model, DesignEditor editor, Ui ui) {
        this.model = model;
        this.editor = editor;
        this.ui = ui;
    }

    /** For a block of one product. */
    Node button(Block block) {
        return Buttons.plain(ui.text("products.choose"), Feather.PACKAGE, () -> choose(product -> editor.change(block.id(), now -> filled(now, product))));
    }

    /** For a row of products: the next column that is empty. */
    Node next(Block grid) {
        var button = Buttons.plain(ui.text("products.choose"), Feather.PACKAGE, () -> choose(product -> editor.change(grid.id(), now -> withNext(now, product))));
        button.setDisable(grid.columns().stream().noneMatch(List::isEmpty));
        return button;
    }

    private Block filled(Block block, Product product) {
        var from = block(product);
        var filled = block;
        for (var property : FILLED) {
            filled = filled.with(property, from.get(property));
        }
        return filled;
    }

    private Block withNext(Block grid, Product product) {
        var columns = new ArrayList<>(grid.columns());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isEmpty()) {
                columns.set(i, List.of(block(product)));
                return grid.withColumns(columns);
            }
        }
        return grid;
    }

    private Block block(Product product) {
        return ProductBlocks.block(product, editor.now().language());
    }

    private void choose(Consumer<Product> then) {
        var search = new TextField();
        search.setPromptText(ui.text("products.search"));
        var list = new ListView<Product>();
        list.setFixedCellSize(48);
        list.setPrefHeight(336);
        list.setCellFactory(_ -> new Cell());
        list.setPlaceholder(Words.help(ui.text("products.empty-help")));
        Runnable take = () -> {
            var product = list.getSelectionModel().getSelectedItem();
            if (product != null) {
                then.accept(product);
                ui.dialogs().close();
            }
        };
        Consumer<List<Product>> show = products -> {
            list.getItems().setAll(products);
            list.getSelectionModel().selectFirst();
        };
        search.textProperty().addListener((_, _, words) -> model.products(words, show));
        model.products("", show);
        search.setOnAction(_ -> take.run());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take.run();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take.run();
            }
        });
        var library = Buttons.flat(ui.text("products.heading"), null, () -> {
            ui.dialogs().close();
            ui.go(Place.PRODUCTS);
        });
        var box = Space.styled(Space.column(12, Words.heading(ui.text("products.choose")), search, list, Space.row(8, library, Space.rest(), Buttons.accent(ui.text("products.take"), null, take))), "find");
        box.setPadding(new javafx.geometry.Insets(20));
        box.setMaxSize(480, javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, search);
    }

    private final class Cell extends ListCell<Product> {

        @Override
        protected void updateItem(@Nullable Product product, boolean empty) {
            super.updateItem(product, empty);
            setText(null);
            if (empty || product == null) {
                setGraphic(null);
                return;
            }
            var name = Words.han(Words.strong(product.name(editor.now().language())));
            var below = Words.han(Words.small(product.item()));
            name.setMinWidth(0);
            var price = Words.small(product.lowest().map(lowest -> product.currency() + " " + lowest.toPlainString()).orElse(""));
            price.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            var words = Space.column(1, name, below);
            words.setMinWidth(0);
            words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            setGraphic(Space.row(12, Space.grow(words), price));
            setPrefWidth(0);
        }
    }
}
