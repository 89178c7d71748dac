package app.caravel.contact;

import org.jspecify.annotations.Nullable;

/**
 * A company with what is known of it through its people.
 *
 * @param name its domain where nobody named it
 * @param country ISO 3166-1 alpha-2: by hand, else that of most of its people, else by the domain's ending
 * @param countryOrigin {@code HAND}; {@code COLUMN}: of its people; {@code DOMAIN}
 * @param people how many contacts belong to it
 */
public record Company(long id, String name, @Nullable String domain, @Nullable String country, @Nullable Origin countryOrigin, int people) {

    /** Whether somebody named it. */
    public boolean named() {
        return !name.equals(domain);
    }
}
