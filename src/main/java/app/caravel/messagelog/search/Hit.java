package app.caravel.messagelog.search;

import org.jspecify.annotations.Nullable;

/**
 * A line that fits.
 *
 * @param at epoch milliseconds
 * @param file its place among the files that were searched
 * @param offset where it begins in the file's text
 * @param kept its bytes, where the file is packed and cannot be entered in the middle
 */
record Hit(long at, int file, long offset, int length, byte @Nullable [] kept) implements Comparable<Hit> {

    @Override
    public int compareTo(Hit other) {
        int byTime = Long.compare(at, other.at);
        if (byTime != 0) {
            return byTime;
        }
        return file == other.file ? Long.compare(offset, other.offset) : Integer.compare(file, other.file);
    }
}
