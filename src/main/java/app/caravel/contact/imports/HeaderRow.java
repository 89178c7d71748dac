package app.caravel.contact.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds the row of column names among the first rows: exporters write notes above it, and some files have none. */
final class HeaderRow {

    private static final int WITHIN = 20;

    private HeaderRow() {}

    /** The row of column names, or null where the file has none. */
    static @Nullable Row find(List<Row> first) {
        Row best = null;
        int most = 0;
        Row beforeData = null;
        Row data = null;
        for (var row : first.subList(0, Math.min(WITHIN, first.size()))) {
            if (row.isBlank()) {
                continue;
            }
            if (row.cells().stream().anyMatch(HeaderRow::isAddress)) {
                data = row;
                break;
            }
            int known = known(row);
            if (known > most) {
                best = row;
                most = known;
            }
            beforeData = row;
        }
        if (best != null && (most > 1 || filled(best) <= 3)) {
            return best;
        }
        // no name is known: the row above the first address is the header where it is filled as far as that
        if (data != null) {
            return beforeData != null && filled(beforeData) * 2 > filled(data) ? beforeData : null;
        }
        return best != null ? best : first.stream().filter(row -> !row.isBlank()).findFirst().orElse(null);
    }

    private static int known(Row row) {
        int known = 0;
        for (var cell : row.cells()) {
            known += Headers.of(cell).isPresent() ? 1 : 0;
        }
        return known;
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(cell -> !Cells.isBlank(cell)).count();
    }

    private static boolean isAddress(String cell) {
        return cell.indexOf('@') >= 0 && !AddressCells.read(cell).addresses().isEmpty();
    }
}
