package app.caravel.contact.imports;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.Whereabouts;

/** What became of one row: a person to be added or merged, or a rejection. */
sealed interface Draft {

    long line();

    /**
     * @param country as the file says it, null where it says none; the language too
     * @param where the same with what can be guessed where the file says nothing
     */
    record Person(
            long line,
            EmailAddress address,
            String canonical,
            List<EmailAddress> others,
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
            Map<String, String> attributes,
            Whereabouts where) implements Draft {

        /** The same person at another address. */
        Person at(EmailAddress other) {
            return new Person(line, other, other.canonical(), others, name, firstName, lastName, salutation, company, role, country, city, phone, language,
                    attributes, where);
        }
    }

    record Rejected(Reject reject) implements Draft {
        @Override
        public long line() {
            return reject.line();
        }
    }
}
