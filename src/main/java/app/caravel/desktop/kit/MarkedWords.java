package app.caravel.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.w3c.dom.html.HTMLAnchorElement;

/** Words of a shown page, marked and brought into view. The page runs no script: its elements are changed from outside. */
final class MarkedWords {

    private static final String STYLE = "background:#fdecec;color:#b0222b;border-radius:4px;outline:none;box-shadow:0 0 0 3px #fdecec;text-decoration:none";

    private final StringBuilder letters = new StringBuilder();
    private final List<Text> nodes = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    private MarkedWords() {}

    /** Marks the first place of these words, however they are spaced and in how many elements they stand. */
    static void mark(Document page, String words) {
        var wanted = without(words);
        if (wanted.isEmpty() || page.getDocumentElement() == null) {
            return;
        }
        var marked = new MarkedWords();
        marked.read(page.getDocumentElement());
        int begin = marked.letters.indexOf(wanted);
        if (begin >= 0) {
            marked.wrap(page, begin, begin + wanted.length());
        }
    }

    private static String without(String words) {
        return words.replaceAll("[\\s\\u00a0\\u200b-\\u200d]", "").toLowerCase(Locale.ROOT);
    }

    private void read(Node node) {
        if (node instanceof Text text) {
            var data = text.getData();
            for (int i = 0; i < data.length(); i++) {
                var letter = without(data.substring(i, i + 1));
                if (letter.length() == 1) {
                    letters.append(letter);
                    nodes.add(text);
                    places.add(i);
                }
            }
        } else if (!(node instanceof Element element) || !element.getTagName().matches("(?i)style|script|title|head")) {
            for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                read(child);
            }
        }
    }

    /** From the last node to the first: splitting one moves nothing that stands before it. */
    private void wrap(Document page, int begin, int end) {
        int to = end;
        while (to > begin) {
            var node = nodes.get(to - 1);
            int from = to - 1;
            while (from > begin && nodes.get(from - 1) == node) {
                from--;
            }
            wrap(page, node, places.get(from), places.get(to - 1) + 1);
            to = from;
        }
    }

    private static void wrap(Document page, Text node, int from, int to) {
        if (to < node.getLength()) {
            node.splitText(to);
        }
        var middle = from > 0 ? node.splitText(from) : node;
        var mark = page.createElement("a");
        mark.setAttribute("style", STYLE);
        mark.setAttribute("tabindex", "-1");
        middle.getParentNode().replaceChild(mark, middle);
        mark.appendChild(middle);
        if (mark instanceof HTMLAnchorElement anchor) {
            anchor.focus(); // brings it into view, which takes a script otherwise
        }
    }
}
