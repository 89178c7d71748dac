package app.caravel.content;

/** Takes out of merge values what may stand in no mail. */
final class Cleaning {

    private Cleaning() {}

    /** Without control characters (tab and line ends stay), halves of characters, and code points that are none. */
    static String value(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!harmless(value, i)) {
                return cleaned(value, i);
            }
        }
        return value;
    }

    private static String cleaned(String value, int from) {
        var clean = new StringBuilder(value.length()).append(value, 0, from);
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (harmless(value, i)) {
                clean.append(c);
            } else if (Character.isSurrogate(c)) {
                clean.append('\ufffd');
            }
        }
        return clean.toString();
    }

    private static boolean harmless(String value, int i) {
        char c = value.charAt(i);
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
        }
        return !(c >= 0x7f && c <= 0x9f) && !Mask.isNonCharacter(c);
    }

    /** One line: every run of blanks, line ends and control characters is one space. */
    static String header(String text) {
        var line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == ' ' || c == '\u2028' || c == '\u2029') {
                gap = true;
                continue;
            }
            if (gap && !line.isEmpty()) {
                line.append(' ');
            }
            gap = false;
            line.append(c);
        }
        return line.toString();
    }
}
