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
import app.caravel.contact.export.ExportColumn.Attribute;
import app.caravel.contact.export.ExportColumn.Field;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.sheet.ExcelCsv;
import app.caravel.sheet.ExcelSheet;
import app.caravel.sheet.SheetFiles;
import app.caravel.store.Json;

/**
 * Writes people to a file: CSV for Excel, XLSX, vCards (4.0) or JSON, by the file's ending. Columns are those chosen, in
 * their order; where nobody chose, the usual fields, then every attribute. Importing the file again brings the same people.
 */
public final class ContactExport {

    private final Contacts contacts;

    public ContactExport(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Whom: handed over one by one, as often as it is asked, each time the same. */
    private interface People {
        void each(Consumer<Contact> action);
    }

    /**
     * Writes the people of a list.
     *
     * @return how many
     */
    public int write(long listId, Path file, @Nullable List<String> columns) {
        return write(action -> contacts.forEachOfList(listId, action), file, columns);
    }

    /**
     * Writes all that fit, in the filter's order.
     *
     * @return how many
     */
    public int write(Filter filter, Path file, @Nullable List<String> columns) {
        return write(action -> contacts.forEach(filter, action), file, columns);
    }

    /**
     * Writes these contacts.
     *
     * @return how many
     */
    public int write(Collection<Long> ids, Path file, @Nullable List<String> columns) {
        return write(action -> contacts.forEach(ids, action), file, columns);
    }

    public int write(long listId, Path file) {
        return write(listId, file, null);
    }

    public int write(Filter filter, Path file) {
        return write(filter, file, null);
    }

    public int write(Collection<Long> ids, Path file) {
        return write(ids, file, null);
    }

    /** The headers of the attributes that these people have, in the order of their coming. */
    public List<String> headers(Filter filter) {
        return headers(action -> contacts.forEach(filter, action));
    }

    public List<String> headers(Collection<Long> ids) {
        return headers(action -> contacts.forEach(ids, action));
    }

    private static List<String> headers(People people) {
        var headers = new LinkedHashSet<String>();
        people.each(contact -> headers.addAll(contact.attributes().keySet()));
        return List.copyOf(headers);
    }

    private static int write(People people, Path file, @Nullable List<String> named) {
        var headers = headers(people);
        var columns = named == null ? usual(headers) : ExportColumn.named(named, headers);
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return json(people, file, named == null ? null : columns);
        }
        if (name.endsWith(".vcf")) {
            return cards(people, file, columns);
        }
        if (name.endsWith(".xlsx")) {
            try (var sheet = ExcelSheet.create(file, "Contacts")) {
                return rows(people, columns, sheet::row);
            }
        }
        try (var csv = ExcelCsv.create(file)) {
            return rows(people, columns, csv::row);
        }
    }

    private static List<ExportColumn> usual(List<String> headers) {
        var columns = new ArrayList<ExportColumn>(ExportColumn.USUAL);
        headers.forEach(header -> columns.add(new Attribute(header)));
        return columns;
    }

    private static int rows(People people, List<ExportColumn> columns, Consumer<List<@Nullable Object>> row) {
        row.accept(new ArrayList<>(columns.stream().map(ExportColumn::key).toList()));
        var count = new int[1];
        people.each(contact -> {
            var cells = new ArrayList<@Nullable Object>(columns.size());
            columns.forEach(column -> cells.add(column.of(contact)));
            row.accept(cells);
            count[0]++;
        });
        return count[0];
    }

    private static int cards(People people, Path file, List<ExportColumn> columns) {
        var count = new int[1];
        try (var cards = new ContactCards(file, columns)) {
            people.each(contact -> {
                cards.write(contact);
                count[0]++;
            });
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
        return count[0];
    }

    /** Written beside, then moved: the file is whole or not there. */
    private static int json(People people, Path file, @Nullable List<ExportColumn> columns) {
        var whole = file.toAbsolutePath();
        var unfinished = whole.resolveSibling("." + file.getFileName() + ".part");
        var count = new int[1];
        try {
            try (var out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                out.write("[");
                people.each(contact -> {
                    try {
                        out.write(count[0]++ == 0 ? "\n" : ",\n");
                        out.write(Json.write(columns == null ? values(contact) : values(contact, columns)));
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
        values.put("first_name", contact.firstName());
        values.put("last_name", contact.lastName());
        values.put("company", contact.company());
        values.put("role", contact.role());
        values.put("country", contact.country());
        values.put("city", contact.city());
        values.put("phone", contact.phone());
        values.put("language", contact.language());
        values.put("attributes", contact.attributes());
        return values;
    }

    private static Map<String, @Nullable Object> values(Contact contact, List<ExportColumn> columns) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        var attributes = new LinkedHashMap<String, String>();
        for (var column : columns) {
            switch (column) {
                case Field field when field == Field.OTHER_ADDRESSES -> values.put(field.key(), contact.otherAddresses().stream().map(EmailAddress::written).toList());
                case Field field -> values.put(field.key(), field.of(contact));
                case Attribute attribute -> {
                    var value = attribute.of(contact);
                    if (value != null) {
                        attributes.put(attribute.header(), value);
                    }
                }
            }
        }
        if (columns.stream().anyMatch(Attribute.class::isInstance)) {
            values.put("attributes", attributes);
        }
        return values;
    }
}
