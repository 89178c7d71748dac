package app.caravel.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the Liquid tags of a source. */
final class LiquidScanner {

    private static final Pattern END_RAW = Pattern.compile("\\{%-?\\s*endraw\\s*-?%}");
    private static final Pattern END_COMMENT = Pattern.compile("\\{%-?\\s*endcomment\\s*-?%}");

    private final String source;
    private final Place place;
    private final List<LiquidToken> tokens = new ArrayList<>();

    private LiquidScanner(String source, Place place) {
        this.source = source;
        this.place = place;
    }

    static List<LiquidToken> scan(String source, Place place) {
        return new LiquidScanner(source, place).scan();
    }

    private List<LiquidToken> scan() {
        int at = 0;
        while (at < source.length()) {
            int open = source.indexOf('{', at);
            if (open < 0 || open + 1 >= source.length()) {
                break;
            }
            char second = source.charAt(open + 1);
            at = switch (second) {
                case '{' -> output(open);
                case '%' -> tag(open);
                default -> open + 1;
            };
        }
        if (tokens.size() > Mask.LIMIT) {
            throw place.problem("content.too-many-tags", "");
        }
        return tokens;
    }

    private int output(int open) {
        return add(LiquidToken.Kind.OUTPUT, open, close(open, "}}")).end();
    }

    private int tag(int open) {
        int close = close(open, "%}");
        var token = token(LiquidToken.Kind.TAG, open, close);
        return switch (token.name()) {
            case "raw" -> raw(open, close);
            case "comment" -> comment(open, close);
            default -> add(LiquidToken.Kind.TAG, open, close).end();
        };
    }

    private int raw(int open, int close) {
        var end = END_RAW.matcher(source);
        if (!end.find(close)) {
            throw place.at(source, open).problem("content.tag-not-closed", "raw");
        }
        add(LiquidToken.Kind.DROP, open, close);
        return add(LiquidToken.Kind.DROP, end.start(), end.end()).end();
    }

    private int comment(int open, int close) {
        var end = END_COMMENT.matcher(source);
        if (!end.find(close)) {
            throw place.at(source, open).problem("content.tag-not-closed", "comment");
        }
        return add(LiquidToken.Kind.DROP, open, end.end()).end();
    }

    private LiquidToken add(LiquidToken.Kind kind, int start, int end) {
        var token = token(kind, start, end);
        if (kind != LiquidToken.Kind.DROP && token.inner().isEmpty()) {
            throw place.at(source, start).problem("content.unreadable-line", source.substring(start, end));
        }
        tokens.add(token);
        return token;
    }

    private LiquidToken token(LiquidToken.Kind kind, int start, int end) {
        boolean before = source.charAt(start + 2) == '-' && end - start > 4;
        boolean after = source.charAt(end - 3) == '-' && end - start > 4;
        int from = start + (before ? 3 : 2);
        int to = Math.max(from, end - (after ? 3 : 2));
        return new LiquidToken(kind, start, end, source.substring(from, to).strip(), before, after);
    }

    /** Where the tag that opens here ends; marks in quotes do not end it. */
    private int close(int open, String mark) {
        int next = closing(open, mark, true);
        if (next < 0) {
            next = closing(open, mark, false);
        }
        if (next < 0) {
            throw place.at(source, open).problem("content.closing-missing", mark);
        }
        return next;
    }

    private int closing(int open, String mark, boolean quotes) {
        char quote = 0;
        for (int i = open + 2; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (quotes && (c == '"' || c == '\'')) {
                quote = c;
            } else if (source.startsWith(mark, i)) {
                return i + 2;
            } else if (source.startsWith("{{", i) || source.startsWith("{%", i)) {
                return -1;
            }
        }
        return -1;
    }
}
