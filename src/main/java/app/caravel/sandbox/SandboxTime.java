package app.caravel.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How far the sandbox's clock is from the real one, kept in its home: it is needed before the database is opened. */
final class SandboxTime {

    private static final String FILE = "clock-offset-ms";

    private SandboxTime() {}

    static Optional<Duration> read(Path folder) {
        try {
            var file = folder.resolve(FILE);
            return Files.exists(file) ? Optional.of(Duration.ofMillis(Long.parseLong(Files.readString(file).strip()))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static void keep(Path folder, Duration offset) {
        try {
            Files.writeString(folder.resolve(FILE), String.valueOf(offset.toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
