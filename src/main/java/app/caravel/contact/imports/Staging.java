package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.FreeMail;
import app.caravel.contact.Known;
import app.caravel.contact.SuppressionSql;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.contact.imports.Notices.Kind;
import app.caravel.store.Json;

/**
 * The people of a file on their way, in tables of a connection's own: on disk, so that a million take no memory, and outside
 * the database, so that nobody waits while a file is read. What follows is done with all of them at once.
 */
final class Staging {

    private static final int ASKED_EVERY = 100_000; // steps of SQLite's machine, a hundredth of a second or less

    private final Connection connection;
    private final PreparedStatement person;
    private final PreparedStatement reject;

    Staging(Connection connection) throws SQLException {
        this.connection = connection;
        run("PRAGMA temp_store = FILE");
        run("PRAGMA temp.journal_mode = MEMORY");
        run("PRAGMA temp.cache_size = -32000");
        run("""
                CREATE TEMP TABLE staged (seq INTEGER PRIMARY KEY, line INTEGER, address TEXT, written TEXT, others TEXT, name TEXT, first_name TEXT, last_name TEXT,
                    salutation TEXT, company TEXT, domain TEXT, role TEXT, country TEXT, country_source TEXT, city TEXT, phone TEXT, language TEXT, language_source TEXT,
                    time_zone TEXT, time_zone_source TEXT, attributes TEXT)""");
        run("CREATE TEMP TABLE staged_reject (line INTEGER, reason TEXT, text TEXT)");
        run("BEGIN"); // deferred: no lock on the workspace
        person = connection.prepareStatement("INSERT INTO temp.staged VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        reject = connection.prepareStatement("INSERT INTO temp.staged_reject VALUES (?, ?, ?)");
    }

    void take(List<Draft> batch) throws SQLException {
        boolean rejects = false;
        for (var draft : batch) {
            switch (draft) {
                case Person one -> put(one);
                case Draft.Rejected(var left) -> {
                    put(left);
                    rejects = true;
                }
            }
        }
        person.executeBatch();
        if (rejects) {
            reject.executeBatch();
        }
    }

    private void put(Person of) throws SQLException {
        var where = of.where();
        person.setLong(1, of.line());
        int column = 2;
        for (var value : new @Nullable String[] {of.canonical(), of.address().written(), others(of), of.name(), of.firstName(), of.lastName(), of.salutation(), of.company(), ownDomain(of), of.role(),
                value(where.country()), origin(where.country()), of.city(), of.phone(), value(where.language()), origin(where.language()), value(where.timeZone()), origin(where.timeZone()),
                of.attributes().isEmpty() ? "{}" : Json.write(of.attributes())}) {
            person.setString(column++, value);
        }
        person.addBatch();
    }

    private void put(Reject left) throws SQLException {
        reject.setLong(1, left.line());
        reject.setString(2, Json.write(left.reason()));
        reject.setString(3, left.text());
        reject.addBatch();
    }

    private static String others(Person of) {
        return of.others().isEmpty() ? "[]" : Json.write(of.others().stream().map(EmailAddress::written).toList());
    }

    /** The domain that may stand for a company: nobody's free mail. */
    private static @Nullable String ownDomain(Person of) {
        var domain = of.canonical().substring(of.canonical().lastIndexOf('@') + 1);
        return FreeMail.isDomain(domain) || domain.charAt(0) == '[' ? null : domain;
    }

    private static @Nullable String value(@Nullable Known known) {
        return known == null ? null : known.value();
    }

    private static @Nullable String origin(@Nullable Known known) {
        return known == null ? null : known.origin().key();
    }

    /** In bytes; 0 where nobody can tell. */
    long size() {
        try {
            return number("PRAGMA temp.page_count") * number("PRAGMA temp.page_size");
        } catch (SQLException e) {
            return 0;
        }
    }

    /** Nothing more comes. */
    void end() throws SQLException {
        run("COMMIT");
    }

    /**
     * The companies that people belong to: the one the row names, else the one of the mail's domain, made where it is missing.
     * One known by its domain alone carries the domain as its name; where several have the domain, nobody knows which.
     */
    void companies() throws SQLException {
        run("INSERT OR IGNORE INTO company (name, domain) SELECT company, domain FROM temp.staged WHERE company IS NOT NULL ORDER BY seq");
        run("CREATE TEMP TABLE IF NOT EXISTS staged_domain (domain TEXT PRIMARY KEY, company_id INTEGER) WITHOUT ROWID");
        run("INSERT OR IGNORE INTO temp.staged_domain (domain) SELECT domain FROM temp.staged WHERE company IS NULL AND domain IS NOT NULL");
        run("UPDATE temp.staged_domain SET company_id = (SELECT min(id) FROM (SELECT id FROM company WHERE company.domain = staged_domain.domain LIMIT 2) HAVING count(*) = 1)");
        run("INSERT OR IGNORE INTO company (name, domain) SELECT domain, domain FROM temp.staged_domain WHERE company_id IS NULL");
        run("UPDATE temp.staged_domain SET company_id = (SELECT id FROM company WHERE company.name = staged_domain.domain) WHERE company_id IS NULL");
    }

    /** Tells of addresses that stand twice in the file, and of those that must not be written to. */
    void tell(Notices notices, boolean anyMerged) throws SQLException {
        if (anyMerged) {
            tell(notices, Kind.TWICE_IN_FILE, "SELECT count(*) - count(DISTINCT address) FROM temp.staged", "SELECT written FROM temp.staged GROUP BY address HAVING count(*) > 1 ORDER BY min(seq)");
        }
        if (number("SELECT EXISTS (SELECT 1 FROM suppression) OR EXISTS (SELECT 1 FROM suppressed_domain) OR EXISTS (SELECT 1 FROM erasure)") == 1) {
            var suppressed = "FROM temp.staged WHERE " + SuppressionSql.suppressed("staged.address")
                    + " OR EXISTS (SELECT 1 FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), staged.address))";
            tell(notices, Kind.SUPPRESSED, "SELECT count(*) " + suppressed, "SELECT written " + suppressed + " ORDER BY seq");
        }
    }

    private void tell(Notices notices, Kind kind, String count, String examples) throws SQLException {
        long found = number(count);
        if (found > 0) {
            try (var statement = connection.createStatement(); var row = statement.executeQuery(examples + " LIMIT " + Notices.EXAMPLES)) {
                while (row.next()) {
                    notices.add(kind, row.getString(1));
                    found--;
                }
            }
            notices.add(kind, found);
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    int run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Work of SQLite alone, which looks now and then whether it shall stop. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** @return null where it was stopped; what it had begun is to be rolled back */
    <T> @Nullable T stoppable(Work<T> work, BooleanSupplier goesOn) throws SQLException {
        ProgressHandler.setHandler(connection, ASKED_EVERY, new ProgressHandler() {
            @Override
            protected int progress() {
                return goesOn.getAsBoolean() ? 0 : 1;
            }
        });
        try {
            return work.run();
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
                return null;
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }
}
