package app.caravel.content.wording;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A number as lists hold it, perhaps with its currency. What can be read in two ways is not read: {@code 1.234} is a thousand
 * in Hamburg and little more than one in Boston.
 *
 * @param currency ISO code, or a sign that several currencies share; null where none is written
 */
record WrittenAmount(BigDecimal value, @Nullable String currency) {

    private static final int LONGEST = 48;
    private static final int MOST_DIGITS = 18;

    private static final String NUMBER = "[-\u2212+]?\\d[\\d.,' \u2019\u066b\u066c]*";
    private static final Pattern AMOUNT = Pattern.compile("([^\\d\\s.,'+\u2212-]{0,4}) ?(" + NUMBER + ") ?([^\\d\\s.,'+-]{0,4})");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d*");
    private static final Pattern IN_GROUPS = Pattern.compile("\\d{1,3}(?:([ '])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?");
    private static final Pattern COMMAS = Pattern.compile("\\d{1,3}(?:(?:,\\d{3})+\\.\\d+|(?:,\\d{3}){2,}|(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?)");
    private static final Pattern DOTS = Pattern.compile("\\d{1,3}(?:(?:\\.\\d{3})+,\\d+|(?:\\.\\d{3}){2,})");
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9]\\d*)[.,]\\d+");
    private static final Pattern TWO_WAYS = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("€", "EUR"), Map.entry("£", "GBP"), Map.entry("US$", "USD"), Map.entry("HK$", "HKD"), Map.entry("R$", "BRL"),
            Map.entry("RMB", "CNY"), Map.entry("元", "CNY"), Map.entry("₹", "INR"), Map.entry("₽", "RUB"), Map.entry("₺", "TRY"), Map.entry("₩", "KRW"), Map.entry("円", "JPY"),
            Map.entry("zł", "PLN"), Map.entry("$", "$"), Map.entry("¥", "¥"));
    private static final Set<String> DOLLARS = Set.of("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS");
    private static final Set<String> YUAN_OR_YEN = Set.of("CNY", "JPY");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    static @Nullable WrittenAmount read(String written) {
        if (written.length() > LONGEST) {
            return null;
        }
        var found = AMOUNT.matcher(WrittenDate.latinDigits(Normalizer.normalize(written, Normalizer.Form.NFKC).strip()));
        if (!found.matches()) {
            return null;
        }
        var sign = found.group(1).isEmpty() ? found.group(3) : found.group(1);
        var currency = code(sign);
        boolean twoSigns = !found.group(1).isEmpty() && !found.group(3).isEmpty();
        var value = number(found.group(2).strip().replace('\u2019', '\''));
        return value == null || twoSigns || currency == null && !sign.isEmpty() ? null : new WrittenAmount(value, currency);
    }

    /** The ISO code of a currency as people write it; null where there is none such. */
    static @Nullable String code(String written) {
        var sign = SIGNS.get(written);
        var upper = written.toUpperCase(Locale.ROOT);
        return sign != null ? sign : upper.equals("RMB") ? "CNY" : CODES.contains(upper) ? upper : null;
    }

    static boolean isCode(@Nullable String code) {
        return code != null && CODES.contains(code);
    }

    /** Whether it may be money of this currency. */
    boolean mayBe(String code) {
        return currency == null || currency.equals(code) || currency.equals("$") && DOLLARS.contains(code) || currency.equals("¥") && YUAN_OR_YEN.contains(code);
    }

    private static @Nullable BigDecimal number(String written) {
        boolean minus = written.startsWith("-") || written.startsWith("\u2212");
        var bare = minus || written.startsWith("+") ? written.substring(1) : written;
        // the Arabic marks say which is which
        boolean arabic = bare.indexOf('\u066b') >= 0 || bare.indexOf('\u066c') >= 0;
        var plain = arabic ? bare.replace("\u066c", "").replace('\u066b', '.') : decimal(bare);
        if (plain == null || !plain.matches("\\d{1," + MOST_DIGITS + "}(?:\\.\\d{1," + MOST_DIGITS + "})?")) {
            return null;
        }
        var value = new BigDecimal(plain);
        return minus ? value.negate() : value;
    }

    /** With a dot before its fraction and nothing else; null where it is none, or could be two. */
    private static @Nullable String decimal(String written) {
        if (WHOLE.matcher(written).matches()) {
            return written;
        }
        if (IN_GROUPS.matcher(written).matches()) {
            return written.replaceAll("[ ']", "").replace(',', '.');
        }
        if (COMMAS.matcher(written).matches()) {
            return written.replace(",", "");
        }
        if (DOTS.matcher(written).matches()) {
            return written.replace(".", "").replace(',', '.');
        }
        return DECIMAL.matcher(written).matches() && !TWO_WAYS.matcher(written).matches() ? written.replace(',', '.') : null;
    }
}
