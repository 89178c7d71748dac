package app.caravel;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import app.caravel.cli.CommandLineFace;
import app.caravel.desktop.ScreenPictures;

/**
 * What the build runs once to make the AOT cache (JEP 514): the common verbs and the first screen, on a throw-away home, so
 * that their classes start from the cache.
 */
public final class Training {

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        var home = Files.createTempDirectory("caravel-training");
        try {
            CommandLineFace.pictures((sandbox, folder) ->
                    ScreenPictures.write(sandbox, true, folder, ScreenPictures.shots(sandbox), ScreenPictures.LOOKS.subList(0, 1)).size());
            var silent = new PrintWriter(PrintWriter.nullWriter());
            CommandLineFace.run(silent, silent, "--home", home.resolve("home").toString(), "demo", "--recipients", "12", "--screens", home.resolve("screens").toString());
        } finally {
            delete(home);
        }
        System.exit(0); // the toolkit's threads would keep the training alive
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
