package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** Follow-up dates that the salesperson set, one a contact. Beside {@link FollowUps}, which answer to signs. */
public final class NextSteps {

    private final Jdbi db;
    private final Clock clock;

    public NextSteps(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    public Optional<NextStep> of(long contact) {
        return db.withHandle(h -> of(h, contact));
    }

    private static Optional<NextStep> of(Handle h, long contact) {
        return h.createQuery("SELECT * FROM next_step WHERE contact_id = :contact").bind("contact", contact).map((row, _) -> step(row)).findOne();
    }

    /** Sets it, in place of another; returns that. */
    public Optional<NextStep> set(long contact, LocalDate day, String word) {
        return db.inTransaction(h -> {
            var before = of(h, contact);
            put(h, contact, day, word);
            return before;
        });
    }

    private void put(Handle h, long contact, LocalDate day, String word) {
        h.createUpdate("""
                INSERT INTO next_step (contact_id, day, word, set_at) SELECT id, :day, :word, :at FROM contact WHERE id = :contact
                ON CONFLICT (contact_id) DO UPDATE SET day = excluded.day, word = excluded.word, set_at = excluded.set_at""")
                .bind("contact", contact).bind("day", day.toString()).bind("word", word.strip()).bind("at", clock.millis()).execute();
    }

    /** It is done, or no longer wanted; returns what there was. */
    public Optional<NextStep> clear(long contact) {
        return db.withHandle(h -> h.createQuery("DELETE FROM next_step WHERE contact_id = :contact RETURNING *").bind("contact", contact).map((row, _) -> step(row)).findOne());
    }

    /** Done: taken off, and told in the timeline. Handed on to {@link #takeBack}. */
    public Optional<Done> done(long contact) {
        return db.inTransaction(h -> h.createQuery("DELETE FROM next_step WHERE contact_id = :contact RETURNING *").bind("contact", contact).map((row, _) -> step(row)).findOne()
                .map(step -> new Done(step, EditStore.log(h, contact, clock.instant(), "followed_up", null, step.word()))));
    }

    /** @param change its row in the log of changes */
    public record Done(NextStep step, long change) {}

    public void takeBack(Done done) {
        db.useTransaction(h -> {
            h.execute("DELETE FROM contact_change WHERE id = ?", done.change());
            put(h, done.step().contact(), done.step().day(), done.step().word());
        });
    }

    /** Puts back what {@link #set} or {@link #clear} handed on. */
    public void putBack(long contact, @Nullable NextStep before) {
        if (before == null) {
            clear(contact);
        } else {
            set(contact, before.day(), before.word());
        }
    }

    /** How many are due on a day or before. */
    public int countDue(LocalDate today) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM next_step WHERE day <= :day").bind("day", today.toString()).mapTo(Integer.class).one());
    }

    /** Those due on a day or before, the longest due first. */
    public List<NextStep> due(LocalDate today, int limit) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM next_step WHERE day <= :day ORDER BY day, set_at LIMIT :limit").bind("day", today.toString())
                .bind("limit", limit).map((row, _) -> step(row)).list());
    }

    private static NextStep step(ResultSet row) throws SQLException {
        return new NextStep(row.getLong("contact_id"), LocalDate.parse(row.getString("day")), row.getString("word"));
    }
}
