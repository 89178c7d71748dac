package app.caravel.content.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Markup;
import app.caravel.content.Tracking;
import app.caravel.reason.Problem;

/**
 * Words of a mail as one reader sees them, found where they are written: with the values of merge fields in them, across
 * emphasis and links, however blanks run.
 */
public final class ReaderWords {

    private static final List<String> TEXTS = List.of("label", "name", "details", "price", "rows", "total", "why", "alt");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<!--.*?-->|<(style|script|title)\\b.*?</\\1\\s*>");
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z][^\\s/>]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern WITHIN_LINE = Pattern.compile("/?(?:a|b|i|u|s|em|strong|span|font|small|big|sub|sup|mark|code)");
    private static final Pattern ENTITY = Pattern.compile("&(?:[a-zA-Z]{2,10}|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});");
    private static final String NO_PLACE = "\u200b\u00ad";

    private final UnaryOperator<String> value;

    private ReaderWords(UnaryOperator<String> value) {
        this.value = value;
    }

    /** @param values merge values of the reader by field; none: what stands in is seen */
    public static ReaderWords of(Map<String, Object> values) {
        var known = new HashMap<String, String>();
        return new ReaderWords(tag -> known.computeIfAbsent(tag, each -> rendered(each, values)));
    }

    private static String rendered(String tag, Map<String, Object> values) {
        try {
            return Compiler.compile(new ContentSource(tag, "", "")).render(values, Tracking.none()).subject();
        } catch (Problem conditionAlone) {
            return "";
        }
    }

    /** What a Liquid tag becomes for the reader. */
    public String value(String tag) {
        return value.apply(tag);
    }

    /** Where words stand in a design. @param text what stands there */
    public record Place(Block block, String property, String text) {}

    /** The first place with these words. */
    public Optional<Place> find(Design design, String words) {
        return first(design, (text, html) -> new Seen(text, html).holds(words) ? Optional.of(text) : Optional.empty());
    }

    /** The first place with these words, and what stands there with others in place of them. */
    public Optional<Place> mended(Design design, String words, String others) {
        return first(design, (text, html) -> html ? inHtml(text, words, others) : inText(text, words, others));
    }

    private static Optional<Place> first(Design design, BiFunction<String, Boolean, Optional<String>> look) {
        for (var block : design.all()) {
            var found = look.apply(block.get("html"), true);
            if (found.isPresent()) {
                return Optional.of(new Place(block, "html", found.get()));
            }
            for (var property : TEXTS) {
                var text = look.apply(block.get(property), false);
                if (text.isPresent()) {
                    return Optional.of(new Place(block, property, text.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether these words are seen in a plain text. */
    public boolean holds(String text, String words) {
        return new Seen(text, false).holds(words);
    }

    /** Plain text with others in place of these words; nothing where they do not stand in it, or would cut a merge field. */
    public Optional<String> inText(String text, String words, String others) {
        return new Seen(text, false).with(words, others);
    }

    /** The same for HTML. @param others plain text */
    public Optional<String> inHtml(String html, String words, String others) {
        return new Seen(html, true).with(words, Markup.escaped(others));
    }

    /** A source and what its reader sees of it: each character with the stretch of the source that it comes from. */
    private final class Seen {

        private final String source;
        private final StringBuilder text = new StringBuilder();
        private final List<Stretch> stretches = new ArrayList<>();

        private record Stretch(int from, int to) {}

        Seen(String source, boolean html) {
            this.source = source;
            int at = 0;
            for (var piece : html ? outside(Markup.pieces(source)) : Markup.pieces(source)) {
                int end = at + piece.text().length();
                if (piece.isTag()) {
                    for (char c : value.apply(piece.text()).toCharArray()) {
                        add(c, at, end);
                    }
                } else if (html) {
                    html(at, end);
                } else {
                    for (int i = at; i < end; i++) {
                        add(source.charAt(i), i, i + 1);
                    }
                }
                at = end;
            }
        }

        /** A tag within the markup of an element is no text: it goes with the pieces around it. */
        private List<Markup.Piece> outside(List<Markup.Piece> pieces) {
            var outside = new ArrayList<Markup.Piece>();
            var html = new StringBuilder();
            for (var piece : pieces) {
                boolean open = html.lastIndexOf("<") > html.lastIndexOf(">");
                if (piece.isTag() && !open) {
                    outside.add(new Markup.Piece(html.toString(), false));
                    outside.add(piece);
                    html.setLength(0);
                } else {
                    html.append(piece.text());
                }
            }
            outside.add(new Markup.Piece(html.toString(), false));
            return outside;
        }

        private void html(int from, int to) {
            var unseen = UNSEEN.matcher(source).region(from, to);
            var tag = TAG.matcher(source).region(from, to);
            var entity = ENTITY.matcher(source).region(from, to);
            int i = from;
            while (i < to) {
                char c = source.charAt(i);
                if (c == '<' && unseen.region(i, to).lookingAt()) {
                    i = unseen.end();
                } else if (c == '<' && tag.region(i, to).lookingAt()) {
                    if (!WITHIN_LINE.matcher(tag.group(1).toLowerCase(Locale.ROOT)).matches()) {
                        add(' ', i, i);
                    }
                    i = tag.end();
                } else if (c == '&' && entity.region(i, to).lookingAt()) {
                    for (char each : Parser.unescapeEntities(entity.group(), false).toCharArray()) {
                        add(each, i, entity.end());
                    }
                    i = entity.end();
                } else {
                    add(c, i, ++i);
                }
            }
        }

        private void add(char c, int from, int to) {
            boolean blank = Character.isWhitespace(c) || c == '\u00a0';
            boolean follows = blank && !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
            if (follows && stretches.getLast().to() == from) {
                stretches.set(stretches.size() - 1, new Stretch(stretches.getLast().from(), to));
            }
            if (follows || NO_PLACE.indexOf(c) >= 0 || blank && text.isEmpty()) {
                return;
            }
            text.append(blank ? ' ' : c);
            stretches.add(new Stretch(from, to));
        }

        boolean holds(String words) {
            return at(normal(words)) >= 0;
        }

        private int at(String normal) {
            return normal.isEmpty() ? -1 : text.indexOf(normal);
        }

        private String normal(String words) {
            var seen = new StringBuilder();
            Markup.pieces(words).forEach(piece -> seen.append(piece.isTag() ? value.apply(piece.text()) : piece.text()));
            return seen.toString().replaceAll("[" + NO_PLACE + "]", "").replaceAll("[\\s\u00a0]+", " ").strip();
        }

        /** The source with others in place of the words as its reader sees them. */
        Optional<String> with(String words, String others) {
            var normal = normal(words);
            int at = at(normal);
            if (at < 0) {
                return Optional.empty();
            }
            int end = at + normal.length();
            boolean cuts = at > 0 && isSame(at - 1, at) || end < stretches.size() && isSame(end - 1, end);
            return cuts ? Optional.empty() : Optional.of(replaced(stretches.subList(at, end), others));
        }

        private boolean isSame(int one, int other) {
            return stretches.get(one).equals(stretches.get(other));
        }

        private String replaced(List<Stretch> range, String others) {
            var changed = new StringBuilder(source);
            @Nullable Stretch last = null;
            for (int i = range.size() - 1; i >= 0; i--) {
                var each = range.get(i);
                if (!each.equals(last)) {
                    changed.replace(each.from(), each.to(), i == 0 || each.equals(range.getFirst()) ? others : "");
                }
                last = each;
            }
            return changed.toString();
        }
    }
}
