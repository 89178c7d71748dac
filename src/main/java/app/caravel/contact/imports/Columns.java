package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import app.caravel.contact.imports.Column.Why;
import app.caravel.reason.Problem;

/** Guesses what each column is, from its name and from what stands in it; what a person says wins. */
final class Columns {

    private static final double MOSTLY = 0.6;

    private final List<Row> rows;
    private final List<Column> columns = new ArrayList<>();
    private final Map<Integer, Integer> ranks = new HashMap<>();

    private Columns(List<String> headers, List<Row> rows) {
        this.rows = rows;
        for (int i = 0; i < headers.size(); i++) {
            columns.add(new Column(i, headers.get(i), firstValue(i), new Target.Attribute(headers.get(i)), Why.ATTRIBUTE));
        }
    }

    /**
     * @param headers one per column, none empty, none twice
     * @param rows the first rows of data
     */
    static List<Column> guessed(List<String> headers, List<Row> rows, boolean named, ImportOptions options) {
        var columns = new Columns(headers, rows);
        if (named) {
            columns.byName();
        }
        columns.addressesByContent();
        if (named) {
            columns.secondThoughts();
        } else {
            columns.othersByContent();
        }
        columns.emptyOnes();
        columns.named(options.named());
        options.chosen().forEach((index, target) -> {
            if (index < columns.columns.size()) {
                columns.set(index, target, Why.CHOSEN);
            }
        });
        return List.copyOf(columns.columns);
    }

    private void byName() {
        for (var column : columns) {
            Headers.of(column.header()).ifPresent(meaning -> {
                set(column.index(), Target.of(meaning.field()), Why.BY_NAME);
                ranks.put(column.index(), meaning.rank());
            });
        }
    }

    /** The best column of addresses leads, whatever its header; further ones hold other addresses. */
    private void addressesByContent() {
        int best = -1;
        double most = 0;
        for (var column : columns) {
            double share = share(column.index(), cell -> cell.indexOf('@') > 0 && !AddressCells.read(cell).addresses().isEmpty());
            boolean byName = column.is(Field.ADDRESS);
            if (share < MOSTLY && !byName && !(column.is(Field.OTHER_ADDRESS))) {
                continue;
            }
            if (!byName && !column.is(Field.OTHER_ADDRESS)) {
                set(column.index(), Target.of(Field.OTHER_ADDRESS), Why.BY_CONTENT);
            }
            double weight = filledShare(column.index()) * share + (byName ? 2 - 0.01 * ranks.getOrDefault(column.index(), 0) : 0);
            if (byName && share == 0 && filledShare(column.index()) > 0) {
                weight = 0.01; // called a mail column, but no address in it
            }
            if (weight > most) {
                most = weight;
                best = column.index();
            }
        }
        for (var column : List.copyOf(columns)) {
            if (column.index() == best) {
                set(best, Target.of(Field.ADDRESS), column.is(Field.ADDRESS) ? column.why() : Why.BY_CONTENT);
            } else if (column.is(Field.ADDRESS)) {
                set(column.index(), Target.of(Field.OTHER_ADDRESS), column.why());
            }
        }
    }

    /** Headers that mean one thing here and another there. */
    private void secondThoughts() {
        boolean hasLastName = has(Field.LAST_NAME);
        boolean hasCompany = has(Field.COMPANY);
        for (var column : List.copyOf(columns)) {
            int index = column.index();
            if (column.is(Field.FIRST_NAME) && !hasLastName && Headers.meansWholeNameAlone(column.header())) {
                set(index, Target.of(Field.NAME), Why.BY_NAME);
            } else if (column.is(Field.SALUTATION) && Headers.normal(column.header()).matches("title|titre|titolo|称呼|称谓")
                    && share(index, cell -> Honorifics.isOne(cell) || Honorifics.isGreeting(cell)) < 0.5 && filledShare(index) > 0) {
                set(index, Headers.normal(column.header()).matches("称呼|称谓") ? Target.of(Field.NAME) : Target.of(Field.ROLE), Why.BY_CONTENT);
            } else if (column.is(Field.NAME) && !hasCompany && share(index, Names::looksLikeCompany) >= 0.5) {
                set(index, Target.of(Field.COMPANY), Why.BY_CONTENT);
            } else if (column.is(Field.COMPANY) && !has(Field.NAME) && !has(Field.FIRST_NAME) && Headers.normal(column.header()).matches("customername|customer|client|clientname|cliente|buyer|客户名|客户名称|客户|kunde|kundenname|клиент")
                    && share(index, Names::looksLikeCompany) < 0.1 && share(index, cell -> cell.length() <= 30 && cell.split("\\s+").length <= 3) > 0.9 && filledShare(index) > 0) {
                set(index, Target.of(Field.NAME), Why.BY_CONTENT);
            }
        }
    }

    private void othersByContent() {
        boolean name = false;
        for (var column : List.copyOf(columns)) {
            int index = column.index();
            if (!(column.target() instanceof Target.Attribute) || filledShare(index) == 0) {
                continue;
            }
            if (share(index, cell -> Countries.codeOf(cell).isPresent()) > 0.8) {
                set(index, Target.of(Field.COUNTRY), Why.BY_CONTENT);
            } else if (share(index, cell -> cell.matches("[+0(]?[\\d ()./-]{7,24}") && cell.chars().filter(Character::isDigit).count() >= 7) > 0.8) {
                set(index, Target.of(Field.PHONE), Why.BY_CONTENT);
            } else if (share(index, Names::looksLikeCompany) > 0.3) {
                set(index, Target.of(Field.COMPANY), Why.BY_CONTENT);
            } else if (!name && share(index, Columns::looksLikeName) > 0.8) {
                set(index, Target.of(Field.NAME), Why.BY_CONTENT);
                name = true;
            }
        }
    }

    private static boolean looksLikeName(String cell) {
        var words = cell.split("\\s+");
        boolean eastAsian = cell.codePoints().allMatch(Character::isIdeographic) && cell.length() >= 2 && cell.length() <= 4 && ChineseSurnames.lengthAtStart(cell) > 0;
        return eastAsian || words.length >= 2 && words.length <= 4 && cell.codePoints().noneMatch(Character::isDigit)
                && java.util.Arrays.stream(words).allMatch(word -> Character.isUpperCase(word.codePointAt(0)) || word.length() <= 3);
    }

    private void emptyOnes() {
        for (var column : List.copyOf(columns)) {
            if (column.why() == Why.ATTRIBUTE && column.firstValue().isEmpty()) {
                set(column.index(), column.target(), Why.EMPTY);
            }
        }
    }

    /** {@code field=column}: the field comes from this column alone. */
    private void named(Map<String, String> fieldsToColumns) {
        fieldsToColumns.forEach((key, wanted) -> {
            var field = Field.ofKey(key);
            field.ifPresent(own -> {
                for (var column : List.copyOf(columns)) {
                    if (column.is(own)) {
                        set(column.index(), new Target.Attribute(column.header()), Why.ATTRIBUTE);
                    }
                }
            });
            if (!wanted.isBlank()) {
                set(find(wanted), field.map(Target::of).orElse(new Target.Attribute(key.strip())), Why.CHOSEN);
            }
        });
    }

    private int find(String wanted) {
        Optional<Column> found = first(column -> column.header().equals(wanted.strip()))
                .or(() -> first(column -> !Headers.normal(wanted).isEmpty() && Headers.normal(column.header()).equals(Headers.normal(wanted))))
                .or(() -> first(column -> String.valueOf(column.index() + 1).equals(wanted.strip())));
        return found.orElseThrow(() -> Problem.of("contacts.import-no-such-column", "column", wanted,
                "columns", String.join(", ", columns.stream().map(Column::header).limit(50).toList()))).index();
    }

    private Optional<Column> first(Predicate<Column> wanted) {
        return columns.stream().filter(wanted).findFirst();
    }

    private boolean has(Field field) {
        return columns.stream().anyMatch(column -> column.is(field));
    }

    private void set(int index, Target target, Why why) {
        columns.set(index, columns.get(index).as(target, why));
    }

    private String firstValue(int index) {
        return rows.stream().map(row -> Cells.oneLine(row.cell(index))).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    private double filledShare(int index) {
        long filled = rows.stream().filter(row -> !Cells.isBlank(row.cell(index))).count();
        return rows.isEmpty() ? 0 : (double) filled / rows.size();
    }

    /** Of the cells that say something. */
    private double share(int index, Predicate<String> fits) {
        int filled = 0;
        int fit = 0;
        for (var row : rows) {
            var cell = Cells.oneLine(row.cell(index));
            if (!Cells.saysNothing(cell)) {
                filled++;
                fit += fits.test(cell) ? 1 : 0;
            }
        }
        return filled == 0 ? 0 : (double) fit / filled;
    }

    /** What stands in a rank before others of the same field: "Mobile" before "Home phone". */
    static Map<Field, List<Column>> byField(List<Column> columns) {
        var byField = new EnumMap<Field, List<Column>>(Field.class);
        for (var column : columns) {
            if (column.target() instanceof Target.Own own) {
                byField.computeIfAbsent(own.field(), _ -> new ArrayList<>()).add(column);
            }
        }
        byField.values().forEach(list -> list.sort((a, b) -> Integer.compare(rank(a), rank(b))));
        return byField;
    }

    private static int rank(Column column) {
        if (column.why() == Why.CHOSEN) {
            return -1;
        }
        return Headers.of(column.header()).map(Headers.Meaning::rank).orElse(Integer.MAX_VALUE);
    }
}
