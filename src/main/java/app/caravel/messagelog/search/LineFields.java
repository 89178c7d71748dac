package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;

/** The fields of one line of bytes: found, not copied. Used again for each line. */
final class LineFields {

    private static final int MOST = 64;

    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private byte[] text = new byte[0];
    private int count;
    private int lineEnd;
    private boolean closed;

    /** Finds the fields of the line that begins here; it ends at its line end, within quotes too, or where the text ends. */
    void read(byte[] line, int from, int to) {
        text = line;
        closed = true;
        int n = 0;
        int at = from;
        while (true) {
            int start = at;
            if (at < to && line[at] == '"') {
                at = quoted(line, at + 1, to);
            }
            while (at < to && line[at] != ',' && line[at] != '\n') {
                at++;
            }
            if (n < MOST) {
                starts[n] = start;
                ends[n] = at;
            }
            n++;
            if (at >= to || line[at] == '\n') {
                break;
            }
            at++;
        }
        lineEnd = at;
        count = n;
        if (n <= MOST && ends[n - 1] > starts[n - 1] && line[ends[n - 1] - 1] == '\r') {
            ends[n - 1]--;
        }
    }

    private int quoted(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] != '\n') {
            if (line[at++] == '"') {
                if (at < to && line[at] == '"') {
                    at++;
                } else {
                    return at;
                }
            }
        }
        closed = false;
        return at;
    }

    int count() {
        return count;
    }

    /** Where the line ends: its line feed, or the end of the text. */
    int lineEnd() {
        return lineEnd;
    }

    /** Whether every quote that was opened was closed. */
    boolean closed() {
        return closed;
    }

    /** Where a field's value begins, quotes left out. */
    int start(int field) {
        return isQuoted(field) ? starts[field] + 1 : starts[field];
    }

    /** Where a field's value ends, quotes left out. */
    int end(int field) {
        return isQuoted(field) ? ends[field] - 1 : ends[field];
    }

    private boolean isQuoted(int field) {
        return ends[field] - starts[field] >= 2 && text[starts[field]] == '"' && text[ends[field] - 1] == '"';
    }

    String value(int field) {
        var value = new String(text, start(field), end(field) - start(field), StandardCharsets.UTF_8);
        return isQuoted(field) ? value.replace("\"\"", "\"") : value;
    }
}
