package app.caravel.contact.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.caravel.contact.SuppressionSql;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.contact.imports.Notices.Kind;
import app.caravel.store.Database;
import app.caravel.store.StoreProblems;

/**
 * Does what an import does and writes nothing: tables of this connection's own lie over those of the workspace, and the same
 * statement merges into them. Only people who are known, and would change, are held there.
 */
final class DryRun implements ImportTarget {

    private static final long NO_IMPORT = 0;

    /** When a contact of the shadow was changed; no contact of the workspace was then. */
    private static final long NOW = -1;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement note;
    private final PreparedStatement known;
    private final PreparedStatement suppressed;
    private final PreparedStatement shadow;
    private final PreparedStatement forget;
    private final PreparedStatement isChanged;
    private final ContactPut contacts;
    private final CompanyIds companies;
    private final MergeReader merges;
    /** Contact -> line of his first row, of those who are told one by one. */
    private final Map<Long, Long> changing = new LinkedHashMap<>();
    private final Map<Long, Long> unchanged = new LinkedHashMap<>();

    DryRun(Database database, MergePolicy policy) {
        this.file = database.file();
        this.connection = database.ownConnection();
        try {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA temp_store = FILE"); // a million changes take their room on disk
                statement.execute("CREATE TEMP TABLE seen (address TEXT PRIMARY KEY) WITHOUT ROWID");
                statement.execute("CREATE TEMP TABLE contact AS SELECT * FROM main.contact LIMIT 0");
                statement.execute("CREATE UNIQUE INDEX temp.shadow_address ON contact (address)");
                statement.execute("CREATE INDEX temp.shadow_id ON contact (id)");
                statement.execute("CREATE INDEX temp.shadow_unchanged ON contact (id) WHERE changed_at <> " + NOW);
                statement.execute("CREATE TEMP TABLE company (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, domain TEXT)");
                statement.execute("INSERT INTO temp.company SELECT id, name, domain FROM main.company");
                statement.execute("CREATE INDEX temp.shadow_domain ON company (domain)");
            }
            begin = connection.prepareStatement("BEGIN");
            commit = connection.prepareStatement("COMMIT");
            note = connection.prepareStatement("INSERT OR IGNORE INTO temp.seen VALUES (?)");
            known = connection.prepareStatement("SELECT id FROM main.contact WHERE address = ?");
            suppressed = connection.prepareStatement(
                    "SELECT 1 WHERE " + SuppressionSql.suppressed("?1") + " OR EXISTS (SELECT 1 FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), ?1))");
            shadow = connection.prepareStatement("INSERT OR IGNORE INTO temp.contact SELECT * FROM main.contact WHERE id = ?");
            forget = connection.prepareStatement("DELETE FROM temp.contact WHERE changed_at <> " + NOW);
            isChanged = connection.prepareStatement("SELECT 1 FROM temp.contact WHERE id = ? AND changed_at = " + NOW);
            contacts = new ContactPut(connection, policy, NO_IMPORT, NOW);
            companies = new CompanyIds(connection);
            merges = new MergeReader(connection);
        } catch (SQLException e) {
            close();
            throw StoreProblems.of(e, file);
        }
    }

    @Override
    public long importId() {
        return NO_IMPORT;
    }

    @Override
    public Taken take(List<Draft> batch, Tally soFar, Notices notices) {
        try {
            var met = new LinkedHashMap<Long, Long>(); // contact -> line
            int added = 0;
            int merged = 0;
            begin.execute(); // deferred: sending goes on beside it
            for (var draft : batch) {
                if (draft instanceof Person person) {
                    note.setString(1, person.canonical());
                    boolean first = note.executeUpdate() == 1;
                    if (!first) {
                        notices.add(Kind.TWICE_IN_FILE, person.address().written());
                    }
                    var contact = id(person.canonical());
                    if (contact > 0) {
                        met.putIfAbsent(contact, person.line());
                        put(contact, person);
                    }
                    if (first && contact == 0) {
                        added++;
                    } else {
                        merged++;
                    }
                    if (exists(suppressed, person.canonical())) {
                        notices.add(Kind.SUPPRESSED, person.address().written());
                    }
                }
            }
            contacts.flush();
            keepFirst(met);
            forget.executeUpdate();
            commit.execute();
            return new Taken(added, merged);
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
    }

    /** Puts the row into the contact's shadow, made where there is none. */
    private void put(long contact, Person person) throws SQLException {
        shadow.setLong(1, contact);
        shadow.executeUpdate();
        contacts.add(contact, person, companies.of(person));
    }

    private void keepFirst(Map<Long, Long> met) throws SQLException {
        for (var each : met.entrySet()) {
            var kind = isChanged(each.getKey()) ? changing : unchanged;
            if (kind.size() < Forecast.TOLD) {
                kind.putIfAbsent(each.getKey(), each.getValue());
            }
        }
    }

    /** What was seen, once all rows were taken. */
    Forecast forecast(ImportResult result) {
        try {
            for (var contact : List.copyOf(unchanged.keySet())) {
                if (isChanged(contact)) {
                    var line = unchanged.remove(contact); // a later row of the file says more of him
                    if (line != null && changing.size() < Forecast.TOLD) {
                        changing.putIfAbsent(contact, line);
                    }
                }
            }
            var told = merges.of(changing).stream().collect(Collectors.partitioningBy(merge -> !merge.changes().isEmpty()));
            var same = new ArrayList<>(merges.of(unchanged));
            same.addAll(told.getOrDefault(false, List.of()));
            return new Forecast(result, merges.count(), told.getOrDefault(true, List.of()), same);
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
    }

    private boolean isChanged(long contact) throws SQLException {
        isChanged.setLong(1, contact);
        try (var row = isChanged.executeQuery()) {
            return row.next();
        }
    }

    /** Of a known contact, or 0. */
    private long id(String address) throws SQLException {
        known.setString(1, address);
        try (var row = known.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static boolean exists(PreparedStatement query, String address) throws SQLException {
        query.setString(1, address);
        try (var row = query.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
    }
}
