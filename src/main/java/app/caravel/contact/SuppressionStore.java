package app.caravel.contact;

import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Json;

/** Writes who must not be written to. One row an address or domain; the first reason wins, but for ours. What is put on is noted by triggers. */
final class SuppressionStore {

    private static final String OURS = "('manual', 'imported', 'own_domain', 'competitor')";

    private final Jdbi jdbi;

    SuppressionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean add(String address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return jdbi.inTransaction(h -> {
            boolean added = with(h, "INSERT OR IGNORE INTO suppression (address, reason, detail, since) VALUES (:address, :reason, :detail, :at)", address, reason, detail, at);
            if (!added && !reason.isOurs()) {
                with(h, "UPDATE suppression SET reason = :reason, detail = :detail, since = :at, import_id = NULL WHERE address = :address AND reason IN " + OURS,
                        address, reason, detail, at);
            }
            return added;
        });
    }

    boolean addDomain(MailDomain domain, boolean subdomains, SuppressionReason reason, @Nullable String detail, Instant at) {
        return jdbi.inTransaction(h -> h.createUpdate("""
                INSERT INTO suppressed_domain (domain, subdomains, reason, detail, since) VALUES (:domain, :below, :reason, :detail, :at)
                ON CONFLICT (domain) DO UPDATE SET subdomains = 1 WHERE excluded.subdomains AND NOT suppressed_domain.subdomains""")
            .bind("domain", domain.ascii()).bind("below", subdomains ? 1 : 0).bind("reason", reason.key()).bind("detail", detail).bind("at", at.toEpochMilli()).execute() == 1);
    }

    private static boolean with(Handle handle, String sql, String address, SuppressionReason reason, @Nullable String detail, Instant at) {
        return handle.createUpdate(sql).bind("address", address).bind("reason", reason.key()).bind("detail", detail).bind("at", at.toEpochMilli()).execute() == 1;
    }

    List<String> addContacts(List<Long> contacts, SuppressionReason reason, Instant at) {
        return jdbi.inTransaction(h -> h.createQuery("""
                INSERT OR IGNORE INTO suppression (address, reason, since)
                SELECT contact.address, :reason, :at FROM contact WHERE contact.id IN (SELECT value FROM json_each(:contacts)) RETURNING address""")
            .bind("reason", reason.key()).bind("at", at.toEpochMilli()).bind("contacts", Json.write(contacts)).mapTo(String.class).list());
    }

    /** As if it had not been said: undone at once, it leaves no trace. */
    void takeBack(List<String> addresses) {
        jdbi.useTransaction(h -> {
            var these = Json.write(addresses);
            h.createUpdate("""
                    DELETE FROM suppression_history WHERE target IN (SELECT value FROM json_each(:these)) AND act = 'on' AND reason = 'manual'
                      AND at = (SELECT since FROM suppression WHERE address = target AND reason = 'manual')""").bind("these", these).execute();
            h.createUpdate("DELETE FROM suppression WHERE reason = 'manual' AND address IN (SELECT value FROM json_each(:these))").bind("these", these).execute();
        });
    }

    void withdraw(String target) {
        if (!target.startsWith("@")) {
            takeBack(List.of(target));
            return;
        }
        jdbi.useTransaction(h -> {
            h.createUpdate("DELETE FROM suppressed_domain WHERE '@' || domain = :target").bind("target", target).execute();
            h.createUpdate("DELETE FROM suppression_history WHERE id = (SELECT max(id) FROM suppression_history WHERE target = :target)").bind("target", target).execute();
        });
    }

    /** The mark of who was erased is not here: nobody can take it off. */
    boolean remove(String address, @Nullable String word, Instant at) {
        return jdbi.inTransaction(h -> {
            h.createUpdate("""
                    INSERT INTO suppression_history (target, act, reason, word, at)
                    SELECT address, 'off', reason, :word, :at FROM suppression WHERE address = :address AND reason <> 'erased'""")
                .bind("address", address).bind("word", word).bind("at", at.toEpochMilli()).execute();
            return h.createUpdate("DELETE FROM suppression WHERE address = :address AND reason <> 'erased'").bind("address", address).execute() == 1;
        });
    }

    boolean removeDomain(MailDomain domain, @Nullable String word, Instant at) {
        return jdbi.inTransaction(h -> {
            h.createUpdate("""
                    INSERT INTO suppression_history (target, act, reason, word, at)
                    SELECT '@' || domain, 'off', reason, :word, :at FROM suppressed_domain WHERE domain = :domain""")
                .bind("domain", domain.ascii()).bind("word", word).bind("at", at.toEpochMilli()).execute();
            return h.createUpdate("DELETE FROM suppressed_domain WHERE domain = :domain").bind("domain", domain.ascii()).execute() == 1;
        });
    }

    /** Puts back what was just taken off, with its reason and time, and forgets that it was off. */
    void putBack(Suppression was) {
        jdbi.useTransaction(h -> {
            if (was.isDomain()) {
                h.createUpdate("INSERT OR IGNORE INTO suppressed_domain (domain, subdomains, reason, detail, since) VALUES (:target, :below, :reason, :detail, :since)")
                        .bind("target", was.target().substring(1)).bind("below", was.subdomains() ? 1 : 0).bind("reason", was.reason().key())
                        .bind("detail", was.detail()).bind("since", was.since().toEpochMilli()).execute();
            } else {
                h.createUpdate("INSERT OR IGNORE INTO suppression (address, reason, detail, since) VALUES (:target, :reason, :detail, :since)")
                        .bind("target", was.target()).bind("reason", was.reason().key()).bind("detail", was.detail()).bind("since", was.since().toEpochMilli()).execute();
            }
            h.createUpdate("DELETE FROM suppression_history WHERE id IN (SELECT id FROM suppression_history WHERE target = :target ORDER BY id DESC LIMIT 2)")
                    .bind("target", was.target()).execute();
        });
    }
}
