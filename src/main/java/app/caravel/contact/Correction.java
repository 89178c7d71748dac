package app.caravel.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    /** Each fact that can be said, the country before the phone that is read by it. */
    Map<Fact, Optional<String>> facts() {
        var facts = new LinkedHashMap<Fact, Optional<String>>();
        facts.put(Fact.NAME, Optional.ofNullable(name));
        facts.put(Fact.FIRST_NAME, Optional.ofNullable(firstName));
        facts.put(Fact.LAST_NAME, Optional.ofNullable(lastName));
        facts.put(Fact.COMPANY, Optional.ofNullable(company));
        facts.put(Fact.ROLE, Optional.ofNullable(role));
        facts.put(Fact.COUNTRY, Optional.ofNullable(country));
        facts.put(Fact.CITY, Optional.ofNullable(city));
        facts.put(Fact.PHONE, Optional.ofNullable(phoneNumber()));
        facts.put(Fact.LANGUAGE, Optional.ofNullable(language));
        return facts;
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
