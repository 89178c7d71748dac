package app.caravel.desktop.products;

import java.io.File;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.product.Product;

/** Left the categories, in the middle the products, in the panel the chosen one. */
final class ProductsView extends BorderPane {

    private static final String SHEET = Objects.requireNonNull(ProductsView.class.getResource("products.css")).toExternalForm();
    private static final double CATEGORIES = 208;

    private final ProductsViewModel model;
    private final Ui ui;
    private final ProductActs acts;
    private final ProductTable table;
    private final VBox header = new VBox();
    private final VBox categories = new VBox(2);
    private final StackPane left = new StackPane();
    private final TextField search = new TextField();
    private final StackPane middle = new StackPane();
    private final ChangeListener<Load.State<ProductsViewModel.Shown>> listener = (_, _, _) -> show();
    /** Cleared from elsewhere: the field follows. */
    private final ChangeListener<String> sought = (_, _, words) -> {
        if (words.isEmpty()) {
            search.clear();
        }
    };
    private @Nullable Long opened;

    ProductsView(ProductsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.acts = new ProductActs(model, ui);
        this.table = new ProductTable(model, ui);
        getStyleClass().addAll("page", "products-view");
        getStylesheets().add(SHEET);
        setMinHeight(0);
        search.setPromptText(ui.text("products.search"));
        search.setText(model.words.get());
        search.textProperty().addListener((_, _, text) -> model.words.set(text.strip()));
        model.words.addListener(new WeakChangeListener<>(sought));
        categories.setPadding(new Insets(16, 12, 16, 12));
        var scroll = new ScrollPane(categories);
        scroll.setFitToWidth(true);
        left.getStyleClass().add("side-left");
        left.getChildren().add(scroll);
        middle.setMinSize(0, 0);
        StackPane.setMargin(table, new Insets(0, -16, 0, -8));
        var body = new VBox(12, Space.row(0, Space.width(search, 280)), Space.grow(middle));
        body.getStyleClass().add("page-body");
        body.setMinSize(0, 0);
        body.setPadding(new Insets(0, 24, 12, 24));
        var main = new VBox(header, Space.grow(body));
        main.setMinSize(0, 0);
        setLeft(Space.width(left, CATEGORIES));
        setCenter(main);
        Key.SEARCH_HERE.on(this, search::requestFocus);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, product) -> open(product));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                acts.delete(List.copyOf(table.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().map(File::toPath).findFirst().ifPresent(acts::take);
            event.setDropCompleted(true);
            event.consume();
        });
        model.shown.state().addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void open(@Nullable Product product) {
        if (product != null && !Objects.equals(opened, product.id())) {
            opened = product.id();
            ui.details().show(new ProductPanel(product, model, acts, ui));
        }
    }

    private void show() {
        var shown = model.shown.value();
        if (shown == null) {
            header.getChildren().setAll(new PageHeader(ui.text("products.heading"), ""));
            return;
        }
        int all = shown.all();
        header.getChildren().setAll(new PageHeader(ui.text("products.heading"),
                all == 0 ? ui.text("products.none-sentence") : shown.runOut() == 0 ? ui.text("products.numbers", "n", all) : ui.text("products.numbers-out", "n", all, "out", shown.runOut()),
                Buttons.flatIcon(ui.text("products.compose"), Feather.ARROW_LEFT, () -> ui.go(Place.COMPOSE)),
                brief(Buttons.plain(ui.text("products.new"), Feather.PLUS, acts::create)),
                brief(Buttons.plain(ui.text("products.pictures"), Feather.IMAGE, acts::choosePictures)),
                Buttons.accent(ui.text("products.import"), Feather.UPLOAD, acts::chooseList)));
        boolean any = all > 0;
        left.setVisible(any);
        left.setManaged(any);
        search.setVisible(any);
        categories(shown);
        table.show(shown);
        if (model.made() != 0 && table.choose(model.made())) {
            model.madeIsShown();
        }
        middle.getChildren().setAll(!any ? empty() : shown.products().isEmpty() ? nothingFits() : table);
    }

    /** Beside an open panel there is room for its icon only. */
    private Button brief(Button button) {
        button.setTooltip(new Tooltip(button.getText()));
        button.contentDisplayProperty().bind(Bindings.when(ui.details().open()).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.LEFT));
        return button;
    }

    private void categories(ProductsViewModel.Shown shown) {
        var group = new ToggleGroup();
        categories.getChildren().setAll(category(group, ui.text("products.all"), shown.all(), null));
        shown.categories().forEach((name, count) -> {
            if (!name.isEmpty()) {
                categories.getChildren().add(category(group, name, count, name));
            }
        });
        int without = shown.categories().getOrDefault("", 0);
        if (without > 0 && shown.categories().size() > 1) {
            categories.getChildren().add(category(group, ui.text("products.without-category"), without, ""));
        }
    }

    private ToggleButton category(ToggleGroup group, String name, int count, @Nullable String of) {
        var word = Words.han(Words.body(name));
        word.setMinWidth(0);
        var row = Space.row(10, Icons.of(of == null ? Feather.PACKAGE : Feather.FOLDER), Space.grow(word), Words.of(ui.formats().number(count), "count", "subtle"));
        row.setPrefWidth(160);
        var button = new ToggleButton();
        button.setGraphic(row);
        button.getStyleClass().setAll("list-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name);
        button.setToggleGroup(group);
        button.setSelected(Objects.equals(model.category.get(), of));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.category.set(of);
        });
        return button;
    }

    private Node empty() {
        return new EmptyFace(Feather.PACKAGE, ui.text("products.empty"), ui.text("products.empty-help"), Buttons.plain(ui.text("products.import"), Feather.UPLOAD, acts::chooseList));
    }

    private Node nothingFits() {
        return new EmptyFace(Feather.FILTER, ui.text("products.nothing-fits"), ui.text("products.nothing-fits-help"), Buttons.plain(ui.text("products.clear"), Feather.X, () -> {
            search.clear();
            model.category.set(null);
        }));
    }
}
