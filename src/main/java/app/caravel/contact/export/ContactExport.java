package app.caravel.contact.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.sheet.ExcelCsv;
import app.caravel.sheet.ExcelSheet;
import app.caravel.store.Json;

/** Writes a list to a file: CSV for Excel, XLSX, or JSON, by the file's ending. Columns are our fields, then every attribute. */
public final class ContactExport {

    private static final List<String> FIELDS = List.of("address", "name", "company", "role", "country", "city", "phone", "language", "other_addresses");

    private final Contacts contacts;

    public ContactExport(Contacts contacts) {
        this.contacts = contacts;
    }

    /**
     * Writes the people of a list.
     *
     * @return how many
     */
    public int write(long listId, Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return json(listId, file);
        }
        if (name.endsWith(".xlsx")) {
            try (var sheet = ExcelSheet.create(file, "Contacts")) {
                return rows(listId, sheet::row);
            }
        }
        try (var csv = ExcelCsv.create(file)) {
            return rows(listId, csv::row);
        }
    }

    private int rows(long listId, Consumer<List<@Nullable Object>> row) {
        var attributes = new LinkedHashSet<String>();
        contacts.forEachOfList(listId, contact -> attributes.addAll(contact.attributes().keySet()));
        var head = new ArrayList<@Nullable Object>(FIELDS);
        head.addAll(attributes);
        row.accept(head);
        var count = new int[1];
        contacts.forEachOfList(listId, contact -> {
            var cells = new ArrayList<@Nullable Object>(java.util.Arrays.asList(contact.address().written(), contact.name(), contact.company(), contact.role(),
                    contact.country(), contact.city(), contact.phone(), contact.language(), others(contact)));
            attributes.forEach(attribute -> cells.add(contact.attributes().get(attribute)));
            row.accept(cells);
            count[0]++;
        });
        return count[0];
    }

    private static String others(Contact contact) {
        return String.join("; ", contact.otherAddresses().stream().map(EmailAddress::written).toList());
    }

    private int json(long listId, Path file) {
        var count = new int[1];
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("[");
            contacts.forEachOfList(listId, contact -> {
                try {
                    out.write(count[0]++ == 0 ? "\n" : ",\n");
                    out.write(Json.write(values(contact)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            out.write("\n]\n");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
        return count[0];
    }

    private static Map<String, @Nullable Object> values(Contact contact) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("address", contact.address().written());
        values.put("other_addresses", contact.otherAddresses().stream().map(EmailAddress::written).toList());
        values.put("name", contact.name());
        values.put("company", contact.company());
        values.put("country", contact.country());
        values.put("phone", contact.phone());
        values.put("language", contact.language());
        values.put("attributes", contact.attributes());
        return values;
    }
}
