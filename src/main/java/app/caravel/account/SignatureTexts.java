package app.caravel.account;

import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;

/** What the mails of accounts end with, as plain text of one or more lines: the sender's name, title, phone. */
public final class SignatureTexts {

    private final Jdbi db;

    public SignatureTexts(Database database) {
        this.db = database.jdbi();
    }

    /** The account's own; empty where it has none. */
    public String of(long accountId) {
        return db.withHandle(h -> h.createQuery("SELECT text FROM account_signature WHERE account_id = :id").bind("id", accountId).mapTo(String.class).findOne()).orElse("");
    }

    /** Keeps it, without blank lines around it; a blank one takes it away. */
    public void put(long accountId, String text) {
        var kept = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (kept.isEmpty()) {
            db.useHandle(h -> h.execute("DELETE FROM account_signature WHERE account_id = ?", accountId));
        } else {
            db.useHandle(h -> h.execute("""
                    INSERT INTO account_signature (account_id, text) VALUES (?1, ?2)
                    ON CONFLICT (account_id) DO UPDATE SET text = excluded.text""", accountId, kept));
        }
    }
}
