package app.caravel.contact.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.reason.Problem;

/** A column of an export: one of our fields, or an attribute by its header. */
public sealed interface ExportColumn {

    /** How the file calls it. */
    String key();

    /** What stands in it; null: nothing. */
    @Nullable String of(Contact contact);

    /** One of our fields. */
    enum Field implements ExportColumn {
        ADDRESS, NAME, FIRST_NAME, LAST_NAME, SALUTATION, COMPANY, ROLE, COUNTRY, CITY, PHONE, LANGUAGE, TIME_ZONE, OTHER_ADDRESSES;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable String of(Contact contact) {
            return switch (this) {
                case ADDRESS -> contact.address().written();
                case NAME -> contact.name();
                case FIRST_NAME -> contact.firstName();
                case LAST_NAME -> contact.lastName();
                case SALUTATION -> contact.salutation();
                case COMPANY -> contact.company();
                case ROLE -> contact.role();
                case COUNTRY -> contact.country();
                case CITY -> contact.city();
                case PHONE -> contact.phone();
                case LANGUAGE -> contact.language();
                case TIME_ZONE -> contact.timeZone();
                case OTHER_ADDRESSES -> String.join("; ", contact.otherAddresses().stream().map(EmailAddress::written).toList());
            };
        }
    }

    /** What the user's own file said under a header. */
    record Attribute(String header) implements ExportColumn {
        @Override
        public String key() {
            return header;
        }

        @Override
        public @Nullable String of(Contact contact) {
            return contact.attributes().get(header);
        }
    }

    /** What an export has where nobody chose: these, then every attribute. */
    List<Field> USUAL = List.of(Field.ADDRESS, Field.NAME, Field.COMPANY, Field.ROLE, Field.COUNTRY, Field.CITY, Field.PHONE, Field.LANGUAGE, Field.OTHER_ADDRESSES);

    /**
     * The columns that these names mean, in their order: a field's key, or a header as it stands or in snake case.
     *
     * @param headers the attributes there are
     * @throws Problem where one of them is none
     */
    static List<ExportColumn> named(List<String> names, List<String> headers) {
        var columns = new ArrayList<ExportColumn>();
        for (var name : names.stream().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            Optional<ExportColumn> field = Arrays.stream(Field.values()).filter(each -> each.key().equalsIgnoreCase(name)).map(ExportColumn.class::cast).findFirst();
            columns.add(field.or(() -> headers.stream().filter(header -> header.equalsIgnoreCase(name) || snake(header).equals(snake(name))).findFirst().map(Attribute::new))
                    .orElseThrow(() -> Problem.of("export.no-such-column", "column", name, "columns",
                            Arrays.stream(Field.values()).map(Field::key).collect(Collectors.joining(", ")) + (headers.isEmpty() ? "" : ", " + String.join(", ", headers)))));
        }
        if (columns.isEmpty()) {
            throw Problem.of("export.no-columns");
        }
        return columns.stream().distinct().toList();
    }

    private static String snake(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }
}
