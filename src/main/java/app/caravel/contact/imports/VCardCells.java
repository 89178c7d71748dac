package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.TextProperty;
import ezvcard.property.Url;
import org.jspecify.annotations.Nullable;

/** A card as the cells of a row, so that it goes the way of every other row. */
final class VCardCells {

    /** The columns; their names are such as are known. */
    static final List<String> NAMES = List.of("Full name", "First name", "Middle name", "Last name", "Salutation", "Company", "Job title", "E-mail", "Phone", "Other phones",
            "City", "Country", "Language", "Website", "Postal address", "Department", "Note", "Nickname", "Categories", "Birthday", "Other fields");

    private static final Set<TelephoneType> NO_VOICE = Set.of(TelephoneType.FAX, TelephoneType.MODEM, TelephoneType.PAGER, TelephoneType.BBS);

    private VCardCells() {}

    /** No cells where it cannot be read as a card: the row is then left out, with its text. */
    static List<String> of(String text) {
        VCard card;
        try {
            card = Ezvcard.parse(text).first();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(); // the library gives up on some damage with whatever it met, and follows cards within cards as deep as they go
        }
        return card == null ? List.of() : cells(card);
    }

    private static List<String> cells(VCard card) {
        var name = card.getStructuredName();
        var organization = card.getOrganization();
        var parts = organization == null ? List.<String>of() : organization.getValues();
        var phones = phones(card);
        var address = card.getAddresses().isEmpty() ? null : card.getAddresses().getFirst();
        var full = value(card.getFormattedName());
        var company = parts.isEmpty() ? "" : said(parts.getFirst());
        return List.of(
                full.equals(company) || isAddress(full) ? "" : full, // a card of a company, or named by its address
                name == null ? "" : said(name.getGiven()),
                name == null ? "" : joined(name.getAdditionalNames().stream(), " "),
                name == null ? "" : said(name.getFamily()),
                name == null ? "" : joined(name.getPrefixes().stream(), " "),
                company,
                Stream.concat(card.getTitles().stream().map(VCardCells::value), card.getRoles().stream().map(VCardCells::value)).filter(each -> !each.isBlank()).findFirst().orElse(""),
                joined(emails(card), "\n"),
                phones.isEmpty() ? "" : phones.getFirst(),
                joined(phones.stream().skip(1), "\n"),
                address == null ? "" : said(address.getLocality()),
                address == null ? "" : said(address.getCountry()),
                card.getLanguages().isEmpty() ? "" : value(card.getLanguages().getFirst()),
                joined(card.getUrls().stream().map(Url::getValue), "\n"),
                address == null ? "" : written(address),
                parts.size() < 2 ? "" : joined(parts.stream().skip(1), ", "),
                joined(card.getNotes().stream().map(VCardCells::value), "\n"),
                card.getNickname() == null ? "" : joined(card.getNickname().getValues().stream(), ", "),
                card.getCategories() == null ? "" : joined(card.getCategories().getValues().stream(), ", "),
                birthday(card),
                joined(furtherOnes(card), "\n"));
    }

    /** What no column holds: second jobs and companies, and what programs add of their own. */
    private static Stream<String> furtherOnes(VCard card) {
        return Stream.of(
                card.getOrganizations().stream().skip(1).map(each -> "ORG: " + joined(each.getValues().stream(), ", ")),
                card.getTitles().stream().skip(1).map(each -> "TITLE: " + value(each)),
                card.getAgent() == null || card.getAgent().getVCard() == null ? Stream.<String>empty() : Stream.of("AGENT: " + person(card.getAgent().getVCard())),
                card.getAddresses().stream().skip(1).map(each -> "ADR: " + written(each)),
                card.getExtendedProperties().stream().filter(each -> !each.getPropertyName().equalsIgnoreCase("X-ABLABEL"))
                        .map(each -> each.getPropertyName() + ": " + said(each.getValue()))).flatMap(each -> each);
    }

    /** Who stands in for a person: a name and the way to reach him. */
    private static String person(VCard card) {
        return joined(Stream.concat(Stream.of(value(card.getFormattedName())), Stream.concat(emails(card), phones(card).stream())), ", ");
    }

    private static boolean isAddress(String text) {
        return text.indexOf('@') > 0 && text.indexOf(' ') < 0;
    }

    /** The preferred one first. */
    private static Stream<String> emails(VCard card) {
        return preferredFirst(card.getEmails(), email -> email.getPref() != null || email.getTypes().contains(EmailType.PREF)).stream().map(Email::getValue);
    }

    private static List<String> phones(VCard card) {
        var voice = card.getTelephoneNumbers().stream().filter(phone -> phone.getTypes().stream().noneMatch(NO_VOICE::contains)).toList();
        return preferredFirst(voice, phone -> phone.getPref() != null || phone.getTypes().contains(TelephoneType.PREF)).stream()
                .map(phone -> phone.getText() == null ? phone.getUri() == null ? "" : phone.getUri().getNumber() : phone.getText()).filter(each -> !each.isBlank()).toList();
    }

    private static <T> List<T> preferredFirst(List<T> all, Predicate<T> preferred) {
        var sorted = new ArrayList<T>();
        all.stream().filter(preferred).forEach(sorted::add);
        all.stream().filter(preferred.negate()).forEach(sorted::add);
        return sorted;
    }

    private static String written(Address address) {
        return joined(Stream.of(address.getPoBox(), address.getExtendedAddress(), address.getStreetAddress(), address.getLocality(), address.getRegion(), address.getPostalCode(),
                address.getCountry()), ", ");
    }

    private static String birthday(VCard card) {
        var day = card.getBirthday();
        return day == null ? "" : day.getDate() != null ? day.getDate().toString() : day.getPartialDate() != null ? day.getPartialDate().toISO8601(true) : said(day.getText());
    }

    private static String value(@Nullable TextProperty property) {
        return property == null ? "" : said(property.getValue());
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String joined(Stream<@Nullable String> parts, String between) {
        return parts.filter(part -> part != null && !part.isBlank()).map(VCardCells::said).distinct().collect(Collectors.joining(between));
    }
}
