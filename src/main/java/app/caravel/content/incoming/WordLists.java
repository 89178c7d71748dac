package app.caravel.content.incoming;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Word's lists are paragraphs that begin with their own mark: these become lists. */
final class WordLists {

    private static final Pattern LEVEL = Pattern.compile("(?i)mso-list:\\s*l(\\d+)\\s+level(\\d+)");
    private static final Pattern NUMBERED = Pattern.compile("[(]?[0-9a-zA-Z]{1,5}[.)、][)]?|[一二三四五六七八九十]+[、.]");
    private static final int DEEPEST = 9;

    private WordLists() {}

    static void into(Document page) {
        var open = new ArrayDeque<Element>();
        @Nullable Element before = null;
        for (var paragraph : page.select("p[style*=mso-list], h1[style*=mso-list], h2[style*=mso-list], h3[style*=mso-list], li[style*=mso-list]")) {
            var level = LEVEL.matcher(paragraph.attr("style"));
            if (paragraph.nameIs("li") || !level.find()) {
                continue; // a list already, or taken out of one
            }
            if (before == null || paragraph.previousElementSibling() != before) {
                open.clear();
            }
            before = add(paragraph, depth(level), open);
        }
    }

    private static int depth(Matcher level) {
        return Math.clamp(Integer.parseInt(level.group(2).substring(0, Math.min(2, level.group(2).length()))), 1, DEEPEST);
    }

    /** @return the outermost list, which now stands in the paragraph's place */
    private static Element add(Element paragraph, int depth, Deque<Element> open) {
        var list = numbered(paragraph) ? "ol" : "ul";
        while (open.size() > depth) {
            open.removeLast();
        }
        if (open.size() == depth && !open.getLast().nameIs(list)) {
            open.removeLast();
        }
        while (open.size() < depth) {
            var inner = new Element(open.size() + 1 == depth ? list : "ul");
            var outer = open.peekLast();
            if (outer == null) {
                paragraph.before(inner);
            } else {
                var last = outer.lastElementChild();
                (last == null ? outer.appendElement("li") : last).appendChild(inner);
            }
            open.addLast(inner);
        }
        var item = open.getLast().appendElement("li");
        paragraph.childNodesCopy().forEach(item::appendChild);
        paragraph.remove();
        return open.getFirst();
    }

    /** Takes the mark off and says whether it counts. */
    private static boolean numbered(Element paragraph) {
        var marks = paragraph.select("span[style*=mso-list]");
        var mark = marks.text().replace('\u00a0', ' ').strip();
        marks.remove();
        return NUMBERED.matcher(mark).matches();
    }
}
