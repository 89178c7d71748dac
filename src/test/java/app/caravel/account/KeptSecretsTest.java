package app.caravel.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class KeptSecretsTest {

    @TempDir
    Path folder;

    private static Account account(long id) {
        return new Account(id, "a" + id, "", "a@x.example", "smtp.x.example", 465, Security.TLS, "a@x.example", null, 993, 0, 0, null, null);
    }

    /** A keychain in memory, to see what is handed to the system's. */
    private static final class Memory implements Keychain {
        private final Map<String, String> kept = new HashMap<>();
        private boolean locked;

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public boolean set(String name, String secret) {
            if (!locked) {
                kept.put(name, secret);
            }
            return !locked;
        }

        @Override
        public void remove(String name) {
            kept.remove(name);
        }
    }

    private KeptSecrets inFile() {
        return new KeptSecrets("w", new SecretsFile(folder), Optional::empty);
    }

    private static String password(Secrets secrets, long id) {
        return secrets.password(account(id)).map(String::new).orElse("none");
    }

    @Test
    void aPasswordGoesToTheKeychainWhereThereIsOne() {
        var keychain = new Memory();
        var secrets = new KeptSecrets("w", new SecretsFile(folder), () -> Optional.of(keychain));
        secrets.setPassword(account(1), "s3cret".toCharArray());
        assertEquals(Map.of("w/1", "s3cret"), keychain.kept);
        assertEquals(Secrets.Where.KEYCHAIN, secrets.where());
        assertEquals("s3cret", password(secrets, 1));
        assertFalse(Files.exists(folder.resolve("secrets")));
    }

    @Test
    void aKeychainThatDoesNotKeepItIsReplacedByTheFile() {
        var keychain = new Memory();
        keychain.locked = true;
        var secrets = new KeptSecrets("w", new SecretsFile(folder), () -> Optional.of(keychain));
        secrets.setPassword(account(1), "s3cret".toCharArray());
        assertEquals("s3cret", password(secrets, 1));
        keychain.locked = false;
        secrets.setPassword(account(1), "other".toCharArray());
        assertEquals("other", password(secrets, 1));
        assertEquals("none", password(inFile(), 1));
    }

    @Test
    void theFileKeepsPasswordsUnreadableForOthers() throws IOException {
        inFile().setPassword(account(1), "授权码 pässword".toCharArray());
        assertEquals("授权码 pässword", password(inFile(), 1));
        assertEquals("none", password(inFile(), 2));
        assertEquals(Secrets.Where.FILE, inFile().where());
        var bytes = new String(Files.readAllBytes(folder.resolve("secrets")), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("word"));
        for (var file : new String[] {"secrets", "secrets.key"}) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
        }
    }

    @Test
    void anEmptyPasswordForgets() {
        inFile().setPassword(account(1), "a".toCharArray());
        inFile().setPassword(account(1), new char[0]);
        assertEquals("none", password(inFile(), 1));
    }

    @Test
    void aPassphraseOpensTheFileAndNothingElseDoes() {
        var secrets = inFile();
        secrets.setPassword(account(1), "one".toCharArray());
        secrets.protect("open sesame".toCharArray());
        secrets.setPassword(account(2), "two".toCharArray());
        assertFalse(Files.exists(folder.resolve("secrets.key")));
        assertEquals(Secrets.Where.PASSPHRASE_FILE, secrets.where());

        var later = inFile();
        assertTrue(later.isLocked());
        assertEquals("account.secrets-locked", assertThrows(Problem.class, () -> password(later, 1)).reason().key());
        assertFalse(later.unlock("open barley".toCharArray()));
        assertTrue(later.unlock("open sesame".toCharArray()));
        assertEquals("one", password(later, 1));
        assertEquals("two", password(later, 2));

        later.protect(new char[0]);
        assertFalse(inFile().isLocked());
        assertEquals("one", password(inFile(), 1));
    }

    @Test
    void aSealedValueCannotBeMovedToAnotherAccount() throws IOException {
        inFile().setPassword(account(1), "one".toCharArray());
        inFile().setPassword(account(2), "two".toCharArray());
        var file = folder.resolve("secrets");
        var lines = Files.readAllLines(file);
        var swapped = lines.get(1).split(" ")[0] + " " + lines.get(2).split(" ")[1];
        Files.writeString(file, lines.get(0) + "\n" + swapped + "\n");
        assertEquals("account.secret-unreadable", assertThrows(Problem.class, () -> password(inFile(), 1)).reason().key());
    }

    @Test
    void aLostKeyIsSaidAndNotOverwritten() throws IOException {
        inFile().setPassword(account(1), "one".toCharArray());
        Files.delete(folder.resolve("secrets.key"));
        assertThrows(Problem.class, () -> password(inFile(), 1));
        assertThrows(Problem.class, () -> inFile().setPassword(account(2), "two".toCharArray()));
    }

    @Test
    void severalWritersLoseNothing() {
        IntStream.rangeClosed(1, 20).parallel().forEach(id -> inFile().setPassword(account(id), ("p" + id).toCharArray()));
        assertArrayEquals(IntStream.rangeClosed(1, 20).mapToObj(id -> "p" + id).toArray(), IntStream.rangeClosed(1, 20).mapToObj(id -> password(inFile(), id)).toArray());
    }
}
