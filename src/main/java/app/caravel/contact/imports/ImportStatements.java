package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.SuppressionSql;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.contact.imports.ImportTarget.Tally;
import app.caravel.store.Json;

/** The SQL of an import, on one connection. */
final class ImportStatements {

    /** Fires for what a merge really changes, and only for contacts that were there before this import. */
    private static final String KEEP_BEFORE = """
            CREATE TEMP TRIGGER keep_before BEFORE UPDATE ON main.contact WHEN old.import_id IS NOT %1$d
            BEGIN
                INSERT INTO import_change (import_id, contact_id, before)
                SELECT %1$d, old.id, json_object('other_addresses', old.other_addresses, 'name', old.name, 'first_name', old.first_name, 'last_name', old.last_name,
                    'salutation', old.salutation, 'company_id', old.company_id, 'role', old.role, 'country', old.country, 'city', old.city, 'phone', old.phone,
                    'language', old.language, 'attributes', old.attributes, 'changed_at', old.changed_at, 'country_source', old.country_source,
                    'language_source', old.language_source, 'time_zone', old.time_zone, 'time_zone_source', old.time_zone_source)
                WHERE NOT EXISTS (SELECT 1 FROM import_change WHERE import_id = %1$d AND contact_id = old.id);
            END""";

    private final ContactPut contacts;
    private final PreparedStatement reject;
    private final PreparedStatement nextId;
    private final PreparedStatement ids;
    private final PreparedStatement ofImport;
    private final PreparedStatement newOnesIntoList;
    private final PreparedStatement knownIntoList;
    private final PreparedStatement suppressed;
    private final PreparedStatement suppressions;
    private final PreparedStatement account;
    private final long importId;

    ImportStatements(Connection connection, MergePolicy policy, long importId, long listId, long at) throws SQLException {
        this.importId = importId;
        try (var statement = connection.createStatement()) {
            statement.execute(KEEP_BEFORE.formatted(importId));
        }
        contacts = new ContactPut(connection, policy, importId, at);
        reject = connection.prepareStatement("INSERT INTO import_reject (import_id, line, reason, text) VALUES (?, ?, ?, ?)");
        nextId = connection.prepareStatement("""
                SELECT max(coalesce((SELECT max(id) FROM contact), 0), coalesce((SELECT max(contact_id) FROM deleted_contact), 0),
                           coalesce((SELECT max(contact_id) FROM message), 0)) + 1""");
        ids = connection.prepareStatement("SELECT id FROM contact WHERE id >= ?");
        ofImport = connection.prepareStatement("SELECT 1 FROM contact WHERE address = ? AND import_id = " + importId);
        var into = "INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at, import_id) SELECT %d, id, %d, %d FROM contact WHERE ".formatted(listId, at, importId);
        newOnesIntoList = connection.prepareStatement(into + "id >= ?");
        knownIntoList = connection.prepareStatement(into + "address = ?");
        suppressed = connection.prepareStatement("SELECT 1 WHERE " + SuppressionSql.suppressed("?1"));
        suppressions = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM suppression) OR EXISTS (SELECT 1 FROM suppressed_domain)");
        account = connection.prepareStatement("UPDATE import SET rows_read = ?, blank = ?, added = ?, merged = ?, rejected = ? WHERE id = " + importId);
    }

    /** More pages in memory than usual: each row goes to its place in five trees. */
    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -96000");
        }
    }

    static long begin(Connection connection, ImportWriter.About about) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO import (file, at, list_id, encoding, merge_policy, header) VALUES (?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, about.file());
            insert.setLong(2, about.at());
            insert.setLong(3, about.listId());
            insert.setString(4, about.encoding());
            insert.setString(5, about.policy().key());
            insert.setString(6, about.header());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    long nextId() throws SQLException {
        try (var row = nextId.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void put(long id, Person person, @Nullable Long company) throws SQLException {
        contacts.add(id, person, company);
    }

    void reject(Reject left) throws SQLException {
        reject.setLong(1, importId);
        reject.setLong(2, left.line());
        reject.setString(3, Json.write(left.reason()));
        reject.setString(4, left.text());
        reject.addBatch();
    }

    void flush() throws SQLException {
        contacts.flush();
        reject.executeBatch();
    }

    /** Which ids from {@code first} on exist, counted from it. */
    BitSet idsFrom(long first) throws SQLException {
        var found = new BitSet();
        ids.setLong(1, first);
        try (var rows = ids.executeQuery()) {
            while (rows.next()) {
                found.set((int) (rows.getLong(1) - first));
            }
        }
        return found;
    }

    boolean isOfThisImport(String address) throws SQLException {
        return exists(ofImport, address);
    }

    boolean anySuppressed() throws SQLException {
        try (var row = suppressions.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    boolean isSuppressed(String address) throws SQLException {
        return exists(suppressed, address);
    }

    void intoList(long firstNewId) throws SQLException {
        newOnesIntoList.setLong(1, firstNewId);
        newOnesIntoList.executeUpdate();
    }

    void knownIntoList(String address) throws SQLException {
        knownIntoList.setString(1, address);
        knownIntoList.executeUpdate();
    }

    void account(Tally before, int added, int merged) throws SQLException {
        int column = 1;
        for (var figure : List.of(before.read, before.blank, before.added + added, before.merged + merged, before.rejected)) {
            account.setLong(column++, figure);
        }
        account.executeUpdate();
    }

    private static boolean exists(PreparedStatement query, String address) throws SQLException {
        query.setString(1, address);
        try (var row = query.executeQuery()) {
            return row.next();
        }
    }
}
