package app.caravel.content;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the sender wrote, to be mended in a single place and nowhere else.
 *
 * @param text plain text; null: made from the HTML
 * @param original what the HTML is made from
 */
public record Written(String subject, String html, @Nullable String text, Original original) {

    public Written withSubject(String newSubject) {
        return new Written(newSubject, html, text, original);
    }

    /** Whether these words stand somewhere as they are. */
    public boolean holds(String words) {
        return subject.contains(words) || html.contains(words) || text != null && text.contains(words);
    }

    /** With other words in place of these, wherever they stand. */
    public Written withWords(String words, String others) {
        return everywhere(part -> part.replace(words, others));
    }

    /** With a word that stands in wherever this field is empty, but where it has one already. */
    public Written withStandIn(String field, String word) {
        var quote = word.indexOf('\'') < 0 ? "'" : "\"";
        var standIn = "{{ " + field + " | default: " + quote + word.replace(quote, "’") + quote;
        var alone = Pattern.compile("\\{\\{-?\\s*" + Pattern.quote(field) + "\\s*(\\|(?![^}]*\\bdefault\\s*:)[^}]*?)?\\s*-?\\}\\}");
        return everywhere(part -> alone.matcher(part).replaceAll(found -> Matcher.quoteReplacement(standIn + (found.group(1) == null ? "" : " " + found.group(1)) + " }}")));
    }

    private Written everywhere(UnaryOperator<String> change) {
        var source = original.source();
        return new Written(change.apply(subject), change.apply(html), text == null ? null : change.apply(text), source == null ? original : new Original(original.kind(), change.apply(source)));
    }
}
