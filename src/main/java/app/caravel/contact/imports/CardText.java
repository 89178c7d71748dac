package app.caravel.contact.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;

/**
 * One person as a signature, an inquiry or a card says it in plain text. What is not sure is left open, and what could not be
 * placed stands in {@code rest}: it is for a person to look through before anything is kept.
 *
 * @param text as it was pasted
 * @param phones in E.164, a mobile one first; never a fax
 * @param site as written, else the domain of the mail address where it is a company's own
 * @param country ISO 3166-1 alpha-2, where the text names it
 * @param guessedCountry what phone or domain say where it does not
 * @param city where it is sure
 * @param postal the postal address as it stands there, in one line
 * @param rest lines that none of this holds
 */
public record CardText(String text, @Nullable String name, @Nullable String role, @Nullable String company, List<EmailAddress> addresses, List<String> phones, @Nullable String site,
        @Nullable String country, @Nullable String guessedCountry, @Nullable String city, @Nullable String postal, List<String> rest) {

    public CardText {
        addresses = List.copyOf(addresses);
        phones = List.copyOf(phones);
        rest = List.copyOf(rest);
    }

    /** Reads any text; never fails. A vCard is read as one. */
    public static CardText read(String text) {
        return new CardReader(text).card();
    }
}
