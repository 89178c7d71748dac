package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.Known;
import app.caravel.contact.SuppressionSql;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.contact.imports.ImportTarget.Tally;
import app.caravel.store.Json;

/** The SQL of an import, on one connection. A known contact's empty fields are filled; nothing of his is overwritten. */
final class ImportStatements {

    /** Old attributes win and keep their order; new ones come behind. */
    private static final String ATTRIBUTES = "json_patch(json_patch(contact.attributes, excluded.attributes), contact.attributes)";

    private static final String OTHERS = """
            (SELECT json_group_array(DISTINCT value) FROM (SELECT value FROM json_each(contact.other_addresses)
             UNION ALL SELECT value FROM json_each(excluded.other_addresses)))""";

    private static final String NAMELESS = "(contact.name IS NULL AND contact.first_name IS NULL AND contact.last_name IS NULL)";

    /** A company guessed from the domain carries the domain as its name and gives way to one that a file names. */
    private static final String COMPANYLESS = "(contact.company_id IS NULL OR EXISTS (SELECT 1 FROM company WHERE company.id = contact.company_id AND company.name = company.domain))";

    /** What a file says takes the place of a guess; a guess of the file's row takes no place: guesses are made anew after a merge. */
    private static final String COUNTRY_SAID = "(excluded.country_source = 'column' AND (contact.country IS NULL OR contact.country_source IN ('phone', 'domain')))";
    private static final String LANGUAGE_SAID = "(excluded.language_source = 'column' AND (contact.language IS NULL OR contact.language_source = 'country'))";

    private static final String PUT = """
            INSERT INTO contact (id, address, written_address, other_addresses, name, first_name, last_name, salutation, company_id, role, country, city, phone,
                                 language, attributes, import_id, created_at, changed_at, country_source, language_source, time_zone, time_zone_source, import_line, derived)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17, ?18, ?19, ?20, ?21, ?22, 1)
            ON CONFLICT (address) DO UPDATE SET
                other_addresses = CASE WHEN excluded.other_addresses = '[]' THEN contact.other_addresses ELSE %2$s END,
                name = CASE WHEN %3$s THEN excluded.name ELSE contact.name END,
                first_name = CASE WHEN %3$s THEN excluded.first_name ELSE contact.first_name END,
                last_name = CASE WHEN %3$s THEN excluded.last_name ELSE contact.last_name END,
                salutation = CASE WHEN %3$s THEN coalesce(contact.salutation, excluded.salutation) ELSE contact.salutation END,
                company_id = CASE WHEN %4$s THEN coalesce(excluded.company_id, contact.company_id) ELSE contact.company_id END,
                role = coalesce(contact.role, excluded.role),
                country = CASE WHEN %5$s THEN excluded.country ELSE contact.country END,
                country_source = CASE WHEN %5$s THEN 'column' ELSE contact.country_source END,
                city = coalesce(contact.city, excluded.city),
                phone = coalesce(contact.phone, excluded.phone),
                language = CASE WHEN %6$s THEN excluded.language ELSE contact.language END,
                language_source = CASE WHEN %6$s THEN 'column' ELSE contact.language_source END,
                derived = 0,
                attributes = %1$s,
                changed_at = excluded.changed_at
            WHERE (%3$s AND coalesce(excluded.name, excluded.first_name, excluded.last_name) IS NOT NULL)
               OR (excluded.company_id IS NOT contact.company_id AND excluded.company_id IS NOT NULL AND %4$s)
               OR (contact.role IS NULL AND excluded.role IS NOT NULL)
               OR %5$s
               OR (contact.city IS NULL AND excluded.city IS NOT NULL)
               OR (contact.phone IS NULL AND excluded.phone IS NOT NULL)
               OR %6$s
               OR (excluded.other_addresses <> contact.other_addresses AND excluded.other_addresses <> '[]' AND contact.other_addresses <> %2$s)
               OR (excluded.attributes <> contact.attributes AND %1$s <> contact.attributes)
            """.formatted(ATTRIBUTES, OTHERS, NAMELESS, COMPANYLESS, COUNTRY_SAID, LANGUAGE_SAID);

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

    private final PreparedStatement put;
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
    private final long at;

    ImportStatements(Connection connection, long importId, long listId, long at) throws SQLException {
        this.importId = importId;
        this.at = at;
        try (var statement = connection.createStatement()) {
            statement.execute(KEEP_BEFORE.formatted(importId));
        }
        put = connection.prepareStatement(PUT);
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

    static long begin(Connection connection, String file, @Nullable String encoding, long listId, long at) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO import (file, at, list_id, encoding) VALUES (?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, file);
            insert.setLong(2, at);
            insert.setLong(3, listId);
            insert.setString(4, encoding);
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
        put.setLong(1, id);
        put.setString(2, person.canonical());
        put.setString(3, person.address().written());
        put.setString(4, person.others().isEmpty() ? "[]" : Json.write(person.others().stream().map(EmailAddress::written).toList()));
        int column = 5;
        for (var value : new String[] {person.name(), person.firstName(), person.lastName(), person.salutation()}) {
            put.setString(column++, value);
        }
        put.setObject(column++, company);
        var where = person.where();
        for (var value : new @Nullable String[] {person.role(), value(where.country()), person.city(), person.phone(), value(where.language())}) {
            put.setString(column++, value);
        }
        put.setString(column++, person.attributes().isEmpty() ? "{}" : Json.write(person.attributes()));
        put.setLong(column++, importId);
        put.setLong(column++, at);
        for (var value : new @Nullable String[] {origin(where.country()), origin(where.language()), value(where.timeZone()), origin(where.timeZone())}) {
            put.setString(column++, value);
        }
        put.setLong(column, person.line());
        put.addBatch();
    }

    private static @Nullable String value(@Nullable Known known) {
        return known == null ? null : known.value();
    }

    private static @Nullable String origin(@Nullable Known known) {
        return known == null ? null : known.origin().key();
    }

    void reject(Reject left) throws SQLException {
        reject.setLong(1, importId);
        reject.setLong(2, left.line());
        reject.setString(3, Json.write(left.reason()));
        reject.setString(4, left.text());
        reject.addBatch();
    }

    void flush() throws SQLException {
        put.executeBatch();
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
