package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.SQLException;

import org.jdbi.v3.core.Jdbi;

import app.caravel.contact.imports.ImportTarget.Taken;
import app.caravel.contact.imports.ImportTarget.Tally;

/** The SQL of an import, in one transaction of its connection. */
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

    /** No newer contact gets the id of one that was deleted, erased, or written to. */
    private static final String LAST_ID = """
            SELECT max(coalesce((SELECT max(id) FROM contact), 0), coalesce((SELECT max(contact_id) FROM deleted_contact), 0),
                       coalesce((SELECT max(contact_id) FROM message), 0), coalesce((SELECT last_contact FROM erasure_key), 0))""";

    private final Connection connection;
    private final Staging staging;
    private final ImportWriter.About about;
    private final long at;

    ImportStatements(Connection connection, Staging staging, ImportWriter.About about) {
        this.connection = connection;
        this.staging = staging;
        this.about = about;
        this.at = about.at().toEpochMilli();
    }

    /** What was written, and the id of the import's own row. */
    record Written(long importId, Taken taken) {}

    Written write(Tally read) throws SQLException {
        @SuppressWarnings("resource") // the connection is closed by who opened it
        long list = about.list().applyAsLong(Jdbi.open(connection));
        long importId = begin(list);
        staging.run(KEEP_BEFORE.formatted(importId));
        staging.companies();
        long last = staging.number(LAST_ID);
        staging.run(MergeSql.put(about.policy(), last, importId, at, "true"));
        long people = staging.number("SELECT count(*) FROM temp.staged");
        long added = staging.number("SELECT count(*) FROM contact WHERE id > " + last);
        intoList(list, importId, last, added < people);
        staging.run("INSERT INTO import_reject (import_id, line, reason, text) SELECT %d, line, reason, text FROM temp.staged_reject".formatted(importId));
        staging.run("UPDATE import SET rows_read = %d, blank = %d, added = %d, merged = %d, rejected = %d WHERE id = %d"
                .formatted(read.read, read.blank, added, people - added, read.rejected, importId));
        return new Written(importId, new Taken(added, people - added));
    }

    private long begin(long list) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO import (file, at, list_id, encoding, merge_policy, header) VALUES (?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, about.file());
            insert.setLong(2, at);
            insert.setLong(3, list);
            insert.setString(4, about.encoding());
            insert.setString(5, about.policy().key());
            insert.setString(6, about.header());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void intoList(long list, long importId, long last, boolean known) throws SQLException {
        var into = "INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at, import_id) SELECT %d, contact.id, %d, %d ".formatted(list, at, importId);
        staging.run(into + "FROM contact WHERE contact.id > " + last);
        if (known) {
            staging.run(into + "FROM temp.staged CROSS JOIN contact ON contact.address = staged.address WHERE contact.id <= " + last);
        }
    }
}
