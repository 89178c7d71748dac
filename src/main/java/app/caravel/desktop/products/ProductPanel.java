package app.caravel.desktop.products;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.product.PriceStep;
import app.caravel.product.Product;
import app.caravel.product.ProductBlocks;

/** One product, all of it in fields that keep what is written as soon as one goes on; and how it reads in a mail. */
final class ProductPanel extends StackPane {

    private static final double LABEL = 96;
    /** Languages of buyers; English and Chinese are always there. */
    private static final List<String> OTHERS = List.of("es", "fr", "de", "pt", "ru", "ar", "it", "tr", "pl", "nl", "vi", "th", "id", "ja", "ko", "he");

    private final ProductsViewModel model;
    private final ProductActs acts;
    private final Ui ui;
    private final javafx.scene.control.Label inMails = Words.wrapped(Words.body(""));
    private Product now;

    ProductPanel(Product product, ProductsViewModel model, ProductActs acts, Ui ui) {
        this.model = model;
        this.acts = acts;
        this.ui = ui;
        this.now = product;
        show(product);
    }

    /** Builds it anew; what is typed elsewhere in it is lost, so only where more than one field changes. */
    private void show(Product product) {
        now = product;
        var panel = new DetailsPanel(ui, null, product.name(ui.texts().locale().getLanguage()), product.item());
        panel.add(Space.row(16, ProductTable.picture(model, product, 96), Space.column(8,
                Buttons.small(ui.text("products.choose-one"), Feather.IMAGE, () -> ui.dialogs().chooseFile(ui.text("products.choose-one"), List.of(acts.pictures()), file -> model.picture(now, file, this::show))),
                Buttons.small(ui.text("products.duplicate"), Feather.COPY, () -> acts.duplicate(now)),
                Buttons.small(ui.text("products.delete"), Feather.TRASH_2, () -> acts.delete(List.of(now))))));
        panel.section(ui.text("products.names"), Space.column(8, row(ui.text("products.item"), field(product.item(), this::numbered, this::show)), names(product)));
        panel.section(ui.text("products.prices"), prices(product));
        panel.section(ui.text("products.more"), Space.column(8,
                text("products.specification", product.specification(), value -> with("specification", value)),
                text("products.category", product.category(), value -> with("category", value)),
                text("products.lead-time", product.leadTime(), value -> with("lead_time", value)),
                text("products.packing", product.packing(), value -> with("packing", value)),
                text("products.link", product.link(), value -> with("link", value))));
        panel.section(ui.text("products.in-mails"), inMails);
        kept(product);
        getChildren().setAll(panel);
    }

    private void kept(Product saved) {
        now = saved;
        var price = ProductBlocks.block(saved, "en").get("price");
        inMails.setText(price.isEmpty() ? ui.text("products.no-price") : price);
    }

    private VBox names(Product product) {
        var rows = Space.column(8);
        var languages = new LinkedHashSet<>(List.of("en", "zh"));
        languages.addAll(product.names().keySet());
        languages.forEach(language -> rows.getChildren().add(name(product, language)));
        var others = new MenuButton(ui.text("products.add-language"), Icons.of(Feather.PLUS, "small"));
        others.getStyleClass().add("small");
        OTHERS.stream().filter(language -> !languages.contains(language)).forEach(language -> {
            var item = new MenuItem(spoken(language));
            item.setOnAction(_ -> {
                others.getItems().remove(item);
                rows.getChildren().add(rows.getChildren().size() - 1, name(product, language));
            });
            others.getItems().add(item);
        });
        rows.getChildren().add(others);
        return rows;
    }

    private HBox name(Product product, String language) {
        return row(spoken(language), field(product.names().getOrDefault(language, ""), value -> {
            var names = new TreeMap<>(now.names());
            if (value.isBlank()) {
                names.remove(language);
            } else {
                names.put(language, value.strip());
            }
            return now.withNames(names);
        }, this::kept));
    }

    private String spoken(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(ui.texts().locale());
    }

    private Product numbered(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a product has a number");
        }
        return now.withItem(value);
    }

    private VBox prices(Product product) {
        var rows = Space.column(8);
        for (int i = 0; i < product.prices().size(); i++) {
            rows.getChildren().add(step(product, i));
        }
        if (product.prices().isEmpty() || !product.currency().isEmpty()) {
            rows.getChildren().add(Buttons.small(ui.text("products.add-step"), Feather.PLUS, () -> rows.getChildren().add(rows.getChildren().size() - 1, step(product, product.prices().size()))));
        }
        rows.getChildren().addAll(
                text("products.currency", product.currency(), value -> with("currency", value.toUpperCase(Locale.ROOT))),
                text("products.incoterm", product.incoterm(), value -> with("incoterm", value.toUpperCase(Locale.ROOT))),
                text("products.port", product.port(), value -> with("port", value)),
                text("products.moq", product.moq() == null ? "" : String.valueOf(product.moq()), value -> with("moq", value)),
                text("products.valid", product.validUntil() == null ? "" : String.valueOf(product.validUntil()), value -> with("valid_until", value)));
        return rows;
    }

    /** From how many pieces on, and what one costs then; without a price the step goes. */
    private HBox step(Product product, int at) {
        @Nullable PriceStep before = at < product.prices().size() ? product.prices().get(at) : null;
        var quantity = new TextField(before == null ? "" : String.valueOf(before.quantity()));
        var price = new TextField(before == null ? "" : before.price().toPlainString());
        quantity.setPromptText(ui.text("products.quantity"));
        price.setPromptText(ui.text("products.price"));
        Runnable keep = () -> {
            var steps = new ArrayList<>(now.prices());
            if (before != null) {
                steps.remove(before);
            }
            try {
                if (!price.getText().isBlank()) {
                    steps.add(new PriceStep(quantity.getText().isBlank() ? 1 : Integer.parseInt(quantity.getText().strip()), new BigDecimal(price.getText().strip())));
                }
                acts.change(now, now.withPrices(steps), this::show, this::show);
            } catch (NumberFormatException e) {
                ui.toasts().failed(app.caravel.reason.Reason.of("products.row-price", "item", product.item(), "text", price.getText()));
            }
        };
        keeping(quantity, () -> {
            if (!price.getText().isBlank()) {
                keep.run();
            }
        });
        keeping(price, keep);
        return Space.row(8, Space.width(quantity, LABEL - 8), Words.small("+"), Space.grow(price));
    }

    private HBox text(String key, String value, Function<String, Product> changed) {
        return row(ui.text(key), field(value, changed, this::kept));
    }

    /** @param then takes what was kept */
    private TextField field(String value, Function<String, Product> changed, Consumer<Product> then) {
        var field = new TextField(value);
        var kept = new String[] {value};
        keeping(field, () -> {
            var text = field.getText().strip();
            if (!text.equals(kept[0])) {
                try {
                    acts.change(now, changed.apply(text), then, this::show);
                    kept[0] = text;
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    field.setText(kept[0]);
                    ui.toasts().failed(app.caravel.reason.Reason.of("products.not-taken", "text", text));
                }
            }
        });
        return field;
    }

    /** Enter and going elsewhere keep it. */
    private static void keeping(TextField field, Runnable keep) {
        field.setOnAction(_ -> keep.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && field.getScene() != null) {
                keep.run();
            }
        });
    }

    private static HBox row(String label, Node field) {
        var word = Space.width(Words.small(label), LABEL);
        return Space.row(8, word, Space.grow(field));
    }

    private Product with(String what, String value) {
        var p = now;
        boolean none = value.isBlank();
        return new Product(p.id(), p.item(), p.names(), what.equals("category") ? value : p.category(), p.picture(), what.equals("specification") ? value : p.specification(),
                what.equals("moq") ? none ? null : Integer.valueOf(value) : p.moq(), p.prices(), what.equals("currency") ? value : p.currency(), what.equals("incoterm") ? value : p.incoterm(),
                what.equals("port") ? value : p.port(), what.equals("lead_time") ? value : p.leadTime(), what.equals("packing") ? value : p.packing(),
                what.equals("valid_until") ? none ? null : LocalDate.parse(value) : p.validUntil(), what.equals("link") ? value : p.link());
    }
}
