package app.caravel.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When offices of a country rest. An own table, since what Java and ICU know is years behind: a country's rows are dated,
 * the newest that has begun counts. Countries without a row rest on Saturday and Sunday.
 */
public final class Weekends {

    /**
     * What is known of a country's week.
     *
     * @param country ISO 3166-1 alpha-2
     * @param from the first day on which it is so
     * @param source where it is known from
     * @param seen when that was looked up
     */
    public record Row(String country, LocalDate from, Week week, String source, LocalDate seen) {}

    /** As far back as "ever since" reaches. */
    public static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    /** The table that comes with Caravel. */
    public static final Weekends BUILT_IN = new Weekends(read());

    private final List<Row> rows;
    private final Map<String, List<Row>> newestFirst = new HashMap<>();

    private Weekends(List<Row> rows) {
        this.rows = List.copyOf(rows);
        for (var row : rows) {
            newestFirst.computeIfAbsent(row.country(), _ -> new ArrayList<>()).add(row);
        }
        newestFirst.values().forEach(of -> of.sort(Comparator.comparing(Row::from).reversed()));
    }

    /** This table with the rows of some countries replaced: a country that is corrected keeps none of its old rows. */
    public Weekends with(Collection<Row> corrections) {
        var corrected = new ArrayList<>(rows);
        corrected.removeIf(row -> corrections.stream().anyMatch(correction -> correction.country().equals(row.country())));
        corrected.addAll(corrections);
        return new Weekends(corrected);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The countries that have a row, each once, in the order of the rows. */
    public Set<String> countries() {
        return rows.stream().map(Row::country).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The week of a country on a day. @param country blank or unknown: Saturday and Sunday off */
    public Week on(LocalDate day, String country) {
        return row(day, country).map(Row::week).orElse(Week.USUAL);
    }

    /** The row that counts for a country on a day. */
    public Optional<Row> row(LocalDate day, String country) {
        for (var row : newestFirst.getOrDefault(country, List.of())) {
            if (!row.from().isAfter(day)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static List<Row> read() {
        var stream = Objects.requireNonNull(Weekends.class.getResourceAsStream("weekends.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> row(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] cells) {
        var from = cells[1].equals("-") ? EVER : LocalDate.parse(cells[1]);
        return new Row(cells[0], from, new Week(days(cells[2]), days(cells[3])), cells[4], LocalDate.parse(cells[5]));
    }

    /** @param names first three letters of English names, with commas between */
    private static Set<DayOfWeek> days(String names) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (names.toUpperCase(Locale.ROOT).contains(day.name().substring(0, 3))) {
                days.add(day);
            }
        }
        return days;
    }
}
