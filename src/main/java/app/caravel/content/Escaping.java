package app.caravel.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a value is written where it stands. */
enum Escaping {
    /** In HTML, text and attributes alike. */
    HTML,
    /** The same where every line end is one that is seen. */
    HTML_LINES,
    /** As it is: subject, plain text, HTML that the sender marked as such, the beginning of a destination. */
    RAW,
    /** In a destination's path: only what no address may hold is encoded. */
    PATH,
    /** In a destination's query: a value stays one value. */
    QUERY;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n");
    private static final String UNRESERVED = "-._~";

    void append(StringBuilder out, String value) {
        switch (this) {
            case HTML -> html(out, value);
            case HTML_LINES -> {
                var lines = new StringBuilder(value.length() + 32);
                html(lines, value);
                out.append(LINE_END.matcher(lines).replaceAll("<br>"));
            }
            case RAW -> out.append(value);
            case PATH -> percent(out, value, false);
            case QUERY -> percent(out, value, true);
        }
    }

    /** The filter that does the same inside an island. */
    String filter() {
        return "caravel_" + name().toLowerCase(Locale.ROOT);
    }

    private static void html(StringBuilder out, String value) {
        int from = 0; // what needs nothing goes as one piece
        for (int i = 0; i < value.length(); i++) {
            var written = switch (value.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (!written.isEmpty()) {
                out.append(value, from, i).append(written);
                from = i + 1;
            }
        }
        out.append(value, from, value.length());
    }

    private static void percent(StringBuilder out, String value, boolean everything) {
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            int c = octet & 0xff;
            boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0
                    || !everything && c > ' ' && c != 0x7f && "\"<>\\^`{|}".indexOf(c) < 0);
            if (kept) {
                out.append((char) c);
            } else {
                out.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
    }
}
