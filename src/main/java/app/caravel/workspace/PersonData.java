package app.caravel.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageQueries;
import app.caravel.campaign.SentMails;
import app.caravel.contact.ContactErasure;
import app.caravel.contact.EmailAddress;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.sheet.SheetFiles;
import app.caravel.store.Database;
import app.caravel.store.Disk;
import app.caravel.store.Json;

/**
 * What this workspace holds of one person, as one readable file to hand to him (GDPR Art. 15): JSON, or a ZIP of it by the
 * file's ending. Every table with rows of a contact is in it, known here or not.
 */
public final class PersonData {

    /** Said in their own words below. */
    private static final Set<String> SAID = Set.of("message", "deleted_contact");

    private static final Set<String> TIMES = Set.of("at", "since", "sent_at", "not_before", "created_at", "changed_at", "added_at", "handled_at", "until", "edited_at", "set_at", "undone_at");

    /** Texts that are JSON themselves. */
    private static final Set<String> NESTED = Set.of("attributes", "other_addresses", "reason", "reasons", "before", "contact", "lists", "changes", "beside", "follow_up");

    private final Database database;
    private final MessageQueries messages;
    private final SentMails sent;
    private final Clock clock;

    PersonData(Database database, MessageQueries messages, SentMails sent, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * Writes it.
     *
     * @return how many mails are in it
     * @throws Problem where nobody is known by that address, or the file cannot be written
     */
    public int write(EmailAddress address, Path file) {
        var whole = file.toAbsolutePath();
        var unfinished = whole.resolveSibling("." + whole.getFileName() + ".part");
        var data = read(address);
        try {
            var text = Json.readable(data.content).getBytes(StandardCharsets.UTF_8);
            if (whole.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished), StandardCharsets.UTF_8)) {
                    zip.putNextEntry(new ZipEntry("data.json"));
                    zip.write(text);
                    zip.closeEntry();
                }
            } else {
                Files.write(unfinished, text);
            }
            Home.ownerOnly(unfinished);
            SheetFiles.takePlace(unfinished, whole);
            return data.mails;
        } catch (IOException e) {
            Backup.quietlyDelete(unfinished);
            throw new Problem(Reason.of(Disk.isFull(e, whole) ? "store.disk-full" : "store.cannot-write", "file", file.toString()), e);
        }
    }

    private record Data(Map<String, Object> content, int mails) {}

    private Data read(EmailAddress address) {
        return database.jdbi().inTransaction(h -> {
            var trace = ContactErasure.trace(h, address);
            var ids = Json.write(trace.contacts());
            var addresses = Json.write(trace.addresses());
            var content = new LinkedHashMap<String, Object>();
            content.put("about", address.canonical());
            content.put("made_at", clock.instant().toString());
            content.put("person", rows(h, """
                    SELECT contact.*, company.name AS company, import.file AS import_file FROM contact LEFT JOIN company ON company.id = contact.company_id
                    LEFT JOIN import ON import.id = contact.import_id WHERE contact.id IN (SELECT value FROM json_each(:ids))""", ids, addresses));
            content.put("lists", rows(h, "SELECT list.name, m.added_at FROM list_member m JOIN list ON list.id = m.list_id WHERE m.contact_id IN (SELECT value FROM json_each(:ids))", ids, addresses));
            content.put("tags", rows(h, "SELECT tag.name, t.added_at FROM contact_tag t JOIN tag ON tag.id = t.tag_id WHERE t.contact_id IN (SELECT value FROM json_each(:ids))", ids, addresses));
            content.put("suppressed", rows(h, "SELECT address, reason, detail, since FROM suppression WHERE address IN (SELECT value FROM json_each(:addresses))", ids, addresses));
            content.put("suppression_history", rows(h, "SELECT target, act, reason, word, at FROM suppression_history WHERE target IN (SELECT value FROM json_each(:addresses)) ORDER BY id", ids, addresses));
            content.put("imports", rows(h, """
                    SELECT id, file, at, encoding FROM import WHERE id IN (SELECT import_id FROM contact WHERE id IN (SELECT value FROM json_each(:ids)))
                      OR id IN (SELECT import_id FROM import_change WHERE contact_id IN (SELECT value FROM json_each(:ids)))
                      OR id IN (SELECT import_id FROM list_member WHERE contact_id IN (SELECT value FROM json_each(:ids)))""", ids, addresses));
            for (var table : h.createQuery("SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'contact_id' WHERE t.type = 'table' ORDER BY t.name")
                    .mapTo(String.class).list()) {
                if (!SAID.contains(table)) {
                    content.put(table, rows(h, "SELECT * FROM \"%s\" WHERE contact_id IN (SELECT value FROM json_each(:ids))".formatted(table), ids, addresses));
                }
            }
            content.put("deleted_before", rows(h, "SELECT * FROM deleted_contact WHERE contact_id IN (SELECT value FROM json_each(:ids))", ids, addresses));
            var mails = mails(h, ids, addresses);
            content.put("mails", mails);
            content.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
            if (content.size() <= 2) {
                throw Problem.of("erasure.unknown", "address", address.written());
            }
            return new Data(content, mails.size());
        });
    }

    private List<Object> mails(Handle h, String ids, String addresses) {
        var mails = new ArrayList<Object>();
        for (long id : h.createQuery("""
                SELECT id FROM message WHERE contact_id > 0 AND (contact_id IN (SELECT value FROM json_each(:ids)) OR address IN (SELECT value FROM json_each(:addresses))) ORDER BY id""")
                .bind("ids", ids).bind("addresses", addresses).mapTo(Long.class).list()) {
            messages.find(id).ifPresent(message -> {
                var mail = new LinkedHashMap<String, @Nullable Object>();
                mail.put("campaign", h.createQuery("SELECT name FROM campaign WHERE id = " + message.campaignId()).mapTo(String.class).findOne().orElse(null));
                mail.put("to", message.recipient());
                mail.put("message_id", message.messageId());
                mail.put("state", message.state().key());
                mail.put("sent_at", message.sentAt() instanceof Instant at ? at.toString() : null);
                mail.put("values", message.merge());
                sent.of(message).ifPresent(content -> {
                    mail.put("subject", content.subject());
                    mail.put("text", content.text());
                    mail.put("html", content.html());
                });
                mail.put("steps", rows(h, "SELECT at, state, reply_code, reply, reason FROM transition WHERE message_id = " + id + " ORDER BY id", ids, addresses));
                mail.put("signs", rows(h, """
                        SELECT e.kind, e.at, e.url, e.user_agent, e.address, e.network, v.verdict, v.reasons FROM event e LEFT JOIN verdict v ON v.event_id = e.id
                        WHERE e.message_id = %d ORDER BY e.at""".formatted(id), ids, addresses));
                mails.add(mail);
            });
        }
        return mails;
    }

    /** Rows as they are, times as dates, JSON as itself, without what is empty. */
    private static List<Object> rows(Handle h, String sql, String ids, String addresses) {
        var query = h.createQuery(sql);
        if (sql.contains(":ids")) {
            query.bind("ids", ids);
        }
        if (sql.contains(":addresses")) {
            query.bind("addresses", addresses);
        }
        return query.map((row, _) -> {
            var columns = row.getMetaData();
            var values = new LinkedHashMap<String, Object>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                var value = row.getObject(i);
                if (value != null && !(value instanceof byte[])) {
                    values.put(columns.getColumnLabel(i), readable(columns.getColumnLabel(i), value));
                }
            }
            return (Object) values;
        }).list();
    }

    private static Object readable(String column, Object value) {
        if (value instanceof Number at && TIMES.contains(column)) {
            return Instant.ofEpochMilli(at.longValue()).toString();
        }
        if (value instanceof String text && NESTED.contains(column) && (text.startsWith("{") || text.startsWith("["))) {
            return Json.read(text, Object.class);
        }
        return value;
    }
}
