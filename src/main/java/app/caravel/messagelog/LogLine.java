package app.caravel.messagelog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A line to be written: what is not known stays empty. */
final class LogLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

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

    /** UTC with milliseconds, as the log writes it. */
    static String time(Instant at) {
        return TIME.format(at);
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
