package app.caravel.account;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Passwords in the system's keychain where it has one, else in an encrypted file of the workspace. */
public final class KeptSecrets implements Secrets {

    private final String workspace;
    private final SecretsFile file;
    private final Supplier<Optional<Keychain>> system;
    private @Nullable Optional<Keychain> keychain;

    KeptSecrets(String workspace, SecretsFile file, Supplier<Optional<Keychain>> system) {
        this.workspace = workspace;
        this.file = file;
        this.system = system;
    }

    /**
     * @param workspace tells this workspace's passwords from another's in the same keychain
     * @param folder where the encrypted file lies
     * @param passphrase of the file, if it is known already; else {@link #unlock} takes it
     */
    public static KeptSecrets in(String workspace, Path folder, char @Nullable [] passphrase) {
        var secrets = new KeptSecrets(workspace, new SecretsFile(folder), Keychain::ofSystem);
        if (passphrase != null && secrets.isLocked()) {
            secrets.unlock(passphrase);
        }
        return secrets;
    }

    /** Asked at the first need only: it may take its time, or ask the person. */
    private synchronized Optional<Keychain> keychain() {
        if (keychain == null) {
            keychain = system.get();
        }
        return keychain;
    }

    @Override
    public Optional<char[]> get(long account, Part part) {
        var name = name(account, part);
        return keychain().flatMap(chain -> chain.get(name)).map(String::toCharArray).or(() -> file.get(name));
    }

    @Override
    public void set(long account, Part part, char[] secret) {
        var name = name(account, part);
        if (secret.length == 0) {
            keychain().ifPresent(chain -> chain.remove(name));
            file.remove(name);
        } else if (keychain().isPresent() && keychain().get().set(name, new String(secret))) {
            file.remove(name);
        } else {
            // Windows keeps 1,280 characters, and some refresh tokens have more: what was kept before must not stay
            keychain().ifPresent(chain -> chain.remove(name));
            file.put(name, secret);
        }
    }

    @Override
    public Where where() {
        if (keychain().isPresent()) {
            return Where.KEYCHAIN;
        }
        return file.hasPassphrase() ? Where.PASSPHRASE_FILE : Where.FILE;
    }

    @Override
    public boolean isLocked() {
        return file.isLocked();
    }

    @Override
    public boolean unlock(char[] passphrase) {
        return file.unlock(passphrase);
    }

    @Override
    public void protect(char[] passphrase) {
        file.protect(passphrase);
    }

    private String name(long account, Part part) {
        return workspace + "/" + account + part.suffix();
    }
}
