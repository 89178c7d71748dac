package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import app.caravel.messagelog.LogCsv;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * What a search found, by time: the earliest or the latest first. Only where the lines stand is held; they are read again when they are asked for, so that a
 * million of them cost little.
 */
public final class LogResults {

    private static final int WINDOW = 1 << 16;

    private final List<SourceFile> files;
    private final List<Hit> hits;
    private final long found;
    private final long lines;
    private final long broken;
    private final List<Path> unreadable;

    LogResults(List<SourceFile> files, List<Hit> hits, long found, long lines, long broken, List<Path> unreadable) {
        this.files = files;
        this.hits = hits;
        this.found = found;
        this.lines = lines;
        this.broken = broken;
        this.unreadable = unreadable;
    }

    /** How many lines fit, those over the limit included. */
    public long found() {
        return found;
    }

    /** How many are here: at most the limit. */
    public int size() {
        return hits.size();
    }

    /** How many lines were searched; 0 where nobody asked. */
    public long lines() {
        return lines;
    }

    /** How many lines that were looked at could not be read: cut off, or with too few or too many fields. */
    public long broken() {
        return broken;
    }

    /** Files that could not be read to their end. */
    public List<Path> unreadable() {
        return unreadable;
    }

    /** The names of all fields of the files that something was found in, the first file's first. */
    public List<String> fields() {
        var all = new LinkedHashSet<String>();
        hits.stream().mapToInt(Hit::file).distinct().sorted().forEach(file -> all.addAll(files.get(file).fields()));
        return List.copyOf(all);
    }

    /** All lines that are here, in the query's order. */
    public List<LogRow> rows() {
        var rows = new ArrayList<LogRow>(hits.size());
        forEach(rows::add);
        return rows;
    }

    /**
     * Hands out all lines that are here, in the query's order.
     *
     * @throws Problem where a file went meanwhile
     */
    public void forEach(Consumer<LogRow> each) {
        var windows = new HashMap<Integer, Window>();
        try {
            for (var hit : hits) {
                var bytes = hit.kept();
                if (bytes == null) {
                    var window = windows.get(hit.file());
                    if (window == null) {
                        if (windows.size() > 100) {
                            close(windows);
                        }
                        window = new Window(FileChannel.open(files.get(hit.file()).path(), StandardOpenOption.READ));
                        windows.put(hit.file(), window);
                    }
                    bytes = window.read(hit.offset(), hit.length());
                }
                var fields = files.get(hit.file()).fields();
                var values = LogCsv.split(new String(bytes, StandardCharsets.UTF_8));
                if (values.size() == fields.size()) { // else the file was written anew meanwhile
                    each.accept(new LogRow(Instant.ofEpochMilli(hit.at()), fields, values));
                }
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("messagelog.went-meanwhile"), e);
        } finally {
            close(windows);
        }
    }

    private static void close(Map<Integer, Window> windows) {
        for (var window : windows.values()) {
            try {
                window.channel.close();
            } catch (IOException e) {
                System.getLogger(LogResults.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
            }
        }
        windows.clear();
    }

    /** A stretch of a file that was read: lines that stand beside each other are mostly asked for together. */
    private static final class Window {
        private final FileChannel channel;
        private final ByteBuffer bytes = ByteBuffer.allocate(WINDOW).limit(0);
        private long begins;

        Window(FileChannel channel) {
            this.channel = channel;
        }

        byte[] read(long offset, int length) throws IOException {
            var line = new byte[length];
            if (length > WINDOW) {
                fill(ByteBuffer.wrap(line), offset);
                return line;
            }
            if (offset < begins || offset + length > begins + bytes.limit()) {
                bytes.clear();
                fill(bytes, offset);
                bytes.flip();
                begins = offset;
            }
            if (offset + length <= begins + bytes.limit()) {
                bytes.get((int) (offset - begins), line);
            }
            return line;
        }

        private void fill(ByteBuffer into, long offset) throws IOException {
            long at = offset;
            while (into.hasRemaining()) {
                int read = channel.read(into, at);
                if (read <= 0) {
                    return;
                }
                at += read;
            }
        }
    }
}
