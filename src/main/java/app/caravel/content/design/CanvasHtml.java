package app.caravel.content.design;

import java.util.Locale;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A design as it is edited: the mail's own HTML, cleaned of all that runs. A block carries {@code data-cv} (its id) and
 * {@code data-type}; what is written in place carries {@code data-edit} (the property it is kept in) and {@code data-kind}
 * ({@code rich}: paragraphs, {@code line}: one line with emphasis, {@code plain}: one line of text, {@code cells}: a cell of
 * its table); a column carries {@code data-column} (its number). Merge fields are chips.
 *
 * @param styles the rules of the mail's head
 */
public record CanvasHtml(String styles, String body) {

    /** @param word what the chip of a Liquid tag says */
    public static CanvasHtml of(Design design, Brand brand, DesignHtml.Pictures pictures, Function<String, String> word) {
        var page = Jsoup.parse(DesignHtml.marked(design, brand, pictures));
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        disarm(page);
        design.all().forEach(block -> mark(block, page));
        Chips.show(page.body(), word);
        var styles = new StringBuilder();
        page.select("style").forEach(style -> styles.append(style.data()).append('\n'));
        page.body().select("style").remove();
        return new CanvasHtml(styles.toString(), page.body().html());
    }

    /** Takes out what runs or leads away by itself: the canvas is the one place where a script is on, and it is ours. */
    private static void disarm(Document page) {
        page.select("script, noscript, iframe, frame, object, embed, applet, base, meta, link, title").remove();
        page.select("form").unwrap();
        for (var element : page.getAllElements()) {
            for (var attribute : element.attributes().asList()) {
                var name = attribute.getKey().toLowerCase(Locale.ROOT);
                var value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
                if (name.startsWith("on") || value.startsWith("javascript:") || value.startsWith("vbscript:") || value.startsWith("data:text") || name.equals("contenteditable") || name.equals("srcdoc")) {
                    element.removeAttr(attribute.getKey());
                }
            }
        }
    }

    private static void mark(Block block, Document page) {
        var element = page.selectFirst("[class~=(^|\\s)cv-" + block.id() + "(\\s|$)]");
        if (element == null) {
            return;
        }
        element.attr("data-cv", block.id()).attr("data-type", block.type().key());
        switch (block.type()) {
            case TEXT, SIGNATURE -> edit(text(element), "html", "rich");
            case HEADING -> edit(lineOf(element), "html", "line");
            case BUTTON -> edit(element.selectFirst("a, p:not(:has(a))"), "label", "plain");
            case PRICE_TABLE, QUOTATION -> element.select("th, td:not(:has(table)):not(:has([data-part]))").forEach(cell -> edit(cell, "rows", "cells"));
            case COLUMNS_2, COLUMNS_3, PRODUCT_GRID -> {
                int number = 0;
                for (var column : element.select("div.cv-column")) {
                    column.attr("data-column", String.valueOf(number++));
                }
            }
            case PRODUCT, FOOTER, PICTURE, DIVIDER, SPACER, SOCIAL, RAW_HTML, RAW_MJML -> {}
        }
        element.select("[data-part]").forEach(part -> edit(part, part.attr("data-part"), "plain"));
    }

    /** The innermost element around a block's own text: MJML puts it into a cell of a column, a letter has it in a division. */
    private static @Nullable Element text(Element element) {
        var cell = element.is("td") ? element : element.select("td").last();
        return cell == null ? element.selectFirst("> div") : cell.selectFirst("> div");
    }

    private static @Nullable Element lineOf(Element element) {
        var line = element.selectFirst("> div > p > strong");
        return line != null ? line : text(element);
    }

    private static void edit(@Nullable Element element, String property, String kind) {
        if (element != null) {
            element.attr("data-edit", property).attr("data-kind", kind);
        }
    }
}
