package app.caravel.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.contact.Edits.Edit;
import app.caravel.store.Json;

/** Facts of one contact, changed by hand, and the log of it. Each change is one transaction. */
final class EditStore {

    static final String ATTRIBUTE = "attribute:";

    private final Jdbi db;

    EditStore(Jdbi db) {
        this.db = db;
    }

    /**
     * @param companyName null where the company is known by its domain alone
     */
    private record Row(Map<String, @Nullable String> columns, @Nullable Long company, @Nullable String companyName, String attributes) {

        @Nullable String value(Fact fact) {
            return fact == Fact.COMPANY ? companyName : columns.get(fact.key());
        }

        @Nullable Origin origin(Fact fact) {
            return fact.guessed() && value(fact) != null ? Origin.ofKey(columns.get(fact.key() + "_source")) : null;
        }
    }

    Optional<Edit> set(long contact, Fact fact, @Nullable String typed, Instant at) {
        return db.inTransaction(h -> set(h, contact, fact, typed, at));
    }

    /** Every fact that the correction says otherwise. */
    List<Edit> correct(long contact, Correction said, Correction before, Instant at) {
        var was = before.facts();
        return db.inTransaction(h -> {
            var edits = new ArrayList<Edit>();
            said.facts().forEach((fact, value) -> {
                if (!value.equals(was.get(fact))) {
                    set(h, contact, fact, value.orElse(null), at).ifPresent(edits::add);
                }
            });
            return List.copyOf(edits);
        });
    }

    private static Optional<Edit> set(Handle h, long contact, Fact fact, @Nullable String typed, Instant at) {
        return read(h, contact).flatMap(row -> {
            var before = row.value(fact);
            var after = fact.kept(typed, row.value(Fact.COUNTRY));
            var origin = row.origin(fact);
            boolean guessStays = after == null && origin != null && origin.isGuess();
            if (guessStays || Objects.equals(before, after)) {
                return Optional.empty();
            }
            if (fact == Fact.COMPANY) {
                putCompany(h, contact, after, at);
            } else {
                put(h, contact, fact, after, after == null ? null : Origin.HAND, at);
            }
            return Optional.of(new Edit(log(h, contact, at, fact.key(), before, after), contact, fact.key(), before, after, origin, row.company()));
        });
    }

    Optional<Edit> setAttribute(long contact, String header, @Nullable String value, Instant at) {
        return db.inTransaction(h -> read(h, contact).flatMap(row -> {
            var attributes = new LinkedHashMap<>(Json.strings(row.attributes()));
            var before = attributes.get(header);
            if (Objects.equals(before, value)) {
                return Optional.empty();
            }
            putAttribute(h, contact, attributes, header, value, at);
            var field = ATTRIBUTE + header;
            return Optional.of(new Edit(log(h, contact, at, field, before, value), contact, field, before, value, null, null));
        }));
    }

    boolean takeBack(Edit edit, Instant at) {
        return db.inTransaction(h -> read(h, edit.contact()).map(row -> {
            if (edit.field().startsWith(ATTRIBUTE)) {
                var header = edit.field().substring(ATTRIBUTE.length());
                var attributes = new LinkedHashMap<>(Json.strings(row.attributes()));
                if (!Objects.equals(attributes.get(header), edit.after())) {
                    return false;
                }
                putAttribute(h, edit.contact(), attributes, header, edit.before(), at);
            } else {
                var fact = Fact.valueOf(edit.field().toUpperCase(Locale.ROOT));
                if (edit.after() != null && !Objects.equals(row.value(fact), edit.after())) {
                    return false;
                }
                if (fact == Fact.COMPANY) {
                    putCompanyId(h, edit.contact(), edit.companyBefore(), at);
                } else {
                    put(h, edit.contact(), fact, edit.before(), edit.origin(), at);
                }
            }
            h.execute("DELETE FROM contact_change WHERE id = ?", edit.id());
            return true;
        }).orElse(false));
    }

    private static Optional<Row> read(Handle h, long contact) {
        return h.createQuery("SELECT contact.*, nullif(company.name, company.domain) AS company FROM contact LEFT JOIN company ON company.id = contact.company_id WHERE contact.id = :id")
                .bind("id", contact).map((row, _) -> {
                    var columns = new LinkedHashMap<String, @Nullable String>();
                    for (var fact : Fact.values()) {
                        columns.put(fact.key(), row.getString(fact.key()));
                        if (fact.guessed()) {
                            columns.put(fact.key() + "_source", row.getString(fact.key() + "_source"));
                        }
                    }
                    long company = row.getLong("company_id");
                    return new Row(columns, row.wasNull() ? null : company, row.getString("company"), row.getString("attributes"));
                }).findOne();
    }

    private static void put(Handle h, long contact, Fact fact, @Nullable String value, @Nullable Origin origin, Instant at) {
        var source = fact.guessed() ? ", %s_source = :source".formatted(fact.key()) : "";
        h.createUpdate("UPDATE contact SET %s = :value%s, changed_at = :at WHERE id = :id".formatted(fact.key(), source))
                .bind("value", value).bind("source", origin == null ? null : origin.key()).bind("at", at.toEpochMilli()).bind("id", contact).execute();
        Derivations.derive(h, List.of(contact));
    }

    private static void putCompany(Handle h, long contact, @Nullable String name, Instant at) {
        if (name == null) {
            putCompanyId(h, contact, null, at);
            return;
        }
        var domain = h.createQuery("SELECT substr(address, instr(address, '@') + 1) FROM contact WHERE id = :id").bind("id", contact).mapTo(String.class).one();
        h.createUpdate("INSERT OR IGNORE INTO company (name, domain) VALUES (:name, :domain)").bind("name", name)
                .bind("domain", FreeMail.isDomain(domain) || domain.startsWith("[") ? null : domain).execute();
        putCompanyId(h, contact, h.createQuery("SELECT id FROM company WHERE name = :name").bind("name", name).mapTo(Long.class).one(), at);
    }

    private static void putCompanyId(Handle h, long contact, @Nullable Long company, Instant at) {
        h.createUpdate("UPDATE contact SET company_id = (SELECT id FROM company WHERE id = :company), changed_at = :at WHERE id = :id")
                .bind("company", company).bind("at", at.toEpochMilli()).bind("id", contact).execute();
    }

    private static void putAttribute(Handle h, long contact, Map<String, String> attributes, String header, @Nullable String value, Instant at) {
        if (value == null) {
            attributes.remove(header);
        } else {
            attributes.put(header, value);
        }
        h.createUpdate("UPDATE contact SET attributes = :attributes, changed_at = :at WHERE id = :id")
                .bind("attributes", Json.write(attributes)).bind("at", at.toEpochMilli()).bind("id", contact).execute();
    }

    static long log(Handle h, long contact, Instant at, String field, @Nullable String before, @Nullable String after) {
        return h.createQuery("INSERT INTO contact_change (contact_id, at, field, before, after) VALUES (:contact, :at, :field, :before, :after) RETURNING id")
                .bind("contact", contact).bind("at", at.toEpochMilli()).bind("field", field).bind("before", before).bind("after", after).mapTo(Long.class).one();
    }
}
