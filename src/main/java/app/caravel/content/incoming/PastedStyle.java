package app.caravel.content.incoming;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** Of an element's style, what mail programs show and what differs from plain text. */
final class PastedStyle {

    private static final Set<String> KEPT = Set.of("color", "background-color", "font-size", "font-weight", "font-style", "text-decoration", "text-align", "vertical-align",
            "border", "border-top", "border-right", "border-bottom", "border-left", "border-collapse", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left", "width", "white-space");
    private static final Pattern SANE = Pattern.compile("(?i)[#\\w .%,()-]+");
    private static final Pattern BLACK = Pattern.compile("(?i)windowtext|black|#000|#000000|rgb\\(0, ?0, ?0\\)|rgba\\(0, ?0, ?0, ?1\\)");
    private static final Pattern WHITE = Pattern.compile("(?i)white|#fff|#ffffff|rgb\\(255, ?255, ?255\\)|transparent|rgba\\(0, ?0, ?0, ?0\\)");
    private static final Set<String> NOTHING = Set.of("normal", "inherit", "initial", "unset", "start", "baseline", "auto", "400", "general");
    /** Which a sender sees in bold, slanted or underlined unless their style says otherwise. */
    private static final Set<String> EMPHASIS = Set.of("b", "strong", "i", "em", "u", "a", "th", "h1", "h2", "h3", "h4", "h5", "h6");
    /** A web page's own widths do not fit a mail. */
    private static final Set<String> WITH_WIDTH = Set.of("table", "td", "th", "img");

    private PastedStyle() {}

    static void keep(Element element) {
        var kept = new ArrayList<String>();
        for (var declaration : element.attr("style").split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                var property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                var value = declaration.substring(colon + 1).replaceAll("\\s+", " ").strip();
                property = property.equals("background") && value.indexOf(' ') < 0 ? "background-color" : property;
                if (says(element, property, value)) {
                    kept.add(property + ":" + value.replace("windowtext", "#000000"));
                }
            }
        }
        if (kept.isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", String.join(";", kept));
        }
    }

    private static boolean says(Element element, String property, String value) {
        if (!KEPT.contains(property) || !SANE.matcher(value).matches() || value.contains("url(") || value.contains("expression(")) {
            return false;
        }
        return switch (property) {
            case "color" -> !BLACK.matcher(value).matches();
            case "background-color" -> !WHITE.matcher(value).matches();
            case "width" -> WITH_WIDTH.contains(element.normalName()) && !value.equals("auto");
            case "white-space" -> value.startsWith("pre");
            case "font-weight", "font-style" -> EMPHASIS.contains(element.normalName()) || !NOTHING.contains(value);
            case "text-decoration" -> EMPHASIS.contains(element.normalName()) || !value.startsWith("none");
            case "border" -> !value.matches("0(px|pt)?( .*)?|none|medium none.*");
            case "padding", "padding-top", "padding-right", "padding-bottom", "padding-left" -> !value.matches("[01](px|pt|in|cm)?( [01](px|pt|in|cm)?)*");
            default -> !NOTHING.contains(value);
        };
    }
}
