package app.caravel.desktop.compose;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What can be said of the chosen block beside its text. A change shows on the canvas at once. */
final class BlockProperties extends VBox {

    private final Block block;
    private final DesignEditor editor;
    private final PictureChoice pictures;
    private final BlockActs acts;
    private final Ui ui;

    BlockProperties(Block block, DesignEditor editor, PictureChoice pictures, BlockActs acts, Ui ui) {
        super(16);
        this.block = block;
        this.editor = editor;
        this.pictures = pictures;
        this.acts = acts;
        this.ui = ui;
        boolean letter = editor.now().layout() == Design.Layout.LETTER;
        own();
        if (!letter) {
            room();
        }
        add(new ShownTo(block, editor, ui));
    }

    private void own() {
        switch (block.type()) {
            case HEADING -> {
                var level = new Segmented<>(List.of("1", "2", "3"), block.get("level"), each -> ui.text("compose.level." + each));
                level.valueProperty().addListener((_, _, now) -> set("level", now));
                add(labelled("compose.property.level", level));
                align();
            }
            case TEXT -> {
                add(Space.row(12, number("size", 9, 40, 1)));
                align();
            }
            case PICTURE -> {
                add(pictures.button(block));
                text("alt");
                link("href");
                add(Space.row(12, number("width", 0, 600, 20)));
                align();
            }
            case BUTTON -> {
                text("label");
                link("href");
                align();
            }
            case PRODUCT -> {
                add(Buttons.plain(ui.text("products.choose"), Feather.PACKAGE, () -> acts.otherProduct(block.id())));
                add(pictures.button(block));
                text("item");
                text("name");
                text("details");
                text("price");
                text("label");
                link("href");
            }
            case PRICE_TABLE, QUOTATION -> table();
            case SPACER -> add(Space.row(12, number("height", 4, 200, 4)));
            case SOCIAL -> {
                align();
                hint("compose.hint.social");
            }
            case FOOTER -> {
                text("why");
                hint("compose.hint.footer");
            }
            case RAW_HTML -> source("html");
            case RAW_MJML -> source("mjml");
            case SIGNATURE -> hint("compose.hint.signature");
            case PRODUCT_GRID -> {
                var next = Buttons.plain(ui.text("products.choose"), Feather.PACKAGE, () -> acts.insert(BlockType.PRODUCT));
                next.setDisable(block.columns().stream().noneMatch(List::isEmpty));
                add(next);
            }
            case COLUMNS_2, COLUMNS_3 -> hint("compose.hint.columns");
            case DIVIDER -> {}
        }
    }

    private void add(Node node) {
        getChildren().add(node);
    }

    private void set(String property, String value) {
        editor.set(block.id(), property, value);
    }

    private void hint(String key) {
        add(Words.wrapped(Words.help(ui.text(key))));
    }

    private Node labelled(String key, Node node) {
        return Space.column(6, Words.small(ui.text(key)), node);
    }

    private void text(String property) {
        var field = new TextField(block.get(property));
        field.setId("property-" + property);
        field.textProperty().addListener((_, _, now) -> set(property, now));
        add(new Field(ui.text("compose.property." + property), field));
    }

    /** An address; people leave the scheme out. */
    private void link(String property) {
        var field = new TextField(block.get(property));
        field.setId("property-" + property);
        field.setPromptText("https://");
        field.textProperty().addListener((_, _, now) -> set(property, BlockActs.whole(now.strip())));
        add(new Field(ui.text("compose.property." + property), field));
    }

    private void source(String property) {
        var area = new TextArea(block.get(property));
        area.setId("property-" + property);
        area.getStyleClass().add("source");
        area.setPrefRowCount(14);
        area.textProperty().addListener((_, _, now) -> set(property, now));
        add(labelled("compose.property." + property, area));
        hint("compose.hint.raw");
    }

    private Node number(String property, int from, int to, int by) {
        var spinner = new Spinner<Integer>();
        var values = new IntegerSpinnerValueFactory(from, to, Math.clamp(block.pixels(property), from, to), by);
        spinner.setValueFactory(values);
        spinner.setEditable(true);
        spinner.valueProperty().addListener((_, _, now) -> set(property, String.valueOf(now)));
        spinner.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                spinner.commitValue();
            }
        });
        Space.width(spinner, 112);
        return labelled("compose.property." + property, spinner);
    }

    private void align() {
        var align = new Segmented<>(List.of("left", "center", "right"), block.get("align"), _ -> "", each -> switch (each) {
            case "center" -> Feather.ALIGN_CENTER;
            case "right" -> Feather.ALIGN_RIGHT;
            default -> Feather.ALIGN_LEFT;
        });
        for (int i = 0; i < 3; i++) {
            align.getChildren().get(i).setAccessibleText(ui.text("compose.align." + List.of("left", "center", "right").get(i)));
        }
        align.valueProperty().addListener((_, _, now) -> set("align", now));
        add(labelled("compose.property.align", align));
    }

    private void room() {
        if (block.type() != BlockType.SPACER) {
            add(Space.row(12, number("above", 0, 120, 4), number("below", 0, 120, 4)));
        }
        var color = new ColorPicker(color(block.get("background")));
        Space.width(color, 64);
        color.setStyle("-fx-color-label-visible: false");
        color.setOnAction(_ -> set("background", hex(color.getValue())));
        var none = Buttons.flat(ui.text("compose.no-color"), null, () -> {
            color.setValue(Color.WHITE);
            set("background", "");
        });
        if (editor.now().blocks().stream().anyMatch(each -> each.id().equals(block.id()))) {
            add(labelled("compose.property.background", new HBox(8, color, none)));
        }
    }

    private static Color color(String hex) {
        try {
            return hex.isBlank() ? Color.WHITE : Color.web(hex);
        } catch (IllegalArgumentException e) {
            return Color.WHITE;
        }
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255), Math.round(color.getBlue() * 255));
    }

    private void table() {
        hint("compose.hint.table");
        add(labelled("compose.property.rows", Space.row(8,
                Buttons.small(ui.text("compose.more"), Feather.PLUS, () -> rows(CanvasCells::withRow)),
                Buttons.small(ui.text("compose.fewer"), Feather.MINUS, () -> rows(CanvasCells::withoutRow)))));
        add(labelled("compose.property.columns", Space.row(8,
                Buttons.small(ui.text("compose.more"), Feather.PLUS, () -> rows(CanvasCells::withColumn)),
                Buttons.small(ui.text("compose.fewer"), Feather.MINUS, () -> rows(CanvasCells::withoutColumn)))));
    }

    private void rows(java.util.function.UnaryOperator<String> change) {
        editor.change(block.id(), now -> now.with("rows", change.apply(now.get("rows"))));
    }
}
