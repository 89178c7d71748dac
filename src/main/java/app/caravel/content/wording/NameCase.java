package app.caravel.content.wording;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A name that came in one case, written as names are: {@code MARIA DE LA CRUZ} -> {@code Maria de la Cruz}. */
public final class NameCase {

    private static final Set<String> SMALL = Set.of("de", "del", "della", "di", "da", "das", "do", "dos", "du", "van", "von", "der", "den", "zu", "la", "le", "y", "e", "al", "bin", "ibn");

    private static final Set<String> WITHOUT_VOWEL = Set.of("ng", "mr", "mrs", "ms", "dr", "st");
    private static final Set<String> TURKISH = Set.of("tr", "az");
    private static final Set<String> TURKISH_LANDS = Set.of("TR", "AZ");
    private static final Pattern MC = Pattern.compile("(?i)mc\\p{L}{3,}");
    /** A word in capitals; shorter ones may be initials. */
    private static final Pattern CAPITALS = Pattern.compile("(?<![\\p{L}.'’-])\\p{Lu}{3,}(?:[-'’]\\p{Lu}{2,})*(?![\\p{L}\\p{M}.])");
    private static final int LONGEST = 200;

    private NameCase() {}

    /** Whether it came in one case. */
    public static boolean isOdd(String name) {
        var sign = NameSign.of(name.strip());
        return sign == NameSign.CAPITALS || sign == NameSign.LOWER_CASE;
    }

    public static String usual(String name) {
        return words(name, word -> word(word, false));
    }

    /** What came in one case, or with one word in capitals as in Jean DUPONT, as names are written; anything else as it is. */
    static String proper(String name, Reader reader) {
        boolean turkish = TURKISH.contains(reader.locale().getLanguage()) || TURKISH_LANDS.contains(reader.country());
        if (name.length() > LONGEST) {
            return name;
        }
        if (isOdd(name)) {
            return words(name, word -> isAbbreviation(word) ? word : word(word, turkish));
        }
        return NameSign.of(name.strip()) == null && CAPITALS.matcher(name).find() ? CAPITALS.matcher(name).replaceAll(found -> isAbbreviation(found.group()) ? found.group() : word(found.group(), turkish)) : name;
    }

    private static String words(String name, UnaryOperator<String> each) {
        var usual = new StringBuilder();
        boolean first = true;
        for (var word : name.strip().split("\\s+")) {
            usual.append(first ? "" : " ").append(!first && SMALL.contains(word.toLowerCase(Locale.ROOT)) ? word.toLowerCase(Locale.ROOT) : each.apply(word));
            first = false;
        }
        return usual.toString();
    }

    /** JP, KFZ: letters that nobody speaks as a word. */
    private static boolean isAbbreviation(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return !word.equals(lower) && lower.length() > 1 && !WITHOUT_VOWEL.contains(lower) && lower.codePoints().allMatch(c -> c >= 'a' && c <= 'z' && "aeiouy".indexOf(c) < 0);
    }

    /** A letter after a hyphen or an apostrophe begins anew, and that after Mc: O'Neil, Anne-Marie, McDonald. */
    private static String word(String word, boolean turkish) {
        var written = new StringBuilder();
        boolean begins = true;
        boolean scottish = MC.matcher(word).matches();
        for (int c : word.codePoints().toArray()) {
            boolean large = begins || scottish && written.length() == 2;
            written.appendCodePoint(large ? turkish && c == 'i' ? 'İ' : Character.toTitleCase(c) : turkish && c == 'I' ? 'ı' : Character.toLowerCase(c));
            begins = c == '-' || c == '\'' || c == '’' || c == '.';
        }
        return written.toString();
    }
}
