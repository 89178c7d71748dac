package app.caravel.contact;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.store.Json;

/** Finds what this workspace knows of one person, and takes it away for good: what the tables of this package hold, and every other table's rows of a contact. */
public final class ContactErasure {

    private static final Pattern PHONE = Pattern.compile("[+(]?\\d[\\d ()./-]{5,24}\\d");
    private static final Pattern TELLING = Pattern.compile(".*(\\S\\s+\\S|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]{2}).*", Pattern.DOTALL);

    /** Written and read by others, or of no person: the ledger's rows are its own affair. */
    private static final Set<String> NOT_BY_CONTACT = Set.of("message", "deleted_contact");

    private ContactErasure() {}

    /** What is known of the person who has this address, be it his first, another of his, or one that he had when a mail went to him. */
    public static Trace trace(Handle h, EmailAddress address) {
        var asked = address.canonical();
        var ids = new LinkedHashSet<>(ids(h, "SELECT id FROM contact WHERE address = :a UNION SELECT contact_id FROM deleted_contact WHERE contact ->> 'address' = :a", asked));
        if (ids.isEmpty()) {
            ids.addAll(ids(h, """
                    SELECT contact.id FROM contact, json_each(contact.other_addresses) o WHERE contact.other_addresses LIKE '%@%' AND lower(o.value) = :a
                    UNION SELECT d.contact_id FROM deleted_contact d, json_each(d.contact ->> 'other_addresses') o WHERE lower(o.value) = :a""", asked));
        }
        ids.addAll(ids(h, "SELECT contact_id FROM merged_address WHERE address = :a", asked));
        ids.addAll(ids(h, "SELECT contact_id FROM message WHERE address = :a AND contact_id > 0", asked));
        mergedWith(h, ids);
        var found = new Found();
        found.address(address.written());
        read(h, ids, found);
        for (var other : List.copyOf(found.addresses)) {
            if (!other.equals(asked) && isSharedWithOthers(h, other, ids)) {
                found.addresses.remove(other);
            }
        }
        return new Trace(ids, found.addresses, found.names, found.phones, found.companies);
    }

    /** Those who were merged into him are he, and so is he whom they were merged into. */
    private static void mergedWith(Handle h, Set<Long> ids) {
        for (int before = -1; before < ids.size();) {
            before = ids.size();
            ids.addAll(h.createQuery("""
                    SELECT d.contact_id FROM merge JOIN deleted_contact d ON d.deletion_id = merge.deletion_id WHERE merge.contact_id IN (SELECT value FROM json_each(:ids))
                    UNION SELECT merge.contact_id FROM merge JOIN deleted_contact d ON d.deletion_id = merge.deletion_id WHERE d.contact_id IN (SELECT value FROM json_each(:ids))""")
                .bind("ids", Json.write(ids)).mapTo(Long.class).list());
        }
    }

    private static List<Long> ids(Handle h, String sql, String address) {
        return h.createQuery(sql).bind("a", address).mapTo(Long.class).list();
    }

    private static final class Found {
        final Set<String> addresses = new LinkedHashSet<>();
        final Set<String> names = new LinkedHashSet<>();
        final Set<String> phones = new LinkedHashSet<>();
        final Set<Long> companies = new LinkedHashSet<>();

        void address(@Nullable String written) {
            if (written != null) {
                EmailAddress.parse(written).ifPresent(address -> {
                    addresses.add(address.canonical());
                    addresses.add(written.toLowerCase(java.util.Locale.ROOT));
                });
            }
        }

        void name(@Nullable String name) {
            if (name != null && TELLING.matcher(name.strip()).matches()) {
                names.add(name.strip());
            }
        }

        void phone(@Nullable String text) {
            if (text != null && PHONE.matcher(text.strip()).matches() && text.chars().filter(Character::isDigit).count() >= 7) {
                phones.add(text.strip());
            }
        }
    }

    private static void read(Handle h, Set<Long> ids, Found found) {
        var these = Json.write(ids);
        h.createQuery("""
                SELECT address, written_address, other_addresses, name, first_name, last_name, phone, attributes, company_id FROM contact WHERE id IN (SELECT value FROM json_each(:ids))
                UNION ALL SELECT contact ->> 'address', contact ->> 'written_address', contact ->> 'other_addresses', contact ->> 'name', contact ->> 'first_name', contact ->> 'last_name',
                  contact ->> 'phone', contact ->> 'attributes', NULL FROM deleted_contact WHERE contact_id IN (SELECT value FROM json_each(:ids))""").bind("ids", these)
            .map((row, _) -> {
                found.address(row.getString("address"));
                found.address(row.getString("written_address"));
                Json.array(row.getString("other_addresses")).forEach(found::address);
                var first = row.getString("first_name");
                var last = row.getString("last_name");
                found.name(row.getString("name"));
                if (first != null && last != null) {
                    found.name(first + " " + last);
                    found.name(last + " " + first);
                    found.name(last + first);
                }
                found.phone(row.getString("phone"));
                Json.strings(row.getString("attributes")).values().forEach(value -> {
                    found.phone(value);
                    found.address(value);
                });
                long company = row.getLong("company_id");
                return row.wasNull() || found.companies.add(company);
            }).list();
        h.createQuery("SELECT address FROM merged_address WHERE contact_id IN (SELECT value FROM json_each(:ids))").bind("ids", these).mapTo(String.class).forEach(found::address);
        h.createQuery("SELECT address, recipient, recipient_name FROM message WHERE contact_id IN (SELECT value FROM json_each(:ids)) AND contact_id > 0").bind("ids", these)
            .map((row, _) -> {
                found.address(row.getString("address"));
                found.address(row.getString("recipient"));
                found.name(row.getString("recipient_name"));
                return true;
            }).list();
    }

    /** A function's mailbox, or somebody else's own: it says nothing of him alone. */
    private static boolean isSharedWithOthers(Handle h, String address, Set<Long> ids) {
        return RoleAddresses.isOne(address.substring(0, Math.max(0, address.lastIndexOf('@'))))
                || h.createQuery("SELECT EXISTS (SELECT 1 FROM contact WHERE address = :a AND id NOT IN (SELECT value FROM json_each(:ids)))")
                        .bind("a", address).bind("ids", Json.write(ids)).mapTo(Boolean.class).one();
    }

    /** When an address was erased; null where it was not. */
    public static @Nullable Instant erasedAt(Handle h, EmailAddress address) {
        return h.createQuery("SELECT at FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), :a)").bind("a", address.canonical())
                .mapTo(Long.class).findOne().map(Instant::ofEpochMilli).orElse(null);
    }

    /**
     * Leaves the marks that keep him from being written to, and deletes everything else.
     *
     * @return how many rows of which table went
     */
    public static Map<String, Integer> erase(Handle h, Trace trace, Instant at) {
        mark(h, trace, at);
        var gone = new LinkedHashMap<String, Integer>();
        var ids = Json.write(trace.contacts());
        var addresses = Json.write(trace.addresses());
        for (var table : h.createQuery("SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c ON c.name = 'contact_id' WHERE t.type = 'table'").mapTo(String.class).list()) {
            if (!NOT_BY_CONTACT.contains(table)) {
                count(gone, table, h.createUpdate("DELETE FROM \"%s\" WHERE contact_id IN (SELECT value FROM json_each(:ids))".formatted(table)).bind("ids", ids).execute());
            }
        }
        count(gone, "deleted_contact", h.createUpdate("DELETE FROM deleted_contact WHERE contact_id IN (SELECT value FROM json_each(:ids))").bind("ids", ids).execute());
        count(gone, "contact", h.createUpdate("DELETE FROM contact WHERE id IN (SELECT value FROM json_each(:ids))").bind("ids", ids).execute());
        count(gone, "not_the_same", h.createUpdate("""
                DELETE FROM not_the_same WHERE kind = 'contact' AND (first IN (SELECT value FROM json_each(:ids)) OR second IN (SELECT value FROM json_each(:ids)))""").bind("ids", ids).execute());
        count(gone, "company", h.createUpdate("""
                DELETE FROM company WHERE id IN (SELECT value FROM json_each(:companies)) AND NOT EXISTS (SELECT 1 FROM contact WHERE company_id = company.id)""")
            .bind("companies", Json.write(trace.companies())).execute());
        count(gone, "suppression", h.createUpdate("DELETE FROM suppression WHERE address IN (SELECT value FROM json_each(:addresses))").bind("addresses", addresses).execute());
        count(gone, "suppression_history", h.createUpdate("DELETE FROM suppression_history WHERE target IN (SELECT value FROM json_each(:addresses))").bind("addresses", addresses).execute());
        count(gone, "import_reject", rejects(h, trace));
        return gone;
    }

    private static void mark(Handle h, Trace trace, Instant at) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        h.createUpdate("INSERT OR IGNORE INTO erasure_key (id, key) VALUES (1, :key)").bind("key", key).execute();
        h.createUpdate("UPDATE erasure_key SET last_contact = max(last_contact, :last)").bind("last", trace.contacts().stream().mapToLong(Long::longValue).max().orElse(0)).execute();
        for (var address : trace.addresses()) {
            h.createUpdate("INSERT OR IGNORE INTO erasure (mark, at) VALUES (hmac_sha256((SELECT key FROM erasure_key), :a), :at)").bind("a", address).bind("at", at.toEpochMilli()).execute();
        }
    }

    /** Rows that an import left out and that hold him stay as a number: what they said goes. */
    private static int rejects(Handle h, Trace trace) {
        int blanked = 0;
        var words = new LinkedHashSet<>(trace.addresses());
        words.addAll(trace.phones());
        words.addAll(trace.names());
        for (var word : words) {
            blanked += h.createUpdate("UPDATE import_reject SET text = '', reason = :reason WHERE text LIKE :word ESCAPE '~' OR reason LIKE :word ESCAPE '~'")
                    .bind("reason", Json.write(Reason.of("erasure.reject"))).bind("word", "%" + word.replace("~", "~~").replace("%", "~%").replace("_", "~_") + "%").execute();
        }
        return blanked;
    }

    private static void count(Map<String, Integer> gone, String table, int rows) {
        if (rows > 0) {
            gone.merge(table, rows, Integer::sum);
        }
    }
}
