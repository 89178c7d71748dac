package app.caravel.account;

import java.util.Locale;
import java.util.Optional;

/** Where passwords are kept: the system's keychain, or an encrypted file. Never the database, the log or a process list. */
public interface Secrets {

    /** Where a password is kept. */
    enum Where {
        KEYCHAIN,
        /** In a file whose key lies beside it: whoever can read the user's files can read it. */
        FILE,
        /** In a file that a passphrase opens. */
        PASSPHRASE_FILE
    }

    /** What an account may have to keep. */
    enum Part {
        /** The password, or the refresh token of one that signs in by the browser. */
        PASSWORD,
        /** Of the user's own client id, where its issuer gives one. */
        CLIENT_SECRET,
        PROXY_PASSWORD,
        /** The private key that a domain's mail is signed with; kept under the id of its signing, not of an account. */
        DKIM_KEY;

        /** The end of its name; passwords had none before there was anything else. */
        String suffix() {
            return this == PASSWORD ? "" : "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A secret, or nothing where none is kept. The caller may overwrite the characters.
     *
     * @param account its id; 0: the workspace's own
     * @throws app.caravel.reason.Problem where the file waits for its passphrase
     */
    Optional<char[]> get(long account, Part part);

    /** Keeps a secret, or forgets it where it is empty. */
    void set(long account, Part part, char[] secret);

    /** The account's password, or its refresh token. */
    default Optional<char[]> password(Account account) {
        return get(account.id(), Part.PASSWORD);
    }

    /** Keeps a password, or forgets it where it is empty. */
    default void setPassword(Account account, char[] password) {
        set(account.id(), Part.PASSWORD, password);
    }

    /** Forgets all that is kept of an account. */
    default void forget(Account account) {
        for (var part : Part.values()) {
            if (part != Part.DKIM_KEY) {
                set(account.id(), part, new char[0]);
            }
        }
    }

    /** Where the next password goes. Asks the keychain, so not for a screen's own thread. */
    Where where();

    /** Whether the file waits for its passphrase. */
    boolean isLocked();

    /** Opens the file; false where the passphrase is another one. */
    boolean unlock(char[] passphrase);

    /** Puts the file under a passphrase from now on, or with an empty one back under a key beside it. */
    void protect(char[] passphrase);
}
