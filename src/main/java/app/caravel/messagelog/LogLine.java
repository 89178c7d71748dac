package app.caravel.messagelog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** A line to be written: what is not known stays empty. */
final class LogLine {

    private final Instant at;
    private final String[] values = new String[LogField.values().length];

    LogLine(Instant at) {
        this.at = at;
        Arrays.fill(values, "");
        values[LogField.DATE_TIME.ordinal()] = time(at);
    }

    Instant at() {
        return at;
    }

    LogLine with(LogField field, @Nullable Object value) {
        values[field.ordinal()] = value == null ? "" : value.toString();
        return this;
    }

    String get(LogField field) {
        return values[field.ordinal()];
    }

    /** UTC with milliseconds, as the log writes it. By hand: a formatter takes longer than all the rest of a line. */
    static String time(Instant at) {
        var utc = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        var text = new StringBuilder(24);
        digits(text, utc.getYear(), 1000).append('-');
        digits(text, utc.getMonthValue(), 10).append('-');
        digits(text, utc.getDayOfMonth(), 10).append('T');
        digits(text, utc.getHour(), 10).append(':');
        digits(text, utc.getMinute(), 10).append(':');
        digits(text, utc.getSecond(), 10).append('.');
        return digits(text, utc.getNano() / 1_000_000, 100).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder text, int number, int first) {
        for (int place = first; place > 0; place /= 10) {
            text.append((char) ('0' + number / place % 10));
        }
        return text;
    }

    /** The line with its end. */
    String written() {
        var line = new StringBuilder(512);
        for (var value : values) {
            LogCsv.append(line, value);
            line.append(',');
        }
        line.setLength(line.length() - 1);
        return line.append("\r\n").toString();
    }
}
