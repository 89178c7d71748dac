package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Cuts files at line ends, so that several threads share one. */
final class Parts {

    /** What one thread takes at a time. */
    private static final long SHARE = 8L << 20;
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
}
