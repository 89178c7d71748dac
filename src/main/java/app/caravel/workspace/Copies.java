package app.caravel.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;

import org.jdbi.v3.core.Jdbi;

/** Files that hold an older state of this workspace: what lies in its home beside the database, and the backups that were written elsewhere. */
final class Copies {

    private static final int BLOCK = 1 << 16;

    private final Home home;
    private final Jdbi db;

    Copies(Home home, Jdbi db) {
        this.home = home;
        this.db = db;
    }

    /** Remembers where a backup was written. */
    static void written(Jdbi db, Path file, Instant at) {
        db.useHandle(h -> h.createUpdate("INSERT INTO backup_written (path, at) VALUES (:path, :at) ON CONFLICT (path) DO UPDATE SET at = excluded.at")
                .bind("path", file.toString()).bind("at", at.toEpochMilli()).execute());
    }

    /** Those in which one of these words stands, looked for byte by byte; one that cannot be read is named too. */
    List<Path> holding(Collection<String> words) {
        var needles = words.stream().map(word -> word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)).filter(bytes -> bytes.length > 2).toList();
        return files().stream().filter(file -> holds(file, needles)).toList();
    }

    private List<Path> files() {
        var files = new ArrayList<Path>();
        var database = home.database().getFileName().toString();
        try (var all = Files.walk(home.folder())) {
            all.filter(Files::isRegularFile).filter(file -> !(home.folder().equals(file.getParent()) && (file.getFileName().toString().equals(database)
                    || file.getFileName().toString().equals(database + "-wal") || file.getFileName().toString().equals(database + "-shm")))).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        db.withHandle(h -> h.createQuery("SELECT path FROM backup_written ORDER BY path").mapTo(String.class).list()).stream().map(Path::of)
                .filter(file -> Files.isRegularFile(file) && !file.startsWith(home.folder())).forEach(files::add);
        return files;
    }

    private static boolean holds(Path file, List<byte[]> needles) {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
                return zipHolds(file, needles);
            }
            try (var again = Files.newInputStream(file)) {
                return holds(again, needles);
            }
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean zipHolds(Path file, List<byte[]> needles) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (holds(zip, needles)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(InputStream in, List<byte[]> needles) throws IOException {
        int longest = needles.stream().mapToInt(needle -> needle.length).max().orElse(0);
        var window = new byte[BLOCK + longest];
        int kept = 0;
        for (int read = in.readNBytes(window, 0, BLOCK); read > 0; read = in.readNBytes(window, kept, BLOCK)) {
            int filled = kept + read;
            for (int i = 0; i < filled; i++) { // ASCII letters in lower case: an address may stand in any
                if (window[i] >= 'A' && window[i] <= 'Z') {
                    window[i] += 32;
                }
            }
            for (var needle : needles) {
                if (indexOf(window, filled, needle) >= 0) {
                    return true;
                }
            }
            kept = Math.min(longest, filled);
            System.arraycopy(window, filled - kept, window, 0, kept);
        }
        return false;
    }

    private static int indexOf(byte[] bytes, int length, byte[] needle) {
        for (int i = 0; i <= length - needle.length; i++) {
            int j = 0;
            while (j < needle.length && bytes[i + j] == needle[j]) {
                j++;
            }
            if (j == needle.length) {
                return i;
            }
        }
        return -1;
    }
}
