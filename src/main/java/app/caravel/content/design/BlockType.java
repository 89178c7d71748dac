package app.caravel.content.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Kinds of blocks, each with its properties and what they are where nothing is said. Lengths are in pixels. */
public enum BlockType {
    /** {@code html}: one line of inline HTML; {@code level} 1 to 3. */
    HEADING(Map.of("html", "", "level", "2", "align", "left"), 0),
    /** {@code html}: paragraphs, lists, links. */
    TEXT(Map.of("html", "", "align", "left", "size", "15"), 0),
    /** {@code src}: a web address or {@code file:<sha256>.<ending>} of a kept picture; {@code width} 0: as wide as there is room. */
    PICTURE(Map.of("src", "", "alt", "", "href", "", "width", "0", "align", "center"), 0),
    BUTTON(Map.of("label", "", "href", "", "align", "left"), 0),
    COLUMNS_2(Map.of(), 2),
    COLUMNS_3(Map.of(), 3),
    /** One product; {@code item} is its number, which its links carry. */
    PRODUCT(Map.of("item", "", "name", "", "details", "", "price", "", "src", "", "href", "", "label", ""), 0),
    /** Up to three products beside each other, each in a column. */
    PRODUCT_GRID(Map.of(), 3),
    /** {@code rows}: lines of cells with tabs between; the first line is the heading. */
    PRICE_TABLE(Map.of("rows", ""), 0),
    /** {@code rows} as in a price table; {@code total}: the last line, one text. */
    QUOTATION(Map.of("rows", "", "total", ""), 0),
    DIVIDER(Map.of(), 0),
    SPACER(Map.of("height", "24"), 0),
    /** The brand's networks. */
    SOCIAL(Map.of("align", "center"), 0),
    SIGNATURE(Map.of("html", ""), 0),
    /** The brand's address and the way to unsubscribe; {@code why}: why the reader gets it. */
    FOOTER(Map.of("why", ""), 0),
    RAW_HTML(Map.of("html", ""), 0),
    /** Sections, as they stand in an {@code mj-body}. */
    RAW_MJML(Map.of("mjml", ""), 0);

    /** Properties that every block has: the room around it, its colour, whom it is shown to (a Liquid condition; empty: everyone). */
    static final Map<String, String> COMMON = Map.of("above", "12", "below", "12", "background", "", "shown_to", "");

    private final Map<String, String> defaults;
    private final int columns;

    BlockType(Map<String, String> defaults, int columns) {
        this.defaults = defaults;
        this.columns = columns;
    }

    /** As it stands in the document. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static BlockType of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** How many columns it holds blocks in; 0 where it holds none. */
    public int columns() {
        return columns;
    }

    /** Whether it takes the mail's whole width, so that it stands in no column. */
    public boolean isWide() {
        return columns > 0 || this == RAW_MJML;
    }

    String standard(String property) {
        return defaults.getOrDefault(property, COMMON.getOrDefault(property, ""));
    }

    /** The names of its own properties, without the common ones. */
    public List<String> properties() {
        return defaults.keySet().stream().sorted().toList();
    }
}
