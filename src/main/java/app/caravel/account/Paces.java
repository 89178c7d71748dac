package app.caravel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;

/** The paces of accounts. An account without one has no limits but its mails an hour and a day. */
public final class Paces {

    private final Jdbi db;

    public Paces(Database database) {
        this.db = database.jdbi();
    }

    public Pace of(long accountId) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM account_pace WHERE account_id = :id").bind("id", accountId).map((rs, _) -> pace(rs)).findOne())
                .orElse(Pace.NONE);
    }

    public void put(long accountId, Pace pace) {
        db.useHandle(h -> put(h, accountId, pace));
    }

    static void put(Handle h, long accountId, Pace pace) {
        var since = pace.ramp().since();
        h.createUpdate("""
                INSERT INTO account_pace (account_id, per_minute, per_domain_hour, connections, per_connection, like_a_person, ramp_first, ramp_since, learned_per_day, reply_to)
                VALUES (:id, :minute, :domain, :connections, :connection, :person, :first, :since, :learned, :replyTo)
                ON CONFLICT (account_id) DO UPDATE SET per_minute = excluded.per_minute, per_domain_hour = excluded.per_domain_hour, connections = excluded.connections,
                    per_connection = excluded.per_connection, like_a_person = excluded.like_a_person, ramp_first = excluded.ramp_first, ramp_since = excluded.ramp_since,
                    learned_per_day = excluded.learned_per_day, reply_to = excluded.reply_to""")
            .bind("id", accountId).bind("minute", pace.perMinute()).bind("domain", pace.perDomainHour()).bind("connections", pace.connections())
            .bind("connection", pace.perConnection()).bind("person", pace.likeAPerson()).bind("first", pace.ramp().first())
            .bind("since", since == null ? null : since.toEpochMilli()).bind("learned", pace.learnedPerDay()).bind("replyTo", pace.replyTo()).execute();
    }

    /** The first mail left: from now on the ramp grows. */
    public void begun(long accountId, Instant at) {
        db.useHandle(h -> h.execute("UPDATE account_pace SET ramp_since = ? WHERE account_id = ? AND ramp_since IS NULL AND ramp_first > 0", at.toEpochMilli(), accountId));
    }

    /** The server said that the day's limit is reached. */
    public void learned(long accountId, int perDay) {
        db.useHandle(h -> h.execute("""
                INSERT INTO account_pace (account_id, learned_per_day) VALUES (?1, ?2)
                ON CONFLICT (account_id) DO UPDATE SET learned_per_day = excluded.learned_per_day""", accountId, perDay));
    }

    private static Pace pace(ResultSet rs) throws SQLException {
        int first = rs.getInt("ramp_first");
        long since = rs.getLong("ramp_since");
        var ramp = new Ramp(first, rs.wasNull() ? null : Instant.ofEpochMilli(since));
        return new Pace(rs.getInt("per_minute"), rs.getInt("per_domain_hour"), rs.getInt("connections"), rs.getInt("per_connection"),
                rs.getBoolean("like_a_person"), ramp, rs.getInt("learned_per_day"), rs.getString("reply_to"));
    }
}
