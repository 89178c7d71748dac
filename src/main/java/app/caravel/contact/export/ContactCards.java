package app.caravel.contact.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.StructuredName;
import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.export.ExportColumn.Field;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.sheet.SheetFiles;

/** People as vCards 4.0 (RFC 6350) in one file, with what was chosen of them; what no property holds stands in the note, a line each. */
final class ContactCards implements Closeable {

    private final Path file;
    private final Path unfinished;
    private final Writer out;
    private final VCardWriter writer;
    private final Collection<ExportColumn> columns;

    ContactCards(Path file, Collection<ExportColumn> columns) throws IOException {
        this.file = file.toAbsolutePath();
        this.unfinished = this.file.resolveSibling("." + file.getFileName() + ".part");
        this.columns = columns;
        this.out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
        this.writer = new VCardWriter(out, VCardVersion.V4_0);
        writer.setAddProdId(false);
    }

    void write(Contact contact) {
        try {
            writer.write(card(contact));
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
    }

    private VCard card(Contact contact) {
        var card = new VCard(VCardVersion.V4_0);
        card.setFormattedName(contact.shownName());
        if (has(Field.ADDRESS)) {
            var first = new Email(contact.address().written());
            first.setPref(1);
            card.addEmail(first);
        }
        if (has(Field.OTHER_ADDRESSES)) {
            contact.otherAddresses().forEach(other -> card.addEmail(new Email(other.written())));
        }
        var family = value(Field.LAST_NAME, Field.NAME, contact.lastName());
        var given = value(Field.FIRST_NAME, Field.NAME, contact.firstName());
        if (family != null || given != null) {
            var name = new StructuredName();
            name.setFamily(family);
            name.setGiven(given);
            card.setStructuredName(name);
        }
        if (has(Field.COMPANY) && contact.company() != null) {
            card.setOrganization(contact.company());
        }
        if (has(Field.ROLE) && contact.role() != null) {
            card.addTitle(contact.role());
        }
        if (has(Field.PHONE) && contact.phone() != null) {
            card.addTelephoneNumber(contact.phone(), TelephoneType.WORK);
        }
        var city = value(Field.CITY, Field.CITY, contact.city());
        var country = value(Field.COUNTRY, Field.COUNTRY, contact.country());
        if (city != null || country != null) {
            var address = new Address();
            address.setLocality(city);
            address.setCountry(country == null ? null : Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
            card.addAddress(address);
        }
        if (has(Field.LANGUAGE) && contact.language() != null) {
            card.addLanguage(contact.language());
        }
        var note = columns.stream().filter(ExportColumn.Attribute.class::isInstance).map(column -> Map.entry(column.key(), String.valueOf(column.of(contact))))
                .filter(each -> !each.getValue().equals("null") && !each.getValue().isBlank()).map(each -> each.getKey() + ": " + each.getValue()).collect(Collectors.joining("\n"));
        if (!note.isEmpty()) {
            card.addNote(note);
        }
        return card;
    }

    private @Nullable String value(Field field, Field or, @Nullable String value) {
        return has(field) || has(or) ? value : null;
    }

    private boolean has(Field field) {
        return columns.contains(field);
    }

    @Override
    public void close() {
        try {
            writer.close();
            out.close();
            SheetFiles.takePlace(unfinished, file);
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
    }
}
