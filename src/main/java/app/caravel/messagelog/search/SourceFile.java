package app.caravel.messagelog.search;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import app.caravel.messagelog.LogField;
import app.caravel.messagelog.LogHead;
import app.caravel.messagelog.LogName;

/**
 * A log file with the names of its fields.
 *
 * @param fields as its {@code #Fields} line has them, in lower case
 * @param name null where it is not named as logs are
 * @param size in bytes, as it was when it was looked at
 * @param ours whether Caravel wrote it
 */
record SourceFile(Path path, List<String> fields, Optional<LogName> name, long size, boolean ours) {

    private static final int HEAD = 16 * 1024;
    private static final int HEAD_LINES = 12;
    private static final String FIELDS = "#fields:";

    /** Reads a file's head; nothing where it has no fields of a message tracking log. */
    static Optional<SourceFile> of(Path path) throws IOException {
        long size = Files.size(path);
        byte[] head;
        try (var in = open(path)) {
            head = in.readNBytes(HEAD);
        }
        var text = new String(head, StandardCharsets.UTF_8).replace("\ufeff", "");
        for (int at = 0, n = 0; at < text.length() && n < HEAD_LINES; n++) {
            int end = text.indexOf('\n', at);
            var line = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            if (line.toLowerCase(Locale.ROOT).startsWith(FIELDS)) {
                var fields = Arrays.stream(line.substring(FIELDS.length()).strip().split(",")).map(field -> field.strip().toLowerCase(Locale.ROOT)).toList();
                if (fields.contains(LogField.EVENT_ID.key()) && fields.contains(LogField.DATE_TIME.key())) {
                    return Optional.of(new SourceFile(path, fields, LogName.of(path), size, LogHead.isOurs(head)));
                }
            }
        }
        return Optional.empty();
    }

    boolean isPacked() {
        return isPacked(path);
    }

    private static boolean isPacked(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** The text from its beginning, unpacked. */
    static InputStream open(Path path) throws IOException {
        var in = Files.newInputStream(path);
        if (!isPacked(path)) {
            return in;
        }
        try {
            return new GZIPInputStream(new BufferedInputStream(in, 1 << 16), 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Where a field stands in a line; -1 where this file has none. */
    int place(LogField field) {
        return fields.indexOf(field.key());
    }
}
