package app.caravel;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import app.caravel.cli.CommandLineFace;
import app.caravel.desktop.ScreenPictures;
import app.caravel.protocol.Links;
import app.caravel.protocol.Payload;
import app.caravel.protocol.TokenKey;

/**
 * What the build runs to make the AOT caches (JEP 514), on a throw-away home, so that classes start from the cache. Two of
 * them, because every class of a cache is loaded at each start: {@code desktop} shows the screens, {@code verbs} runs the
 * common verbs. It also leaves the database's native library beside the jar, else each start unpacks it anew.
 */
public final class Training {

    private static final int PEOPLE = 4_000;
    private static final int ROWS = 140;
    private static final int LINKS = 12;

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
        var certificate = certificate(folder); // before anything asks whose certificates are trusted
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
        send(folder, certificate);
        search(folder);
    }

    /** A campaign of a usual size over a line that takes all: how its code runs is then known before the first mail of a real one. */
    private static void send(Path folder, SSLContext certificate) throws IOException {
        var people = new StringBuilder("Name,Company,E-mail\n");
        for (int i = 0; i < PEOPLE; i++) {
            people.append("Anna Weber ").append(i).append(",Licht ").append(i).append(" GmbH,anna").append(i).append("@licht").append(i % 50).append(".example\n");
        }
        var html = new StringBuilder("<html><body><p>Dear {{ first_name | default: 'friend' }},</p>\n");
        for (int i = 0; i < ROWS; i++) {
            html.append("<p>Row ").append(i).append(" for {{ company | default: 'you' }}, <a href='https://a.example/p").append(i % LINKS).append("'>see it</a> and some words more</p>\n");
        }
        html.append("<a href='{{ unsubscribe_url }}'>no more</a></body></html>");
        run(folder, "contacts", "import", Files.writeString(folder.resolve("people.csv"), people).toString(), "--list", "P");
        sign();
        var mail = Files.writeString(folder.resolve("people.html"), html).toString();
        send(folder, mail, "plain", "none", null);
        send(folder, mail, "secured", "starttls", certificate);
    }

    private static void send(Path folder, String mail, String name, String security, @Nullable SSLContext certificate) throws IOException {
        try (var server = new TakesAll(certificate)) {
            run(folder, "account", "add", name, "--from", "Anna <anna@licht.example>", "--host", "localhost", "--port", String.valueOf(server.port()), "--security", security);
            run(folder, "campaign", "create", name, "--list", "P", "--account", name, "--subject", "Offer for {{ company }}", "--html", mail);
            if (run(folder, "campaign", "send", name, "--connections", "8", "--json") != 0) {
                throw new IllegalStateException("a campaign could not be sent for training");
            }
        }
    }

    /** A server's certificate for this run alone, which it trusts from now on: how TLS runs is worth knowing too. */
    private static SSLContext certificate(Path folder) throws IOException {
        var password = "training";
        var store = folder.resolve("certificate.p12");
        try {
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "training", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=localhost", "-ext", "san=dns:localhost",
                    "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", password).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            System.setProperty("javax.net.ssl.trustStore", store.toString());
            System.setProperty("javax.net.ssl.trustStorePassword", password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signed links, which need a tracker's key: pairing would ask a tracker, and bring its classes into each start. */
    private static void sign() {
        var key = new TokenKey(1, new byte[TokenKey.SECRET_BYTES]);
        for (int i = 0; i < PEOPLE * LINKS; i++) {
            Links.click("https://t.example", key, 1, new byte[Payload.RANDOM_ID_BYTES], i % LINKS, "https://www.a.example/p" + i % LINKS);
        }
    }

    /** What was sent is looked for in the message tracking log: by its index, and by words. */
    private static void search(Path folder) {
        var logs = folder.resolve("home").resolve("logs").resolve("MessageTracking").toString();
        run(folder, "log", "search", "--message-id=<nobody@licht.example>", "--json");
        for (var what : List.of("--event=SEND", "--subject=for licht 7", "--recipient=anna77@licht27.example", "--recipient=@licht7.example")) {
            run(folder, "log", "search", what, "--folder", logs, "--json");
        }
    }

    private static int run(Path folder, String... verb) {
        var silent = new PrintWriter(PrintWriter.nullWriter());
        return CommandLineFace.run(silent, silent, Stream.concat(Stream.of("--home", folder.resolve("home").toString()), Stream.of(verb)).toArray(String[]::new));
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
