package app.caravel;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of SQLite in a folder beside the jar. Without it the driver unpacks its own into the system's temporary
 * folder at every start (github.com/xerial/sqlite-jdbc, USAGE.md: org.sqlite.lib.path).
 */
final class Natives {

    private static final String FOLDER = "native";

    private Natives() {}

    /** Tells the driver where the library lies, if it does. To be called before the first database is opened. */
    static void use() {
        folder().filter(Files::isDirectory).ifPresent(folder -> System.setProperty("org.sqlite.lib.path", folder.toString()));
    }

    /** Unpacks the library of this system and this version of the driver; part of the build. */
    static void keepBesideTheJar() throws IOException {
        var folder = folder().orElseThrow(() -> new IOException("no jar to put the library beside"));
        var name = LibraryLoaderUtil.getNativeLibName();
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library != null) {
                Files.createDirectories(folder);
                Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Empty where the classes lie in a folder, as in tests. */
    private static Optional<Path> folder() {
        try {
            var place = Path.of(Natives.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(place) ? Optional.of(place.resolveSibling(FOLDER)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
