package app.caravel.messagelog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.caravel.messagelog.LogField;

/** Whether a line of one file fits a query. Not for several threads at once. */
final class LineTest {

    /** What a line is. */
    enum Result { FITS, DOES_NOT, BROKEN, NO_LINE }

    private final List<String> columns;
    private final int time;
    private final long start;
    private final long end;
    private final boolean impossible;
    private final List<Check> checks = new ArrayList<>();
    private final LineFields fields;
    private final LogTime times = new LogTime();
    private long at;

    LineTest(LogQuery query, SourceFile file) {
        this.columns = file.fields();
        this.time = file.place(LogField.DATE_TIME);
        this.start = query.start() == null ? Long.MIN_VALUE : query.start().toEpochMilli();
        this.end = query.end() == null ? Long.MAX_VALUE : query.end().toEpochMilli();
        boolean lacks = false;
        int last = time;
        for (var term : query.terms()) {
            int place = file.place(term.field());
            lacks |= place < 0;
            last = Math.max(last, place);
            checks.add(new Check(term, place));
        }
        this.impossible = lacks;
        this.fields = new LineFields(last);
    }

    /** Whether it is the same for this file: it has the same columns. */
    boolean isFor(SourceFile file) {
        return file.fields().equals(columns);
    }

    /** Whether no line of this file can fit: it lacks a field that is asked for. */
    boolean impossible() {
        return impossible;
    }

    /** Looks at the line that begins here; {@link #lineEnd} says how far it goes. */
    Result look(byte[] text, int from, int to) {
        fields.read(text, from, to);
        int lineEnd = fields.lineEnd();
        if (lineEnd == from || text[from] == '#' || text[from] == '\r' && lineEnd == from + 1 || isMark(text, from, lineEnd)) {
            return Result.NO_LINE;
        }
        if (fields.count() != columns.size() || !fields.closed()) {
            return Result.BROKEN;
        }
        at = times.read(text, fields.start(time), fields.end(time));
        if (at == LogTime.NONE) {
            return Result.BROKEN;
        }
        if (at < start || at >= end) {
            return Result.DOES_NOT;
        }
        for (int i = 0; i < checks.size(); i++) {
            if (!checks.get(i).fits(text, fields)) {
                return Result.DOES_NOT;
            }
        }
        return Result.FITS;
    }

    /** The file's first line may begin with a byte order mark. */
    private static boolean isMark(byte[] text, int from, int to) {
        return to - from > 3 && text[from] == (byte) 0xef && text[from + 1] == (byte) 0xbb && text[from + 2] == (byte) 0xbf && text[from + 3] == '#';
    }

    /** When the last line that was looked at happened, in epoch milliseconds. */
    long at() {
        return at;
    }

    /** Where the last line that was looked at ends: its line feed, or the end of the text. */
    int lineEnd() {
        return fields.lineEnd();
    }

    /** The words of which one stands in every line that fits: those of the term that is longest; empty where there is no term. */
    static List<Needle> needles(LogQuery query) {
        @Nullable List<Needle> best = null;
        for (var term : query.terms()) {
            var these = term.words().stream().map(word -> Needle.in(Check.plain(term.how(), word))).toList();
            if (best == null || shortest(these) > shortest(best)) {
                best = these;
            }
        }
        return best == null ? List.of() : Objects.requireNonNull(best);
    }

    private static int shortest(List<Needle> needles) {
        return needles.stream().mapToInt(Needle::length).min().orElse(0);
    }
}
