package app.caravel.messagelog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks through whole lines of one file's text and keeps those that fit, the first of them by time where not all are wanted. One thread's own. */
final class Scan {

    /**
     * What came of it.
     *
     * @param found how many lines fit, those that were not kept included
     */
    record Found(List<Hit> hits, long found, long lines, long broken) {}

    private final int file;
    private final boolean keepBytes;
    private final boolean countLines;
    private final int limit;
    private final boolean latest;
    private final Comparator<Hit> order;
    private final LineTest test;
    private final List<Needle> needles;
    private final int[] next;
    private final List<Hit> hits = new ArrayList<>();
    private long edge;
    private boolean full;
    private long found;
    private long lines;
    private long broken;

    /**
     * @param file its place among the files
     * @param keepBytes whether hits take their bytes along
     * @param countLines whether lines that are passed over are counted too
     */
    Scan(LogQuery query, SourceFile source, int file, boolean keepBytes, boolean countLines) {
        this.file = file;
        this.keepBytes = keepBytes;
        this.countLines = countLines;
        this.limit = query.limit();
        this.latest = query.latestFirst();
        this.order = query.order();
        this.test = new LineTest(query, source);
        this.needles = LineTest.needles(query);
        this.next = new int[needles.size()];
    }

    /**
     * Looks through lines.
     *
     * @param text begins and ends with whole lines between these two places
     * @param offset where {@code from} stands in the file
     */
    void lines(byte[] text, int from, int to, long offset) {
        if (countLines) {
            lines += count(text, from, to);
        }
        if (test.impossible()) {
            return;
        }
        for (int i = 0; i < next.length; i++) {
            next[i] = needles.get(i).find(text, from, to);
        }
        for (int at = from; at < to;) {
            int begin = next.length == 0 ? at : lineOf(firstWord(text, at, to), text, at);
            if (begin < 0) {
                return;
            }
            look(text, begin, to, offset + begin - from);
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

    private static int lineOf(int word, byte[] text, int notBefore) {
        int begin = word;
        while (begin > notBefore && text[begin - 1] != '\n') {
            begin--;
        }
        return begin;
    }

    private void look(byte[] text, int from, int to, long offset) {
        switch (test.look(text, from, to)) {
            case FITS -> {
                found++;
                if (!full || (latest ? test.at() >= edge : test.at() <= edge)) {
                    keep(text, from, offset);
                }
            }
            case BROKEN -> broken++;
            case DOES_NOT, NO_LINE -> { }
        }
    }

    private void keep(byte[] text, int from, long offset) {
        int end = test.lineEnd();
        int length = end > from && text[end - 1] == '\r' ? end - 1 - from : end - from;
        byte[] kept = null;
        if (keepBytes) {
            kept = java.util.Arrays.copyOfRange(text, from, from + length);
        }
        hits.add(new Hit(test.at(), file, offset, length, kept));
        if (limit > 0 && hits.size() >= 2 * limit) {
            hits.sort(order);
            hits.subList(limit, hits.size()).clear();
            edge = hits.getLast().at();
            full = true;
        }
    }

    /** Lines that are no heads. */
    private static long count(byte[] text, int from, int to) {
        int n = to > from && text[from] != '#' ? 1 : 0;
        for (int i = from + 1; i < to; i++) {
            n += text[i - 1] == '\n' && text[i] != '#' ? 1 : 0;
        }
        return n;
    }

    Found found() {
        return new Found(hits, found, lines, broken);
    }
}
