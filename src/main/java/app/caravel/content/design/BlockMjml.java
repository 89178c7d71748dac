package app.caravel.content.design;

import java.util.List;
import java.util.Map;

import app.caravel.content.Direction;
import app.caravel.content.Markup;

/** A designed mail's blocks as MJML: each a section of its own, those in columns one component below another. */
final class BlockMjml {

    private static final String CELL = "padding:6px 8px;border-bottom:1px solid #e5e7eb;text-align:";

    private final Brand brand;
    private final DesignHtml.Pictures pictures;
    private final Design design;
    private final boolean marked;
    private final String start;
    private final String end;

    BlockMjml(Brand brand, DesignHtml.Pictures pictures, Design design, boolean marked) {
        this.brand = brand;
        this.pictures = pictures;
        this.design = design;
        this.marked = marked;
        boolean rightToLeft = Direction.of(design.language()) == Direction.RIGHT_TO_LEFT;
        this.start = rightToLeft ? "right" : "left";
        this.end = rightToLeft ? "left" : "right";
    }

    void section(Block block, StringBuilder out) {
        shown(block, out, () -> {
            switch (block.type()) {
                case RAW_MJML -> rawMjml(block, out);
                case RAW_HTML -> out.append("<mj-section").append(mark(block)).append(room(block)).append("><mj-column><mj-text padding=\"0\">").append(block.get("html")).append("</mj-text></mj-column></mj-section>\n");
                case COLUMNS_2, COLUMNS_3, PRODUCT_GRID -> columns(block, out);
                default -> {
                    out.append("<mj-section").append(room(block)).append("><mj-column>");
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
        out.append("<mj-section").append(mark(block)).append(room(block)).append('>');
        for (var column : block.columns()) {
            out.append("<mj-column").append(marked ? " css-class=\"cv-column\"" : "").append('>');
            for (var inner : column) {
                shown(inner, out, () -> component(inner, out, false));
            }
            out.append("</mj-column>");
        }
        out.append("</mj-section>\n");
    }

    private void component(Block block, StringBuilder out, boolean alone) {
        var room = alone ? "" : " padding=\"" + block.pixels("above") + "px 24px " + block.pixels("below") + "px 24px\"";
        var its = mark(block) + room;
        switch (block.type()) {
            case HEADING -> {
                var level = block.get("level");
                var size = Map.of("1", "28", "2", "22", "3", "17").getOrDefault(level, "22");
                out.append("<mj-text").append(its).append(align(block)).append(" font-size=\"").append(size).append("px\" font-weight=\"bold\" line-height=\"1.3\">")
                        .append(block.get("html")).append("</mj-text>");
            }
            case TEXT -> out.append("<mj-text").append(its).append(align(block)).append(" font-size=\"").append(Math.clamp(block.pixels("size"), 9, 60)).append("px\">")
                    .append(block.get("html")).append("</mj-text>");
            case PICTURE -> picture(block, its, out);
            case BUTTON -> button(block.get("label"), block.get("href"), align(block), its, out);
            case PRODUCT -> product(block, its, out);
            case PRICE_TABLE, QUOTATION -> table(block, its, out);
            case DIVIDER -> out.append("<mj-divider").append(its).append(" border-width=\"1px\" border-color=\"#d1d5db\"/>");
            case SPACER -> out.append("<mj-spacer").append(mark(block)).append(" height=\"").append(block.pixels("height")).append("px\"/>");
            case SOCIAL -> social(block, its, out);
            case SIGNATURE -> out.append("<mj-text").append(its).append('>').append(block.get("html")).append("</mj-text>");
            case FOOTER -> footer(block, its, out);
            case RAW_HTML -> out.append("<mj-text padding=\"0\"").append(mark(block)).append('>').append(block.get("html")).append("</mj-text>");
            case RAW_MJML, COLUMNS_2, COLUMNS_3, PRODUCT_GRID -> {} // sections stand in no column
        }
    }

    private void picture(Block block, String its, StringBuilder out) {
        int width = block.pixels("width");
        if (block.get("src").isBlank()) {
            out.append(marked ? "<mj-text" + its + "></mj-text>" : "");
            return;
        }
        out.append("<mj-image").append(its).append(align(block)).append(attribute("src", pictures.address(block.get("src")))).append(attribute("alt", block.get("alt")))
                .append(block.get("href").isBlank() ? "" : attribute("href", block.get("href"))).append(width > 0 ? " width=\"" + width + "px\"" : "").append("/>");
    }

    private void button(String label, String href, String align, String its, StringBuilder out) {
        out.append("<mj-button").append(its).append(align).append(attribute("href", href)).append(" background-color=\"").append(brand.color())
                .append("\" color=\"#ffffff\" font-size=\"15px\" font-weight=\"bold\" border-radius=\"4px\" inner-padding=\"12px 24px\">").append(Markup.escaped(label)).append("</mj-button>");
    }

    private void product(Block block, String its, StringBuilder out) {
        var href = block.get("href");
        if (!block.get("src").isBlank()) {
            out.append("<mj-image padding=\"0 24px 12px 24px\"").append(attribute("src", pictures.address(block.get("src")))).append(attribute("alt", block.get("name")))
                    .append(href.isBlank() ? "" : attribute("href", href)).append("/>");
        }
        out.append("<mj-text").append(its).append(" align=\"").append(start).append("\"><strong>");
        out.append(href.isBlank() ? "" : "<a" + attribute("href", href) + " style=\"color:" + brand.textColor() + ";text-decoration:none\">");
        out.append(Markup.escaped(block.get("name"))).append(href.isBlank() ? "" : "</a>").append("</strong>");
        for (var line : List.of(block.get("details"), block.get("price"))) {
            out.append(line.isBlank() ? "" : "<br>" + Markup.escaped(line));
        }
        out.append("</mj-text>");
        if (!block.get("label").isBlank()) {
            button(block.get("label"), href, " align=\"" + start + "\"", " padding=\"12px 24px\"", out);
        }
    }

    /** The first line is the heading; the first cell of a line begins at the start, the others end at the end, as numbers do. */
    private void table(Block block, String its, StringBuilder out) {
        out.append("<mj-table").append(its).append('>');
        var rows = block.get("rows").lines().toList();
        for (int i = 0; i < rows.size(); i++) {
            var cell = i == 0 ? "th" : "td";
            var cells = rows.get(i).split("\t", -1);
            out.append("<tr>");
            for (int j = 0; j < cells.length; j++) {
                out.append('<').append(cell).append(" style=\"").append(CELL).append(j == 0 || block.type() == BlockType.QUOTATION && j == 1 ? start : end).append("\">")
                        .append(Markup.escaped(cells[j])).append("</").append(cell).append('>');
            }
            out.append("</tr>");
        }
        if (!block.get("total").isBlank()) {
            int columns = rows.stream().mapToInt(row -> row.split("\t", -1).length).max().orElse(1);
            out.append("<tr><td colspan=\"").append(columns).append("\" style=\"padding:8px;font-weight:bold;text-align:").append(end).append("\">").append(Markup.escaped(block.get("total"))).append("</td></tr>");
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
        out.append("<mj-text").append(its).append(" align=\"center\" font-size=\"12px\" color=\"#6b7280\">").append(footerLines(block, brand, design)).append("</mj-text>");
    }

    static String footerLines(Block block, Brand brand, Design design) {
        var why = block.get("why").isBlank() ? DesignHtml.word(design.language(), "why") : block.get("why");
        var sender = brand.company().isBlank() || brand.address().startsWith(brand.company()) ? brand.address() : brand.address().isBlank() ? brand.company() : brand.company() + ", " + brand.address();
        return Markup.escaped(why) + (sender.isBlank() ? "" : "<br>" + Markup.escaped(sender))
                + "<br><a href=\"{{ unsubscribe_url }}\" style=\"color:#6b7280\">" + Markup.escaped(DesignHtml.word(design.language(), "unsubscribe")) + "</a>";
    }

    private String align(Block block) {
        var align = block.get("align");
        return " align=\"" + (align.equals("left") ? start : align.equals("right") ? end : "center") + "\"";
    }

    private String mark(Block block) {
        return marked ? " css-class=\"cv-" + block.id() + "\"" : "";
    }

    private static String room(Block block) {
        var color = block.get("background").strip();
        return " padding=\"" + block.pixels("above") + "px 0 " + block.pixels("below") + "px 0\"" + (color.isEmpty() ? "" : attribute("background-color", color));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + Markup.escaped(value) + "\"";
    }
}
