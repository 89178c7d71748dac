package app.caravel.product;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prices and currencies as price lists write them. */
final class Money {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,'’ \\u00a0]*");
    private static final Pattern NOTHING = Pattern.compile("(?i)|[-–—/]+|n/?a|tbd|on request|ask|询价|另议|待定|面议");

    private Money() {}

    /** Whether a cell says that there is no price. */
    static boolean saysNone(String cell) {
        return NOTHING.matcher(cell.strip()).matches();
    }

    /** The number in a cell, whichever marks stand for thousands and decimals; nothing where there is none, more than one, or it is below zero. */
    static Optional<BigDecimal> number(String cell) {
        var found = NUMBER.matcher(cell);
        if (!found.find() || found.start() > 0 && cell.charAt(found.start() - 1) == '-') {
            return Optional.empty();
        }
        var digits = found.group().replaceAll("['’ \\u00a0]", "").replaceAll("[.,]$", "");
        if (found.find()) {
            return Optional.empty();
        }
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        var plain = digits;
        if (dot >= 0 && comma >= 0) {
            plain = dot > comma ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.');
        } else if (comma >= 0) {
            boolean thousands = digits.matches("\\d{1,3}(,\\d{3})+");
            plain = thousands ? digits.replace(",", "") : digits.replace(',', '.');
        } else if (digits.matches("\\d{1,3}(\\.\\d{3}){2,}")) {
            plain = digits.replace(".", "");
        }
        try {
            return Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The currency that a heading or cell names; empty where it names none. */
    static String currency(String text) {
        var upper = " " + text.toUpperCase(Locale.ROOT) + " ";
        if (upper.contains("HK$") || upper.contains("HKD") || upper.contains("港币")) {
            return "HKD";
        }
        if (upper.contains("US$") || upper.contains("USD") || upper.contains("美元") || upper.contains("美金") || upper.matches("(?s).*(?<![A-Z])\\$.*")) {
            return "USD";
        }
        if (upper.contains("€") || upper.contains("EUR") || upper.contains("欧元")) {
            return "EUR";
        }
        if (upper.contains("£") || upper.contains("GBP") || upper.contains("英镑")) {
            return "GBP";
        }
        return upper.contains("CNY") || upper.contains("RMB") || upper.contains("¥") || upper.contains("￥") || upper.contains("元") || upper.contains("人民币") ? "CNY" : "";
    }
}
