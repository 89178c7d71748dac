package app.caravel.messagelog.search;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogHead;

/**
 * The index beside a file: for each line a hash of its Message-ID and where it begins, sorted by hash. Made when it is
 * first needed, and anew when the file has changed; a hash that fits by chance costs a look at a line and no more.
 */
final class MessageIds {

    private static final long MAGIC = 0x4356_4c49_4453_0001L;
    private static final int HEAD = 4 * Long.BYTES;
    private static final long OFFSET = 0xffff_ffffL;
    /** Larger files are looked through: they are read as a whole to make the index. */
    private static final long LARGEST = 1L << 30;

    private final Path index;
    private final long[] entries;

    private MessageIds(Path index, long[] entries) {
        this.index = index;
        this.entries = entries;
    }

    /** Whether a query asks for Message-IDs, and a file's index can answer it. */
    static boolean answers(LogQuery query, SourceFile file) {
        return file.ours() && file.size() <= LARGEST && file.place(LogField.MESSAGE_ID) >= 0 && query.terms().stream().anyMatch(MessageIds::isId);
    }

    private static boolean isId(LogQuery.Term term) {
        return term.field() == LogField.MESSAGE_ID && term.how() == LogQuery.How.ID;
    }

    /** The index of a file, read, or made and kept. */
    static MessageIds of(SourceFile file) throws IOException {
        var path = LogHead.indexOf(file.path());
        long changed = Files.getLastModifiedTime(file.path()).toMillis();
        var kept = read(path, file.size(), changed);
        if (kept.isPresent()) {
            return kept.get();
        }
        var made = new MessageIds(path, make(file));
        made.keep(file.size(), changed);
        return made;
    }

    private static Optional<MessageIds> read(Path path, long size, long changed) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        if (bytes.remaining() < HEAD || bytes.getLong() != MAGIC || bytes.getLong() != size || bytes.getLong() != changed || bytes.getLong() != bytes.remaining() / Long.BYTES) {
            return Optional.empty();
        }
        var entries = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(entries);
        return Optional.of(new MessageIds(path, entries));
    }

    private static long[] make(SourceFile file) throws IOException {
        int place = file.place(LogField.MESSAGE_ID);
        var bytes = text(file);
        var entries = new long[1024];
        int count = 0;
        var fields = new LineFields();
        for (int at = 0; at < bytes.length;) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (bytes[at] != '#') {
                fields.read(bytes, at, end);
                if (fields.count() > place) {
                    if (count == entries.length) {
                        entries = Arrays.copyOf(entries, 2 * count);
                    }
                    entries[count++] = entry(fields.value(place), at);
                }
            }
            at = end + 1;
        }
        var exact = Arrays.copyOf(entries, count);
        Arrays.sort(exact);
        return exact;
    }

    /** What the file held when it was looked at; lines that came since are in the next index. */
    private static byte[] text(SourceFile file) throws IOException {
        try (var in = Files.newInputStream(file.path())) {
            return in.readNBytes(Math.toIntExact(file.size()));
        }
    }

    private static long entry(String id, long offset) {
        return (long) hash(id) << Integer.SIZE | offset;
    }

    private static int hash(String id) {
        var bare = id.strip().toLowerCase(Locale.ROOT);
        return (bare.length() > 1 && bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare).hashCode();
    }

    /** Put in place as a whole; where the folder takes nothing the next search makes it again. */
    private void keep(long size, long changed) {
        try {
            var bytes = new ByteArrayOutputStream(HEAD + entries.length * Long.BYTES);
            try (var out = new DataOutputStream(bytes)) {
                out.writeLong(MAGIC);
                out.writeLong(size);
                out.writeLong(changed);
                out.writeLong(entries.length);
                for (long entry : entries) {
                    out.writeLong(entry);
                }
            }
            var part = index.resolveSibling(index.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            Files.write(part, bytes.toByteArray());
            Files.move(part, index, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger(MessageIds.class.getName()).log(System.Logger.Level.DEBUG, "no index kept", e);
        }
    }

    /** Looks at the lines that the index names. */
    Scan.Found scan(LogQuery query, SourceFile file, int number) throws IOException {
        var scan = new Scan(query, file, number, false, false);
        var ids = query.terms().stream().filter(MessageIds::isId).findFirst().orElseThrow().words();
        try (var channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            for (var id : ids) {
                int hash = hash(id);
                int at = Arrays.binarySearch(entries, (long) hash << Integer.SIZE);
                for (int i = at < 0 ? -at - 1 : at; i < entries.length && (int) (entries[i] >> Integer.SIZE) == hash; i++) {
                    long offset = entries[i] & OFFSET;
                    var line = line(channel, offset);
                    scan.lines(line, 0, line.length, offset);
                }
            }
        }
        return scan.found();
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
