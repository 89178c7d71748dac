package app.caravel.content.design;

import java.util.regex.Pattern;

/** How well words stand out from their ground: WCAG 2.2, relative luminance and contrast ratio. Colours are {@code #rrggbb}. */
public final class Contrast {

    /** What WCAG asks of words of this size (AA). */
    public static final double WANTED = 4.5;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private Contrast() {}

    public static boolean isColor(String written) {
        return COLOR.matcher(written).matches();
    }

    /** From 1 (the same) to 21 (black on white). */
    public static double between(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Whether white words stand out from it better than black ones. */
    static boolean isDark(String color) {
        return isColor(color) && between(color, "#ffffff") > between(color, "#000000");
    }

    private static double luminance(String color) {
        if (!isColor(color)) {
            throw new IllegalArgumentException(color + " is no colour");
        }
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
