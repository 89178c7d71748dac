package app.caravel.contact;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A person with an address and attributes.
 *
 * @param otherAddresses further addresses of the same person; mail goes to {@code address} alone
 * @param company the company's name, null where it is known by its domain alone
 * @param country ISO 3166-1 alpha-2
 * @param phone E.164
 * @param language BCP 47
 * @param timeZone IANA name
 * @param attributes header as the file wrote it -> value as the file wrote it
 */
public record Contact(
        long id,
        EmailAddress address,
        List<EmailAddress> otherAddresses,
        @Nullable String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String salutation,
        @Nullable String company,
        @Nullable String role,
        @Nullable String country,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String timeZone,
        Map<String, String> attributes) {

    public Contact {
        otherAddresses = List.copyOf(otherAddresses);
    }

    /** What stands in for merge fields: the contact's own keys, and each attribute by its header in snake case. Empty ones are absent. */
    public Map<String, Object> mergeValues() {
        return MergeFields.valuesOf(this);
    }

    /** The name, or the address where there is none. */
    public String shownName() {
        return name == null ? address.written() : name;
    }
}
