package app.caravel.messagelog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Looks through whole lines of files' texts and hands on those that fit. One thread's own. */
final class Scan implements Pieces.Lines {

    /** So many are handed on together. */
    private static final int TOGETHER = 256;
    private static final long LINE_END = Eight.times('\n');
    private static final long HEAD = Eight.times('#');

    /**
     * What came of it.
     *
     * @param fit how many lines fit, those that were not kept included
     */
    record Counts(long fit, long lines, long broken) {
        static final Counts NONE = new Counts(0, 0, 0);

        Counts and(Counts more) {
            return new Counts(fit + more.fit, lines + more.lines, broken + more.broken);
        }
    }

    private final LogQuery query;
    private final Kept kept;
    private final boolean countLines;
    private final List<Needle> needles;
    private final int[] next;
    private final List<Hit> hits = new ArrayList<>();
    private @Nullable LineTest test;
    private int file;
    private boolean keepBytes;
    private long fit;
    private long lines;
    private long broken;

    /** @param countLines whether lines that are passed over are counted too */
    Scan(LogQuery query, Kept kept, boolean countLines) {
        this.query = query;
        this.kept = kept;
        this.countLines = countLines;
        this.needles = LineTest.needles(query);
        this.next = new int[needles.size()];
    }

    /** The lines that follow are this file's; its number is its place among the files. */
    void enter(SourceFile source, int number) {
        if (test == null || !test.isFor(source)) {
            test = new LineTest(query, source);
        }
        file = number;
        keepBytes = source.isPacked();
    }

    @Override
    public void lines(byte[] text, int from, int to, long offset) {
        if (countLines) {
            lines += count(text, from, to);
        }
        look(text, from, to, offset);
    }

    /** There are so many lines in the file, of which {@link #look} is shown those that may fit. */
    void passed(long inFile) {
        lines += countLines ? inFile : 0;
    }

    /** As {@link #lines}, and does not count them. */
    void look(byte[] text, int from, int to, long offset) {
        var test = Objects.requireNonNull(this.test);
        if (test.impossible()) {
            return;
        }
        for (int i = 0; i < next.length; i++) {
            next[i] = needles.get(i).find(text, from, to);
        }
        for (int at = from; at < to;) {
            int word = next.length == 0 ? at : firstWord(text, at, to);
            if (word < 0) {
                return;
            }
            int begin = lineOf(word, text, at);
            lookAt(test, text, begin, to, offset + begin - from);
            at = test.lineEnd() + 1;
        }
    }

    /** Where the next of the words stands, or -1. */
    private int firstWord(byte[] text, int at, int to) {
        int first = -1;
        for (int i = 0; i < next.length; i++) {
            if (next[i] >= 0 && next[i] < at) {
                next[i] = needles.get(i).find(text, at, to);
            }
            if (next[i] >= 0 && (first < 0 || next[i] < first)) {
                first = next[i];
            }
        }
        return first;
    }

    /** Where the line begins in which a word stands. */
    private static int lineOf(int word, byte[] text, int notBefore) {
        int at = word;
        for (; at - Eight.BYTES >= notBefore; at -= Eight.BYTES) {
            long ends = Eight.zeros(Eight.at(text, at - Eight.BYTES) ^ LINE_END);
            if (ends != 0) {
                return at - Eight.BYTES + Eight.last(ends) + 1;
            }
        }
        while (at > notBefore && text[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private void lookAt(LineTest test, byte[] text, int from, int to, long offset) {
        switch (test.look(text, from, to)) {
            case FITS -> {
                fit++;
                if (kept.wants(test.at())) {
                    keep(test, text, from, offset);
                }
            }
            case BROKEN -> broken++;
            case DOES_NOT, NO_LINE -> { }
        }
    }

    private void keep(LineTest test, byte[] text, int from, long offset) {
        int end = test.lineEnd();
        int length = end > from && text[end - 1] == '\r' ? end - 1 - from : end - from;
        hits.add(new Hit(test.at(), file, offset, length, keepBytes ? Arrays.copyOfRange(text, from, from + length) : null));
        if (hits.size() == TOGETHER) {
            handOn();
        }
    }

    private void handOn() {
        kept.add(hits);
        hits.clear();
    }

    /** Lines that are no heads. */
    private static long count(byte[] text, int from, int to) {
        long n = 0;
        long before = Eight.LAST; // a line end: a line begins here
        int at = from;
        for (; at <= to - Eight.BYTES; at += Eight.BYTES) {
            long eight = Eight.at(text, at);
            long ends = Eight.zeros(eight ^ LINE_END);
            n += Eight.count(Eight.behind(ends, before) & ~Eight.zeros(eight ^ HEAD));
            before = ends;
        }
        for (boolean begins = before < 0; at < to; at++) {
            n += begins && text[at] != '#' ? 1 : 0;
            begins = text[at] == '\n';
        }
        return n;
    }

    /** Hands on the rest, and says how many there were in all. */
    Counts end() {
        handOn();
        return new Counts(fit, lines, broken);
    }
}
