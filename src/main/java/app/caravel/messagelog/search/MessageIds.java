package app.caravel.messagelog.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;

import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogHead;

/**
 * The index beside a file: for each line a hash of its Message-ID and where it begins, sorted by hash. Made when it is
 * first needed, and anew when the file has changed or the index is not what was written; a hash that fits by chance costs a
 * look at a line and no more.
 */
final class MessageIds {

    private static final long MAGIC = 0x4356_4c49_4453_0002L;
    /** Behind the magic number: the file's size and time, and how many lines it has, heads left out. */
    private static final int SIZE = Long.BYTES;
    private static final int CHANGED = 2 * Long.BYTES;
    private static final int LINES = 3 * Long.BYTES;
    private static final int HEAD = 4 * Long.BYTES;
    private static final int CHECKSUM = Long.BYTES;
    private static final long OFFSET = 0xffff_ffffL;
    /** Larger files are looked through. */
    private static final long LARGEST = 1L << 30;

    private final ByteBuffer index;

    private MessageIds(ByteBuffer index) {
        this.index = index;
    }

    /** Whether a query asks for Message-IDs, and a file's index can answer it. */
    static boolean answers(LogQuery query, SourceFile file) {
        return file.ours() && file.size() <= LARGEST && file.place(LogField.MESSAGE_ID) >= 0 && query.terms().stream().anyMatch(MessageIds::isId);
    }

    /** Words with a space or a semicolon are no ids but several: those are not in the index. */
    private static boolean isId(LogQuery.Term term) {
        return term.field() == LogField.MESSAGE_ID && term.how() == LogQuery.How.ID && term.words().stream().noneMatch(word -> word.contains(" ") || word.contains(";"));
    }

    /** The index of a file, read, or made and kept. */
    static MessageIds of(SourceFile file, Pieces pieces) throws IOException {
        var path = LogHead.indexOf(file.path());
        long changed = Files.getLastModifiedTime(file.path()).to(TimeUnit.NANOSECONDS);
        var kept = read(path, file.size(), changed);
        if (kept.isPresent()) {
            return kept.get();
        }
        var made = new MessageIds(make(file, changed, pieces));
        made.keep(path);
        return made;
    }

    /** What is kept, where it is whole and speaks of the file as it is now. */
    private static Optional<MessageIds> read(Path path, long size, long changed) {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (channel.size() < HEAD + CHECKSUM || channel.size() > LARGEST) {
                return Optional.empty();
            }
            var index = ByteBuffer.allocate((int) channel.size());
            while (index.hasRemaining() && channel.read(index) > 0) {
                // until all of it is there
            }
            index.flip();
            boolean good = index.limit() == index.capacity() && index.getLong(0) == MAGIC && index.getLong(SIZE) == size && index.getLong(CHANGED) == changed
                    && index.getLong(index.limit() - CHECKSUM) == checksum(index);
            return good ? Optional.of(new MessageIds(index)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // there is none, or it cannot be read: it is made
        }
    }

    private static long checksum(ByteBuffer index) {
        var sum = new CRC32C();
        sum.update(index.array(), 0, index.limit() - CHECKSUM);
        return sum.getValue();
    }

    /** Of what the file held when it was looked at; lines that came since are in the next index. */
    private static ByteBuffer make(SourceFile file, long changed, Pieces pieces) throws IOException {
        var entries = new Entries(file.place(LogField.MESSAGE_ID));
        pieces.of(file, new Parts.Part(0, file.size()), entries);
        var sorted = entries.sorted();
        var index = ByteBuffer.allocate(HEAD + sorted.length * Long.BYTES + CHECKSUM);
        index.putLong(MAGIC).putLong(file.size()).putLong(changed).putLong(entries.lines);
        index.asLongBuffer().put(sorted);
        return index.putLong(index.limit() - CHECKSUM, checksum(index)).clear();
    }

    /** What is collected for an index. */
    private static final class Entries implements Pieces.Lines {
        private final int place;
        private final LineFields fields;
        private long[] entries = new long[1 << 10];
        private int count;
        private long lines;

        Entries(int place) {
            this.place = place;
            this.fields = new LineFields(place);
        }

        @Override
        public void lines(byte[] text, int from, int to, long offset) {
            for (int at = from; at < to; at = fields.lineEnd() + 1) {
                fields.read(text, at, to);
                if (text[at] != '#') {
                    lines++;
                    if (fields.count() > place) {
                        long begin = offset + at - from;
                        IdHash.each(fields, text, place, hash -> add(hash, begin));
                    }
                }
            }
        }

        private void add(int hash, long offset) {
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, 2 * count);
            }
            entries[count++] = (long) hash << Integer.SIZE | offset;
        }

        long[] sorted() {
            var exact = Arrays.copyOf(entries, count);
            Arrays.sort(exact);
            return exact;
        }
    }

    /** Put in place as a whole; where the folder takes nothing the next search makes it again. */
    private void keep(Path path) {
        try {
            var part = path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            Files.write(part, index.array());
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger(MessageIds.class.getName()).log(System.Logger.Level.DEBUG, "no index kept", e);
        }
    }

    /** Hands the lines that the index names to a scan of the file. */
    void through(SourceFile file, LogQuery query, Scan scan) throws IOException {
        var ids = query.terms().stream().filter(MessageIds::isId).findFirst().orElseThrow().words();
        scan.passed(index.getLong(LINES));
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            for (long offset : ids.stream().flatMapToLong(id -> offsets(IdHash.of(id))).sorted().distinct().toArray()) {
                var line = line(channel, offset);
                scan.look(line, 0, line.length, offset);
            }
        }
    }

    /** Where lines begin whose Message-ID has this hash. */
    private LongStream offsets(int hash) {
        return IntStream.range(firstOf(hash), count()).mapToLong(this::entry).takeWhile(entry -> (int) (entry >> Integer.SIZE) == hash).map(entry -> entry & OFFSET);
    }

    private int count() {
        return (index.limit() - HEAD - CHECKSUM) / Long.BYTES;
    }

    private long entry(int i) {
        return index.getLong(HEAD + i * Long.BYTES);
    }

    /** The first entry with this hash or a greater one. */
    private int firstOf(int hash) {
        int from = 0;
        int to = count();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (entry(middle) < (long) hash << Integer.SIZE) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static byte[] line(FileChannel channel, long offset) throws IOException {
        for (int length = 4096;; length *= 2) {
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
                // until it is full, or the file ends
            }
            var text = bytes.array();
            for (int i = 0; i < bytes.position(); i++) {
                if (text[i] == '\n') {
                    return Arrays.copyOf(text, i + 1);
                }
            }
            if (bytes.hasRemaining()) {
                return Arrays.copyOf(text, bytes.position());
            }
        }
    }
}
