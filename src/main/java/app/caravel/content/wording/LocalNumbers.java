package app.caravel.content.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import org.jspecify.annotations.Nullable;

/** Numbers and money as their reader writes them, with the digits that were written: 4.583 stays a price of 4.583. */
final class LocalNumbers {

    /** A longer fraction was calculated, not written. */
    private static final int MOST_FRACTION = 6;
    private static final int MOST_WHOLE = 18;
    private static final ConcurrentHashMap<Key, LocalizedNumberFormatter> FORMATS = new ConcurrentHashMap<>();
    private static final int MOST_FORMATS = 2_000;

    private LocalNumbers() {}

    /** @param currency empty for a mere number */
    private record Key(Reader reader, String currency, int fraction) {}

    static Worded number(Object value, Reader reader) {
        var amount = amount(value);
        if (amount == null || amount.currency() != null) {
            return new Worded(value.toString(), Worded.Lack.NO_NUMBER);
        }
        return format(amount.value(), "", reader, 0);
    }

    /** @param wanted the currency; null: the one that stands beside the amount */
    static Worded money(Object value, @Nullable String wanted, Reader reader) {
        var amount = amount(value);
        if (amount == null) {
            return new Worded(value.toString(), Worded.Lack.NO_NUMBER);
        }
        var currency = wanted == null ? amount.currency() : WrittenAmount.code(wanted.strip());
        if (currency == null || !WrittenAmount.isCode(currency)) {
            return new Worded(value.toString(), Worded.Lack.NO_SUCH_FORM);
        }
        if (!amount.mayBe(currency)) {
            return new Worded(value.toString(), Worded.Lack.NO_NUMBER);
        }
        return format(amount.value(), currency, reader, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static Worded format(BigDecimal value, String currency, Reader reader, int least) {
        int written = currency.isEmpty() ? value.scale() : value.stripTrailingZeros().scale();
        int fraction = Math.max(least, written > MOST_FRACTION && !currency.isEmpty() ? least : Math.min(written, MOST_FRACTION));
        if (FORMATS.size() > MOST_FORMATS) {
            FORMATS.clear();
        }
        return Worded.as(FORMATS.computeIfAbsent(new Key(reader, currency, fraction), LocalNumbers::made).format(value).toString());
    }

    private static LocalizedNumberFormatter made(Key key) {
        var made = NumberFormatter.withLocale(key.reader.locale()).precision(Precision.fixedFraction(key.fraction)).roundingMode(RoundingMode.HALF_UP);
        return key.currency.isEmpty() ? made : made.unit(Currency.getInstance(key.currency));
    }

    private static @Nullable WrittenAmount amount(Object value) {
        if (!(value instanceof Number number)) {
            return WrittenAmount.read(value.toString());
        }
        try {
            var exact = new BigDecimal(number.toString());
            boolean sane = exact.precision() - (long) exact.scale() <= MOST_WHOLE && exact.scale() <= 1_000;
            return sane ? new WrittenAmount(exact.setScale(Math.max(0, exact.scale()), RoundingMode.UNNECESSARY), null) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
