package app.caravel.desktop.products;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.product.PriceList;
import app.caravel.product.Product;
import app.caravel.product.Products;

/** What is done with products beyond editing one: lists and pictures come in, products are made, go and come back. */
final class ProductActs {

    private static final int LISTED = 200;

    private final ProductsViewModel model;
    private final Ui ui;

    ProductActs(ProductsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
    }

    void chooseList() {
        ui.dialogs().chooseFile(ui.text("products.import"), List.of(FileKind.of(ui.text("products.kind-list"), "*.xlsx", "*.xls", "*.csv", "*.txt")), this::take);
    }

    /** One of the pictures says which folder. */
    void choosePictures() {
        ui.dialogs().chooseFile(ui.text("products.choose-picture"), List.of(pictures()),
                file -> model.pictures(Objects.requireNonNull(file.toAbsolutePath().getParent()), this::pictured));
    }

    FileKind pictures() {
        return FileKind.of(ui.text("products.kind-picture"), "*.jpg", "*.jpeg", "*.png", "*.gif", "*.webp", "*.bmp");
    }

    /** A price list, or a folder of pictures. */
    void take(Path dropped) {
        if (Files.isDirectory(dropped)) {
            model.pictures(dropped, this::pictured);
        } else {
            model.importList(dropped, this::imported);
        }
    }

    private void imported(Products.Imported imported) {
        var links = new ArrayList<Toasts.Link>();
        if (!imported.rejected().isEmpty()) {
            links.add(new Toasts.Link(ui.text("products.see-rejected"), () -> rejected(imported.rejected())));
        }
        if (imported.added() + imported.changed() > 0) {
            links.add(new Toasts.Link(ui.text("products.undo"), () -> model.undoImport(imported.id(), undone -> ui.toasts().done(ui.text("products.undone", "n", undone)))));
        }
        ui.toasts().show(new Toasts.Toast(imported.rejected().isEmpty() ? Toasts.Meaning.GOOD : Toasts.Meaning.ATTENTION, null,
                ui.text("products.imported", "added", imported.added(), "changed", imported.changed()),
                ui.text("products.imported-rest", "same", imported.same(), "rejected", imported.rejected().size()), links));
    }

    private void rejected(List<PriceList.Rejected> rejected) {
        var rows = Space.column(8);
        rejected.stream().limit(LISTED).forEach(row -> rows.getChildren().add(Space.column(2,
                Words.body(ui.text("products.row", "line", row.line(), "why", ui.text(row.reason()))), cut(row.text()))));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(320);
        var close = Buttons.plain(ui.text("kit.close"), null, ui.dialogs()::close);
        var box = Space.styled(Space.column(16, Words.heading(ui.text("products.rejected", "n", rejected.size())), scroll, close), "find");
        box.setPadding(new javafx.geometry.Insets(20));
        box.setMaxSize(560, javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, close);
    }

    private static Node cut(String text) {
        var words = Words.han(Words.small(text.replace('\t', ' ').strip()));
        words.setMinWidth(0);
        return words;
    }

    private void pictured(Products.Pictured taken) {
        var left = new ArrayList<>(taken.unmatched());
        left.addAll(taken.unreadable());
        var help = left.isEmpty() ? null : ui.text("products.pictures-left", "n", left.size(), "file", left.getFirst());
        ui.toasts().show(new Toasts.Toast(left.isEmpty() ? Toasts.Meaning.GOOD : Toasts.Meaning.ATTENTION, Feather.IMAGE, ui.text("products.pictured", "n", taken.taken()), help, List.of()));
    }

    /** Asks for the number, by which all else finds it. */
    void create() {
        var item = new TextField();
        var name = new TextField();
        item.setId("new-item");
        var language = ui.texts().locale().getLanguage();
        var make = Buttons.accent(ui.text("products.create"), null, () -> {
            ui.dialogs().close();
            model.create(item.getText(), language, name.getText(), this::added);
        });
        make.setDefaultButton(true);
        make.disableProperty().bind(item.textProperty().map(String::isBlank));
        var box = Space.styled(Space.column(16, Words.heading(ui.text("products.new")), new Field(ui.text("products.item"), item), new Field(ui.text("products.name"), name),
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), make)), "find");
        box.setPadding(new javafx.geometry.Insets(20));
        box.setMaxSize(400, javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, item);
    }

    void duplicate(Product product) {
        model.duplicate(product, this::added);
    }

    private void added(Product product) {
        ui.toasts().undoable(ui.text("products.added", "item", product.item()), null, ui.text("products.undo"), () -> model.delete(List.of(product.id()), ui.details()::close));
    }

    void delete(List<Product> products) {
        if (products.isEmpty()) {
            return;
        }
        var ids = products.stream().map(Product::id).toList();
        model.delete(ids, () -> {
            ui.details().close();
            ui.toasts().undoable(products.size() == 1 ? ui.text("products.deleted-one", "item", products.getFirst().item()) : ui.text("products.deleted", "n", products.size()),
                    null, ui.text("products.undo"), () -> model.restore(ids));
        });
    }

    /** Keeps a change, with a way back. */
    void change(Product before, Product after, Consumer<Product> then, Consumer<Product> undone) {
        if (!after.equals(before)) {
            model.save(after, saved -> {
                then.accept(saved);
                ui.toasts().undoable(ui.text("products.changed", "item", saved.item()), null, ui.text("products.undo"), () -> model.takeBack(before, saved, undone));
            }, reason -> {
                ui.toasts().failed(reason);
                undone.accept(before); // the field says again what is kept
            });
        }
    }
}
