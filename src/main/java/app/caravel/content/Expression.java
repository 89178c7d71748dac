package app.caravel.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The inside of an output tag, taken apart: {@code first_name | default: "friend" | raw}.
 *
 * @param value what stands before the first bar
 * @param filters the filters that change the value; {@code raw} and the escaping ones are not among them, for we escape
 * @param raw whether the sender wants it as it is
 */
record Expression(String value, List<String> filters, boolean raw) {

    private static final Pattern FIELD = Pattern.compile("(?!\\d+$)[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*");
    private static final Pattern FALLBACK = Pattern.compile("default\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Set<String> ESCAPING = Set.of("escape", "h", "escape_once");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "contains", "in", "true", "false", "nil", "null", "empty", "blank", "reversed", "with", "by");

    /** A field with the word that stands in for it: what nearly every tag is. */
    record Simple(String field, Optional<String> fallback) {}

    static Expression of(String inner) {
        var parts = split(inner);
        var filters = new ArrayList<>(parts.subList(1, parts.size()));
        boolean raw = filters.removeIf("raw"::equals);
        filters.removeIf(ESCAPING::contains);
        return new Expression(parts.getFirst(), List.copyOf(filters), raw);
    }

    Optional<Simple> simple() {
        if (!FIELD.matcher(value).matches() || KEYWORDS.contains(value) || filters.size() > 1) {
            return Optional.empty();
        }
        if (filters.isEmpty()) {
            return Optional.of(new Simple(value, Optional.empty()));
        }
        var fallback = FALLBACK.matcher(filters.getFirst());
        if (!fallback.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Simple(value, Optional.of(fallback.group(1) != null ? fallback.group(1) : fallback.group(2))));
    }

    /** Whether the sender encodes the value for a destination himself. */
    boolean encodesItself() {
        return raw || filters.contains("url_encode");
    }

    /** The expression without what we do ourselves, as liqp takes it. */
    String liquid() {
        return ascii(filters.isEmpty() ? value : value + " | " + String.join(" | ", filters));
    }

    private static List<String> split(String inner) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= inner.length(); i++) {
            if (i == inner.length() || inner.charAt(i) == '|') {
                parts.add(inner.substring(from, i).strip());
                from = i + 1;
            } else {
                i = pastQuotes(inner, i);
            }
        }
        return parts;
    }

    /** The names that the code reads, in their order. */
    static Set<String> names(String code) {
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < code.length(); i++) {
            if (startsName(code, i)) {
                int end = endOfName(code, i);
                var name = code.substring(i, end);
                if (isRead(code, i, end) && !KEYWORDS.contains(name)) {
                    names.add(name);
                }
                i = end - 1;
            } else {
                i = pastQuotes(code, i);
            }
        }
        return names;
    }

    /** The code with every name in ASCII, for liqp takes no others. */
    static String ascii(String code) {
        if (isAscii(code)) {
            return code;
        }
        var ascii = new StringBuilder(code.length() + 16);
        for (int i = 0; i < code.length(); i++) {
            int end = startsName(code, i) ? endOfName(code, i) : pastQuotes(code, i) + 1;
            ascii.append(startsName(code, i) ? alias(code.substring(i, end)) : code.substring(i, end));
            i = end - 1;
        }
        return ascii.toString();
    }

    /** The name that stands for another in ASCII; itself where it is so already. */
    static String alias(String name) {
        if (isAscii(name)) {
            return name;
        }
        var alias = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            if (c < 0x80) {
                alias.appendCodePoint(c);
            } else {
                alias.append("u_").append(Integer.toHexString(c)).append('_');
            }
        });
        return alias.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsName(String code, int i) {
        char c = code.charAt(i);
        boolean letter = Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
        return letter && (i == 0 || !Character.isLetterOrDigit(code.charAt(i - 1)));
    }

    private static int endOfName(String code, int i) {
        int end = i + 1;
        while (end < code.length() && (Character.isUnicodeIdentifierPart(code.codePointAt(end)) || Character.isSurrogate(code.charAt(end)) || code.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private static boolean isRead(String code, int start, int end) {
        var before = code.substring(0, start).stripTrailing();
        var after = code.substring(end).stripLeading();
        boolean property = before.endsWith(".") && !before.endsWith("..");
        boolean named = after.startsWith(":") && !before.endsWith(":");
        return !property && !named && !before.endsWith("|");
    }

    /** The position of the closing quote where one opens here, else the same position. */
    private static int pastQuotes(String code, int i) {
        char c = code.charAt(i);
        if (c != '"' && c != '\'') {
            return i;
        }
        int close = code.indexOf(c, i + 1);
        return close < 0 ? i : close;
    }
}
