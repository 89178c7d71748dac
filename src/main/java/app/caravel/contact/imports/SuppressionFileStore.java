package app.caravel.contact.imports;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.jdbi.v3.core.Jdbi;

import app.caravel.contact.MailDomain;
import app.caravel.contact.SuppressionReason;
import app.caravel.reason.Problem;

/** The SQL of files of addresses not to be written to. */
final class SuppressionFileStore {

    private final Jdbi jdbi;

    SuppressionFileStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long begin(String file, Instant at) {
        return jdbi.withHandle(h -> h.createQuery("INSERT INTO suppression_import (file, at, found, added, known, bad) VALUES (:file, :at, 0, 0, 0, 0) RETURNING id")
                .bind("file", file).bind("at", at.toEpochMilli()).mapTo(Long.class).one());
    }

    int addresses(long id, List<String> addresses, SuppressionReason reason, String file, Instant at) {
        return jdbi.inTransaction(h -> {
            var batch = h.prepareBatch("INSERT OR IGNORE INTO suppression (address, reason, detail, since, import_id) VALUES (:target, :reason, :file, :at, :id)");
            addresses.forEach(address -> batch.bind("target", address).bind("reason", reason.key()).bind("file", file).bind("at", at.toEpochMilli()).bind("id", id).add());
            return Arrays.stream(batch.execute()).sum();
        });
    }

    int domains(long id, List<MailDomain> domains, SuppressionReason reason, String file, Instant at) {
        return jdbi.inTransaction(h -> {
            var batch = h.prepareBatch("INSERT OR IGNORE INTO suppressed_domain (domain, reason, detail, since, import_id) VALUES (:target, :reason, :file, :at, :id)");
            domains.forEach(domain -> batch.bind("target", domain.ascii()).bind("reason", reason.key()).bind("file", file).bind("at", at.toEpochMilli()).bind("id", id).add());
            return Arrays.stream(batch.execute()).sum();
        });
    }

    void account(long id, int found, int added, int known, int bad) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE suppression_import SET found = :found, added = :added, known = :known, bad = :bad WHERE id = :id")
                .bind("found", found).bind("added", added).bind("known", known).bind("bad", bad).bind("id", id).execute());
    }

    int undo(long id, Instant at) {
        return jdbi.inTransaction(h -> {
            boolean undone = h.createQuery("SELECT undone_at IS NOT NULL FROM suppression_import WHERE id = :id").bind("id", id).mapTo(Boolean.class).findOne()
                    .orElseThrow(() -> Problem.of("suppression.no-such-import", "import", id));
            if (undone) {
                throw Problem.of("suppression.import-undone-before", "import", id);
            }
            h.createUpdate("""
                    INSERT INTO suppression_history (target, act, reason, word, at)
                    SELECT address, 'undone', reason, detail, :at FROM suppression WHERE import_id = :id
                    UNION ALL SELECT '@' || domain, 'undone', reason, detail, :at FROM suppressed_domain WHERE import_id = :id""")
                .bind("id", id).bind("at", at.toEpochMilli()).execute();
            int off = h.createUpdate("DELETE FROM suppression WHERE import_id = :id").bind("id", id).execute()
                    + h.createUpdate("DELETE FROM suppressed_domain WHERE import_id = :id").bind("id", id).execute();
            h.createUpdate("UPDATE suppression_import SET undone_at = :at WHERE id = :id").bind("id", id).bind("at", at.toEpochMilli()).execute();
            return off;
        });
    }

    /** A file that could not be taken whole leaves nothing. */
    void forget(long id) {
        jdbi.useTransaction(h -> {
            h.createUpdate("""
                    DELETE FROM suppression_history WHERE act = 'on' AND at = (SELECT at FROM suppression_import WHERE id = :id)
                      AND (target IN (SELECT address FROM suppression WHERE import_id = :id) OR target IN (SELECT '@' || domain FROM suppressed_domain WHERE import_id = :id))""")
                .bind("id", id).execute();
            h.createUpdate("DELETE FROM suppression WHERE import_id = :id").bind("id", id).execute();
            h.createUpdate("DELETE FROM suppressed_domain WHERE import_id = :id").bind("id", id).execute();
            h.createUpdate("DELETE FROM suppression_import WHERE id = :id").bind("id", id).execute();
        });
    }
}
