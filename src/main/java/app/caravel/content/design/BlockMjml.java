package app.caravel.content.design;

import java.util.Map;

import app.caravel.content.Direction;
import app.caravel.content.Markup;
import app.caravel.content.SenderWords;

/** A designed mail's blocks as MJML: each a section of its own, those in columns one component below another. */
final class BlockMjml {

    private static final String CELL = "padding:8px;border-bottom:1px solid #e5e7eb;text-align:";
    private static final String HEAD = "background-color:#f3f4f6;font-size:12px;color:#4b5563;font-weight:bold;";
    private static final String WHITE = "#ffffff";

    private static final String FAINT = "#5b6470";
    private static final int LOGO_WIDTH = 140;
    /** A cell that is kept in one line, as prices are. */
    private static final int SHORT = 16;
    private static final Map<String, String> HEADINGS = Map.of("1", "28", "2", "21", "3", "17");

    private final Brand brand;
    private final DesignHtml.Pictures pictures;
    private final Design design;
    private final boolean marked;
    private final String start;
    private final String end;
    /** The colour of words on the ground of the section that is being written. */
    private String ink;
    private boolean columned;

    BlockMjml(Brand brand, DesignHtml.Pictures pictures, Design design, boolean marked) {
        this.brand = brand;
        this.pictures = pictures;
        this.design = design;
        this.marked = marked;
        boolean rightToLeft = Direction.of(design.language()) == Direction.RIGHT_TO_LEFT;
        this.start = rightToLeft ? "right" : "left";
        this.end = rightToLeft ? "left" : "right";
        this.ink = brand.textColor();
    }

    void section(Block block, StringBuilder out) {
        ink = Contrast.isDark(ground(block)) ? WHITE : brand.textColor();
        shown(block, out, () -> {
            switch (block.type()) {
                case RAW_MJML -> rawMjml(block, out);
                case RAW_HTML -> out.append("<mj-section").append(classes(block)).append(room(block)).append("><mj-column><mj-text padding=\"0\">").append(block.get("html")).append("</mj-text></mj-column></mj-section>\n");
                case COLUMNS_2, COLUMNS_3, PRODUCT_GRID -> columns(block, out);
                default -> {
                    out.append("<mj-section").append(classes(block)).append(room(block)).append("><mj-column>");
                    component(block, out, true);
                    out.append("</mj-column></mj-section>\n");
                }
            }
        });
    }

    /** Whom a block is shown to; while it is edited everyone's are there. */
    private void shown(Block block, StringBuilder out, Runnable write) {
        var condition = block.get("shown_to").strip();
        boolean asks = !condition.isEmpty() && !marked;
        out.append(asks ? "{% if " + condition + " %}" : "");
        write.run();
        out.append(asks ? "{% endif %}" : "");
    }

    private void rawMjml(Block block, StringBuilder out) {
        if (marked) {
            out.append("<mj-wrapper padding=\"0\"").append(mark(block)).append('>').append(block.get("mjml")).append("</mj-wrapper>\n");
        } else {
            out.append(block.get("mjml")).append('\n');
        }
    }

    private void columns(Block block, StringBuilder out) {
        out.append("<mj-section").append(classes(block)).append(room(block)).append('>');
        columned = true;
        for (var column : block.columns()) {
            out.append("<mj-column").append(marked ? " css-class=\"cv-column\"" : "").append('>');
            for (var inner : column) {
                shown(inner, out, () -> component(inner, out, false));
            }
            out.append("</mj-column>");
        }
        columned = false;
        out.append("</mj-section>\n");
    }

    private void component(Block block, StringBuilder out, boolean alone) {
        var room = alone ? "" : " padding=\"" + block.pixels("above") + "px " + aside() + "px " + block.pixels("below") + "px " + aside() + "px\"";
        var its = (alone ? "" : mark(block)) + room;
        switch (block.type()) {
            case HEADING -> {
                var size = HEADINGS.getOrDefault(block.get("level"), "22");
                out.append("<mj-text").append(its).append(align(block)).append(inked()).append(" font-size=\"").append(size).append("px\" font-weight=\"bold\" line-height=\"1.3\">")
                        .append(block.get("html")).append("</mj-text>");
            }
            case TEXT -> out.append("<mj-text").append(its).append(align(block)).append(inked()).append(" font-size=\"").append(Math.clamp(block.pixels("size"), 9, 60)).append("px\">")
                    .append(block.get("html")).append("</mj-text>");
            case PICTURE -> picture(block, its, out);
            case BUTTON -> button(block.get("label"), block.get("href"), align(block), its, out);
            case PRODUCT -> product(block, its, out);
            case PRICE_TABLE, QUOTATION -> table(block, its, out);
            case DIVIDER -> out.append("<mj-divider").append(its).append(" border-width=\"1px\" border-color=\"#e5e7eb\"/>");
            case SPACER -> out.append("<mj-spacer").append(alone ? "" : mark(block)).append(" height=\"").append(block.pixels("height")).append("px\"/>");
            case SOCIAL -> social(block, its, out);
            case SIGNATURE -> out.append("<mj-text").append(its).append('>').append(marked ? block.get("html") : SenderWords.signed(block.get("html"))).append("</mj-text>");
            case FOOTER -> footer(block, its, out);
            case RAW_HTML -> out.append("<mj-text padding=\"0\"").append(mark(block)).append('>').append(block.get("html")).append("</mj-text>");
            case RAW_MJML, COLUMNS_2, COLUMNS_3, PRODUCT_GRID -> {} // sections stand in no column
        }
    }

    private void picture(Block block, String its, StringBuilder out) {
        int width = block.pixels("width");
        if (block.get("src").equals(DesignHtml.LOGO)) {
            logo(block, its, out);
            return;
        }
        if (block.get("src").isBlank()) {
            out.append(marked ? "<mj-text" + its + "></mj-text>" : "");
            return;
        }
        out.append("<mj-image").append(its).append(align(block)).append(attribute("src", pictures.address(block.get("src")))).append(attribute("alt", block.get("alt")))
                .append(block.get("href").isBlank() ? "" : attribute("href", block.get("href"))).append(width > 0 ? " width=\"" + width + "px\"" : "").append("/>");
    }

    /** The brand's logo, leading to its website; its name where it has none. */
    private void logo(Block block, String its, StringBuilder out) {
        if (brand.logo().isBlank()) {
            var color = ink.equals(WHITE) ? WHITE : brand.color();
            out.append("<mj-text").append(its).append(align(block)).append(" font-size=\"17px\" font-weight=\"bold\"").append(attribute("color", color)).append('>')
                    .append(Markup.escaped(brand.company().isBlank() ? "[your company]" : brand.company())).append("</mj-text>");
            return;
        }
        int width = block.pixels("width");
        out.append("<mj-image").append(its).append(align(block)).append(attribute("src", pictures.address(brand.logo()))).append(attribute("alt", brand.company()))
                .append(brand.website().isBlank() ? "" : attribute("href", brand.website())).append(" width=\"").append(width > 0 ? width : LOGO_WIDTH).append("px\"/>");
    }

    private void button(String label, String href, String align, String its, StringBuilder out) {
        boolean dark = ink.equals(WHITE);
        out.append("<mj-button").append(its).append(align).append(attribute("href", href)).append(" background-color=\"").append(dark ? WHITE : brand.color())
                .append("\" color=\"").append(dark ? "#1f2328" : WHITE).append("\" font-size=\"15px\" font-weight=\"bold\" line-height=\"1.3\" border-radius=\"6px\" inner-padding=\"13px 26px\">")
                .append(Markup.escaped(label)).append("</mj-button>");
    }

    private void product(Block block, String its, StringBuilder out) {
        var href = block.get("href");
        if (!block.get("src").isBlank()) {
            out.append("<mj-image padding=\"0 ").append(aside()).append("px 12px ").append(aside()).append("px\" fluid-on-mobile=\"true\"").append(attribute("src", pictures.address(block.get("src")))).append(attribute("alt", block.get("name")))
                    .append(href.isBlank() ? "" : attribute("href", href)).append("/>");
        }
        out.append("<mj-text").append(its).append(" align=\"").append(start).append('"').append(inked()).append(" font-size=\"14px\" line-height=\"1.5\"><strong>");
        out.append(href.isBlank() ? "" : "<a" + attribute("href", href) + " style=\"color:" + brand.textColor() + ";text-decoration:none\">");
        out.append(part("name", block.get("name"))).append(href.isBlank() ? "" : "</a>").append("</strong>");
        out.append(block.get("details").isBlank() && !marked ? "" : "<br>" + part("details", block.get("details")));
        out.append(block.get("price").isBlank() && !marked ? "" : "<br><strong>" + part("price", block.get("price")) + "</strong>");
        out.append("</mj-text>");
        if (!block.get("label").isBlank()) {
            button(block.get("label"), href, " align=\"" + start + "\"", " padding=\"12px " + aside() + "px\"", out);
        }
    }

    /** A text that is edited on the canvas, by the property it is kept in. */
    private String part(String property, String text) {
        return part(property, text, marked);
    }

    private static String part(String property, String text, boolean marked) {
        return marked ? "<span data-part=\"" + property + "\">" + Markup.escaped(text) + "</span>" : Markup.escaped(text);
    }

    /** The first line is the heading; the first cell of a line begins at the start, the others end at the end, as numbers do. */
    private void table(Block block, String its, StringBuilder out) {
        out.append("<mj-table").append(its).append('>');
        // "36 W" in an Arabic mail is read from the left
        var direction = start.equals("right") ? " dir=\"auto\"" : "";
        var rows = block.get("rows").lines().toList();
        for (int i = 0; i < rows.size(); i++) {
            var cell = i == 0 ? "th" : "td";
            var cells = rows.get(i).split("\t", -1);
            out.append("<tr>");
            for (int j = 0; j < cells.length; j++) {
                out.append('<').append(cell).append(direction).append(" style=\"").append(i == 0 ? HEAD : "").append(CELL).append(j == 0 || block.type() == BlockType.QUOTATION && j == 1 ? start : end)
                        .append(j > 0 && cells[j].length() <= SHORT ? ";white-space:nowrap\">" : "\">")
                        .append(Markup.escaped(cells[j])).append("</").append(cell).append('>');
            }
            out.append("</tr>");
        }
        if (!block.get("total").isBlank() || marked && block.type() == BlockType.QUOTATION) {
            int columns = rows.stream().mapToInt(row -> row.split("\t", -1).length).max().orElse(1);
            out.append("<tr><td colspan=\"").append(columns).append("\" style=\"padding:12px 8px;font-weight:bold;text-align:").append(end).append("\">").append(part("total", block.get("total"))).append("</td></tr>");
        }
        out.append("</mj-table>");
    }

    private void social(Block block, String its, StringBuilder out) {
        out.append("<mj-text").append(its).append(align(block)).append(" font-size=\"13px\">");
        var links = brand.networks().entrySet().stream().filter(each -> !each.getValue().isBlank())
                .map(each -> "<a" + attribute("href", each.getValue()) + ">" + Markup.escaped(each.getKey()) + "</a>").toList();
        out.append(String.join(" &nbsp;·&nbsp; ", links)).append("</mj-text>");
    }

    private void footer(Block block, String its, StringBuilder out) {
        out.append("<mj-text").append(its).append(" align=\"center\" font-size=\"12px\" line-height=\"1.6\" color=\"").append(FAINT).append("\">").append(footerLines(block, brand, design, marked)).append("</mj-text>");
    }

    static String footerLines(Block block, Brand brand, Design design, boolean marked) {
        var why = block.get("why").isBlank() ? DesignHtml.word(design.language(), "why") : block.get("why");
        var sender = sender(brand);
        return part("why", why, marked) + (sender.isEmpty() ? "" : "<br>" + Markup.escaped(sender)) + "<br>" + unsubscribe(design);
    }

    /** A letter's: one line, and why only where it is said. */
    static String shortFooter(Block block, Brand brand, Design design, boolean marked) {
        var sender = sender(brand);
        return (block.get("why").isBlank() ? "" : part("why", block.get("why"), marked) + "<br>") + (sender.isEmpty() ? "" : Markup.escaped(sender) + " · ") + unsubscribe(design);
    }

    private static String sender(Brand brand) {
        if (brand.company().isBlank() || brand.address().startsWith(brand.company())) {
            return brand.address();
        }
        return brand.address().isBlank() ? brand.company() : brand.company() + ", " + brand.address();
    }

    private static String unsubscribe(Design design) {
        return "<a href=\"{{ unsubscribe_url }}\" style=\"color:" + FAINT + "\">" + Markup.escaped(DesignHtml.word(design.language(), "unsubscribe")) + "</a>";
    }

    private String align(Block block) {
        var align = block.get("align");
        return " align=\"" + (align.equals("left") ? start : align.equals("right") ? end : "center") + "\"";
    }

    private String mark(Block block) {
        return marked ? " css-class=\"cv-" + block.id() + "\"" : "";
    }

    /** The classes of a section that is itself the block. */
    private String classes(Block block) {
        if (!marked) {
            return onDark();
        }
        return " css-class=\"cv-" + block.id() + (ink.equals(WHITE) ? " ink" : "") + "\"";
    }

    private String onDark() {
        return ink.equals(WHITE) ? " css-class=\"ink\"" : "";
    }

    private String inked() {
        return ink.equals(WHITE) ? " color=\"" + WHITE + "\"" : "";
    }

    /** The room at both sides of what stands in it: less in columns, which stand beside each other. */
    private int aside() {
        return columned ? 16 : 32;
    }

    /** The colour behind a block; empty where it is the mail's own. The foot of a mail stands below its paper. */
    private String ground(Block block) {
        var color = block.get("background").strip();
        if (color.isEmpty()) {
            return block.type() == BlockType.FOOTER || block.type() == BlockType.SOCIAL ? DesignHtml.GROUND : "";
        }
        return color.equals(DesignHtml.BRAND_COLOR) ? brand.color() : color;
    }

    private String room(Block block) {
        var color = ground(block);
        int aside = block.type().columns() > 0 ? 16 : 0; // with the room in the columns, what stands in them begins where all text does
        return " padding=\"" + block.pixels("above") + "px " + aside + "px " + block.pixels("below") + "px " + aside + "px\"" + (color.isEmpty() ? "" : attribute("background-color", color));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + Markup.escaped(value) + "\"";
    }
}
