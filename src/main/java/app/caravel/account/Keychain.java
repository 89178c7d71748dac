package app.caravel.account;

import java.util.Optional;
import java.util.UUID;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/** The keychain of the operating system. */
interface Keychain {

    Optional<String> get(String name);

    /** Whether it was kept. */
    boolean set(String name, String secret);

    void remove(String name);

    /**
     * The system's keychain, if it keeps what it is given: on a server there is none, on some desktops it is locked. A person
     * who wants none of it sets {@code CARAVEL_KEYCHAIN=off}.
     */
    static Optional<Keychain> ofSystem() {
        if ("off".equalsIgnoreCase(System.getenv("CARAVEL_KEYCHAIN"))) {
            return Optional.empty();
        }
        try {
            var keychain = new OfSystem(Keyring.create());
            var probe = UUID.randomUUID().toString();
            boolean keeps = keychain.set(probe, probe) && keychain.get(probe).filter(probe::equals).isPresent();
            keychain.remove(probe);
            return keeps ? Optional.of(keychain) : Optional.empty();
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            System.getLogger(Keychain.class.getName()).log(System.Logger.Level.DEBUG, "no keychain", e);
            return Optional.empty();
        }
    }

    /** Java-keyring's one way to all of them. */
    final class OfSystem implements Keychain {
        private static final String SERVICE = "Caravel";
        private final Keyring keyring;

        private OfSystem(Keyring keyring) {
            this.keyring = keyring;
        }

        @Override
        public Optional<String> get(String name) {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, name));
            } catch (PasswordAccessException | RuntimeException e) {
                return Optional.empty();
            }
        }

        @Override
        public boolean set(String name, String secret) {
            try {
                keyring.setPassword(SERVICE, name, secret);
                return true;
            } catch (PasswordAccessException | RuntimeException e) {
                System.getLogger(Keychain.class.getName()).log(System.Logger.Level.INFO, "the keychain did not keep a password");
                return false;
            }
        }

        @Override
        public void remove(String name) {
            try {
                keyring.deletePassword(SERVICE, name);
            } catch (PasswordAccessException | RuntimeException e) {
                System.getLogger(Keychain.class.getName()).log(System.Logger.Level.DEBUG, "nothing to remove", e);
            }
        }
    }
}
