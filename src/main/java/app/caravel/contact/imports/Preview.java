package app.caravel.contact.imports;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a file is read: what was noticed, what a person said, and what the first rows say then.
 *
 * @param bytes size of the file
 * @param encoding the one in use, null for a workbook
 * @param readings the first words under the encoding in use and under the likeliest others
 * @param headerLine line of the column names, 0 where there are none
 * @param rows the first rows, a cell per column
 */
public record Preview(
        Path file,
        long bytes,
        ImportOptions options,
        @Nullable Encoding encoding,
        boolean encodingNoticed,
        List<Reading> readings,
        @Nullable Character separator,
        List<String> sheets,
        @Nullable String sheet,
        long headerLine,
        List<Column> columns,
        List<List<String>> rows) {

    /** The first lines that differ between encodings, in one of them. */
    public record Reading(Encoding encoding, List<String> lines) {}

    /** Whether the file has rows and columns of its own, and not cards. */
    public boolean isTable() {
        return separator != null || !sheets.isEmpty();
    }

    public boolean hasAddressColumn() {
        return columns.stream().anyMatch(column -> column.is(Field.ADDRESS) || column.is(Field.OTHER_ADDRESS));
    }
}
