package app.caravel.campaign.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.FreeMail;
import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;

/**
 * People who would get two mails: one mailbox written in two ways, an address that another contact has as a further one, or
 * the same full name twice at one company. The first stays; the later ones are the second time.
 */
public final class Twice {

    private final Map<String, String> firstByMailbox = new HashMap<>();
    private final Map<String, String> firstByName = new HashMap<>();
    private final List<String> again = new ArrayList<>();
    private String example = "";
    private String other = "";

    public void at(Contact contact) {
        var address = contact.address().canonical();
        var before = before(contact, address);
        if (before != null) {
            if (again.isEmpty()) {
                example = contact.address().written();
                other = before;
            }
            again.add(address);
        }
        remember(contact, address);
    }

    private @Nullable String before(Contact contact, String address) {
        var known = firstByMailbox.get(EmailAddress.mailbox(address));
        for (var further : contact.otherAddresses()) {
            known = known == null ? firstByMailbox.get(EmailAddress.mailbox(further.canonical())) : known;
        }
        var name = nameAtCompany(contact);
        return known == null && name != null ? firstByName.get(name) : known;
    }

    private void remember(Contact contact, String address) {
        firstByMailbox.putIfAbsent(EmailAddress.mailbox(address), contact.address().written());
        contact.otherAddresses().forEach(further -> firstByMailbox.putIfAbsent(EmailAddress.mailbox(further.canonical()), contact.address().written()));
        var name = nameAtCompany(contact);
        if (name != null) {
            firstByName.putIfAbsent(name, contact.address().written());
        }
    }

    /** A full name and where he works; one word is no full name. */
    private static @Nullable String nameAtCompany(Contact contact) {
        var name = contact.name();
        if (name == null || name.strip().indexOf(' ') < 0) {
            return null;
        }
        var domain = contact.address().domain();
        var place = FreeMail.isDomain(domain) ? contact.company() : domain;
        return place == null ? null : name.strip().toLowerCase(Locale.ROOT) + "\n" + place.strip().toLowerCase(Locale.ROOT);
    }

    public List<CheckFinding> findings() {
        return again.isEmpty() ? List.of()
                : List.of(CheckFinding.aboutPeople("twice", again, "address", example, "other", other).mendedBy(new Mend.Nothing()));
    }
}
