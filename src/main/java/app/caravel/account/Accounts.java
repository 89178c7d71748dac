package app.caravel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** The accounts of this workspace. A name is known whatever its case. */
public final class Accounts {

    private final Jdbi db;
    private final Clock clock;

    public Accounts(Database database, Clock clock) {
        this.db = database.jdbi();
        this.clock = clock;
    }

    public Optional<Account> find(String name) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM account WHERE name = :name").bind("name", name.strip()).map((rs, _) -> account(rs)).findOne());
    }

    public Optional<Account> find(long id) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM account WHERE id = :id").bind("id", id).map((rs, _) -> account(rs)).findOne());
    }

    /** In the order in which they were added. */
    public List<Account> all() {
        return db.withHandle(h -> h.createQuery("SELECT * FROM account ORDER BY id").map((rs, _) -> account(rs)).list());
    }

    /** Keeps an account, a new one (id 0) or a changed one, and returns it as it is kept. */
    public Account save(Account account) {
        var other = find(account.name());
        if (other.isPresent() && other.get().id() != account.id()) {
            throw Problem.of("account.name-taken", "name", account.name());
        }
        if (account.id() == 0) {
            return find(insert(account)).orElseThrow();
        }
        db.useHandle(h -> h.createUpdate("""
                UPDATE account SET mail_size = CASE WHEN smtp_host = :host THEN mail_size END, name = :name, from_name = :fromName, from_address = :fromAddress, smtp_host = :host, smtp_port = :port,
                       smtp_security = :security, user_name = :user, imap_host = :imapHost, imap_port = :imapPort, per_hour = :perHour, per_day = :perDay
                WHERE id = :id""").bindMap(values(account)).bind("id", account.id()).execute());
        return find(account.id()).orElseThrow();
    }

    private long insert(Account account) {
        return db.inTransaction(h -> {
            long id = insert(h, account);
            Paces.put(h, id, Pace.safe(account));
            return id;
        });
    }

    private long insert(Handle h, Account account) {
        return h.createUpdate("""
                INSERT INTO account (name, from_name, from_address, smtp_host, smtp_port, smtp_security, user_name, imap_host, imap_port, per_hour, per_day, created_at)
                VALUES (:name, :fromName, :fromAddress, :host, :port, :security, :user, :imapHost, :imapPort, :perHour, :perDay, :now)""")
                .bindMap(values(account)).bind("now", clock.millis()).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    /** Keeps how the last test went. */
    public void tested(long id, @Nullable Reason problem) {
        db.useHandle(h -> h.createUpdate("UPDATE account SET tested_at = :now, test_problem = :problem WHERE id = :id")
                .bind("now", clock.millis()).bind("problem", problem == null ? null : Json.write(problem)).bind("id", id).execute());
    }

    /** Keeps how the last test went, and what the server said of itself. */
    public void keepTest(long id, AccountTest.Result result) {
        switch (result) {
            case AccountTest.Result.Fine fine -> {
                tested(id, null);
                db.useHandle(h -> h.createUpdate("UPDATE account SET mail_size = :size WHERE id = :id").bind("size", fine.mailSize()).bind("id", id).execute());
            }
            case AccountTest.Result.Failed failed -> tested(id, failed.reason());
        }
    }

    /**
     * How heavy a mail the account can send: what its server said when it was tested, or what its provider is known to take, whichever
     * is less. Empty where neither is known.
     */
    public Optional<SizeLimit> sizeLimit(Account account) {
        var said = db.withHandle(h -> h.createQuery("SELECT mail_size FROM account WHERE id = :id AND mail_size > 0").bind("id", account.id()).mapTo(Long.class).findOne());
        var known = Providers.withServer(account.host()).map(Provider::mailSize).filter(size -> size > 0);
        return Stream.of(said, known).flatMap(Optional::stream).min(Long::compare).map(bytes -> new SizeLimit(bytes, account.fromAddress()));
    }

    /** Deletes the account; what was sent by it stays in the ledger. */
    public void delete(long id) {
        db.useHandle(h -> h.execute("DELETE FROM account WHERE id = ?", id));
    }

    private static java.util.Map<String, @Nullable Object> values(Account account) {
        var values = new java.util.HashMap<String, @Nullable Object>();
        values.put("name", account.name().strip());
        values.put("fromName", account.fromName());
        values.put("fromAddress", account.fromAddress());
        values.put("host", account.host());
        values.put("port", account.port());
        values.put("security", account.security().key());
        values.put("user", account.user());
        values.put("imapHost", account.imapHost());
        values.put("imapPort", account.imapHost() == null ? null : account.imapPort());
        values.put("perHour", account.perHour());
        values.put("perDay", account.perDay());
        return values;
    }

    private static Account account(ResultSet rs) throws SQLException {
        long tested = rs.getLong("tested_at");
        var testedAt = rs.wasNull() ? null : Instant.ofEpochMilli(tested);
        var problem = rs.getString("test_problem");
        return new Account(rs.getLong("id"), rs.getString("name"), rs.getString("from_name"), rs.getString("from_address"), rs.getString("smtp_host"),
                rs.getInt("smtp_port"), Security.of(rs.getString("smtp_security")), rs.getString("user_name"), rs.getString("imap_host"),
                rs.getInt("imap_port"), rs.getInt("per_hour"), rs.getInt("per_day"), testedAt, problem == null ? null : Json.reason(problem));
    }
}
