package app.caravel.contact.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a table's names and rows are, and what its columns become.
 *
 * @param header the row of column names, null where the file has none
 * @param sample the first rows of data, blank ones left out
 */
record Layout(@Nullable Row header, List<Column> columns, List<Row> sample) {

    private static final int ROWS = 1_000;

    /** Rows of ordinary length fill a tenth of this. Of longer ones fewer are looked at. */
    private static final long CHARACTERS = 4L << 20;
    private static final int FEW = 25;

    /** No list has more; what stands further right is kept under the column's number all the same. */
    static final int MOST_COLUMNS = 500;

    static Layout of(Source source, ImportOptions options) throws IOException {
        var first = new ArrayList<Row>();
        try (var table = source.open()) {
            long characters = 0;
            for (var row = table.next(); row != null && first.size() < ROWS && (characters < CHARACTERS || first.size() < FEW); row = table.next()) {
                first.add(row);
                characters += row.text().length() + row.cells().size();
            }
        }
        var header = options.headerLine() == null ? HeaderRow.find(first) : lineOf(options.headerLine(), first);
        var data = first.stream().filter(row -> row.whole() && !row.isBlank() && (header == null || row.line() > header.line())).toList();
        var headers = headers(header, data);
        return new Layout(header, Columns.guessed(headers, data, header != null, options), data);
    }

    boolean hasAddresses() {
        return columns.stream().anyMatch(column -> column.is(Field.ADDRESS) || column.is(Field.OTHER_ADDRESS));
    }

    /** Addresses beside names: of a workbook with a sheet of companies and one of their people it is the second. */
    boolean hasPeople() {
        return hasAddresses() && columns.stream().anyMatch(column -> column.is(Field.NAME) || column.is(Field.FIRST_NAME) || column.is(Field.LAST_NAME));
    }

    /** The problem of a table without rows of data. */
    String whyNobody() {
        if (header == null) {
            return "contacts.import-empty";
        }
        return header.cells().stream().anyMatch(cell -> Headers.of(cell).isPresent()) ? "contacts.import-header-only" : "contacts.import-no-address-column";
    }

    /** Whether a row stands above the first row of data: the column names, or notes above them. */
    boolean isAboveData(Row row) {
        return header != null && row.line() <= header.line();
    }

    private static @Nullable Row lineOf(int line, List<Row> rows) {
        return rows.stream().filter(row -> row.line() == line).findFirst().orElse(null);
    }

    /** One name a column: those without one are called by their number, the second of a name too. */
    private static List<String> headers(@Nullable Row header, List<Row> data) {
        int width = header == null ? 0 : lastFilled(header) + 1;
        for (var row : data) {
            width = Math.max(width, lastFilled(row) + 1);
        }
        width = Math.min(width, MOST_COLUMNS);
        var headers = new ArrayList<String>(width);
        var taken = new HashSet<String>();
        for (int i = 0; i < width; i++) {
            var name = header == null ? "" : Cells.oneLine(header.cell(i));
            name = name.isEmpty() ? "Column " + (i + 1) : name.length() > 200 ? name.substring(0, 200) : name;
            if (!taken.add(name)) {
                name = name + " " + (i + 1);
                taken.add(name);
            }
            headers.add(name);
        }
        return headers;
    }

    private static int lastFilled(Row row) {
        int last = row.cells().size() - 1;
        while (last >= 0 && Cells.isBlank(row.cells().get(last))) {
            last--;
        }
        return last;
    }
}
