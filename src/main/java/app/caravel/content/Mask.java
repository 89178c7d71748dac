package app.caravel.content;

import java.util.List;

/**
 * Stands in for Liquid tags while HTML is parsed: as long as the tag, made of code points that are no characters (U+FDD0 to
 * U+FDEF), so that neither source nor merge values can hold them.
 */
final class Mask {

    /** The shortest tag that can be masked. */
    static final int SHORTEST = 5;
    /** How many tags can be told apart. */
    static final int LIMIT = 1 << 16;

    private static final char START = '\ufdd0';
    private static final char DIGIT = '\ufdd4';
    private static final char FILL = '\ufdef';

    private Mask() {}

    static boolean isNonCharacter(char c) {
        return c >= '\ufdd0' && c <= '\ufdef' || c >= '\ufffe';
    }

    /** The source with every tag masked, at the same positions. */
    static String mask(String source, List<LiquidToken> tokens) {
        var masked = new StringBuilder(source.length());
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            appendPlain(masked, source, at, token.start());
            masked.append(of(i)).repeat(FILL, token.end() - token.start() - SHORTEST);
            at = token.end();
        }
        appendPlain(masked, source, at, source.length());
        return masked.toString();
    }

    /** The shortest mask of the tag of this number. */
    static String of(int number) {
        var mask = new StringBuilder(SHORTEST).append(START);
        for (int shift = 12; shift >= 0; shift -= 4) {
            mask.append((char) (DIGIT + (number >> shift & 15)));
        }
        return mask.toString();
    }

    /** The number of the tag whose mask begins here; -1 where none does. */
    static int numberAt(CharSequence masked, int position) {
        if (masked.charAt(position) != START || position + SHORTEST > masked.length()) {
            return -1;
        }
        int number = 0;
        for (int digit = 1; digit < SHORTEST; digit++) {
            number = number << 4 | masked.charAt(position + digit) - DIGIT;
        }
        return number;
    }

    private static void appendPlain(StringBuilder masked, String source, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            masked.append(isNonCharacter(c) ? '\ufffd' : c);
        }
    }

    /** The text with the tags back in their places. */
    static String unmask(String masked, String source, List<LiquidToken> tokens) {
        if (masked.indexOf(START) < 0) {
            return masked;
        }
        var text = new StringBuilder(masked.length());
        for (int i = 0; i < masked.length(); i++) {
            char c = masked.charAt(i);
            int number = numberAt(masked, i);
            if (number >= 0) {
                var token = tokens.get(number);
                text.append(source, token.start(), token.end());
                i += SHORTEST - 1;
            } else if (c != FILL) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
