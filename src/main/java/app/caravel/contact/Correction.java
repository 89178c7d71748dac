package app.caravel.contact;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/**
 * What a person says of a contact by hand; takes the place of all that the contact had in these fields. Empty is nothing.
 *
 * @param country ISO 3166-1 alpha-2
 * @param phone as typed; kept as E.164
 * @param language BCP 47
 */
public record Correction(
        @Nullable String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String company,
        @Nullable String role,
        @Nullable String country,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String language) {

    public Correction {
        name = filled(name);
        firstName = filled(firstName);
        lastName = filled(lastName);
        company = filled(company);
        role = filled(role);
        country = filled(country);
        city = filled(city);
        phone = filled(phone);
        language = filled(language);
    }

    /** What the contact has now. */
    public static Correction of(Contact contact) {
        return new Correction(contact.name(), contact.firstName(), contact.lastName(), contact.company(), contact.role(), contact.country(), contact.city(), contact.phone(),
                contact.language());
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The phone in E.164, read by the country where it does not begin with +. */
    @Nullable String phoneNumber() {
        if (phone == null) {
            return null;
        }
        var read = Phones.read(phone, country).e164();
        if (read == null) {
            throw Problem.of("contacts.not-a-phone", "phone", phone);
        }
        return read;
    }
}
