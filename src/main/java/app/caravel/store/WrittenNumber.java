package app.caravel.store;

import org.jspecify.annotations.Nullable;

/**
 * What a number is worth as people write it, wherever they are: {@code 1,200.50}, {@code 1.200,50}, {@code 1.200}, {@code 2.5}.
 * Of two kinds of marks the last one begins the decimals. A mark of one kind stands between thousands where three digits follow
 * each and one to three, no lone zero, stand before: 1.200 is more than 900, 0.125 and 2.5 are what they seem.
 */
public final class WrittenNumber {

    private WrittenNumber() {}

    /** Null where it is none: {@code 2026.3.18}, {@code 1.2,3.4}. */
    public static @Nullable Double of(String text) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return plain(text);
        }
        char last = point > comma ? '.' : ',';
        int at = Math.max(point, comma);
        boolean once = text.indexOf(last) == at;
        if (point >= 0 && comma >= 0) {
            var whole = text.substring(0, at);
            return once && isGrouped(whole, last == '.' ? ',' : '.') ? plain(digits(whole) + "." + text.substring(at + 1)) : null;
        }
        if (isGrouped(text, last) && !(once && text.startsWith("0"))) {
            return plain(digits(text));
        }
        return once ? plain(text.replace(last, '.')) : null;
    }

    /** One to three digits, then threes. */
    private static boolean isGrouped(String text, char mark) {
        int first = text.indexOf(mark);
        if (first < 1 || first > 3) {
            return false;
        }
        for (int i = first; i < text.length(); i += 4) {
            if (text.charAt(i) != mark || i + 4 > text.length() || digits(text.substring(i + 1, i + 4)).length() != 3) {
                return false;
            }
        }
        return true;
    }

    private static String digits(String text) {
        return text.replace(".", "").replace(",", "");
    }

    private static @Nullable Double plain(String text) {
        try {
            return text.isEmpty() || !Character.isDigit(text.charAt(0)) ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
