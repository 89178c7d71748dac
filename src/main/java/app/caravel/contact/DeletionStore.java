package app.caravel.contact;

import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Json;

/** Deleted contacts: kept copies, and the way back. Each part is one short transaction. */
final class DeletionStore {

    private final Jdbi jdbi;

    DeletionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long begin(Instant at, Instant forgetBefore) {
        return jdbi.inTransaction(h -> begin(h, at, forgetBefore));
    }

    static long begin(Handle h, Instant at, Instant forgetBefore) {
        h.createUpdate("DELETE FROM deletion WHERE at < :before").bind("before", forgetBefore.toEpochMilli()).execute();
        return h.createQuery("INSERT INTO deletion (at) VALUES (:at) RETURNING id").bind("at", at.toEpochMilli()).mapTo(Long.class).one();
    }

    /** Deletes these but for those whom mail waits for; returns how many went. */
    int delete(long deletion, List<Long> contacts) {
        return jdbi.inTransaction(h -> delete(h, deletion, contacts));
    }

    static int delete(Handle h, long deletion, List<Long> contacts) {
            with(h, """
                    INSERT INTO deleted_contact (contact_id, deletion_id, contact, lists, changes, follow_up, beside)
                    SELECT c.id, :deletion, json_object('address', c.address, 'written_address', c.written_address, 'other_addresses', c.other_addresses,
                        'name', c.name, 'first_name', c.first_name, 'last_name', c.last_name, 'salutation', c.salutation,
                        'company', company.name, 'domain', company.domain, 'role', c.role, 'country', c.country, 'city', c.city, 'phone', c.phone,
                        'language', c.language, 'time_zone', c.time_zone, 'attributes', c.attributes, 'import_id', c.import_id,
                        'created_at', c.created_at, 'changed_at', c.changed_at, 'country_source', c.country_source, 'language_source', c.language_source,
                        'time_zone_source', c.time_zone_source, 'stage', c.stage, 'import_line', c.import_line),
                      (SELECT json_group_array(json_array(list_id, added_at, import_id)) FROM list_member WHERE contact_id = c.id),
                      (SELECT json_group_array(json_array(import_id, before)) FROM import_change WHERE contact_id = c.id),
                      (SELECT json_array(handled_at, until) FROM follow_up WHERE contact_id = c.id),
                      json_object(
                        'tags', json((SELECT json_group_array(json_array(tag_id, added_at)) FROM contact_tag WHERE contact_id = c.id)),
                        'notes', json((SELECT json_group_array(json_array(at, text, edited_at)) FROM note WHERE contact_id = c.id)),
                        'edits', json((SELECT json_group_array(json_array(at, field, before, after)) FROM contact_change WHERE contact_id = c.id)),
                        'next', json((SELECT json_group_array(json_array(day, word, set_at)) FROM next_step WHERE contact_id = c.id)))
                    FROM contact c LEFT JOIN company ON company.id = c.company_id
                    WHERE c.id IN (SELECT value FROM json_each(:contacts)) AND NOT EXISTS (
                        SELECT 1 FROM message WHERE message.contact_id = c.id AND message.state IN ('held', 'queued', 'sending', 'deferred'))""",
                    deletion, contacts);
            return with(h, "DELETE FROM contact WHERE id IN (SELECT contact_id FROM deleted_contact WHERE deletion_id = :deletion AND contact_id IN (SELECT value FROM json_each(:contacts)))",
                    deletion, contacts);
    }

    /** Those with people still away, who were not merged. */
    List<Deletions.Past> all(Instant since) {
        return jdbi.withHandle(h -> h.createQuery("""
                SELECT deletion.id, deletion.at, count(*) AS people, min(coalesce(d.contact ->> 'name', d.contact ->> 'address')) AS someone
                FROM deletion JOIN deleted_contact AS d ON d.deletion_id = deletion.id WHERE deletion.at >= :since
                  AND NOT EXISTS (SELECT 1 FROM merge WHERE merge.deletion_id = deletion.id) GROUP BY deletion.id ORDER BY deletion.at DESC""")
            .bind("since", since.toEpochMilli())
            .map((row, _) -> new Deletions.Past(row.getLong("id"), Instant.ofEpochMilli(row.getLong("at")), row.getInt("people"), row.getString("someone"))).list());
    }

    /** Those of a deletion that were not brought back yet, at most so many. */
    List<Long> part(long deletion, int most) {
        return jdbi.withHandle(h -> h.createQuery("SELECT contact_id FROM deleted_contact WHERE deletion_id = :deletion LIMIT :most")
                .bind("deletion", deletion).bind("most", most).mapTo(Long.class).list());
    }

    /** Brings these back, with their places in lists that are still there; whose address has a newer contact stays away. */
    int restore(long deletion, List<Long> contacts) {
        return jdbi.inTransaction(h -> restore(h, deletion, contacts));
    }

    static int restore(Handle h, long deletion, List<Long> contacts) {
            var gone = "FROM deleted_contact AS d %s WHERE d.deletion_id = :deletion AND d.contact_id IN (SELECT value FROM json_each(:contacts)) ";
            with(h, "INSERT OR IGNORE INTO company (name, domain) SELECT DISTINCT d.contact ->> 'company', d.contact ->> 'domain' " + gone.formatted("")
                    + "AND d.contact ->> 'company' IS NOT NULL", deletion, contacts);
            int restored = with(h, """
                    INSERT OR IGNORE INTO contact (id, address, written_address, other_addresses, name, first_name, last_name, salutation, company_id, role, country,
                        city, phone, language, time_zone, attributes, import_id, created_at, changed_at, country_source, language_source, time_zone_source, stage, import_line, derived)
                    SELECT d.contact_id, d.contact ->> 'address', d.contact ->> 'written_address', d.contact ->> 'other_addresses', d.contact ->> 'name',
                        d.contact ->> 'first_name', d.contact ->> 'last_name', d.contact ->> 'salutation', company.id, d.contact ->> 'role', d.contact ->> 'country',
                        d.contact ->> 'city', d.contact ->> 'phone', d.contact ->> 'language', d.contact ->> 'time_zone', d.contact ->> 'attributes',
                        d.contact ->> 'import_id', d.contact ->> 'created_at', d.contact ->> 'changed_at', d.contact ->> 'country_source',
                        d.contact ->> 'language_source', d.contact ->> 'time_zone_source', d.contact ->> 'stage', d.contact ->> 'import_line', 1 """
                    + " " + gone.formatted("LEFT JOIN company ON company.name = d.contact ->> 'company'"), deletion, contacts);
            var there = "AND EXISTS (SELECT 1 FROM contact WHERE contact.id = d.contact_id) ";
            with(h, "INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at, import_id) SELECT m.value ->> 0, d.contact_id, m.value ->> 1, m.value ->> 2 "
                    + gone.formatted(", json_each(d.lists) AS m") + there + "AND EXISTS (SELECT 1 FROM list WHERE list.id = m.value ->> 0)", deletion, contacts);
            with(h, "INSERT OR IGNORE INTO import_change (import_id, contact_id, before) SELECT m.value ->> 0, d.contact_id, m.value ->> 1 "
                    + gone.formatted(", json_each(d.changes) AS m") + there, deletion, contacts);
            with(h, "INSERT OR IGNORE INTO follow_up (contact_id, handled_at, until) SELECT d.contact_id, d.follow_up ->> 0, d.follow_up ->> 1 "
                    + gone.formatted("") + there + "AND d.follow_up IS NOT NULL", deletion, contacts);
            with(h, "INSERT OR IGNORE INTO contact_tag (tag_id, contact_id, added_at) SELECT m.value ->> 0, d.contact_id, m.value ->> 1 "
                    + gone.formatted(", json_each(d.beside, '$.tags') AS m") + there + "AND EXISTS (SELECT 1 FROM tag WHERE tag.id = m.value ->> 0)", deletion, contacts);
            with(h, "INSERT INTO note (contact_id, at, text, edited_at) SELECT d.contact_id, m.value ->> 0, m.value ->> 1, m.value ->> 2 "
                    + gone.formatted(", json_each(d.beside, '$.notes') AS m") + there, deletion, contacts);
            with(h, "INSERT INTO contact_change (contact_id, at, field, before, after) SELECT d.contact_id, m.value ->> 0, m.value ->> 1, m.value ->> 2, m.value ->> 3 "
                    + gone.formatted(", json_each(d.beside, '$.edits') AS m") + there, deletion, contacts);
            with(h, "INSERT OR IGNORE INTO next_step (contact_id, day, word, set_at) SELECT d.contact_id, m.value ->> 0, m.value ->> 1, m.value ->> 2 "
                    + gone.formatted(", json_each(d.beside, '$.next') AS m") + there, deletion, contacts);
            with(h, "DELETE FROM deleted_contact WHERE deletion_id = :deletion AND contact_id IN (SELECT value FROM json_each(:contacts))", deletion, contacts);
            return restored;
    }

    private static int with(Handle handle, String sql, long deletion, List<Long> contacts) {
        return handle.createUpdate(sql).bind("deletion", deletion).bind("contacts", Json.write(contacts)).execute();
    }
}
