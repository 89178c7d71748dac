package app.caravel.audience;

import java.util.List;
import java.util.stream.Collectors;

/** Which marks part the language's words, and how a value with such marks in it is written. Full-width marks count as well. */
final class Quoting {

    private Quoting() {}

    static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean colon(char c) {
        return c == ':' || c == '：';
    }

    static boolean comma(char c) {
        return c == ',' || c == '，' || c == '、';
    }

    static boolean minus(char c) {
        return c == '-' || c == '－' || c == '−';
    }

    /** What closes a quotation that this mark opens; 0: it opens none. */
    static char closing(char c) {
        return switch (c) {
            case '"' -> '"';
            case '“' -> '”';
            case '「' -> '」';
            default -> 0;
        };
    }

    static String write(List<String> values) {
        return values.stream().map(Quoting::write).collect(Collectors.joining(","));
    }

    /** Names beside which a time could stand: those that look like one are quoted. */
    static String writeNames(List<String> names) {
        return names.stream().map(name -> Span.meant(name) ? quoted(name) : write(name)).collect(Collectors.joining(","));
    }

    static String write(String value) {
        boolean plain = !value.isEmpty() && !minus(value.charAt(0));
        for (int i = 0; plain && i < value.length(); i++) {
            char c = value.charAt(i);
            plain = !blank(c) && !colon(c) && !comma(c) && closing(c) == 0;
        }
        return plain ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
