package app.caravel.account;

import java.util.Optional;

/** Where passwords are kept: the system's keychain, or an encrypted file. Never the database, the log or a process list. */
public interface Secrets {

    /** The account's password, or nothing where none is kept. The caller may overwrite the characters. */
    Optional<char[]> password(Account account);

    /** Keeps a password, or forgets it where it is empty. */
    void setPassword(Account account, char[] password);
}
