package app.caravel.messagelog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a log file: {@code MSGTRK20261130-1.log}, as we and Exchange's documents write it, or with the hour as real
 * servers do ({@code MSGTRKMS2022091915-1.LOG}); also packed ({@code .gz}).
 *
 * @param prefix MSGTRK, MSGTRKMA, MSGTRKMD or MSGTRKMS
 * @param day in UTC
 * @param hour -1 where none is named
 * @param number from 1, day by day (or hour by hour)
 */
public record LogName(String prefix, LocalDate day, int hour, int number) implements Comparable<LogName> {

    private static final Pattern NAME = Pattern.compile("(MSGTRK(?:MA|MD|MS)?)(\\d{8})(\\d\\d)?-(\\d{1,9})\\.log(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final Comparator<LogName> ORDER = Comparator.comparing(LogName::day).thenComparing(LogName::hour).thenComparing(LogName::number).thenComparing(LogName::prefix);

    /** One of ours. */
    static LogName own(LocalDate day, int number) {
        return new LogName("MSGTRK", day, -1, number);
    }

    public static Optional<LogName> of(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogName(name.group(1).toUpperCase(Locale.ROOT), LocalDate.parse(name.group(2), DAY),
                    name.group(3) == null ? -1 : Integer.parseInt(name.group(3)), Integer.parseInt(name.group(4))));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** The name in the folder. */
    String file() {
        return prefix + DAY.format(day) + "-" + number + ".log";
    }

    @Override
    public int compareTo(LogName other) {
        return ORDER.compare(this, other);
    }
}
