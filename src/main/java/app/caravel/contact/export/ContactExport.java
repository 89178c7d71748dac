package app.caravel.contact.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
import app.caravel.contact.Filter;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.sheet.ExcelCsv;
import app.caravel.sheet.ExcelSheet;
import app.caravel.sheet.SheetFiles;
import app.caravel.store.Json;

/** Writes people to a file: CSV for Excel, XLSX, or JSON, by the file's ending. Columns are our fields, then every attribute. */
public final class ContactExport {

    private static final List<String> FIELDS = List.of("address", "name", "company", "role", "country", "city", "phone", "language", "other_addresses");

    private final Contacts contacts;

    public ContactExport(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Hands over people one by one, as often as it is asked, each time the same. */
    private interface People {
        void each(Consumer<Contact> action);
    }

    /**
     * Writes the people of a list.
     *
     * @return how many
     */
    public int write(long listId, Path file) {
        return write(action -> contacts.forEachOfList(listId, action), file);
    }

    /**
     * Writes all that fit, in the filter's order.
     *
     * @return how many
     */
    public int write(Filter filter, Path file) {
        return write(action -> contacts.forEach(filter, action), file);
    }

    /**
     * Writes these contacts.
     *
     * @return how many
     */
    public int write(Collection<Long> ids, Path file) {
        return write(action -> contacts.forEach(ids, action), file);
    }

    private static int write(People people, Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return json(people, file);
        }
        if (name.endsWith(".xlsx")) {
            try (var sheet = ExcelSheet.create(file, "Contacts")) {
                return rows(people, sheet::row);
            }
        }
        try (var csv = ExcelCsv.create(file)) {
            return rows(people, csv::row);
        }
    }

    private static int rows(People people, Consumer<List<@Nullable Object>> row) {
        var attributes = new LinkedHashSet<String>();
        people.each(contact -> attributes.addAll(contact.attributes().keySet()));
        var head = new ArrayList<@Nullable Object>(FIELDS);
        head.addAll(attributes);
        row.accept(head);
        var count = new int[1];
        people.each(contact -> {
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

    /** Written beside, then moved: the file is whole or not there. */
    private static int json(People people, Path file) {
        var whole = file.toAbsolutePath();
        var unfinished = whole.resolveSibling("." + file.getFileName() + ".part");
        var count = new int[1];
        try {
            try (var out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                out.write("[");
                people.each(contact -> {
                    try {
                        out.write(count[0]++ == 0 ? "\n" : ",\n");
                        out.write(Json.write(values(contact)));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                out.write("\n]\n");
            }
            SheetFiles.takePlace(unfinished, whole);
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
