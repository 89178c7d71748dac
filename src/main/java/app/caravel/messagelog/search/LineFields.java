package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;

/** The first fields of one line of bytes: found, not copied; those behind them are counted. Used again for each line. */
final class LineFields {

    private static final long COMMAS = Eight.times(',');
    private static final long QUOTES = Eight.times('"');
    private static final long LINE_ENDS = Eight.times('\n');

    private final int[] starts;
    private final int[] ends;
    private byte[] text = new byte[0];
    private int count;
    private int lineEnd;
    private boolean closed;

    /** @param last the last field that is asked for */
    LineFields(int last) {
        this.starts = new int[last + 1];
        this.ends = new int[last + 1];
    }

    /** Finds the fields of the line that begins here; it ends at its line end, within quotes too, or where the text ends. */
    void read(byte[] line, int from, int to) {
        text = line;
        closed = true;
        int at = from;
        for (int n = 0; n < starts.length; n++) {
            starts[n] = at;
            if (at < to && line[at] == '"') {
                at = quoted(line, at + 1, to);
            }
            while (at < to && line[at] != ',' && line[at] != '\n') {
                at++;
            }
            ends[n] = at;
            if (at >= to || line[at] == '\n') {
                end(n + 1, at);
                return;
            }
            at++;
        }
        countRest(line, at, to);
    }

    private void end(int fields, int at) {
        count = fields;
        lineEnd = at;
        int last = fields - 1;
        if (ends[last] > starts[last] && text[at - 1] == '\r') {
            ends[last]--;
        }
    }

    /** Counts the fields from here, where one begins, eight bytes at once. */
    private void countRest(byte[] line, int from, int to) {
        int n = starts.length + 1;
        int at = from;
        long before = Eight.LAST; // a comma: a field begins here
        while (at <= to - Eight.BYTES) {
            long eight = Eight.at(line, at);
            long commas = Eight.zeros(eight ^ COMMAS);
            long opening = Eight.zeros(eight ^ QUOTES) & Eight.behind(commas, before);
            long stops = opening | Eight.zeros(eight ^ LINE_ENDS);
            if (stops == 0) {
                n += Eight.count(commas);
                before = commas;
                at += Eight.BYTES;
                continue;
            }
            n += Eight.count(commas & (Long.lowestOneBit(stops) - 1));
            at += Eight.first(stops);
            if (line[at] == '\n') {
                count = n;
                lineEnd = at;
                return;
            }
            at = quoted(line, at + 1, to);
            before = 0;
        }
        boolean begin = before < 0;
        while (at < to && line[at] != '\n') {
            if (begin && line[at] == '"') {
                at = quoted(line, at + 1, to);
                begin = false;
            } else {
                begin = line[at++] == ',';
                n += begin ? 1 : 0;
            }
        }
        count = n;
        lineEnd = at;
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
