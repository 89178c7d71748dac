package app.caravel.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Writes the rules of a stylesheet into the style attributes of what they fit, by the cascade of CSS (w3.org/TR/css-cascade-3
 * 6.4): important before specificity before order, an element's own style before all that is not important. The HTML is
 * otherwise left as it is, character by character. Rules for states and devices (:hover, @media) cannot be inlined and are left out.
 */
public final class CssInliner {

    private static final CSSWriterSettings WRITTEN = new CSSWriterSettings().setOptimizedOutput(true);

    private record Rule(String property, String value, boolean important, int specificity, int order) {}

    private record Edit(int start, int end, String text) {}

    private CssInliner() {}

    public static String inline(String html, String css) {
        var sheet = CSSReader.readFromStringReader(css, new CSSReaderSettings().setBrowserCompliantMode(true).setCustomErrorHandler(new DoNothingCSSParseErrorHandler()));
        if (sheet == null) {
            return html;
        }
        var document = HtmlLinks.parse(html);
        var fitting = fitting(document, sheet);
        var edits = new ArrayList<Edit>();
        fitting.forEach((element, rules) -> edit(element, rules, edits));
        edits.sort(Comparator.comparingInt(Edit::start).reversed());
        var written = new StringBuilder(html);
        edits.forEach(edit -> written.replace(edit.start(), edit.end(), edit.text()));
        return written.toString();
    }

    private static Map<Element, List<Rule>> fitting(Element document, CascadingStyleSheet sheet) {
        var fitting = new IdentityHashMap<Element, List<Rule>>();
        int order = 0;
        for (CSSStyleRule rule : sheet.getAllStyleRules()) {
            for (CSSSelector selector : rule.getAllSelectors()) {
                var written = selector.getAsCSSString(WRITTEN, 0);
                for (var element : selected(document, written)) {
                    for (CSSDeclaration declaration : rule.getAllDeclarations()) {
                        fitting.computeIfAbsent(element, _ -> new ArrayList<>()).add(new Rule(declaration.getProperty().toLowerCase(java.util.Locale.ROOT),
                                declaration.getExpressionAsCSSString(), declaration.isImportant(), Specificity.of(written), order));
                    }
                }
            }
            order++;
        }
        return fitting;
    }

    private static List<Element> selected(Element document, String selector) {
        if (selector.contains(":")) {
            return List.of(); // a state, or a part that is no element
        }
        try {
            return document.select(selector);
        } catch (Selector.SelectorParseException e) {
            return List.of();
        }
    }

    private static void edit(Element element, List<Rule> rules, List<Edit> edits) {
        var tag = element.sourceRange();
        if (!tag.isTracked() || tag.isImplicit()) {
            return; // made by the parser, stands nowhere
        }
        rules.sort(Comparator.comparing(Rule::important).thenComparingInt(Rule::specificity).thenComparingInt(Rule::order));
        var style = new LinkedHashMap<String, String>();
        rules.stream().filter(rule -> !rule.important()).forEach(rule -> put(style, rule));
        var own = element.attr("style").strip();
        var text = new StringBuilder();
        style.forEach((property, value) -> text.append(property).append(':').append(value).append(';'));
        text.append(own).append(own.isEmpty() || own.endsWith(";") ? "" : ";");
        style.clear();
        rules.stream().filter(Rule::important).forEach(rule -> put(style, rule));
        style.forEach((property, value) -> text.append(property).append(':').append(value).append(';'));
        var attribute = " style=\"" + text.toString().replace("&", "&amp;").replace("\"", "&quot;") + "\"";
        if (element.hasAttr("style")) {
            var range = element.attributes().sourceRange("style");
            edits.add(new Edit(range.nameRange().startPos() - 1, afterQuote(range.valueRange().endPos(), range.nameRange().endPos(), range.valueRange().startPos()), attribute));
        } else {
            int at = tag.startPos() + 1 + element.tagName().length();
            edits.add(new Edit(at, at, attribute));
        }
    }

    /** A value in quotes ends behind its mark: the value then begins two characters behind the name. */
    private static int afterQuote(int end, int nameEnd, int valueStart) {
        return valueStart - nameEnd >= 2 ? end + 1 : end;
    }

    private static void put(Map<String, String> style, Rule rule) {
        style.remove(rule.property());
        style.put(rule.property(), rule.value());
    }

    /** How closely a selector tells what it means (w3.org/TR/selectors-3 9): names, then classes and attributes, then elements. */
    private static final class Specificity {
        static int of(String selector) {
            int ids = 0;
            int classes = 0;
            int elements = 0;
            boolean atWord = true;
            for (int i = 0; i < selector.length(); i++) {
                char c = selector.charAt(i);
                switch (c) {
                    case '#' -> ids++;
                    case '.' -> classes++;
                    case '[' -> {
                        classes++;
                        i = Math.max(i, selector.indexOf(']', i));
                    }
                    default -> elements += atWord && Character.isLetter(c) ? 1 : 0;
                }
                atWord = c == ' ' || c == '>' || c == '+' || c == '~';
            }
            return ids << 16 | Math.min(classes, 255) << 8 | Math.min(elements, 255);
        }
    }
}
