package app.caravel.contact.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** One sheet of an old Excel workbook (.xls, Excel 97 to 2003: at most 65,536 rows), read as a whole. */
record XlsSource(Path file, List<String> sheets, String sheet) implements Source {

    /** 65,536 rows are a few megabytes; the whole lies in memory, several times as large as in the file. */
    private static final long LARGEST = 100L << 20;

    static XlsSource of(Path file, ImportOptions options) throws IOException {
        var name = file.getFileName().toString();
        try (var workbook = workbook(file)) {
            var sheets = new ArrayList<String>();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (!workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i)) {
                    sheets.add(workbook.getSheetName(i));
                }
            }
            if (sheets.isEmpty()) {
                throw Problem.of("contacts.import-empty", "file", name);
            }
            return new XlsSource(file, List.copyOf(sheets), XlsxSource.chosen(options.sheet(), sheets, name));
        }
    }

    /** A new workbook with a password comes in the old one's container too. */
    private static HSSFWorkbook workbook(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (java.nio.file.Files.size(file) > LARGEST) {
            throw Problem.of("contacts.import-too-large", "file", name);
        }
        try {
            var container = new POIFSFileSystem(file.toFile(), true);
            try {
                if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                    throw Problem.of("contacts.import-password", "file", name);
                }
                return new HSSFWorkbook(container.getRoot(), container, false);
            } catch (IOException | RuntimeException e) {
                container.close();
                throw e;
            }
        } catch (EncryptedDocumentException e) {
            throw new Problem(Reason.of("contacts.import-password", "file", name), e);
        } catch (OldExcelFormatException e) {
            throw new Problem(Reason.of("contacts.import-old-excel", "file", name), e);
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Problem(Reason.of("contacts.import-damaged-excel", "file", name), e);
        }
    }

    @Override
    public Table open() throws IOException {
        var workbook = workbook(file);
        try {
            var found = workbook.getSheet(sheet);
            return new Rows(workbook, found, new CellTexts(workbook.getInternalWorkbook().isUsing1904DateWindowing()), file);
        } catch (RuntimeException e) {
            workbook.close();
            throw new Problem(Reason.of("contacts.import-damaged-excel", "file", file.getFileName().toString()), e);
        }
    }

    private static final class Rows implements Table {
        private final HSSFWorkbook workbook;
        private final HSSFSheet sheet;
        private final CellTexts texts;
        private final MergedCells merged;
        private final Path file;
        private int next;

        Rows(HSSFWorkbook workbook, HSSFSheet sheet, CellTexts texts, Path file) {
            this.workbook = workbook;
            this.sheet = sheet;
            this.texts = texts;
            this.merged = MergedCells.of(sheet);
            this.file = file;
        }

        @Override
        public @Nullable Row next() {
            if (next > sheet.getLastRowNum() || sheet.getPhysicalNumberOfRows() == 0) {
                return null;
            }
            try {
                var row = sheet.getRow(next++);
                var cells = new ArrayList<String>();
                for (int i = 0; row != null && i < row.getLastCellNum(); i++) {
                    cells.add(text(row.getCell(i)));
                }
                merged.fill(next, cells);
                return new Row(next, cells, String.join("\t", cells), true);
            } catch (RuntimeException e) {
                throw new Problem(Reason.of("contacts.import-damaged-excel", "file", file.getFileName().toString()), e);
            }
        }

        private String text(@Nullable HSSFCell cell) {
            if (cell == null) {
                return "";
            }
            var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
            return switch (type) {
                case NUMERIC -> Double.isFinite(cell.getNumericCellValue())
                        ? texts.number(BigDecimal.valueOf(cell.getNumericCellValue()), cell.getCellStyle().getDataFormatString()) : "";
                case STRING -> cell.getStringCellValue();
                case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
                default -> "";
            };
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
