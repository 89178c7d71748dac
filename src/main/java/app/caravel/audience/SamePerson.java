package app.caravel.audience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;

/**
 * People who are surely in the list twice: one's address is among another's further addresses, or both write one Gmail
 * mailbox in two ways (Gmail lets go dots and what follows a plus; others do not, or not surely). The first that mail
 * reaches stays, the later ones are the second time.
 */
final class SamePerson {

    private final Map<String, Person> firstOf = new HashMap<>();

    /** @param reached whether mail gets to somebody: a dead address is no reason to leave out a living one */
    SamePerson(List<Person> people, Predicate<Person> reached) {
        for (var person : people) {
            if (reached.test(person)) {
                firstOf.putIfAbsent(EmailAddress.mailbox(person.address().canonical()), person);
            }
        }
        for (var person : people) {
            var first = reached.test(person) ? firstOf.get(EmailAddress.mailbox(person.address().canonical())) : null;
            if (first != null) {
                person.otherAddresses().forEach(other -> firstOf.computeIfPresent(EmailAddress.mailbox(other), (_, one) -> one.id() > first.id() ? first : one));
            }
        }
    }

    /** The address under which this one is in the list already, null where he is there once. */
    @Nullable EmailAddress other(Person person) {
        var first = firstOf.get(EmailAddress.mailbox(person.address().canonical()));
        if (first == null || first.id() >= person.id()) {
            for (var other : person.otherAddresses()) {
                var there = firstOf.get(EmailAddress.mailbox(other));
                if (there != null && there.id() < person.id()) {
                    return there.address();
                }
            }
            return null;
        }
        return first.address();
    }
}
