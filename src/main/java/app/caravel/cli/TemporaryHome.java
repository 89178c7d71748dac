package app.caravel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/** An empty home for a verb that writes nothing; it is gone when it is closed. */
record TemporaryHome(Path folder) implements AutoCloseable {

    static TemporaryHome make() {
        try {
            return new TemporaryHome(Files.createTempDirectory("caravel-dry-run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Workspace open() {
        return Workspace.open(new Home(folder));
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
