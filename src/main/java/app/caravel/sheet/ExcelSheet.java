package app.caravel.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook of one sheet, written as a stream. Texts are texts, whatever they begin with: no formula, no lost plus or zero. */
public final class ExcelSheet implements Closeable {

    /** Rows that Excel can hold in one sheet. */
    public static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;
    private static final int KEPT = 1_000;

    private final Path file;
    private final Path unfinished;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int rows;

    private ExcelSheet(Path file, String name) throws IOException {
        this.file = file.toAbsolutePath();
        this.unfinished = this.file.resolveSibling("." + file.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(unfinished));
        this.workbook = new Workbook(out, "Caravel", "1.0");
        this.sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
    }

    /** Begins a workbook; it takes its place when it is closed. */
    public static ExcelSheet create(Path file, String sheetName) {
        try {
            return new ExcelSheet(file, sheetName);
        } catch (IOException e) {
            throw SheetProblems.of(e, file);
        }
    }

    /** Writes one row; null is an empty cell. */
    public ExcelSheet row(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> { }
                case Number number -> sheet.value(rows, i, number);
                case Object text -> sheet.value(rows, i, writable(text.toString()));
            }
        }
        try {
            if (++rows % KEPT == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw SheetProblems.of(e, file);
        }
        return this;
    }

    /** Without the control characters that XML cannot hold. */
    private static String writable(String text) {
        var cut = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
        return cut.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r' || c >= 0xFFFE) ? cut.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "") : cut;
    }

    @Override
    public void close() {
        try {
            workbook.finish();
            out.close();
            SheetFiles.takePlace(unfinished, file);
        } catch (IOException e) {
            throw SheetProblems.of(e, file);
        }
    }
}
