package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Hands on text in pieces of whole lines. One thread's own: it reads into the same bytes again and again. */
final class Pieces {

    /** Who looks at lines. */
    interface Lines {
        /**
         * Looks at lines.
         *
         * @param text whole lines between these two places; only the text's last may lack its end
         * @param offset where {@code from} stands in the file
         */
        void lines(byte[] text, int from, int to, long offset);
    }

    /** What is read at a time: stays in a core's own cache, twice. */
    private static final int PIECE = 1 << 17;

    private byte[] text = new byte[2 * PIECE];

    /** Where text comes from. */
    private interface Source {
        /** Reads at most so many bytes into an array; -1 at the end. */
        int read(byte[] into, int at, int most) throws IOException;
    }

    void of(SourceFile file, Parts.Part part, Lines lines) throws IOException {
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            channel.position(part.from());
            long[] left = {part.to() - part.from()};
            through((into, at, most) -> {
                int read = left[0] == 0 ? -1 : channel.read(ByteBuffer.wrap(into, at, (int) Math.min(most, left[0])));
                left[0] -= Math.max(read, 0);
                return read;
            }, part.from(), lines);
        }
    }

    /** All lines of a packed file. Where it is damaged the lines before that place are looked at all the same. */
    void ofPacked(SourceFile file, Lines lines) throws IOException {
        try (var in = SourceFile.open(file.path())) {
            through(in::read, 0, lines);
        }
    }

    private void through(Source source, long from, Lines lines) throws IOException {
        int held = 0;
        long offset = from;
        while (true) {
            if (held + PIECE > text.length) {
                text = Arrays.copyOf(text, 2 * text.length); // a line that is longer than a piece
            }
            int read = source.read(text, held, PIECE);
            int filled = held + Math.max(read, 0);
            int end = read < 0 ? filled : wholeLines(held, filled);
            lines.lines(text, 0, end, offset);
            if (read < 0) {
                return;
            }
            System.arraycopy(text, end, text, 0, filled - end);
            held = filled - end;
            offset += end;
        }
    }

    /** Behind the last line end of what was read last; 0 where it brought none. */
    private int wholeLines(int readFrom, int to) {
        for (int i = to; i > readFrom; i--) {
            if (text[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
