package app.caravel.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.content.wording.Wording;

/**
 * The inside of an output tag, taken apart: {@code first_name | default: "friend" | raw}.
 *
 * @param value what stands before the first bar
 * @param filters the filters that change the value; {@code raw} and the escaping ones are not among them, for we escape
 * @param raw whether the sender wants it as it is
 * @param lines whether its line ends are to be seen in HTML
 */
record Expression(String value, List<String> filters, boolean raw, boolean lines) {

    private static final Pattern FIELD = Pattern.compile("(?!\\d+$)[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*");
    private static final Pattern FALLBACK = Pattern.compile("default\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern WORDING = Pattern.compile("([a-z_]+)\\s*(?::\\s*(?:\"([^\"]*)\"|'([^']*)'))?");
    private static final Set<String> ESCAPING = Set.of("escape", "h", "escape_once");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "contains", "in", "true", "false", "nil", "null", "empty", "blank", "reversed", "with", "by");

    /**
     * A field with the word that stands in for it: what nearly every tag is.
     *
     * @param steps what words the value
     * @param standInSteps those of them that word the stand-in too
     */
    record Simple(String field, Optional<String> fallback, List<Step> steps, List<Step> standInSteps) {}

    /** A filter that words a value, with its option. */
    record Step(Wording wording, @Nullable String option) {}

    static Expression of(String inner) {
        var parts = split(inner);
        var filters = new ArrayList<>(parts.subList(1, parts.size()));
        boolean raw = filters.removeIf("raw"::equals);
        boolean lines = filters.removeIf("newline_to_br"::equals);
        filters.removeIf(ESCAPING::contains);
        letStandInsPass(filters);
        return new Expression(parts.getFirst(), List.copyOf(filters), raw, lines);
    }

    Optional<Simple> simple() {
        if (!FIELD.matcher(value).matches() || KEYWORDS.contains(value)) {
            return Optional.empty();
        }
        Optional<String> standIn = Optional.empty();
        var steps = new ArrayList<Step>();
        int before = 0;
        for (var filter : filters) {
            var step = step(filter);
            var fallback = FALLBACK.matcher(filter);
            if (step.isPresent()) {
                steps.add(step.get());
            } else if (standIn.isEmpty() && fallback.matches()) {
                standIn = Optional.of(quoted(fallback));
                before = steps.size();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Simple(value, standIn, List.copyOf(steps), List.copyOf(steps.subList(before, steps.size()))));
    }

    /** The filter where it words a value, with an option that is the same for all or none. */
    private static Optional<Step> step(String filter) {
        var found = WORDING.matcher(filter);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Wording.named(found.group(1)).map(wording -> new Step(wording, found.group(2) == null && found.group(3) == null ? null : found.group(2) != null ? found.group(2) : found.group(3)));
    }

    /** A stand-in is written as it is given: {@code default: "on request" | money: "USD"} asks for no price of that name. */
    private static void letStandInsPass(List<String> filters) {
        for (int i = 0; i + 1 < filters.size(); i++) {
            var fallback = FALLBACK.matcher(filters.get(i));
            var next = step(filters.get(i + 1));
            if (fallback.matches() && next.isPresent() && !next.get().wording().takesStandIn(quoted(fallback), next.get().option())) {
                Collections.swap(filters, i, i + 1);
            }
        }
    }

    private static String quoted(Matcher found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    /** How its value is written where values are written so. */
    Escaping in(Escaping where) {
        return raw ? Escaping.RAW : lines && where == Escaping.HTML ? Escaping.HTML_LINES : where;
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
