package app.caravel.account;

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

    /**
     * The account's password, or nothing where none is kept. The caller may overwrite the characters.
     *
     * @throws app.caravel.reason.Problem where the file waits for its passphrase
     */
    Optional<char[]> password(Account account);

    /** Keeps a password, or forgets it where it is empty. */
    void setPassword(Account account, char[] password);

    /** Where the next password goes. Asks the keychain, so not for a screen's own thread. */
    Where where();

    /** Whether the file waits for its passphrase. */
    boolean isLocked();

    /** Opens the file; false where the passphrase is another one. */
    boolean unlock(char[] passphrase);

    /** Puts the file under a passphrase from now on, or with an empty one back under a key beside it. */
    void protect(char[] passphrase);
}
