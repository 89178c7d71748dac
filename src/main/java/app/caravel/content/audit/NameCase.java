package app.caravel.content.audit;

import java.util.Locale;
import java.util.Set;

/** A name that came in one case, written as names are: {@code MARIA DE LA CRUZ} -> {@code Maria de la Cruz}. */
public final class NameCase {

    private static final Set<String> SMALL = Set.of("de", "del", "della", "di", "da", "das", "do", "dos", "du", "van", "von", "der", "den", "zu", "la", "le", "y", "e", "al", "bin", "ibn");

    private NameCase() {}

    /** Whether it came in one case. */
    public static boolean isOdd(String name) {
        var sign = NameSign.of(name.strip());
        return sign == NameSign.CAPITALS || sign == NameSign.LOWER_CASE;
    }

    public static String usual(String name) {
        var usual = new StringBuilder();
        boolean first = true;
        for (var word : name.strip().split("\\s+")) {
            usual.append(first ? "" : " ").append(!first && SMALL.contains(word.toLowerCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : word(word));
            first = false;
        }
        return usual.toString();
    }

    /** A letter after a hyphen or an apostrophe begins anew: O'Neil, Anne-Marie. */
    private static String word(String word) {
        var written = new StringBuilder();
        boolean begins = true;
        for (int c : word.codePoints().toArray()) {
            written.appendCodePoint(begins ? Character.toTitleCase(c) : Character.toLowerCase(c));
            begins = c == '-' || c == '\'' || c == '’' || c == '.';
        }
        return written.toString();
    }
}
