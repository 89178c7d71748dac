package app.caravel.content.advice;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words in capitals that shout. Short ones and those with digits are names of things: LED, IP65, CIF. */
final class Capitals {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}'’]*");

    private Capitals() {}

    static boolean shouts(String word) {
        var letters = word.replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.length() >= 4 && letters.codePoints().allMatch(Character::isUpperCase);
    }

    static String calm(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Whether two words in it shout. */
    static boolean shout(String line) {
        return WORD.matcher(line).results().filter(word -> shouts(word.group())).limit(2).count() == 2;
    }
}
