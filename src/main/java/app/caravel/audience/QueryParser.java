package app.caravel.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import app.caravel.audience.Parsed.Bad;
import app.caravel.audience.Parsed.Good;
import app.caravel.audience.Query.Term;
import app.caravel.reason.Reason;

/**
 * Reads the one-line language: words, {@code key:value,value} and either with a minus before it, quotes around what has a
 * space or mark in it; a quote within is doubled. Never throws.
 */
public final class QueryParser {

    private static final String ATTRIBUTE = "attribute.";

    private final String line;
    private int at;

    private QueryParser(String line) {
        this.line = line;
    }

    public static Parsed parse(String line) {
        try {
            return new Good(new QueryParser(line).query());
        } catch (Wrong wrong) {
            return wrong.bad();
        }
    }

    /** A value as it was written. */
    record Value(String text, boolean quoted, int start) {}

    /** Leaves the reading at the first mistake; has no trace, because mistakes are made at every key that is typed. */
    static final class Wrong extends Exception {

        private final transient Bad bad;

        /** @param at from 0 */
        Wrong(int at, String key, Object... namesAndValues) {
            super(key, null, false, false);
            var arguments = new java.util.LinkedHashMap<String, Object>(Reason.of(key, namesAndValues).arguments());
            arguments.put("column", at + 1);
            this.bad = new Bad(new Reason(key, arguments), at + 1);
        }

        Bad bad() {
            return bad;
        }
    }

    private Query query() throws Wrong {
        var terms = new ArrayList<Term>();
        for (skipBlanks(); at < line.length(); skipBlanks()) {
            boolean not = Quoting.minus(line.charAt(at));
            if (not) {
                at++;
            }
            if (at == line.length() || Quoting.blank(line.charAt(at))) {
                throw new Wrong(at - 1, "segment.nothing-after-minus");
            }
            var condition = condition();
            if (condition != null) {
                terms.add(new Term(not, condition));
            }
        }
        return new Query(terms);
    }

    private @org.jspecify.annotations.Nullable Condition condition() throws Wrong {
        int start = at;
        if (Quoting.closing(line.charAt(at)) != 0) {
            var words = quoted();
            return words.isBlank() ? null : new Condition.Words(words);
        }
        var word = run(false);
        if (word.toLowerCase(Locale.ROOT).equals(ATTRIBUTE) && at < line.length() && Quoting.closing(line.charAt(at)) != 0) {
            word += quoted();
        }
        if (at == line.length() || !Quoting.colon(line.charAt(at))) {
            return new Condition.Words(word);
        }
        at++;
        if (word.regionMatches(true, 0, ATTRIBUTE, 0, ATTRIBUTE.length()) && !word.substring(ATTRIBUTE.length()).isBlank()) {
            return new Condition.Attribute(word.substring(ATTRIBUTE.length()), values().stream().map(Value::text).toList());
        }
        var key = Key.of(word);
        if (key == null) {
            throw new Wrong(start, "segment.unknown-key", "key", word, "keys", Key.all());
        }
        return key.condition(values());
    }

    private List<Value> values() throws Wrong {
        var values = new ArrayList<Value>();
        do {
            int start = at;
            boolean quoted = at < line.length() && Quoting.closing(line.charAt(at)) != 0;
            var text = quoted ? quoted() : run(true);
            if (text.isBlank()) {
                throw new Wrong(start, "segment.value-missing");
            }
            values.add(new Value(text.strip(), quoted, start));
        } while (at < line.length() && Quoting.comma(line.charAt(at)) && ++at > 0);
        return values;
    }

    /** Up to what parts words: of a value a blank or comma, of a key a blank, colon or, after {@code attribute.}, quote. */
    private String run(boolean value) {
        int start = at;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean header = Quoting.closing(c) != 0 && line.substring(start, at).equalsIgnoreCase(ATTRIBUTE);
            if (Quoting.blank(c) || (value ? Quoting.comma(c) : Quoting.colon(c) || header)) {
                break;
            }
            at++;
        }
        return line.substring(start, at);
    }

    private String quoted() throws Wrong {
        int start = at;
        char closing = Quoting.closing(line.charAt(at++));
        var text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c != closing) {
                text.append(c);
            } else if (c == '"' && at < line.length() && line.charAt(at) == '"') {
                text.append(c);
                at++;
            } else {
                return text.toString();
            }
        }
        throw new Wrong(start, "segment.quote-missing");
    }

    private void skipBlanks() {
        while (at < line.length() && Quoting.blank(line.charAt(at))) {
            at++;
        }
    }
}
