package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** One sheet of an Excel workbook, read as a stream. */
record XlsxSource(Path file, List<String> sheets, String sheet) implements Source {

    /** No list of people unpacks to more than this, or a hundredfold; a zip bomb does. */
    private static final long LARGEST = 4L << 30;

    private static final long LARGE = 200L << 20;
    private static final int LARGEST_RATIO = 100;

    static XlsxSource of(Path file, ImportOptions options) throws IOException {
        var name = file.getFileName().toString();
        refuseBombs(file, name);
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            var sheets = workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE).map(Sheet::getName).toList();
            if (sheets.isEmpty()) {
                throw Problem.of("contacts.import-empty", "file", name);
            }
            return new XlsxSource(file, sheets, chosen(options.sheet(), sheets, name));
        } catch (ExcelReaderException | IllegalStateException e) {
            throw new Problem(Reason.of("contacts.import-damaged-excel", "file", name), e);
        }
    }

    static String chosen(@Nullable String wanted, List<String> sheets, String file) {
        if (wanted == null) {
            return sheets.getFirst();
        }
        for (var sheet : sheets) {
            if (sheet.equalsIgnoreCase(wanted.strip())) {
                return sheet;
            }
        }
        if (wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) >= 1 && Integer.parseInt(wanted) <= sheets.size()) {
            return sheets.get(Integer.parseInt(wanted) - 1);
        }
        throw Problem.of("contacts.import-no-such-sheet", "sheet", wanted, "file", file, "sheets", String.join(", ", sheets));
    }

    private static void refuseBombs(Path file, String name) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null && zip.getEntry("_rels/.rels") == null) {
                throw Problem.of("contacts.import-no-table", "file", name);
            }
            long size = 0;
            long packed = 1;
            for (var entries = zip.entries(); entries.hasMoreElements();) {
                var entry = entries.nextElement();
                size += Math.max(0, entry.getSize());
                packed += Math.max(0, entry.getCompressedSize());
            }
            if (size > LARGEST || size > LARGE && size / packed > LARGEST_RATIO) {
                throw Problem.of("contacts.import-bomb", "file", name);
            }
        } catch (java.util.zip.ZipException e) {
            throw new Problem(Reason.of("contacts.import-damaged-excel", "file", name), e);
        }
    }

    @Override
    public Table open() throws IOException {
        var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        try {
            var found = workbook.getSheets().filter(candidate -> candidate.getName().equals(sheet)).findFirst().orElseThrow();
            return new Rows(workbook, found.openStream().iterator(), new CellTexts(workbook.isDate1904()), MergedCells.of(file, found.getId()), file);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Rows that the sheet passes over are blank ones. */
    private static final class Rows implements Table {
        private final ReadableWorkbook workbook;
        private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
        private final CellTexts texts;
        private final MergedCells merged;
        private final Path file;
        private final ArrayDeque<Row> waiting = new ArrayDeque<>();
        private long line;
        private long gap;

        Rows(ReadableWorkbook workbook, Iterator<org.dhatim.fastexcel.reader.Row> rows, CellTexts texts, MergedCells merged, Path file) {
            this.workbook = workbook;
            this.rows = rows;
            this.texts = texts;
            this.merged = merged;
            this.file = file;
        }

        @Override
        public @Nullable Row next() {
            if (waiting.isEmpty() && !take()) {
                return null;
            }
            if (gap > 0) {
                gap--;
                return new Row(++line, List.of(), "", true);
            }
            line++;
            return waiting.poll();
        }

        private boolean take() {
            try {
                if (!rows.hasNext()) {
                    return false;
                }
                var row = rows.next();
                var cells = new ArrayList<String>(row.getCellCount());
                for (Cell cell : row) {
                    cells.add(texts.of(cell));
                }
                long number = Math.max(row.getRowNum(), line + 1);
                gap = number - line - 1;
                merged.fill(number, cells);
                waiting.add(new Row(number, cells, String.join("\t", cells), true));
                return true;
            } catch (ExcelReaderException | IllegalStateException | IllegalArgumentException | java.io.UncheckedIOException | IndexOutOfBoundsException e) {
                throw new Problem(Reason.of("contacts.import-damaged-excel", "file", file.getFileName().toString()), e);
            }
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
