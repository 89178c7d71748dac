package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts files at line ends, so that several threads share one, and hands their text to scans in whole lines. */
final class Parts {

    /** What one thread takes at a time. */
    private static final long SHARE = 8L << 20;
    /** What is read at a time: fits into a core's own cache. */
    private static final int PIECE = 1 << 19;
    private static final int LOOK = 1 << 12;

    private Parts() {}

    /** A stretch of whole lines. */
    record Part(long from, long to) {}

    /** Cuts a file that is not packed. */
    static List<Part> of(SourceFile file) throws IOException {
        if (file.size() <= SHARE) {
            return List.of(new Part(0, file.size()));
        }
        var parts = new ArrayList<Part>();
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long from = 0;
            while (from < file.size()) {
                long to = from + SHARE >= file.size() ? file.size() : lineAfter(channel, from + SHARE, file.size());
                parts.add(new Part(from, to));
                from = to;
            }
        }
        return parts;
    }

    private static long lineAfter(FileChannel channel, long position, long size) throws IOException {
        var buffer = ByteBuffer.allocate(LOOK);
        for (long at = position; at < size;) {
            int read = channel.read(buffer.clear(), at);
            for (int i = 0; i < read; i++) {
                if (buffer.get(i) == '\n') {
                    return at + i + 1;
                }
            }
            if (read <= 0) {
                break;
            }
            at += read;
        }
        return size;
    }

    /** Where text comes from. */
    private interface Text {
        /** Reads at most so many bytes into an array; -1 at the end. */
        int read(byte[] into, int at, int most) throws IOException;
    }

    static void scan(SourceFile file, Part part, Scan scan) throws IOException {
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            channel.position(part.from());
            long[] left = {part.to() - part.from()};
            through((into, at, most) -> {
                int read = left[0] == 0 ? -1 : channel.read(ByteBuffer.wrap(into, at, (int) Math.min(most, left[0])));
                left[0] -= Math.max(read, 0);
                return read;
            }, part.from(), scan);
        }
    }

    /** All lines of a packed file. Where it is damaged the lines before that place are looked at all the same. */
    static void scanPacked(SourceFile file, Scan scan) throws IOException {
        try (var in = SourceFile.open(file.path())) {
            through(in::read, 0, scan);
        }
    }

    private static void through(Text source, long from, Scan scan) throws IOException {
        var text = new byte[2 * PIECE];
        int held = 0;
        long offset = from;
        while (true) {
            int read = source.read(text, held, Math.min(PIECE, text.length - held));
            int filled = held + Math.max(read, 0);
            int end = read < 0 ? filled : wholeLines(text, held, filled);
            scan.lines(text, 0, end, offset);
            if (read < 0) {
                return;
            }
            System.arraycopy(text, end, text, 0, filled - end);
            held = filled - end;
            offset += end;
            if (held + PIECE > text.length) {
                text = Arrays.copyOf(text, 2 * text.length); // a line that is longer than a piece
            }
        }
    }

    /** Behind the last line end of what was read last; 0 where it brought none. */
    private static int wholeLines(byte[] text, int readFrom, int to) {
        for (int i = to; i > readFrom; i--) {
            if (text[i - 1] == '\n') {
                return i;
            }
        }
        return 0;
    }
}
