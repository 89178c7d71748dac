package app.caravel.smtp;

import java.util.Optional;

import app.caravel.account.Account;

/** Who signs the mails of an account: mostly its provider, and nobody here. */
@FunctionalInterface
public interface Signatures {

    Optional<DkimSignature> of(Account account);
}
