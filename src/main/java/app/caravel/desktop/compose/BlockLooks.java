package app.caravel.desktop.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.MergeFields;
import app.caravel.content.Markup;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.MergeTag;
import app.caravel.desktop.kit.Ui;

/** The words and signs of blocks and merge fields. */
final class BlockLooks {

    /** What the palette offers, in its order. */
    static final List<BlockType> PALETTE = List.of(BlockType.TEXT, BlockType.HEADING, BlockType.PICTURE, BlockType.BUTTON, BlockType.COLUMNS_2, BlockType.COLUMNS_3,
            BlockType.PRODUCT, BlockType.PRODUCT_GRID, BlockType.PRICE_TABLE, BlockType.QUOTATION, BlockType.DIVIDER, BlockType.SPACER, BlockType.SOCIAL,
            BlockType.SIGNATURE, BlockType.FOOTER, BlockType.RAW_HTML, BlockType.RAW_MJML);

    /** What a letter takes: nothing that looks like an advertisement. */
    static final List<BlockType> LETTER = List.of(BlockType.TEXT, BlockType.PICTURE, BlockType.PRICE_TABLE, BlockType.QUOTATION, BlockType.SIGNATURE, BlockType.FOOTER);

    private BlockLooks() {}

    static Feather icon(BlockType type) {
        return switch (type) {
            case HEADING -> Feather.BOLD;
            case TEXT -> Feather.TYPE;
            case PICTURE -> Feather.IMAGE;
            case BUTTON -> Feather.MOUSE_POINTER;
            case COLUMNS_2, COLUMNS_3 -> Feather.COLUMNS;
            case PRODUCT -> Feather.PACKAGE;
            case PRODUCT_GRID -> Feather.GRID;
            case PRICE_TABLE -> Feather.LIST;
            case QUOTATION -> Feather.FILE_TEXT;
            case DIVIDER -> Feather.MINUS;
            case SPACER -> Feather.MOVE;
            case SOCIAL -> Feather.SHARE_2;
            case SIGNATURE -> Feather.USER;
            case FOOTER -> Feather.MAP_PIN;
            case RAW_HTML, RAW_MJML -> Feather.CODE;
        };
    }

    static String word(BlockType type, Ui ui) {
        return ui.text("compose.block." + type.key());
    }

    /** What an outline says of a block: its own words with those of its merge fields, or its kind. */
    static String says(Block block, Ui ui) {
        var own = switch (block.type()) {
            case HEADING, TEXT, SIGNATURE -> block.get("html").replaceAll("<[^>]*>", " ").replace("&nbsp;", " ").replace("&amp;", "&").strip();
            case BUTTON -> block.get("label");
            case PRODUCT -> block.get("name");
            case PICTURE -> block.get("alt");
            default -> "";
        };
        return own.isBlank() ? word(block.type(), ui) : Markup.pieces(own).stream().map(piece -> piece.isTag() ? chip(piece.text(), ui) : piece.text()).collect(Collectors.joining()).replaceAll("\\s+", " ");
    }

    /** A merge field's word: its own where it has one, else its name with blanks. */
    static String field(String field, Ui ui) {
        if (field.equals("unsubscribe_url")) {
            return ui.text("compose.field.unsubscribe_url");
        }
        if (MergeFields.OWN.contains(field)) {
            return ui.text("compose.field." + field);
        }
        var words = field.replace('_', ' ');
        return words.isEmpty() ? field : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /** What the chip of a Liquid tag says. */
    static String chip(String tag, Ui ui) {
        var field = MergeTag.parse(tag);
        if (field.isPresent()) {
            return field(field.get().field(), ui);
        }
        var inner = tag.replaceAll("^\\{[{%]-?\\s*|\\s*-?[%}]}$", "");
        return inner.startsWith("end") ? ui.text("compose.rule.end") : inner.equals("else") ? ui.text("compose.rule.else")
                : inner.startsWith("if ") ? ui.text("compose.rule.if", "what", inner.substring(3)) : inner;
    }

    /** What a new block begins with, in the language of the window. */
    static Map<String, String> begin(BlockType type, Ui ui) {
        var properties = new LinkedHashMap<String, String>();
        switch (type) {
            case PRICE_TABLE -> properties.put("rows", ui.text("compose.begin.price_table"));
            case QUOTATION -> properties.put("rows", ui.text("compose.begin.quotation"));
            case BUTTON -> properties.put("label", "");
            default -> {}
        }
        return properties;
    }
}
