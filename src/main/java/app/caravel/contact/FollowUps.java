package app.caravel.contact;

import java.time.Instant;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** What was done about contacts who gave a sign: followed up, or put off. A new sign after it brings them back. */
public final class FollowUps {

    private final Jdbi db;

    public FollowUps(Database database) {
        this.db = database.jdbi();
    }

    /** How it stood before, to take a change back. */
    public record Before(long contactId, @Nullable Long handledAt, @Nullable Long until) {}

    /** Followed up now. */
    public Before done(long contactId, Instant now) {
        return put(contactId, now, null);
    }

    /** Not before a time. */
    public Before putOff(long contactId, Instant now, Instant until) {
        return put(contactId, now, until);
    }

    private Before put(long contactId, Instant now, @Nullable Instant until) {
        return db.inTransaction(h -> {
            var before = h.createQuery("SELECT handled_at, until FROM follow_up WHERE contact_id = :id").bind("id", contactId)
                    .map((rs, _) -> {
                        long handled = rs.getLong("handled_at");
                        long put = rs.getLong("until");
                        return new Before(contactId, handled, rs.wasNull() ? null : put);
                    }).findOne().orElse(new Before(contactId, null, null));
            h.createUpdate("""
                    INSERT INTO follow_up (contact_id, handled_at, until) VALUES (:id, :now, :until)
                    ON CONFLICT (contact_id) DO UPDATE SET handled_at = excluded.handled_at, until = excluded.until""")
                .bind("id", contactId).bind("now", now.toEpochMilli()).bind("until", until == null ? null : until.toEpochMilli()).execute();
            return before;
        });
    }

    /** How many were followed up since a time. */
    public int doneSince(Instant since) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM follow_up WHERE until IS NULL AND handled_at >= :since")
                .bind("since", since.toEpochMilli()).mapTo(Integer.class).one());
    }

    /** Makes it as it was. */
    public void takeBack(Before before) {
        if (before.handledAt() == null) {
            db.useHandle(h -> h.execute("DELETE FROM follow_up WHERE contact_id = ?", before.contactId()));
        } else {
            db.useHandle(h -> h.createUpdate("UPDATE follow_up SET handled_at = :handled, until = :until WHERE contact_id = :id")
                    .bind("handled", before.handledAt()).bind("until", before.until()).bind("id", before.contactId()).execute());
        }
    }
}
