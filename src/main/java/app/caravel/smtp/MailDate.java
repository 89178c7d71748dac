package app.caravel.smtp;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A time as a mail's header writes it: {@code Mon, 2 Nov 2026 09:05:00 +0800} (RFC 5322 section 3.3). */
final class MailDate {

    /** The names are given, not looked up: Java gathers all its languages before the first mail when it is asked for English ones. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendText(ChronoField.DAY_OF_WEEK, Map.of(1L, "Mon", 2L, "Tue", 3L, "Wed", 4L, "Thu", 5L, "Fri", 6L, "Sat", 7L, "Sun"))
            .appendLiteral(", ").appendValue(ChronoField.DAY_OF_MONTH).appendLiteral(' ')
            .appendText(ChronoField.MONTH_OF_YEAR, Map.ofEntries(Map.entry(1L, "Jan"), Map.entry(2L, "Feb"), Map.entry(3L, "Mar"), Map.entry(4L, "Apr"), Map.entry(5L, "May"), Map.entry(6L, "Jun"),
                    Map.entry(7L, "Jul"), Map.entry(8L, "Aug"), Map.entry(9L, "Sep"), Map.entry(10L, "Oct"), Map.entry(11L, "Nov"), Map.entry(12L, "Dec")))
            .appendLiteral(' ').appendValue(ChronoField.YEAR, 4).appendLiteral(' ').appendValue(ChronoField.HOUR_OF_DAY, 2).appendLiteral(':').appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .appendLiteral(':').appendValue(ChronoField.SECOND_OF_MINUTE, 2).appendLiteral(' ').appendOffset("+HHMM", "+0000")
            .toFormatter(Locale.ROOT);

    /** Mails are made by the thousand a second, and dated to the second. */
    private record Last(long second, ZoneOffset offset, String written) {}

    private static volatile @Nullable Last last;

    private MailDate() {}

    static String of(ZonedDateTime time) {
        var known = last;
        long second = time.toEpochSecond();
        if (known == null || known.second != second || !known.offset.equals(time.getOffset())) {
            known = new Last(second, time.getOffset(), FORMAT.format(time));
            last = known;
        }
        return known.written;
    }
}
