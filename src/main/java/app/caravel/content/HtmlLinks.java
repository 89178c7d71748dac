package app.caravel.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Where in HTML the destinations of links are written, those for Outlook's eyes alone included, and where the body ends. */
final class HtmlLinks {

    /**
     * The value of an href.
     *
     * @param start of the value, without its quotes
     * @param text what the link says, or its picture's substitute
     */
    record Found(int start, int end, String text) {}

    private final List<Found> found = new ArrayList<>();
    private final HashSet<Integer> starts = new HashSet<>();
    private final int bodyEnd;

    private HtmlLinks(String html) {
        var document = parse(html);
        collect(document, 0);
        found.sort(Comparator.comparingInt(Found::start));
        var end = document.body().endSourceRange();
        bodyEnd = end.isTracked() && !end.isImplicit() ? end.startPos() : html.length();
    }

    /** Reads HTML whose Liquid tags are masked. */
    static HtmlLinks in(String masked) {
        return new HtmlLinks(masked);
    }

    List<Found> found() {
        return found;
    }

    /** Where the pixel goes: just before the body's closing tag, or the end. */
    int bodyEnd() {
        return bodyEnd;
    }

    static Document parse(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    }

    private void collect(Document document, int offset) {
        document.traverse((node, _) -> {
            if (node instanceof Element element && isLink(element)) {
                add(element, offset);
            } else if (node instanceof Comment comment && comment.getData().startsWith("[if ") && offset == 0) {
                collect(parse(comment.getData()), comment.sourceRange().startPos() + "<!--".length());
            }
        });
    }

    private static boolean isLink(Element element) {
        var name = element.normalName();
        return element.hasAttr("href") && (name.equals("a") || name.equals("area") || name.startsWith("v:"));
    }

    private void add(Element element, int offset) {
        var range = element.attributes().sourceRange("href").valueRange();
        int start = range.startPos() + offset;
        if (range.isTracked() && range.endPos() > range.startPos() && starts.add(start)) {
            found.add(new Found(start, range.endPos() + offset, text(element)));
        }
    }

    private static String text(Element element) {
        var text = element.text().strip();
        if (text.isEmpty()) {
            var picture = element.selectFirst("img[alt]");
            text = picture == null ? element.attr("alt") : picture.attr("alt");
        }
        return text;
    }
}
