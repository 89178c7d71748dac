package app.caravel.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.HebrewCalendar;
import com.ibm.icu.util.TimeZone;

/** Holidays that the library lacks, reckoned by the calendar in which they are fixed. */
final class HolidayTable {

    /** A holiday of every year: its day in a calendar, where it begins before or after that day, and how many days it has. */
    private record Row(Reckoning by, int month, int day, int shift, int days, boolean about, String name) {

        Stream<Holiday> in(int year) {
            return by.days(year, month, day).stream().map(first -> first.plusDays(shift))
                    .flatMap(first -> IntStream.range(0, days).mapToObj(first::plusDays)).filter(each -> each.getYear() == year).map(each -> new Holiday(each, name, about));
        }
    }

    /** Finds a day of a calendar in the years around a year of ours: near its ends the days of a holiday may lie in another. */
    private enum Reckoning {
        SUN {
            @Override
            List<LocalDate> days(int year, int month, int day) {
                return IntStream.rangeClosed(year - 1, year + 1).mapToObj(each -> LocalDate.of(each, month, day)).toList();
            }
        },
        MOON {
            @Override
            List<LocalDate> days(int year, int month, int day) {
                var calendar = new ChineseCalendar(TimeZone.getTimeZone(CHINA.getId()), com.ibm.icu.util.ULocale.ROOT);
                return IntStream.rangeClosed(year - 1, year + 1).mapToObj(each -> {
                    calendar.clear();
                    calendar.set(Calendar.EXTENDED_YEAR, each); // the Chinese year that begins in this one of ours
                    calendar.set(Calendar.IS_LEAP_MONTH, 0);
                    return date(calendar, month, day).plusDays(month == 1 ? NEW_YEARS.getOrDefault(each, 0) : 0);
                }).toList();
            }
        },
        ISLAM {
            @Override
            List<LocalDate> days(int year, int month, int day) {
                try {
                    int first = HijrahDate.from(LocalDate.of(year, 1, 1)).get(ChronoField.YEAR);
                    return IntStream.rangeClosed(first, first + 1).mapToObj(each -> LocalDate.from(HijrahDate.of(each, month, day))).toList();
                } catch (DateTimeException e) {
                    return List.of(); // its tables end in 2174
                }
            }
        },
        HEBREW {
            @Override
            List<LocalDate> days(int year, int month, int day) {
                var calendar = new HebrewCalendar(TimeZone.getTimeZone(CHINA.getId()), com.ibm.icu.util.ULocale.ROOT);
                return IntStream.rangeClosed(year, year + 1).mapToObj(each -> {
                    calendar.clear();
                    calendar.set(Calendar.YEAR, each + HEBREW_YEARS);
                    return date(calendar, month, day);
                }).toList();
            }
        };

        /** The Hebrew year of which most lies in a year of ours is by so much higher. */
        private static final int HEBREW_YEARS = 3760;
        /** Years whose first new moon falls within minutes of midnight: ICU has it a day late (2027) or early (2030). */
        private static final Map<Integer, Integer> NEW_YEARS = Map.of(2027, -1, 2030, 1);
        private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

        abstract List<LocalDate> days(int year, int month, int day);

        private static LocalDate date(Calendar calendar, int month, int day) {
            calendar.set(Calendar.MONTH, month - 1);
            calendar.set(Calendar.DAY_OF_MONTH, day);
            calendar.set(Calendar.HOUR_OF_DAY, 12);
            return LocalDate.ofInstant(calendar.getTime().toInstant(), CHINA);
        }
    }

    private static final Map<String, List<Row>> ROWS = read();

    private HolidayTable() {}

    static boolean knows(String country) {
        return ROWS.containsKey(country);
    }

    static List<Holiday> of(String country, int year) {
        return ROWS.getOrDefault(country, List.of()).stream().flatMap(row -> row.in(year)).toList();
    }

    private static Map<String, List<Row>> read() {
        var stream = Objects.requireNonNull(HolidayTable.class.getResourceAsStream("holidays.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .collect(Collectors.groupingBy(cells -> cells[0], Collectors.mapping(HolidayTable::row, Collectors.toCollection(ArrayList::new))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] cells) {
        return new Row(Reckoning.valueOf(cells[1].toUpperCase(java.util.Locale.ROOT)), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), Integer.parseInt(cells[4]), Integer.parseInt(cells[5]),
                cells[6].equals("about"), cells[7]);
    }
}
