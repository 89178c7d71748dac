package app.caravel.contact;

import java.util.List;
import java.util.Set;

/**
 * Contacts that are likely one person.
 *
 * @param contacts ids, the oldest first
 * @param whys what makes it likely, the surest first
 */
public record Duplicate(List<Long> contacts, Set<Why> whys) {

    /** What makes it likely. */
    public enum Why { SAME_MAILBOX, SAME_NAME_AND_PHONE, SAME_NAME_AND_COMPANY }

    public Duplicate {
        contacts = List.copyOf(contacts);
        whys = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(whys));
    }
}
