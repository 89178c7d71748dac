package app.caravel.content.design;

import app.caravel.content.Markup;
import app.caravel.content.SenderWords;

/** A plain letter's blocks: paragraphs, pictures at their own width, links. Nothing that looks like an advertisement. */
final class BlockLetter {

    private final Brand brand;
    private final DesignHtml.Pictures pictures;
    private final Design design;
    private final boolean marked;

    BlockLetter(Brand brand, DesignHtml.Pictures pictures, Design design, boolean marked) {
        this.brand = brand;
        this.pictures = pictures;
        this.design = design;
        this.marked = marked;
    }

    void write(Block block, StringBuilder out) {
        var condition = block.get("shown_to").strip();
        boolean asks = !condition.isEmpty() && !marked;
        out.append(asks ? "{% if " + condition + " %}" : "").append(marked ? "<div class=\"cv-" + block.id() + "\"><div>" : "");
        switch (block.type()) {
            case HEADING -> out.append("<p><strong>").append(block.get("html")).append("</strong></p>");
            case TEXT, RAW_HTML -> out.append(block.get("html"));
            case SIGNATURE -> out.append(marked ? block.get("html") : SenderWords.signed(block.get("html")));
            case PICTURE -> picture(block, out);
            case BUTTON -> out.append("<p>").append(link(block.get("href"), block.get("label"))).append("</p>");
            case DIVIDER -> out.append("<hr style=\"border:0;border-top:1px solid #d1d5db\">");
            case SPACER -> out.append("<p>&nbsp;</p>");
            case PRODUCT -> out.append("<p>").append(block.get("href").isBlank() ? Markup.escaped(block.get("name")) : link(block.get("href"), block.get("name")))
                    .append("<br>").append(Markup.escaped(block.get("details"))).append("<br>").append(Markup.escaped(block.get("price"))).append("</p>");
            case PRICE_TABLE, QUOTATION -> table(block, out);
            case FOOTER -> out.append("<p style=\"font-size:12px;color:#6b7280\">").append(BlockMjml.shortFooter(block, brand, design, marked)).append("</p>");
            case COLUMNS_2, COLUMNS_3, PRODUCT_GRID -> block.columns().forEach(column -> column.forEach(inner -> write(inner, out)));
            case SOCIAL, RAW_MJML -> {} // no part of a letter
        }
        out.append(marked ? "</div></div>" : "").append(asks ? "{% endif %}" : "").append('\n');
    }

    private void picture(Block block, StringBuilder out) {
        if (!block.get("src").isBlank()) {
            int width = block.pixels("width");
            out.append("<p><img src=\"").append(Markup.escaped(pictures.address(block.get("src")))).append("\" alt=\"").append(Markup.escaped(block.get("alt"))).append('"')
                    .append(width > 0 ? " width=\"" + width + "\"" : "").append(" style=\"max-width:100%\"></p>");
        }
    }

    private static void table(Block block, StringBuilder out) {
        out.append("<table cellpadding=\"4\" style=\"border-collapse:collapse\">");
        block.get("rows").lines().forEach(row -> {
            out.append("<tr>");
            for (var cell : row.split("\t", -1)) {
                out.append("<td style=\"border:1px solid #d1d5db\">").append(Markup.escaped(cell)).append("</td>");
            }
            out.append("</tr>");
        });
        out.append("</table>").append(block.get("total").isBlank() ? "" : "<p><strong>" + Markup.escaped(block.get("total")) + "</strong></p>");
    }

    private static String link(String href, String label) {
        return "<a href=\"" + Markup.escaped(href) + "\">" + Markup.escaped(label) + "</a>";
    }
}
