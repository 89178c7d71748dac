package app.caravel.content;

import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

import app.caravel.reason.Problem;

/** The plain text of HTML, with its merge fields: for readers who want no HTML, and for filters that ask for it. */
final class PlainText implements NodeVisitor {

    private static final Set<String> UNSEEN = Set.of("head", "script", "style", "title", "template", "noscript");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table");
    private static final Set<String> LINES = Set.of("div", "tr", "li", "section", "article", "header", "footer", "center", "address", "dt", "dd", "figure", "figcaption", "body");
    private static final Set<String> INVISIBLE = Set.of("\u034f", "\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad");

    /** A brace that would begin a tag in the text but begins none in the HTML: it stands in a raw part there, or as an entity. */
    private static final Pattern BRACE = Pattern.compile("\\{(?=[{%\ufdd0])");

    private final LiquidSource html;
    private final StringBuilder text = new StringBuilder();
    private int unseen;

    private PlainText(LiquidSource html) {
        this.html = html;
    }

    /** A template for the plain text. Conditions between rows and paragraphs hold in it too. */
    static String of(LiquidSource html) {
        var made = make(html, true);
        try {
            new LiquidSource(made, Place.TEXT);
            return made;
        } catch (Problem _) {
            // a condition that opens in the text and closes inside a tag's attributes: the text then has all of its branches
            return make(html, false);
        }
    }

    private static String make(LiquidSource html, boolean conditions) {
        var plain = new PlainText(html);
        Jsoup.parse(commented(html, conditions)).traverse(plain);
        return plain.finished();
    }

    /** The HTML masked; conditions in its text are comments, which may stand between table rows. */
    private static String commented(LiquidSource html, boolean conditions) {
        var masked = html.masked();
        var commented = new StringBuilder(masked.length() + 256);
        int at = 0;
        boolean inTag = false;
        char quote = 0;
        for (int i = 0; i < html.tokens.size(); i++) {
            var token = html.tokens.get(i);
            for (int c = at; c < token.start(); c++) {
                char next = masked.charAt(c);
                if (quote != 0) {
                    quote = next == quote ? 0 : quote;
                } else if (inTag) {
                    quote = next == '"' || next == '\'' ? next : 0;
                    inTag = next != '>';
                } else {
                    inTag = next == '<' && c + 1 < masked.length() && (Character.isLetter(masked.charAt(c + 1)) || masked.charAt(c + 1) == '/');
                }
            }
            commented.append(masked, at, token.start());
            at = token.end();
            if (inTag || token.kind() == LiquidToken.Kind.OUTPUT) {
                commented.append(masked, token.start(), token.end());
            } else if (conditions && token.kind() == LiquidToken.Kind.TAG) {
                commented.append("<!--").append(Mask.of(i)).append("-->");
            }
        }
        return commented.append(masked, at, masked.length()).toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Comment comment && comment.getData().length() == Mask.SHORTEST && Mask.isNonCharacter(comment.getData().charAt(0))) {
            text.append(comment.getData());
            return;
        }
        if (unseen > 0 || isUnseen(node)) {
            unseen += node instanceof Element ? 1 : 0;
            return;
        }
        switch (node) {
            case TextNode words -> words(words);
            case Element element -> opened(element);
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (unseen > 0) {
            unseen -= node instanceof Element ? 1 : 0;
            return;
        }
        if (node instanceof Element element) {
            closed(element);
        }
    }

    private static boolean isUnseen(Node node) {
        return node instanceof Element element
                && (UNSEEN.contains(element.normalName())
                        || element.attr("style").replace(" ", "").toLowerCase(java.util.Locale.ROOT).matches("(?s).*(display:none|mso-hide:all).*"));
    }

    private void words(TextNode node) {
        if (node.parent() instanceof Element parent && parent.closest("pre") != null) {
            text.append(node.getWholeText());
            return;
        }
        var words = node.getWholeText();
        for (var none : INVISIBLE) {
            words = words.replace(none, "");
        }
        words = words.replace('\u00a0', ' ').replaceAll("[ \\t\\r\\n\\f]+", " ");
        text.append(isAtStart() ? words.stripLeading() : words);
    }

    private void opened(Element element) {
        var name = element.normalName();
        if (PARAGRAPHS.contains(name)) {
            lines(2);
        } else if (LINES.contains(name)) {
            lines(1);
        }
        switch (name) {
            case "br" -> text.append('\n');
            case "hr" -> {
                lines(2);
                text.append("----------");
                lines(2);
            }
            case "li" -> text.append("- ");
            case "img" -> text.append(element.attr("alt").strip());
            case "td", "th" -> {
                if (!isAtStart()) {
                    text.append("  ");
                }
            }
            default -> {}
        }
    }

    private void closed(Element element) {
        var name = element.normalName();
        if (name.equals("a")) {
            address(element);
        }
        if (PARAGRAPHS.contains(name)) {
            lines(2);
        } else if (LINES.contains(name)) {
            lines(1);
        }
    }

    private void address(Element link) {
        var address = link.attr("href").strip();
        if (address.isEmpty() || address.startsWith("#")) {
            return;
        }
        var shown = Parser.unescapeEntities(link.text(), false).strip();
        var bare = address.replaceFirst("(?i)^(mailto|tel):", "");
        if (shown.equals(address) || shown.equals(bare)) {
            return;
        }
        var written = Addresses.isWeb(address) || Mask.isNonCharacter(address.charAt(0)) ? address : bare;
        text.append(isAtStart() ? "<" : " <").append(written.replaceAll("[\\t\\r\\n]", "").replace(" ", "%20")).append('>');
    }

    /** Whether a line or a word begins here; conditions are not to be seen. */
    private boolean isAtStart() {
        int end = beforeConditions(text.length());
        return end == 0 || Character.isWhitespace(text.charAt(end - 1));
    }

    private int beforeConditions(int end) {
        int at = end;
        while (at >= Mask.SHORTEST && Mask.numberAt(text, at - Mask.SHORTEST) >= 0
                && html.tokens.get(Mask.numberAt(text, at - Mask.SHORTEST)).kind() == LiquidToken.Kind.TAG) {
            at -= Mask.SHORTEST;
        }
        return at;
    }

    /** Ends the line, so that as many line ends stand here. */
    private void lines(int wanted) {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        int have = 0;
        int at = beforeConditions(text.length());
        while (at > 0 && (text.charAt(at - 1) == '\n' || text.charAt(at - 1) == ' ')) {
            have += text.charAt(at - 1) == '\n' ? 1 : 0;
            at = beforeConditions(at - 1);
        }
        if (at > 0 && have < wanted) {
            text.append("\n".repeat(wanted - have));
        }
    }

    private String finished() {
        var written = text.toString().strip().replaceAll(" +\n", "\n").replaceAll("\n{3,}", "\n\n");
        return html.unmask(BRACE.matcher(written).replaceAll("{% raw %}{{% endraw %}")) + "\n";
    }
}
