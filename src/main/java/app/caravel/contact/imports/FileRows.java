package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import app.caravel.reason.Problem;

/** The rows of any table that is read here, for features that make something else of them than people. */
public final class FileRows {

    private FileRows() {}

    /**
     * A row.
     *
     * @param line the line it starts on, from 1
     * @param cells on one line each, without what cannot be seen
     */
    public record Cells(String sheet, long line, List<String> cells) {

        public boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * All rows of all sheets, at most so many.
     *
     * @throws Problem where it cannot be read, or holds more
     */
    public static List<Cells> read(Path file, int most) {
        try {
            var rows = new ArrayList<Cells>();
            var first = Sources.of(file, ImportOptions.NOTICED);
            if (first.sheets().size() < 2) {
                read(first, "", most, file, rows);
            } else {
                for (var sheet : first.sheets()) {
                    read(Sources.of(file, ImportOptions.NOTICED.withSheet(sheet)), sheet, most, file, rows);
                }
            }
            return rows;
        } catch (IOException e) {
            throw Sources.problem(e, file);
        }
    }

    private static void read(Source source, String sheet, int most, Path file, List<Cells> rows) throws IOException {
        try (var table = source.open()) {
            for (var row = table.next(); row != null; row = table.next()) {
                if (rows.size() >= most) {
                    throw Problem.of("contacts.import-too-large", "file", String.valueOf(file.getFileName()));
                }
                rows.add(new Cells(sheet, row.line(), row.cells().stream().map(app.caravel.contact.imports.Cells::oneLine).toList()));
            }
        }
    }
}
