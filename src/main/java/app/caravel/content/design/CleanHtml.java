package app.caravel.content.design;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

import app.caravel.content.Markup;

/** Makes what was typed or pasted into the HTML that a block holds: text and its emphasis, links, lists; nothing that runs. */
public final class CleanHtml {

    private static final Safelist TEXT = new Safelist()
            .addTags("p", "br", "b", "strong", "i", "em", "u", "s", "a", "ul", "ol", "li", "span", "sub", "sup")
            .addAttributes("a", "href")
            .addAttributes("span", "style")
            .addProtocols("a", "href", "http", "https", "mailto", "tel");

    private static final java.util.regex.Pattern KEPT_STYLE = java.util.regex.Pattern.compile("(?i)\\s*(color|background-color|font-size|font-weight|font-style|text-decoration)\\s*:\\s*[#\\w .%,()-]+");

    private CleanHtml() {}

    /** Paragraphs, as a text block holds them. Word's and Excel's own markup, classes and scripts go, their text stays. */
    public static String paragraphs(String html) {
        return Markup.besideLiquid(html, CleanHtml::cleaned);
    }

    private static String cleaned(String html) {
        var page = Jsoup.parseBodyFragment(html.replaceAll("(?is)<!--.*?-->", ""));
        page.select("script, style, title, xml, head, meta, link").remove();
        page.select("h1, h2, h3, h4, h5, h6").forEach(heading -> heading.tagName("p").html("<strong>" + heading.html() + "</strong>"));
        page.select("div, section, article, tr, blockquote").forEach(division -> division.tagName(division.children().select("p, div, ul, ol").isEmpty() ? "p" : "span"));
        page.select("td + td, th + th").forEach(cell -> cell.prependText(" "));
        page.select("a[href]").forEach(CleanHtml::maskLiquid);
        var clean = new Cleaner(TEXT).clean(page);
        return finished(clean);
    }

    /** One line: no paragraphs, as a heading holds it. */
    public static String line(String html) {
        return Markup.besideLiquid(html, CleanHtml::cleanedLine);
    }

    private static String cleanedLine(String html) {
        var clean = Jsoup.parseBodyFragment(cleaned(html));
        clean.select("p, ul, ol, li").forEach(Element::unwrap);
        clean.select("br").forEach(mark -> mark.replaceWith(new org.jsoup.nodes.TextNode(" ")));
        return finished(clean);
    }

    /** A destination that begins with a merge field has no protocol that the cleaner knows. */
    private static void maskLiquid(Element link) {
        if (Markup.beginsWithLiquid(link.attr("href")) || link.attr("href").startsWith("#")) {
            link.attr("href", LIQUID + link.attr("href"));
        }
    }

    private static final String LIQUID = "https://liquid.invalid/?";

    private static String finished(Document clean) {
        clean.select("span[style]").forEach(span -> {
            var kept = java.util.Arrays.stream(span.attr("style").split(";")).filter(each -> KEPT_STYLE.matcher(each).matches()).map(String::strip).toList();
            span.attr("style", String.join(";", kept));
            if (kept.isEmpty()) {
                span.removeAttr("style");
            }
        });
        clean.select("span:not([style])").forEach(Element::unwrap);
        clean.select("p").forEach(paragraph -> {
            if (!paragraph.hasText() && paragraph.select("br").isEmpty()) {
                paragraph.remove();
            }
        });
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return clean.body().html().strip().replace(LIQUID, "");
    }
}
