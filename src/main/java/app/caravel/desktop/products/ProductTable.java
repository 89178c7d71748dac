package app.caravel.desktop.products;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.product.Product;

/** The products, 48 a row. While one is open in the panel, what the panel says is not said twice. */
final class ProductTable extends TableView<Product> {

    private static final double ROW = 48;
    private static final double PICTURE = 40;

    private final ProductsViewModel model;
    private final Ui ui;
    private final ChangeListener<Boolean> panel = (_, _, open) -> narrow(open);
    private java.time.LocalDate today = java.time.LocalDate.MIN;

    ProductTable(ProductsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        Tables.dress(this);
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var name = Columns.<Product>node(ui.text("products.name"), 160, this::name);
        name.setMinWidth(160);
        getColumns().setAll(List.of(
                Columns.node("", 56, this::picture),
                Columns.text(ui.text("products.item"), 112, Product::item),
                name,
                Columns.number(ui.text("products.price"), 136, this::price),
                Columns.iconWord(ui.text("products.term"), 152, this::term),
                Columns.number(ui.text("products.moq"), 80.5, product -> product.moq() == null ? null : ui.formats().number(product.moq())),
                Columns.iconWord(ui.text("products.valid"), 120, this::valid)));
        Tables.flex(this, name);
        ui.details().open().addListener(new WeakChangeListener<>(panel));
        narrow(ui.details().open().get());
    }

    void show(ProductsViewModel.Shown shown) {
        today = shown.today();
        if (!getItems().equals(shown.products())) {
            var chosen = getSelectionModel().getSelectedItem();
            getItems().setAll(shown.products());
            if (chosen != null) {
                getItems().stream().filter(product -> product.id() == chosen.id()).findFirst().ifPresent(product -> getSelectionModel().select(product));
            }
        }
    }

    /** Chooses a product, where it is there. */
    boolean choose(long id) {
        var found = getItems().stream().filter(product -> product.id() == id).findFirst();
        found.ifPresent(product -> {
            getSelectionModel().clearSelection();
            getSelectionModel().select(product);
            scrollTo(product);
        });
        return found.isPresent();
    }

    private void narrow(boolean open) {
        getColumns().subList(4, getColumns().size()).forEach(column -> column.setVisible(!open));
    }

    private Node picture(Product product) {
        return picture(model, product, PICTURE);
    }

    /** A product's picture, or an icon in its place. */
    static Node picture(ProductsViewModel model, Product product, double size) {
        var frame = new StackPane();
        frame.getStyleClass().add("product-picture");
        Space.width(Space.height(frame, size), size);
        var where = model.picture(product);
        if (where == null) {
            frame.getChildren().add(Icons.of(Feather.IMAGE, "subtle"));
        } else {
            var view = new ImageView(new Image(where, size * 2, size * 2, true, true, true));
            view.setPreserveRatio(true);
            view.setFitWidth(size);
            view.setFitHeight(size);
            frame.getChildren().add(view);
        }
        return frame;
    }

    private Node name(Product product) {
        var name = Words.han(Words.strong(product.name(ui.texts().locale().getLanguage())));
        var below = Words.han(Words.small(product.specification()));
        name.setMinWidth(0);
        below.setMinWidth(0);
        var column = product.specification().isBlank() ? Space.column(0, name) : Space.column(1, name, below);
        column.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        column.setMinWidth(0);
        return column;
    }

    private @org.jspecify.annotations.Nullable String price(Product product) {
        return product.lowest().map(lowest -> {
            var money = product.currency() + " " + lowest.toPlainString();
            return product.prices().size() > 1 ? ui.text("products.from", "price", money) : money;
        }).orElse(null);
    }

    private Columns.@org.jspecify.annotations.Nullable IconWord term(Product product) {
        if (product.prices().isEmpty()) {
            return null;
        }
        return product.lacksPort() ? new Columns.IconWord(Feather.ALERT_TRIANGLE, "scheduled", ui.text("products.no-port"))
                : new Columns.IconWord(Feather.ANCHOR, "subtle", product.incoterm() + " " + product.port());
    }

    private Columns.@org.jspecify.annotations.Nullable IconWord valid(Product product) {
        var until = product.validUntil();
        if (until == null) {
            return null;
        }
        return product.isExpired(today) ? new Columns.IconWord(Feather.ALERT_TRIANGLE, "scheduled", until.toString()) : new Columns.IconWord(Feather.CALENDAR, "subtle", until.toString());
    }
}
