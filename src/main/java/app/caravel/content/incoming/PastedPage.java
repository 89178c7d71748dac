package app.caravel.content.incoming;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

import app.caravel.content.CssInliner;
import app.caravel.content.Markup;
import app.caravel.content.pictures.DataPictures;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;

/**
 * What Word, Excel or a browser puts on the clipboard, made into the HTML of a mail: text, tables, lists, links and pictures with
 * the looks that mail programs know, written into the elements. Classes, scripts, forms and the markup of office programs go.
 */
final class PastedPage {

    private static final Safelist KEPT = new Safelist()
            .addTags("p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "u", "s", "strike", "sub", "sup", "span", "a", "ul", "ol", "li",
                    "blockquote", "pre", "code", "img", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th")
            .addAttributes(":all", "style", "dir", "lang")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("ol", "start", "type")
            .addAttributes("table", "border", "cellpadding", "cellspacing", "width", "align", "bgcolor")
            .addAttributes("td", "colspan", "rowspan", "width", "align", "valign", "bgcolor")
            .addAttributes("th", "colspan", "rowspan", "width", "align", "valign", "bgcolor")
            .addProtocols("a", "href", "http", "https", "mailto", "tel", "#");

    /** Not seen on the page, or of no use in a mail. */
    private static final String LEFT_OUT = "script, style, title, xml, meta, link, base, noscript, template, iframe, object, embed, svg, video, audio, input, select, textarea, button, "
            + "[style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden], [style~=(?i)mso-hide\\s*:\\s*all]";
    private static final Pattern STYLE_SHEET = Pattern.compile("(?is)<style[^>]*>(.*?)</style>");
    /** The comments of office programs hold the same once more, for themselves. */
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|<!\\[.*?]>");
    private static final Pattern HEADER = Pattern.compile("(?s)\\AVersion:[\\d.]+\\s.*?(?=<)");
    private static final int LONGEST_STYLE_SHEET = 300_000;
    private static final String BODY = "margin:0;padding:16px;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;";

    private final PictureStore store;
    private final List<String> missing;

    /** @param missing takes the pictures that are not there to be kept */
    PastedPage(PictureStore store, List<String> missing) {
        this.store = store;
        this.missing = missing;
    }

    /** A whole page; empty where nothing of it can be seen. */
    String of(String pasted) {
        var source = HEADER.matcher(pasted).replaceFirst("");
        var inlined = source.contains("<style") ? CssInliner.inline(source, styleSheet(source)) : source;
        boolean sheet = source.contains("schemas-microsoft-com:office:excel");
        var body = Markup.besideLiquid(COMMENT.matcher(inlined).replaceAll(""), html -> cleaned(html, sheet));
        return body.isEmpty() ? "" : page(body);
    }

    /** Lines as they were typed, paragraphs where a line is left free. */
    static String ofText(String text) {
        var html = new StringBuilder();
        for (var paragraph : text.strip().split("\\R\\s*\\R")) {
            html.append("<p style=\"margin:0 0 12px\">").append(String.join("<br>\n", Markup.escaped(paragraph).split("\\R"))).append("</p>\n");
        }
        return text.isBlank() ? "" : page(html.toString().strip());
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n</head>\n<body style=\"" + BODY + "\">\n" + body + "\n</body>\n</html>\n";
    }

    private static String styleSheet(String source) {
        var css = new StringBuilder();
        for (var found = STYLE_SHEET.matcher(source); found.find();) {
            css.append(found.group(1).replaceAll("<!--|-->", "")).append('\n');
        }
        return css.length() > LONGEST_STYLE_SHEET ? "" : css.toString();
    }

    /** @param sheet whether it comes out of Excel, whose cells have no room around their words */
    private String cleaned(String html, boolean sheet) {
        var page = Jsoup.parse(html);
        page.select(LEFT_OUT).remove();
        WordLists.into(page);
        page.select("section, article, main, header, footer, aside, nav, center, figure, address").forEach(division -> {
            if (division.nameIs("center")) {
                division.attr("style", "text-align:center;" + division.attr("style"));
            }
            division.tagName("div");
        });
        page.select("font[color]").forEach(font -> font.tagName("span").attr("style", "color:" + font.attr("color")));
        page.select("a[href]").forEach(PastedPage::maskLiquid);
        var clean = new Cleaner(KEPT).clean(page);
        clean.select("[style]").forEach(PastedStyle::keep);
        clean.select("img").forEach(this::picture);
        clean.select("a:not([href]), span:not([style])").forEach(Element::unwrap);
        clean.select("p, div, span, b, strong, h1, h2, h3, h4, h5, h6").stream().filter(PastedPage::isEmpty).forEach(Element::remove);
        clean.select("p:not([style*=margin])").forEach(paragraph -> paragraph.attr("style", "margin:0 0 12px;" + paragraph.attr("style")));
        if (sheet) {
            clean.select("table").attr("cellpadding", "5");
        }
        clean.outputSettings(new Document.OutputSettings().prettyPrint(true).indentAmount(1));
        var body = clean.body();
        return body.hasText() || !body.select("img").isEmpty() ? body.html().strip().replace(LIQUID, "") : "";
    }

    private static boolean isEmpty(Element element) {
        return element.text().replace('\u00a0', ' ').isBlank() && element.select("img, br, hr, td").isEmpty();
    }

    private static final String LIQUID = "https://liquid.invalid/?";

    /** A destination that begins with a merge field has no protocol that the cleaner knows. */
    private static void maskLiquid(Element link) {
        if (Markup.beginsWithLiquid(link.attr("href"))) {
            link.attr("href", LIQUID + link.attr("href"));
        }
    }

    /** Pictures of the web stay where they are; those within the page and those that an office program put down for it are kept. */
    private void picture(Element img) {
        var source = img.attr("src").strip();
        var lower = source.toLowerCase(Locale.ROOT);
        var kept = lower.startsWith("http:") || lower.startsWith("https:") ? source
                : lower.startsWith("data:") ? within(source) : lower.startsWith("file:") ? ofOffice(source) : null;
        if (kept == null) {
            missing.add(lower.startsWith("data:") ? "data:" : source);
            img.remove();
            return;
        }
        img.attr("src", kept);
        img.attr("style", "max-width:100%;" + img.attr("style"));
    }

    private @Nullable String within(String source) {
        var moved = DataPictures.moved(source, store);
        return moved.equals(source) ? null : moved;
    }

    /** Word and Excel name files in a folder of theirs; whatever else of this computer a page names is left alone. */
    private @Nullable String ofOffice(String source) {
        try {
            var file = Path.of(URI.create(source.replace(" ", "%20").replace('\\', '/'))).normalize();
            var temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
            var folder = file.toRealPath().getParent();
            boolean offices = folder != null && folder.startsWith(temporary) && folder.toString().toLowerCase(Locale.ROOT).contains("msohtmlclip");
            return offices && Files.size(file) <= MailFile.LARGEST ? store.keep(Files.readAllBytes(file), String.valueOf(file.getFileName())).source() : null;
        } catch (java.io.IOException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException | Problem notThere) {
            return null; // told as missing
        }
    }
}
