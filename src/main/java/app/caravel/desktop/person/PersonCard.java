package app.caravel.desktop.person;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.OfficeHours;
import app.caravel.calendar.TheirZone;
import app.caravel.contact.Company;
import app.caravel.contact.Contact;
import app.caravel.contact.ContactList;
import app.caravel.contact.NextStep;
import app.caravel.contact.Standing;
import app.caravel.contact.Suppression;
import app.caravel.contact.Tag;
import app.caravel.report.PersonTimelines.Lately;

/**
 * All that is known of one person but what happened with him.
 *
 * @param colleagues of the same company, himself among them, the first few by name
 * @param lists he is in; {@code otherLists}: that he could be put into
 * @param office how his office stood when this was read; null where his zone is not known
 * @param suppression why he must not be written to; null: he may
 */
record PersonCard(Contact contact, Standing standing, @Nullable Company company, List<Colleague> colleagues, List<ContactList> lists, List<ContactList> otherLists, List<Tag> tags,
        List<Tag> otherTags, @Nullable Suppression suppression, Lately lately, @Nullable NextStep next, @Nullable OfficeHours office) {

    record Colleague(long id, String name) {}

    Optional<TheirZone> zone() {
        return zone(contact);
    }

    static Optional<TheirZone> zone(Contact contact) {
        return TheirZone.of(contact.timeZone(), contact.country(), contact.city());
    }
}
