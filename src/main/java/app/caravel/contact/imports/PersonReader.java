package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.Known;
import app.caravel.contact.Phones;
import app.caravel.contact.RoleAddresses;
import app.caravel.contact.Whereabouts;
import app.caravel.contact.imports.Notices.Kind;
import app.caravel.reason.Reason;

/** Makes a person of a row, or says why it cannot. Where what a cell said was changed, the attributes keep it as written. */
final class PersonReader {

    /** Nobody's name or city is longer; such a text stays an attribute. */
    private static final int LONGEST_FIELD = 300;

    private static final int SHOWN = 80;

    /** Templates have their sample above the rows to be filled in. */
    private static final int SAMPLES_WITHIN = 20;

    private static final Pattern SAMPLE = Pattern.compile("\\s*[(（【\\[]?(?:填写)?(?:示例|样例|范例|例如|例[:：]|填写说明|(?i:example|sample row|beispiel|exemple|ejemplo)\\s*[:：])");

    private final Map<Field, List<Column>> byField;
    private final List<Column> attributes;
    private final int width;
    private final Notices notices;
    private final CountryCells countries = new CountryCells();

    PersonReader(List<Column> columns, Notices notices) {
        this.byField = Columns.byField(columns);
        this.attributes = columns.stream().filter(column -> column.target() instanceof Target.Attribute).toList();
        this.width = columns.size();
        this.notices = notices;
    }

    Draft read(Row row) {
        if (!row.whole()) {
            return rejected(row, Reason.of("contacts.reject-too-long"));
        }
        if (row.line() <= SAMPLES_WITHIN && isSample(row)) {
            return rejected(row, Reason.of("contacts.reject-sample"));
        }
        var found = new LinkedHashMap<String, EmailAddress>();
        var kept = new LinkedHashMap<String, String>();
        var nameBeside = addresses(row, found, kept);
        if (found.isEmpty()) {
            return rejected(row, whyNoAddress(row));
        }
        var addresses = new ArrayList<>(found.values());
        var address = addresses.removeFirst();
        noticeAddress(address, addresses);
        return person(row, address, addresses, nameBeside, kept);
    }

    /** The row that a template shows how to fill it in; it says so in its first cell. */
    private static boolean isSample(Row row) {
        return row.cells().stream().filter(cell -> !Cells.isBlank(cell)).findFirst().filter(cell -> SAMPLE.matcher(cell).lookingAt()).isPresent();
    }

    private static Draft rejected(Row row, Reason reason) {
        return new Draft.Rejected(new Reject(row.line(), reason, row.text()));
    }

    /** Fills in the row's addresses; returns the name that stood in front of one, {@code Name <a@b>}. */
    private @Nullable String addresses(Row row, Map<String, EmailAddress> addresses, Map<String, String> kept) {
        String name = null;
        for (var field : List.of(Field.ADDRESS, Field.OTHER_ADDRESS)) {
            for (var column : byField.getOrDefault(field, List.of())) {
                var cell = row.cell(column.index());
                if (Cells.isBlank(cell)) {
                    continue;
                }
                var found = AddressCells.read(cell);
                found.addresses().forEach(one -> addresses.putIfAbsent(one.canonical(), one));
                name = name == null && found.name() != null && found.name().length() <= LONGEST_FIELD ? found.name() : name;
                if (found.repaired() && !found.addresses().isEmpty()) {
                    notices.add(Kind.ADDRESS_MENDED, shown(cell));
                    keep(kept, column, cell);
                } else if (found.addresses().isEmpty() && !Cells.saysNothing(Cells.oneLine(cell))) {
                    keep(kept, column, cell);
                }
            }
        }
        return name;
    }

    private Reason whyNoAddress(Row row) {
        for (var field : List.of(Field.ADDRESS, Field.OTHER_ADDRESS)) {
            for (var column : byField.getOrDefault(field, List.of())) {
                var cell = Cells.oneLine(row.cell(column.index()));
                if (!Cells.saysNothing(cell)) {
                    return Reason.of("contacts.reject-address", "address", shown(cell));
                }
            }
        }
        return row.cells().size() == 1 && width > 3 ? Reason.of("contacts.reject-cells", "found", 1, "columns", width) : Reason.of("contacts.reject-no-address");
    }

    private void noticeAddress(EmailAddress address, List<EmailAddress> others) {
        if (!others.isEmpty()) {
            notices.add(Kind.SEVERAL_ADDRESSES, address.written());
        }
        if (RoleAddresses.isOne(address.local())) {
            notices.add(Kind.ROLE_ADDRESS, address.written());
        }
    }

    private Draft person(Row row, EmailAddress address, List<EmailAddress> others, @Nullable String nameBeside, Map<String, String> kept) {
        var country = country(row, kept);
        var language = language(row, kept);
        var phone = phone(row, country, kept);
        var city = value(Field.CITY, row);
        var where = Whereabouts.of(Known.ofColumn(country), null, Known.ofColumn(language), city, phone, address.domain());
        var land = where.country();
        var custom = land == null ? null : land.value();
        var names = names(row, nameBeside, custom, kept);
        var role = value(Field.ROLE, row);
        var salutation = salutation(row, names, role, custom, kept);
        for (var list : byField.values()) {
            keepSecondOnes(row, list, kept);
        }
        for (var column : attributes) {
            var value = Cells.kept(row.cell(column.index()));
            if (!Cells.isBlank(value)) {
                kept.put(((Target.Attribute) column.target()).name(), value);
            }
        }
        for (int i = width; i < row.cells().size(); i++) {
            var value = Cells.kept(row.cells().get(i));
            if (!Cells.isBlank(value)) {
                kept.put("Column " + (i + 1), value);
            }
        }
        return new Draft.Person(row.line(), address, address.canonical(), List.copyOf(others), names.full(), names.first(), names.last(), salutation,
                value(Field.COMPANY, row), role, country, city, phone, language, kept, where);
    }

    /** @param custom the country whose order of names it is */
    private Names names(Row row, @Nullable String nameBeside, @Nullable String custom, Map<String, String> kept) {
        var fullColumn = filled(Field.NAME, row);
        var full = fullColumn == null ? nameBeside : text(fullColumn, row);
        var middle = filled(Field.MIDDLE_NAME, row);
        if (middle != null) {
            keep(kept, middle, row.cell(middle.index()));
        }
        var givenColumn = filled(Field.FIRST_NAME, row);
        var given = givenColumn == null ? null : text(givenColumn, row);
        var names = Names.of(full, given, middle == null ? null : text(middle, row), value(Field.LAST_NAME, row), custom);
        if (fullColumn != null && names.full() != null && !names.full().equals(full)) {
            keep(kept, fullColumn, row.cell(fullColumn.index()));
        }
        if (givenColumn != null && given != null && names.last() != null && !given.equals(names.first())) {
            keep(kept, givenColumn, row.cell(givenColumn.index()));
        }
        if (full != null && names.first() != null && names.last() != null) {
            notices.add(Kind.NAME_SPLIT, full);
        }
        return names;
    }

    private @Nullable String country(Row row, Map<String, String> kept) {
        var column = filled(Field.COUNTRY, row);
        if (column == null) {
            return null;
        }
        var written = text(column, row);
        var code = countries.of(written);
        if (code == null) {
            notices.add(Kind.COUNTRY_UNCLEAR, shown(written));
        }
        if (!written.equals(code)) {
            keep(kept, column, row.cell(column.index()));
        }
        return code;
    }

    private @Nullable String language(Row row, Map<String, String> kept) {
        var column = filled(Field.LANGUAGE, row);
        if (column != null) {
            var written = text(column, row);
            var code = Languages.codeOf(written).orElse(null);
            if (!written.equals(code)) {
                keep(kept, column, row.cell(column.index()));
            }
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    /** The first phone that can be read; one that cannot stays as an attribute. */
    private @Nullable String phone(Row row, @Nullable String country, Map<String, String> kept) {
        String number = null;
        for (var column : byField.getOrDefault(Field.PHONE, List.of())) {
            var written = text(column, row);
            if (Cells.saysNothing(written)) {
                continue;
            }
            var read = number == null ? Phones.read(written, country) : new Phones.Read(null, false);
            if (number == null && read.e164() == null) {
                notices.add(read.digitsLost() ? Kind.PHONE_DIGITS_LOST : Kind.PHONE_UNCLEAR, shown(written));
            }
            if (!written.equals(read.e164())) {
                keep(kept, column, row.cell(column.index()));
            }
            number = number == null ? read.e164() : number;
        }
        return number;
    }

    private @Nullable String salutation(Row row, Names names, @Nullable String role, @Nullable String custom, Map<String, String> kept) {
        var column = filled(Field.SALUTATION, row);
        if (column != null) {
            var written = text(column, row);
            if (Honorifics.isGreeting(written)) {
                return written;
            }
            keep(kept, column, row.cell(column.index()));
            var line = Honorifics.line(written, names.greeted(), custom);
            if (line != null) {
                return line;
            }
        }
        if (names.honorific() != null) {
            return Honorifics.line(names.honorific(), names.greeted(), custom);
        }
        return role != null && role.endsWith("经理") ? Honorifics.line("经理", names.greeted(), custom) : null;
    }

    /** Of several columns for one field, those behind the first that is filled. */
    private void keepSecondOnes(Row row, List<Column> columns, Map<String, String> kept) {
        boolean taken = false;
        for (var column : columns) {
            if (column.is(Field.ADDRESS) || column.is(Field.OTHER_ADDRESS) || column.is(Field.PHONE)) {
                return;
            }
            var text = text(column, row);
            if (!Cells.saysNothing(text)) {
                if (taken || text.length() > LONGEST_FIELD) {
                    keep(kept, column, row.cell(column.index()));
                }
                taken |= text.length() <= LONGEST_FIELD;
            }
        }
    }

    private @Nullable String value(Field field, Row row) {
        var column = filled(field, row);
        return column == null ? null : text(column, row);
    }

    private @Nullable Column filled(Field field, Row row) {
        for (var column : byField.getOrDefault(field, List.of())) {
            var text = text(column, row);
            if (!Cells.saysNothing(text) && text.length() <= LONGEST_FIELD) {
                return column;
            }
        }
        return null;
    }

    private static String text(Column column, Row row) {
        return Cells.oneLine(row.cell(column.index()));
    }

    private static void keep(Map<String, String> kept, Column column, String cell) {
        kept.put(column.header(), Cells.kept(cell));
    }

    private static String shown(String text) {
        var line = Cells.oneLine(text);
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
