package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** One sheet of an Excel workbook, read as a stream. */
record XlsxSource(Path file, List<String> sheets, String sheet) implements Source {

    static XlsxSource of(Path file, ImportOptions options) throws FileSystemException {
        var name = file.getFileName().toString();
        try (var book = XlsxBook.open(file)) {
            var sheets = book.sheets();
            if (sheets.isEmpty()) {
                throw Problem.of("contacts.import-empty", "file", name);
            }
            return new XlsxSource(file, sheets, chosen(options.sheet(), sheets, name));
        } catch (IOException | RuntimeException e) {
            throw damaged(e, name);
        }
    }

    /** What ended the reading: the file's contents, unless the disk or a reason of its own says otherwise. */
    static Problem damaged(Exception e, String file) throws FileSystemException {
        if (e instanceof FileSystemException disk) {
            throw disk;
        }
        return e instanceof Problem told ? told : new Problem(Reason.of("contacts.import-damaged-excel", "file", file), e);
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

    @Override
    public Table open() throws IOException {
        var name = file.getFileName().toString();
        try {
            var book = XlsxBook.open(file);
            try {
                return new XlsxRows(book, sheet, name);
            } catch (IOException | RuntimeException e) {
                book.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw damaged(e, name);
        }
    }
}
