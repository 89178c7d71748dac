package app.caravel.desktop.compose;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Markup;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Chips;
import app.caravel.content.design.CleanHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.content.design.MergeTag;
import app.caravel.content.design.Spot;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.product.Product;
import app.caravel.product.ProductBlocks;

/** What keys, buttons and the palette do to the mail. */
final class BlockActs {

    /** Before the field's name: what can be said of this merge field of the chosen block. */
    static final String STAND_IN = "stand-in:";

    private final ComposeViewModel model;
    private final DesignEditor editor;
    private final PictureChoice pictures;
    private final Ui ui;
    private @Nullable Canvas canvas;
    private Runnable slash = () -> {};
    private Runnable fields = () -> {};
    private Runnable link = () -> {};
    private Runnable fill = () -> {};
    private Runnable onward = () -> {};
    private Consumer<String> standIn = _ -> {};

    BlockActs(ComposeViewModel model, DesignEditor editor, PictureChoice pictures, Ui ui) {
        this.model = model;
        this.pictures = pictures;
        this.editor = editor;
        this.ui = ui;
    }

    /** @param slashMenu shows what can be inserted @param fieldMenu shows the merge fields @param linkBox asks where a link leads @param properties goes to the properties of what is not written in place @param standIns shows what can be said of a merge field */
    void wire(Canvas of, Runnable slashMenu, Runnable fieldMenu, Runnable linkBox, Runnable properties, Consumer<String> standIns, Runnable goOn) {
        canvas = of;
        slash = slashMenu;
        fields = fieldMenu;
        link = linkBox;
        fill = properties;
        standIn = standIns;
        onward = goOn;
    }

    private Canvas canvas() {
        return Objects.requireNonNull(canvas);
    }

    /** A key or press of the canvas. */
    void act(String act) {
        var id = editor.chosen().get();
        switch (act) {
            case "undo" -> undo();
            case "redo" -> redo();
            case "slash" -> slash.run();
            case "field" -> fields.run();
            case "link" -> link.run();
            case "fill" -> fill.run();
            case "paste" -> paste();
            case "go-on" -> onward.run();
            default -> {
                if (act.startsWith(STAND_IN)) {
                    standIn.accept(act.substring(STAND_IN.length()));
                } else if (id != null) {
                    onBlock(act, id);
                }
            }
        }
    }

    private void onBlock(String act, String id) {
        canvas().flush();
        switch (act) {
            case "remove" -> editor.remove(id);
            case "duplicate" -> editor.duplicate(id);
            case "up" -> editor.step(id, -1);
            case "down" -> editor.step(id, 1);
            case "copy" -> copy(id);
            case "cut" -> {
                copy(id);
                editor.remove(id);
            }
            default -> throw new IllegalArgumentException(act);
        }
    }

    void undo() {
        canvas().flush();
        editor.undo();
    }

    void redo() {
        canvas().flush();
        editor.redo();
    }

    /** Puts a new block where nothing else is said. */
    void insert(BlockType type) {
        canvas().flush();
        insert(type, editor.next());
    }

    void insert(BlockType type, Spot spot) {
        canvas().flush();
        if (type == BlockType.PRODUCT || type == BlockType.PRODUCT_GRID) {
            model.products(products -> pick(products, type, spot));
        } else {
            putNew(type, spot);
        }
    }

    private void putNew(BlockType type, Spot spot) {
        canvas().editNext();
        editor.insert(type, BlockLooks.begin(type, ui), spot);
    }

    /** Products come out of the catalogue; while there is none, the block is empty and says where they would come from. */
    private void pick(List<Product> products, BlockType type, Spot spot) {
        if (products.isEmpty()) {
            putNew(type, spot);
            ui.toasts().done(ui.text("compose.no-products"), null, ui.text("compose.products-open"), () -> ui.go(Place.PRODUCTS));
        } else if (spot.where() == Spot.Where.INTO) {
            ProductChoice.one(products, editor.now().language(), product -> editor.insertAt(List.of(ProductBlocks.block(product, editor.now().language())), spot), ui);
        } else {
            ProductChoice.several(products, editor.now().language(), type == BlockType.PRODUCT_GRID ? 3 : 1, blocks -> editor.insertAt(blocks, spot), ui);
        }
    }

    /** Another product in the place of the one that a block shows; what the sender wrote beside it stays. */
    void otherProduct(String id) {
        model.products(products -> {
            if (products.isEmpty()) {
                ui.go(Place.PRODUCTS);
                return;
            }
            ProductChoice.one(products, editor.now().language(), product -> editor.change(id, block -> {
                var changed = block;
                var filled = ProductBlocks.block(product, editor.now().language());
                for (var property : List.of("item", "name", "details", "price", "src", "href")) {
                    changed = changed.with(property, filled.get(property));
                }
                return changed;
            }), ui);
        });
    }

    private void copy(String id) {
        var content = new ClipboardContent();
        content.putString(editor.copy(id));
        Clipboard.getSystemClipboard().setContent(content);
        ui.toasts().done(ui.text("compose.block-copied"));
    }

    /** Blocks and pictures go behind the chosen block; text goes to the caret, cleaned of what word processors put into it. */
    void paste() {
        var board = Clipboard.getSystemClipboard();
        canvas().flush();
        var text = Objects.requireNonNullElse(board.getString(), "");
        var blocks = DesignJson.readBlocks(text);
        if (!blocks.isEmpty()) {
            editor.insert(blocks);
            return;
        }
        if (pictures.paste(board)) {
            return;
        }
        var html = board.hasHtml() && canvas().takesEmphasis() ? CleanHtml.paragraphs(Objects.requireNonNullElse(board.getHtml(), "")) : plain(text);
        if (html.isBlank()) {
            return;
        }
        if (!canvas().insert(chipped(html))) {
            editor.insert(List.of(Block.of(BlockType.TEXT, Map.of("html", html.startsWith("<p") ? html : "<p>" + html + "</p>"))));
        }
    }

    private String plain(String text) {
        var lines = text.strip().split("\\R");
        if (lines.length == 1 || !canvas().takesEmphasis()) {
            return Markup.escaped(String.join(" ", lines));
        }
        var html = new StringBuilder();
        for (var paragraph : text.strip().split("\\R\\s*\\R")) {
            html.append("<p>").append(String.join("<br>", Markup.escaped(paragraph).split("\\R"))).append("</p>");
        }
        return html.toString();
    }

    private String chipped(String html) {
        var chipped = new StringBuilder();
        for (var piece : Markup.pieces(html)) {
            chipped.append(piece.isTag() ? Chips.chip(piece.text(), BlockLooks.chip(piece.text(), ui)) : piece.text());
        }
        return chipped.toString();
    }

    /** Puts a merge field where the caret stands; at the end of the chosen text where it stands nowhere. */
    void field(String field) {
        var tag = tag(field);
        if (canvas().insert(Chips.chip(tag.written(), BlockLooks.field(field, ui)))) {
            return;
        }
        var block = editor.block();
        if (block != null && !block.get("html").isBlank() || block != null && block.type() == BlockType.TEXT) {
            var html = block.get("html");
            int end = html.endsWith("</p>") ? html.length() - 4 : html.length();
            editor.set(block.id(), "html", html.substring(0, end) + tag.written() + html.substring(end));
        } else {
            canvas().editNext();
            editor.insert(BlockType.TEXT, Map.of("html", "<p>" + tag.written() + "</p>"), editor.next());
        }
    }

    /** A field as it is put in. */
    static MergeTag tag(String field) {
        return field.equals("unsubscribe_url") ? MergeTag.of(field) : MergeTag.of(field).withFallback(standIn(field));
    }

    /** What stands in for a name by itself: a greeting without one must not be empty. */
    private static @Nullable String standIn(String field) {
        return switch (field) {
            case "first_name", "name" -> "there";
            case "salutation" -> "Hello";
            default -> null;
        };
    }

    void format(String command) {
        canvas().format(command, "");
    }

    /** Makes a link of the chosen words; takes it away where no address is given. */
    void link(String address) {
        canvas().selectLink();
        if (address.isBlank()) {
            canvas().format("unlink", "");
        } else {
            canvas().format("createLink", whole(address.strip()));
        }
    }

    /** People leave the scheme out. */
    static String whole(String address) {
        if (address.startsWith("{{") || address.matches("(?i)[a-z][a-z0-9+.-]*:.*") || address.startsWith("#") || address.isEmpty()) {
            return address;
        }
        return address.matches("[^\\s/@]+@[^\\s/@]+\\.[^\\s/@]+") ? "mailto:" + address : "https://" + address;
    }
}
