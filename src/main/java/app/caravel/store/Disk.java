package app.caravel.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What there is room for: the systems' messages about a full disk differ, the room left does not. */
public final class Disk {

    private static final long NOTHING = 64 * 1024;

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private Disk() {}

    /** Whether a failure at this file means that its disk is full. */
    public static boolean isFull(IOException error, Path file) {
        var folder = file.getParent();
        return StoreProblems.isDiskFull(error) || folder != null && room(folder) < NOTHING;
    }

    /** How many bytes a folder's disk has left for us; more than any where nobody can tell. */
    public static long room(Path folder) {
        try {
            return Files.isDirectory(folder) ? Files.getFileStore(folder).getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Where SQLite keeps tables of a connection's own that have no room in memory (sqlite.org/tempfiles.html, section 5). */
    public static Path temporaryFolder() {
        var own = Path.of(System.getProperty("java.io.tmpdir"));
        return WINDOWS ? own : Stream.of(System.getenv("SQLITE_TMPDIR"), System.getenv("TMPDIR"), "/var/tmp", "/usr/tmp", "/tmp").filter(Objects::nonNull).map(Path::of)
                .filter(folder -> Files.isDirectory(folder) && Files.isWritable(folder) && Files.isExecutable(folder)).findFirst().orElse(own);
    }
}
