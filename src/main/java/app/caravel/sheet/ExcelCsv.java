package app.caravel.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that Excel opens correctly in every language: UTF-8 with its mark, commas, CRLF.
 *
 * <p>No formula can start in a cell: a text that begins with {@code = + - @}, one of their full-width forms, a tab or a
 * line end gets an apostrophe in front, unless it is a plain number ({@code -12.5}). A phone number in E.164 gets it too:
 * without it Excel takes {@code +4940555018} for a number, drops the plus and shows 4.94E+09. {@link #plain} takes it off.
 */
public final class ExcelCsv implements Closeable {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,15})?%?");
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private final Path file;
    private final Path unfinished;
    private final CsvWriter writer;

    private ExcelCsv(Path file) throws IOException {
        this.file = file.toAbsolutePath();
        this.unfinished = this.file.resolveSibling("." + file.getFileName() + ".part");
        this.writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(Files.newBufferedWriter(begun(unfinished), StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND));
    }

    /** Begins a file; it takes its place when it is closed. */
    public static ExcelCsv create(Path file) {
        try {
            return new ExcelCsv(file);
        } catch (IOException e) {
            throw SheetProblems.of(e, file);
        }
    }

    /** Writes one row; null is an empty cell. */
    public ExcelCsv row(List<? extends @Nullable Object> cells) {
        writer.writeRecord(cells.stream().map(cell -> cell == null ? "" : cell instanceof Number ? cell.toString() : safe(cell.toString())).toList());
        return this;
    }

    /** A text that starts no formula. */
    public static String safe(String text) {
        if (text.isEmpty() || STARTS.indexOf(text.charAt(0)) < 0 || NUMBER.matcher(text).matches()) {
            return text;
        }
        return "'" + text;
    }

    /** The text that {@link #safe} was given. */
    public static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && STARTS.indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
    }

    @Override
    public void close() {
        try {
            writer.close();
            SheetFiles.takePlace(unfinished, file);
        } catch (IOException e) {
            throw SheetProblems.of(e, file);
        }
    }

    private static Path begun(Path file) throws IOException {
        return Files.write(file, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }
}
