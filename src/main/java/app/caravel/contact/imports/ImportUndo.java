package app.caravel.contact.imports;

import java.time.Instant;
import java.util.stream.Gatherers;

import org.jdbi.v3.core.Handle;

import app.caravel.contact.imports.Importer.Undone;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/**
 * Takes an import back: its new people go, those it merged into become what they were, its places in lists go. Who was
 * changed since, or written to, stays as he is. In parts, each a short transaction; an undo that breaks off can be repeated.
 */
final class ImportUndo {

    private static final int PART = 2_000;

    /** Nothing newer depends on the contact: not edited, not merged into, in no other list, not written to since. */
    private static final String UNTOUCHED = """
            contact.changed_at = (SELECT at FROM import WHERE id = :import)
            AND NOT EXISTS (SELECT 1 FROM list_member WHERE list_member.contact_id = contact.id AND list_member.import_id IS NOT :import)
            AND NOT EXISTS (SELECT 1 FROM message WHERE message.contact_id = contact.id)
            AND NOT EXISTS (SELECT 1 FROM note WHERE note.contact_id = contact.id)
            AND NOT EXISTS (SELECT 1 FROM contact_tag WHERE contact_tag.contact_id = contact.id)
            AND NOT EXISTS (SELECT 1 FROM next_step WHERE next_step.contact_id = contact.id)
            """;

    private final Database database;

    ImportUndo(Database database) {
        this.database = database;
    }

    /**
     * @throws Problem where there is no such import, or it was taken back before
     */
    Undone undo(long importId, Instant at) {
        boolean undone = database.jdbi().withHandle(h -> h.createQuery("SELECT undone_at IS NOT NULL FROM import WHERE id = :import")
                .bind("import", importId).mapTo(Boolean.class).findOne()).orElseThrow(() -> Problem.of("contacts.no-such-import", "import", importId));
        if (undone) {
            throw Problem.of("contacts.import-undone-before", "import", importId);
        }
        int restored = inParts("""
                UPDATE contact SET
                    other_addresses = before.value ->> 'other_addresses', name = before.value ->> 'name', first_name = before.value ->> 'first_name',
                    last_name = before.value ->> 'last_name', salutation = before.value ->> 'salutation', company_id = before.value ->> 'company_id',
                    role = before.value ->> 'role', country = before.value ->> 'country', city = before.value ->> 'city', phone = before.value ->> 'phone',
                    language = before.value ->> 'language', attributes = before.value ->> 'attributes', changed_at = before.value ->> 'changed_at',
                    country_source = before.value ->> 'country_source', language_source = before.value ->> 'language_source',
                    time_zone = before.value ->> 'time_zone', time_zone_source = before.value ->> 'time_zone_source', derived = 0
                FROM (SELECT contact_id, before AS value FROM import_change WHERE import_id = :import) AS before
                WHERE contact.id = before.contact_id AND contact.id IN (
                    SELECT contact_id FROM import_change JOIN contact ON contact.id = contact_id
                    WHERE import_change.import_id = :import AND contact.changed_at = (SELECT at FROM import WHERE id = :import) LIMIT :part)""", importId);
        int removed = inParts("DELETE FROM contact WHERE id IN (SELECT id FROM contact WHERE import_id = :import AND " + UNTOUCHED + " LIMIT :part)", importId);
        outOfList(importId);
        return database.jdbi().inTransaction(h -> {
            int left = left(h, importId);
            h.createUpdate("DELETE FROM import_change WHERE import_id = :import").bind("import", importId).execute();
            h.createUpdate("DELETE FROM import_reject WHERE import_id = :import").bind("import", importId).execute();
            h.execute("DELETE FROM company WHERE NOT EXISTS (SELECT 1 FROM contact WHERE contact.company_id = company.id)");
            h.createUpdate("""
                    DELETE FROM list WHERE (id, created_at) = (SELECT list_id, at FROM import WHERE id = :import)
                      AND NOT EXISTS (SELECT 1 FROM list_member WHERE list_id = list.id)
                      AND NOT EXISTS (SELECT 1 FROM campaign, json_tree(campaign.audience) AS part
                                      WHERE part.type = 'object' AND part.value ->> 'kind' = 'LIST' AND part.value ->> 'id' = list.id)
                      AND NOT EXISTS (SELECT 1 FROM import other WHERE other.list_id = list.id AND other.id <> :import AND other.undone_at IS NULL)""")
                .bind("import", importId).execute();
            h.createUpdate("UPDATE import SET undone_at = :at WHERE id = :import").bind("at", at.toEpochMilli()).bind("import", importId).execute();
            return new Undone(removed, restored, left);
        });
    }

    boolean stands(long importId) {
        return database.jdbi().withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM import WHERE id = :import AND undone_at IS NULL)")
                .bind("import", importId).mapTo(Boolean.class).one());
    }

    /** Those who were in the workspace before leave the list again. */
    private void outOfList(long importId) {
        var members = database.jdbi().withHandle(h -> h.createQuery("""
                SELECT contact_id FROM list_member WHERE list_id = (SELECT list_id FROM import WHERE id = :import) AND import_id = :import""")
            .bind("import", importId).mapTo(Long.class).list());
        members.stream().gather(Gatherers.windowFixed(PART)).forEach(part -> database.jdbi().useTransaction(h -> {
            var batch = h.prepareBatch("DELETE FROM list_member WHERE list_id = (SELECT list_id FROM import WHERE id = :import) AND contact_id = :contact");
            part.forEach(contact -> batch.bind("import", importId).bind("contact", contact).add());
            batch.execute();
        }));
    }

    private static int left(Handle handle, long importId) {
        return handle.createQuery("""
                SELECT (SELECT count(*) FROM contact WHERE import_id = :import)
                     + (SELECT count(*) FROM import_change JOIN contact ON contact.id = contact_id
                        WHERE import_change.import_id = :import AND contact.changed_at > (SELECT at FROM import WHERE id = :import))""")
            .bind("import", importId).mapTo(Integer.class).one();
    }

    private int inParts(String sql, long importId) {
        int all = 0;
        for (int done = PART; done == PART; all += done) {
            done = database.jdbi().inTransaction(h -> h.createUpdate(sql).bind("import", importId).bind("part", PART).execute());
        }
        return all;
    }
}
