package app.caravel.contact.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A workbook's cells as the sheet shows them: dates as dates, percents as percents; numbers in full, for a phone number
 * that Excel squeezes to 1.38E+10 still has all its digits inside.
 */
final class CellTexts {

    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final int EXCEL_DIGITS = 15;
    private static final int LONGEST_FORMAT = 255;
    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 400;

    private final LocalDateTime epoch;
    private final Map<String, DateFormat> dates = new HashMap<>();

    CellTexts(boolean since1904) {
        this.epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
    }

    /** The number that a text says, null where it says none, or one that no sheet can hold (1E+999999999 fills the memory when it is written out). */
    static @Nullable BigDecimal parsed(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LARGEST_EXPONENT ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * A number as its cell shows it, or in full where the cell shortens it.
     *
     * @param pattern the cell's format; null: General
     */
    String number(BigDecimal number, @Nullable String pattern) {
        if (pattern != null && pattern.length() <= LONGEST_FORMAT) {
            var date = dates.computeIfAbsent(pattern, DateFormat::new);
            if (date.isDate() && number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
                return date.shown(at(number), number);
            }
        }
        return formatted(number, pattern == null || pattern.length() > LONGEST_FORMAT ? "General" : pattern);
    }

    private LocalDateTime at(BigDecimal days) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400)).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return epoch.plusSeconds(seconds);
    }

    private static String formatted(BigDecimal number, String pattern) {
        var first = pattern.split(";", 2)[0];
        int places = places(first);
        if (first.contains("%")) {
            return plain(number.movePointRight(2).setScale(Math.max(places, 0), RoundingMode.HALF_UP)) + "%";
        }
        if (first.matches("0+") && number.scale() <= 0 && number.signum() >= 0) {
            return leadingZeros(number, first.length());
        }
        if (places >= 0 && first.matches("[#,0]*0(\\.0+)?(_.)?")) {
            if (first.contains(",")) {
                var grouped = new DecimalFormat(places == 0 ? "#,##0" : "#,##0." + "0".repeat(places), DecimalFormatSymbols.getInstance(Locale.ROOT));
                grouped.setRoundingMode(RoundingMode.HALF_UP);
                return grouped.format(number);
            }
            return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
        }
        return plain(number);
    }

    private static String leadingZeros(BigDecimal number, int digits) {
        var text = number.toPlainString();
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static int places(String pattern) {
        int dot = pattern.indexOf('.');
        if (dot < 0) {
            return pattern.contains("0") ? 0 : -1;
        }
        int places = 0;
        while (dot + 1 + places < pattern.length() && pattern.charAt(dot + 1 + places) == '0') {
            places++;
        }
        return places;
    }

    /** In full, but no more digits than Excel has: 0.1 + 0.2 is 0.3. */
    private static String plain(BigDecimal number) {
        var rounded = number.precision() > EXCEL_DIGITS && number.scale() > 0 ? number.round(new MathContext(EXCEL_DIGITS)) : number;
        var text = rounded.stripTrailingZeros().toPlainString();
        return text.length() > 400 ? rounded.toString() : text;
    }
}
