package app.caravel.desktop.products;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.product.Product;
import app.caravel.product.Products;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** The catalogue as it is searched, imported and edited. */
final class ProductsViewModel {

    /**
     * What the screen shows.
     *
     * @param products those that fit
     * @param categories how many there are of each; empty: of none
     * @param runOut how many prices run out this month
     */
    record Shown(List<Product> products, Map<String, Integer> categories, int runOut, LocalDate today) {

        int all() {
            return categories.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    final StringProperty words = new SimpleStringProperty("");
    /** Null: all; empty: those without one. */
    final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    final Load<Shown> shown;
    private final Workspace workspace;
    private final Background background;
    private long made;

    ProductsViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.shown = new Load<>(background);
        words.addListener((_, _, _) -> look());
        category.addListener((_, _, _) -> look());
    }

    void look() {
        var sought = words.get();
        var of = category.get();
        shown.from(() -> {
            var products = workspace.products();
            var today = LocalDate.ofInstant(workspace.clock().instant(), ZoneId.systemDefault());
            var end = today.withDayOfMonth(today.lengthOfMonth());
            int runOut = (int) products.find("", null).stream().filter(product -> !product.isExpired(today) && product.isExpired(end.plusDays(1))).count();
            return new Shown(products.find(sought, of), products.categories(), runOut, today);
        });
    }

    /** Where a product's picture lies; null where it has none. Touches no disk. */
    @Nullable String picture(Product product) {
        return product.picture().isEmpty() ? null : workspace.pictures().path(product.picture()).toUri().toString();
    }

    void importList(Path file, Consumer<Products.Imported> then) {
        background.run(() -> workspace.products().take(file), imported -> {
            look();
            then.accept(imported);
        });
    }

    void undoImport(long id, Consumer<Integer> then) {
        background.run(() -> workspace.products().undo(id), undone -> {
            look();
            then.accept(undone);
        });
    }

    void pictures(Path folder, Consumer<Products.Pictured> then) {
        background.run(() -> workspace.products().takePictures(folder), taken -> {
            look();
            then.accept(taken);
        });
    }

    /** Gives one product a picture. */
    void picture(Product product, Path file, Consumer<Product> then) {
        background.run(() -> workspace.products().save(product.withPicture(workspace.pictures().keep(file).source())), saved -> {
            look();
            then.accept(saved);
        });
    }

    void save(Product product, Consumer<Product> then, Consumer<Reason> failed) {
        background.run(() -> workspace.products().save(product), saved -> {
            look();
            then.accept(saved);
        }, failed);
    }

    /** A new one of which the number and a name are known; all are shown, so that it is among them. */
    void create(String item, String language, String name, Consumer<Product> then) {
        var product = Product.of(item.strip()).withNames(name.isBlank() ? Map.of() : Map.of(language, name.strip()));
        background.run(() -> workspace.products().save(product), made -> made(made, then));
    }

    void duplicate(Product product, Consumer<Product> then) {
        background.run(() -> workspace.products().duplicate(product), made -> made(made, then));
    }

    private void made(Product product, Consumer<Product> then) {
        made = product.id();
        words.set("");
        category.set(null);
        look();
        then.accept(product);
    }

    /** The product that was made last and not shown yet; 0: none. */
    long made() {
        return made;
    }

    void madeIsShown() {
        made = 0;
    }

    /** Takes one change back; what was changed besides stays. */
    void takeBack(Product before, Product after, Consumer<Product> then) {
        background.run(() -> {
            var now = workspace.products().find(after.id()).orElse(after);
            return workspace.products().save(now.takingBack(before, after));
        }, saved -> {
            look();
            then.accept(saved);
        });
    }

    void delete(List<Long> ids, Runnable then) {
        background.run(() -> workspace.products().delete(ids), () -> {
            look();
            then.run();
        });
    }

    void restore(List<Long> ids) {
        background.run(() -> workspace.products().restore(ids), this::look);
    }
}
