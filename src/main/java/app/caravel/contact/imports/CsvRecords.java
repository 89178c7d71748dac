package app.caravel.contact.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The records of a separated file, one at a time. Written by hand, for a library gives neither the raw text of a record,
 * which every rejected row needs, nor a way on after a stray quote, which would swallow the rest of the file in one cell:
 * here a quoted cell that does not close soon, or that leaves its record with an unusual number of cells, ends at its line.
 */
final class CsvRecords implements Closeable {

    /** A record longer than this is no row of people; its beginning is kept, the rest of its line is passed over. */
    static final int LONGEST = 1 << 20;

    private static final int MOST_LINES = 200;
    private static final int SHOWN = 1_000;
    private static final int END = -1;
    private static final int TOO_FAR = -2;

    private final Reader in;
    private final char separator;
    private char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private boolean finished;
    private long line = 1;
    private int width;

    private List<String> cells = List.of();
    private int recordEnd;
    private int lineEnds;

    CsvRecords(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /** How many cells a record of this file has, once that is known. */
    void expect(int cellsOfARecord) {
        width = cellsOfARecord;
    }

    @Nullable Row next() throws IOException {
        if (at(0) == END) {
            return null;
        }
        boolean whole = scan(true);
        if (whole && lineEnds > 0 && width > 0 && cells.size() != width) {
            scanLineInstead();
        } else if (!whole) {
            whole = scan(false);
        }
        var row = whole
                ? new Row(line, cells, new String(buffer, start, recordEnd), true)
                : new Row(line, List.of(), beginning(), false);
        if (!whole) {
            passOverLine();
        } else {
            line += lineEnds;
            start += recordEnd;
        }
        passLineEnd();
        return row;
    }

    private String beginning() {
        int length = 0;
        while (length < SHOWN && start + length < end && buffer[start + length] != '\n' && buffer[start + length] != '\r') {
            length++;
        }
        return new String(buffer, start, length);
    }

    private void scanLineInstead() throws IOException {
        var found = cells;
        int foundEnd = recordEnd;
        int foundLines = lineEnds;
        scan(false);
        if (cells.size() != width) {
            cells = found;
            recordEnd = foundEnd;
            lineEnds = foundLines;
        }
    }

    /** Reads one record into {@code cells}. False where it is too long, or a quoted cell of several lines never closes. */
    private boolean scan(boolean overLines) throws IOException {
        var found = new ArrayList<String>(Math.max(width, 8));
        int at = 0;
        lineEnds = 0;
        while (true) {
            int from = at;
            int quote = separator == '\t' ? at : afterSpaces(at);
            int close = at(quote) == '"' ? closingQuote(quote, overLines) : END;
            if (close == TOO_FAR && overLines) {
                return false;
            }
            at = close >= 0 ? close + 1 : at;
            int c = at(at);
            while (c != separator && c != '\n' && c != '\r' && c != END) {
                if (++at > LONGEST) {
                    return false;
                }
                c = at(at);
            }
            found.add(close >= 0 ? quoted(quote, close, at) : new String(buffer, start + from, at - from));
            if (c != separator) {
                cells = found;
                recordEnd = at;
                return true;
            }
            at++;
        }
    }

    /** Where the quoted cell that opens at {@code open} closes: the quote before a separator or line end; doubled quotes are text. */
    private int closingQuote(int open, boolean overLines) throws IOException {
        int lines = 0;
        for (int at = open + 1;; at++) {
            int c = at(at);
            if (c == END || at > LONGEST) {
                return TOO_FAR;
            }
            if (c == '"') {
                if (at(at + 1) == '"') {
                    at++;
                } else if (isEscaped(at) && !endsCell(at + 1)) {
                    continue; // as some databases write a quote: \"
                } else if (lines > 0 && !endsCell(at + 1)) {
                    return TOO_FAR; // the opening quote of a cell further down
                } else {
                    lineEnds += lines;
                    return at;
                }
            } else if (c == '\n' || c == '\r' && at(at + 1) != '\n') {
                if (!overLines || ++lines > MOST_LINES) {
                    return TOO_FAR;
                }
            }
        }
    }

    private boolean isEscaped(int quote) throws IOException {
        return at(quote - 1) == '\\' && at(quote - 2) != '\\';
    }

    private boolean endsCell(int from) throws IOException {
        int c = at(afterSpaces(from));
        return c == separator || c == '\n' || c == '\r' || c == END;
    }

    /** The text between the quotes; where more follows the closing one ("ACME" Ltd) the cell stays as it was written. */
    private String quoted(int open, int close, int cellEnd) {
        for (int i = close + 1; i < cellEnd; i++) {
            if (!Character.isWhitespace(buffer[start + i])) {
                return new String(buffer, start + open, cellEnd - open);
            }
        }
        var inner = new String(buffer, start + open + 1, close - open - 1);
        return inner.indexOf('"') < 0 ? inner : inner.replace("\"\"", "\"").replace("\\\"", "\"");
    }

    private int afterSpaces(int from) throws IOException {
        int at = from;
        while (at(at) == ' ' && at - from < SHOWN) {
            at++;
        }
        return at;
    }

    private void passOverLine() throws IOException {
        int c = at(0);
        while (c != '\n' && c != '\r' && c != END) {
            start++;
            c = at(0);
        }
    }

    private void passLineEnd() throws IOException {
        int c = at(0);
        if (c == '\r' && at(1) == '\n') {
            start += 2;
            line++;
        } else if (c == '\n' || c == '\r') {
            start++;
            line++;
        }
    }

    /** The character at an offset from the record's start. */
    private int at(int offset) throws IOException {
        while (start + offset >= end) {
            if (finished || !more()) {
                return END;
            }
        }
        return buffer[start + offset];
    }

    private boolean more() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            finished = true;
            return false;
        }
        end += read;
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
