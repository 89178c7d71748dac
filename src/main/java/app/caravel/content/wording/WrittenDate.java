package app.caravel.content.wording;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/** Reads a date as lists hold it. What can be read in two ways is not read: a wrong date is worse than one written otherwise. */
final class WrittenDate {

    private static final int LONGEST = 48;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** A time of day behind a date, which is left away. */
    private static final String TIME = "(?:[T ,]+\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[APap][Mm])?(?: ?(?:Z|[+-]\\d{2}:?\\d{2}))?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))" + TIME);
    private static final Pattern HAN = Pattern.compile("(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日号號일]" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})(?:([-/])|\\. ?)(\\d{1,2})(?:\\2|\\. ?)(\\d{4})" + TIME);
    private static final Pattern DAY_AND_NAME = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[ -]+(?:de +)?(\\p{L}{3,12})\\.?,?[ -]+(?:de +)?(\\d{4})" + TIME);
    private static final Pattern NAME_AND_DAY = Pattern.compile("(\\p{L}{3,12})\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})" + TIME);

    private static final Map<String, Integer> MONTHS = months();

    private WrittenDate() {}

    static @Nullable LocalDate read(String value) {
        if (value.length() > LONGEST) {
            return null;
        }
        var written = latinDigits(Normalizer.normalize(value, Normalizer.Form.NFKC).strip());
        var yearFirst = YEAR_FIRST.matcher(written);
        if (yearFirst.matches()) {
            return yearFirst.group(3) == null ? date(yearFirst, 1, 5, 6) : date(yearFirst, 1, 3, 4);
        }
        var han = HAN.matcher(written);
        if (han.matches()) {
            return date(han, 1, 2, 3);
        }
        var yearLast = YEAR_LAST.matcher(written);
        if (yearLast.matches()) {
            return yearLast(yearLast);
        }
        var dayAndName = DAY_AND_NAME.matcher(written);
        if (dayAndName.matches()) {
            return date(number(dayAndName, 3), month(dayAndName.group(2)), number(dayAndName, 1));
        }
        var nameAndDay = NAME_AND_DAY.matcher(written);
        return nameAndDay.matches() ? date(number(nameAndDay, 3), month(nameAndDay.group(1)), number(nameAndDay, 2)) : null;
    }

    /** With dots the day stands first wherever people write so; with strokes only the numbers can tell. */
    private static @Nullable LocalDate yearLast(Matcher found) {
        int first = number(found, 1);
        int second = number(found, 3);
        int year = number(found, 4);
        if (found.group(2) == null || first == second || first > 12) {
            return date(year, second, first);
        }
        return second > 12 ? date(year, first, second) : null;
    }

    private static @Nullable LocalDate date(Matcher found, int year, int month, int day) {
        return date(number(found, year), number(found, month), number(found, day));
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** 0, which no month has, where the word is none. */
    private static int month(String word) {
        return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    static String latinDigits(String text) {
        var latin = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            latin.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return latin.toString();
    }

    /** Names of months in the languages of trade; one that means two months is left out. */
    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        var twice = new HashSet<String>();
        for (var language : List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ru")) {
            var symbols = DateFormatSymbols.getInstance(new ULocale(language));
            for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
                for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
                    var names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12; i++) {
                        var known = months.put(names[i].toLowerCase(Locale.ROOT).replace(".", ""), i + 1);
                        if (known != null && known != i + 1) {
                            twice.add(names[i].toLowerCase(Locale.ROOT).replace(".", ""));
                        }
                    }
                }
            }
        }
        months.keySet().removeAll(twice);
        return Map.copyOf(months);
    }
}
