package app.caravel.contact.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.sheet.ExcelSheet;

/** The rows of one sheet. Those that the sheet passes over are blank ones. */
final class XlsxRows implements Table {

    /** Excel's own is 32,767; what is longer is no cell of Excel's. */
    static final int LONGEST_CELL = CsvRecords.LONGEST;

    private static final int SHOWN = 1_000;
    private static final int MOST_COLUMNS = 16_384;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XlsxBook book;
    private final XlsxXml xml;
    private final @Nullable XlsxStrings strings;
    private final CellTexts texts;
    private final MergedCells merged;
    private final String file;
    private @Nullable Row waiting;
    private long line;
    private long gap;
    private boolean ended;

    /** @param file its name, for what goes wrong */
    XlsxRows(XlsxBook book, String sheet, String file) throws IOException {
        this.book = book;
        this.file = file;
        this.xml = book.sheet(sheet);
        this.strings = book.strings();
        this.texts = new CellTexts(book.since1904());
        this.merged = MergedCells.of(book, sheet);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (waiting == null && !take()) {
                return null;
            }
            line++;
            if (gap > 0) {
                gap--;
                return new Row(line, List.of(), "", true);
            }
            var row = waiting;
            waiting = null;
            return row;
        } catch (IOException | RuntimeException e) {
            throw XlsxSource.damaged(e, file);
        }
    }

    private boolean take() throws IOException {
        if (ended || !xml.toStart("row"::equals, 0)) {
            end();
            return false;
        }
        var said = xml.attribute("r");
        long number = said == null ? line + 1 : Math.max(line + 1, Long.parseLong(said));
        if (number > ExcelSheet.MOST_ROWS) {
            throw new IOException("row " + number);
        }
        gap = number - line - 1;
        waiting = row(number);
        return true;
    }

    /** What was read is sure only when the check sums are. */
    private void end() throws IOException {
        if (!ended) {
            ended = true;
            xml.toEnd();
            if (strings != null) {
                strings.toEnd();
            }
        }
    }

    private Row row(long number) throws IOException {
        var cells = new ArrayList<String>();
        int own = xml.depth();
        int column = 0;
        long length = 0;
        while (xml.toStart("c"::equals, own)) {
            var said = xml.attribute("r");
            column = said == null ? column : column(said);
            var text = text();
            length += text.length();
            if (length <= CsvRecords.LONGEST && !text.isEmpty()) {
                put(cells, column, text);
            }
            column++;
        }
        if (length > CsvRecords.LONGEST) {
            var beginning = String.join("\t", cells);
            return new Row(number, List.of(), beginning.substring(0, Math.min(beginning.length(), SHOWN)), false);
        }
        merged.fill(number, cells);
        return new Row(number, cells, String.join("\t", cells), true);
    }

    /** Where a damaged file names a cell twice, the second one goes behind all others. */
    private static void put(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        if (cells.get(column).isEmpty()) {
            cells.set(column, text);
        } else {
            cells.add(text);
        }
    }

    /** "AB12" is in column 27. */
    private static int column(String reference) throws IOException {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4 && Character.toUpperCase(reference.charAt(i)) >= 'A' && Character.toUpperCase(reference.charAt(i)) <= 'Z'; i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
        }
        if (i == 0 || column > MOST_COLUMNS) {
            throw new IOException("cell " + reference);
        }
        return column - 1;
    }

    private String text() throws IOException {
        var kind = String.valueOf(xml.attribute("t"));
        var style = xml.attribute("s");
        int own = xml.depth();
        String written = "";
        while (xml.toStart(name -> name.equals("v") || name.equals("is"), own)) {
            written = xml.text("rPh", LONGEST_CELL);
        }
        return written.isEmpty() ? "" : switch (kind) {
            case "s" -> shared(written);
            case "str", "inlineStr" -> unescaped(written);
            case "b" -> written.equals("1") ? "TRUE" : "FALSE";
            case "e" -> "";
            case "d" -> written.endsWith("T00:00:00") ? written.substring(0, written.length() - 9) : written;
            default -> number(written, style);
        };
    }

    private String shared(String index) throws IOException {
        if (strings == null) {
            throw new IOException("no texts");
        }
        return strings.get(Integer.parseUnsignedInt(index.strip()));
    }

    /** What is no number stays as it is written. */
    private String number(String written, @Nullable String style) {
        var number = CellTexts.parsed(written.strip());
        return number == null ? written : texts.number(number, book.format(style));
    }

    /** Excel writes a character that XML cannot hold as {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)))) : text;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
