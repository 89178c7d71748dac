package app.caravel;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import app.caravel.cli.CommandLineFace;
import app.caravel.desktop.ScreenPictures;

/**
 * What the build runs to make the AOT caches (JEP 514), on a throw-away home, so that classes start from the cache. Two of
 * them, because every class of a cache is loaded at each start: {@code desktop} shows the screens, {@code verbs} runs the
 * common verbs. It also leaves the database's native library beside the jar, else each start unpacks it anew.
 */
public final class Training {

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        var home = Files.createTempDirectory("caravel-training");
        try {
            if (arguments[0].equals("verbs")) {
                verbs(home);
            } else {
                Natives.keepBesideTheJar();
                desktop(home);
            }
        } finally {
            delete(home);
        }
        System.exit(0); // the toolkit's threads would keep the training alive
    }

    private static void desktop(Path folder) {
        CommandLineFace.pictures((sandbox, pictures) ->
                ScreenPictures.write(sandbox, true, pictures, ScreenPictures.shots(sandbox), ScreenPictures.LOOKS.subList(0, 1)).size());
        run(folder, "demo", "--recipients", "12", "--screens", folder.resolve("screens").toString());
    }

    private static void verbs(Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("list.csv"), "Name,Company,E-mail,Country\nAnna Weber,Licht GmbH,anna@licht.example,Germany\n");
        var mail = Files.writeString(folder.resolve("mail.html"), "<p>Dear {{ first_name | default: 'friend' }}, <a href='https://a.example/'>see</a></p>");
        run(folder, "contacts", "import", list.toString(), "--list", "L", "--json");
        run(folder, "account", "add", "a", "--from", "Anna <anna@licht.example>", "--host", "127.0.0.1", "--port", "9", "--security", "none");
        run(folder, "campaign", "create", "C", "--list", "L", "--account", "a", "--subject", "Hello", "--html", mail.toString());
        run(folder, "campaign", "check", "C", "--json");
        run(folder, "campaign", "status", "C", "--json");
        run(folder, "report", "campaign", "C", "--json");
        run(folder, "contacts", "export", folder.resolve("out.csv").toString());
        run(folder, "sync", "--json");
    }

    private static void run(Path folder, String... verb) {
        var silent = new PrintWriter(PrintWriter.nullWriter());
        CommandLineFace.run(silent, silent, Stream.concat(Stream.of("--home", folder.resolve("home").toString()), Stream.of(verb)).toArray(String[]::new));
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
