package app.caravel.content.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import app.caravel.content.Markup;

/** Liquid tags on the canvas: each a chip with a word a person knows. The tag itself stands in its {@code data-liquid}. */
public final class Chips {

    private static final String CLASS = "cv-chip";

    /** What the canvas puts behind a chip so that the caret finds a place there. */
    private static final String PLACE = "\u200b";

    private Chips() {}

    /** One chip. @param word what it says */
    public static String chip(String tag, String word) {
        return element(tag, word).outerHtml();
    }

    /** Makes chips of the Liquid tags in the text below an element. */
    static void show(Element root, Function<String, String> word) {
        var texts = new ArrayList<TextNode>();
        root.traverse((node, _) -> {
            if (node instanceof TextNode text && text.getWholeText().indexOf('{') >= 0) {
                texts.add(text);
            }
        });
        for (var text : texts) {
            for (var piece : Markup.pieces(text.getWholeText())) {
                text.before(piece.isTag() ? element(piece.text(), word.apply(piece.text())) : new TextNode(piece.text()));
            }
            text.remove();
        }
    }

    private static Element element(String tag, String word) {
        var chip = new Element("span").addClass(CLASS).attr("contenteditable", "false").attr("data-liquid", tag).text(word);
        return MergeTag.parse(tag).isPresent() ? chip : chip.addClass("cv-rule");
    }

    /** HTML as it came from the canvas, with the tags in the place of their chips. */
    public static String liquid(String canvasHtml) {
        var page = Jsoup.parseBodyFragment(canvasHtml);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var tags = unchip(page.body());
        return back(page.body().html().replace(PLACE, ""), tags);
    }

    /** The same as one line of plain text. */
    public static String text(String canvasHtml) {
        var page = Jsoup.parseBodyFragment(canvasHtml);
        var tags = unchip(page.body());
        return back(page.body().text().replace(PLACE, "").replace('\u00a0', ' ').strip(), tags);
    }

    private static List<String> unchip(Element body) {
        var tags = new ArrayList<String>();
        for (Node chip : List.copyOf(body.select("span." + CLASS))) {
            chip.replaceWith(new TextNode(mark(tags.size())));
            tags.add(chip.attr("data-liquid"));
        }
        return tags;
    }

    private static String back(String text, List<String> tags) {
        var written = text;
        for (int i = 0; i < tags.size(); i++) {
            written = written.replace(mark(i), tags.get(i));
        }
        return written;
    }

    /** Private use characters: nothing that is typed holds them by chance. */
    private static String mark(int number) {
        return "\ue0f0" + number + "\ue0f1";
    }
}
