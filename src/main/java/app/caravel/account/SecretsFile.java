package app.caravel.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * Passwords in a file, each sealed by itself: {@code secrets}, read and written by its owner alone. The key is a random one in
 * {@code secrets.key} beside it, or a passphrase's. A first line says which; then a line a secret, name and sealed value in base64.
 */
final class SecretsFile {

    private static final String HEAD = "caravel-secrets 1 ";
    private static final String CHECK = "check";

    private final Path file;
    private final Path keyFile;
    private final Path lockFile;
    private @Nullable Seal opened;

    SecretsFile(Path folder) {
        this.file = folder.resolve("secrets");
        this.keyFile = folder.resolve("secrets.key");
        this.lockFile = folder.resolve("secrets.lock");
    }

    /** What the file holds. */
    private record Contents(String head, Map<String, String> sealed) {
        boolean hasPassphrase() {
            return head.startsWith("passphrase ");
        }
    }

    boolean hasPassphrase() {
        return read().hasPassphrase();
    }

    synchronized boolean isLocked() {
        return opened == null && hasPassphrase();
    }

    synchronized boolean unlock(char[] passphrase) {
        var contents = read();
        if (!contents.hasPassphrase()) {
            return true;
        }
        var parts = contents.head.split(" ", -1);
        var seal = Seal.ofPassphrase(passphrase, decoded(parts[2]), Integer.parseInt(parts[1]));
        try {
            seal.open(CHECK, decoded(parts[3]));
            opened = seal;
            return true;
        } catch (AEADBadTagException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized Optional<char[]> get(String name) {
        var contents = read();
        var sealed = contents.sealed.get(name);
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            var bytes = seal(contents).open(name, decoded(sealed));
            return Optional.of(characters(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Problem(Reason.of("account.secret-unreadable", "file", file.toString()), e);
        }
    }

    synchronized void put(String name, char[] secret) {
        changing(contents -> contents.sealed.put(name, sealed(seal(contents), name, secret)));
    }

    synchronized void remove(String name) {
        if (read().sealed.containsKey(name)) {
            changing(contents -> contents.sealed.remove(name));
        }
    }

    /** Seals everything anew under a passphrase, or with an empty one under a key of its own. */
    synchronized void protect(char[] passphrase) {
        locked(() -> {
            var before = read();
            if (passphrase.length == 0 && !before.hasPassphrase()) {
                return;
            }
            var secrets = new LinkedHashMap<String, char[]>();
            before.sealed.keySet().forEach(name -> get(name).ifPresent(secret -> secrets.put(name, secret)));
            boolean plain = passphrase.length == 0;
            var salt = Seal.random(16);
            var seal = plain ? Seal.of(Seal.random(Seal.KEY_BYTES)) : Seal.ofPassphrase(passphrase, salt, Seal.ITERATIONS);
            var head = plain ? "file" : "passphrase " + Seal.ITERATIONS + " " + encoded(salt) + " " + sealed(seal, CHECK, new char[0]);
            var after = new Contents(head, new LinkedHashMap<>());
            secrets.forEach((name, secret) -> after.sealed.put(name, sealed(seal, name, secret)));
            if (plain) {
                OwnerFile.write(keyFile, seal.key());
                write(after);
            } else {
                write(after);
                Files.deleteIfExists(keyFile);
            }
            opened = plain ? null : seal;
        });
    }

    /** A change to the file's contents. */
    private interface Change {
        void apply(Contents contents);
    }

    private interface Work {
        void run() throws IOException;
    }

    private void changing(Change change) {
        locked(() -> {
            var contents = read();
            change.apply(contents);
            write(contents);
        });
    }

    /** Desktop and command line may both want to write. */
    private void locked(Work work) {
        try {
            Files.createDirectories(lockFile.toAbsolutePath().getParent());
            synchronized (SecretsFile.class) {
                try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = channel.lock()) {
                    work.run();
                }
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("account.secret-not-kept", "file", file.toString()), e);
        }
    }

    private Contents read() {
        if (!Files.exists(file)) {
            return new Contents("file", new LinkedHashMap<>());
        }
        try {
            var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.isEmpty() || !lines.getFirst().startsWith(HEAD)) {
                throw Problem.of("account.secret-unreadable", "file", file.toString());
            }
            var sealed = new LinkedHashMap<String, String>();
            for (var line : lines.subList(1, lines.size())) {
                var parts = line.split(" ", 2);
                sealed.put(new String(decoded(parts[0]), StandardCharsets.UTF_8), parts[1]);
            }
            return new Contents(lines.getFirst().substring(HEAD.length()), sealed);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Problem(Reason.of("account.secret-unreadable", "file", file.toString()), e);
        }
    }

    private void write(Contents contents) throws IOException {
        var text = new StringBuilder(HEAD).append(contents.head).append('\n');
        contents.sealed.forEach((name, sealed) ->
                text.append(encoded(name.getBytes(StandardCharsets.UTF_8))).append(' ').append(sealed).append('\n'));
        OwnerFile.write(file, text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private Seal seal(Contents contents) {
        if (contents.hasPassphrase()) {
            if (opened == null) {
                throw Problem.of("account.secrets-locked", "file", file.toString());
            }
            return opened;
        }
        try {
            if (!Files.exists(keyFile)) {
                if (!contents.sealed.isEmpty()) {
                    throw Problem.of("account.secret-unreadable", "file", keyFile.toString());
                }
                OwnerFile.write(keyFile, Seal.random(Seal.KEY_BYTES));
            }
            return Seal.of(Files.readAllBytes(keyFile));
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem(Reason.of("account.secret-unreadable", "file", keyFile.toString()), e);
        }
    }

    private static String sealed(Seal seal, String name, char[] secret) {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return encoded(seal.seal(name, bytes));
    }

    private static char[] characters(byte[] bytes) {
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        var characters = new char[decoded.remaining()];
        decoded.get(characters);
        return characters;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
