package app.caravel.contact;

import java.util.Set;

/**
 * What a person is known by, read before he is erased.
 *
 * @param contacts his ids, of deleted contacts and of old mails too
 * @param addresses canonical and as written
 * @param names such as say who he is: two words, or at least two characters of a script that has no spaces
 * @param phones as kept and as files wrote them
 * @param companies where he was
 */
public record Trace(Set<Long> contacts, Set<String> addresses, Set<String> names, Set<String> phones, Set<Long> companies) {

    public Trace {
        contacts = Set.copyOf(contacts);
        addresses = Set.copyOf(addresses);
        names = Set.copyOf(names);
        phones = Set.copyOf(phones);
        companies = Set.copyOf(companies);
    }
}
