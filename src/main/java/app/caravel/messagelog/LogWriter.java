package app.caravel.messagelog;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import app.caravel.messagelog.LogStore.Cursor;

/**
 * Writes lines so that a crash at any moment neither loses nor doubles one: which file is written up to which byte is kept
 * with the last step in one transaction, after the bytes are on disk. What stands behind that byte was written before a
 * crash and is cut off. A file's name is kept before the file is made.
 */
final class LogWriter implements Closeable {

    private static final int BUFFER = 1 << 18;
    private static final long DAY = 86_400;
    /** Steps are written down in the order of their commits; their times may run back by a little. */
    private static final Duration DISORDER = Duration.ofHours(1);

    private final LogFolder folder;
    private final LogStore store;
    private final LogSettings settings;
    private final Instant now;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private Cursor cursor;
    private @Nullable FileChannel channel;
    private long written;
    private @Nullable LocalDate day;

    LogWriter(LogFolder folder, LogStore store, LogSettings settings, Cursor cursor, Instant now) throws IOException {
        this.folder = folder;
        this.store = store;
        this.settings = settings;
        this.cursor = cursor;
        this.now = now;
        goOn();
    }

    /** Opens the file that was written last, if it is still what we left. */
    private void goOn() throws IOException {
        if (cursor.file() == null || !cursor.folder().equals(folder.key())) {
            cursor = cursor.in(folder.key(), null);
            return;
        }
        var file = folder.file(cursor.file());
        if (!Files.exists(file) || Files.size(file) < cursor.length()) {
            cursor = cursor.in(folder.key(), null); // somebody took it away, or cut it: what it held is his to know
            return;
        }
        var opened = FileChannel.open(file, StandardOpenOption.WRITE);
        channel = opened;
        day = LogName.of(file).map(LogName::day).orElse(null);
        opened.truncate(cursor.length());
        opened.position(cursor.length());
        written = cursor.length();
        if (written == 0) {
            put(LogHead.of(now).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds a line; the steps before this one are in the files or have no line. */
    void write(LogLine line, long step) throws IOException {
        var bytes = line.written().getBytes(StandardCharsets.UTF_8);
        if (needsAnother(line.at(), bytes.length)) {
            save(step - 1);
            begin(LocalDate.ofInstant(line.at(), ZoneOffset.UTC));
        }
        put(bytes);
    }

    private boolean needsAnother(Instant at, int bytes) {
        var its = day;
        if (channel == null || its == null || written + bytes > settings.fileBytes() && written > LogHead.of(now).length()) {
            return true;
        }
        long days = its.toEpochDay();
        return Math.floorDiv(at.getEpochSecond(), DAY) > days || Math.floorDiv(at.plus(DISORDER).getEpochSecond(), DAY) < days;
    }

    private void begin(LocalDate newDay) throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
        Files.createDirectories(folder.path());
        var name = folder.next(newDay).file();
        cursor = cursor.in(folder.key(), name);
        store.begin(cursor);
        try {
            channel = FileChannel.open(folder.file(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            cursor = cursor.in(folder.key(), null);
            store.keep(cursor);
            store.forget(folder.key(), name); // it is not ours: nobody made it, or somebody else did
            throw e;
        }
        written = 0;
        day = newDay;
        put(LogHead.of(now).getBytes(StandardCharsets.UTF_8));
        folder.tidy(settings, LocalDate.ofInstant(now, ZoneOffset.UTC), name);
    }

    private void put(byte[] bytes) throws IOException {
        if (bytes.length > buffer.remaining()) {
            empty();
        }
        if (bytes.length > buffer.remaining()) {
            write(ByteBuffer.wrap(bytes));
        } else {
            buffer.put(bytes);
        }
        written += bytes.length;
    }

    private void empty() throws IOException {
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        var open = channel;
        while (open != null && bytes.hasRemaining()) {
            open.write(bytes);
        }
    }

    /** All up to this step is on disk when it returns. */
    void save(long step) throws IOException {
        empty();
        if (channel != null) {
            channel.force(false);
        }
        cursor = cursor.at(step, written);
        store.keep(cursor);
    }

    /** The file being written, if there is one. */
    @Nullable String file() {
        return cursor.file();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
