package app.caravel.contact.imports;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A name as it stands in a greeting: WEBER is greeted as Weber. What is no name, or has no sure spelling, is not greeted. */
final class GreetedName {

    private static final Set<String> SMALL = Set.of("de", "del", "dela", "da", "das", "do", "dos", "du", "van", "von", "vom", "zu", "zur", "der", "den", "ten", "ter", "te", "y", "e", "i", "bin", "ibn", "af", "av");
    private static final Pattern MC = Pattern.compile("(?i)mc\\p{L}{3,}");
    private static final Pattern NO_NAME = Pattern.compile("[\\p{N}@&/|<>{}()\\[\\]=:;!?\"_*#%+\\\\]|\\p{Cc}|\\p{Cf}");

    private GreetedName() {}

    /** @param country ISO code or null */
    static @Nullable String of(@Nullable String name, @Nullable String country) {
        if (name != null && isSimple(name)) {
            return JobWords.isOne(name) || Names.looksLikeCompany(name) ? null : name;
        }
        if (name != null && name.length() <= 2 && Names.isAll(name, UnicodeScript.HAN)) {
            return name;
        }
        if (name == null || name.isBlank() || name.length() > 60 || NO_NAME.matcher(name).find() || JobWords.isIn(name) || Names.looksLikeCompany(name)) {
            return null;
        }
        var letters = name.codePoints().filter(Character::isLetter).toArray();
        if (letters.length == 0) {
            return null;
        }
        var script = UnicodeScript.of(letters[0]);
        if (script != UnicodeScript.LATIN && script != UnicodeScript.CYRILLIC) {
            return script == UnicodeScript.GREEK ? null : name; // accents are not told from capitals
        }
        if (letters.length == 1 || letters.length == 2 && name.indexOf('.') > 0) {
            return null; // an initial
        }
        boolean capitals = name.equals(name.toUpperCase(Locale.ROOT));
        if (!capitals && !name.equals(name.toLowerCase(Locale.ROOT)) && !hasCapitals(name)) {
            return name;
        }
        return proper(name, country, capitals);
    }

    /** One word that begins large, in Latin letters: most names. */
    private static boolean isSimple(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 0x250 || !Character.isLetter(c) || Character.isUpperCase(c) != (i == 0)) {
                return false;
            }
        }
        return name.length() > 1;
    }

    /** One word of it in capitals: van der BERG. */
    private static boolean hasCapitals(String name) {
        for (var word : name.split(" ")) {
            if (word.length() > 2 && word.chars().allMatch(Character::isLetter) && word.equals(word.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String proper(String name, @Nullable String country, boolean capitals) {
        var locale = "TR".equals(country) || "AZ".equals(country) ? Locale.of("tr") : Locale.ROOT;
        var proper = new StringBuilder();
        for (var word : name.split(" ")) {
            var lower = word.toLowerCase(locale);
            if (capitals && isAbbreviation(lower)) {
                return null;
            }
            boolean small = SMALL.contains(lower) || lower.matches("la|las|los") && proper.toString().toLowerCase(locale).endsWith("de");
            proper.append(proper.isEmpty() ? "" : " ").append(small && !"IT".equals(country) ? lower : MC.matcher(lower).matches()
                    ? "Mc" + capitalized(lower.substring(2), locale) : capitalized(lower, locale));
        }
        return proper.toString();
    }

    /** JP, KFZ: letters that nobody speaks as a word. Ng is a name. */
    private static boolean isAbbreviation(String lower) {
        return !lower.equals("ng") && lower.length() > 1 && lower.codePoints().allMatch(c -> c < 128 && "aeiouy".indexOf(c) < 0);
    }

    /** A letter after a hyphen or an apostrophe begins anew: O'Neil, Weber-Schmidt, al-Rashid. */
    private static String capitalized(String lower, Locale locale) {
        if (lower.startsWith("al-") || lower.startsWith("el-")) {
            return lower.substring(0, 3) + capitalized(lower.substring(3), locale);
        }
        var word = new StringBuilder();
        boolean begins = true;
        for (int c : lower.codePoints().toArray()) {
            var letter = Character.toString(c);
            word.append(begins ? letter.toUpperCase(locale) : letter);
            begins = c == '-' || c == '\'' || c == '’';
        }
        return word.toString();
    }
}
