package app.caravel.campaign;

import app.caravel.account.Account;

/**
 * Copies of sent mails in the accounts' own Sent folders. Sending tells it that it sends and waits for nothing: what is to be
 * copied stands in the ledger.
 */
public interface SentCopies {

    /** For a workspace without mailboxes. */
    SentCopies NONE = new SentCopies() {
        @Override
        public void follow() {
            // nobody wants any
        }

        @Override
        public void tested(Account account, Message message) {
            // nobody asks
        }
    };

    /** From now on the ledger is looked through for what was sent, until the workspace closes. Returns at once and never throws. */
    void follow();

    /** A test mail was taken by the account's server: whether the provider keeps a copy can be seen now. Returns at once and never throws. */
    void tested(Account account, Message message);
}
