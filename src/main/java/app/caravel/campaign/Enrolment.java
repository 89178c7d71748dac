package app.caravel.campaign;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import app.caravel.account.Account;
import app.caravel.contact.Contacts;
import app.caravel.reason.Problem;

/** Puts a campaign's people into its ledger: all of them at its start, those who joined the audience since at any later time. */
final class Enrolment {

    private final Roll roll;
    private final Recipients recipients;
    private final Contacts contacts;
    private final EachFiles each;
    private final Ledger ledger;
    private final MessageQueries messages;
    private final SecureRandom random = new SecureRandom();

    Enrolment(Roll roll, Recipients recipients, Contacts contacts, EachFiles each, Ledger ledger, MessageQueries messages) {
        this.roll = roll;
        this.recipients = recipients;
        this.contacts = contacts;
        this.each = each;
        this.ledger = ledger;
        this.messages = messages;
    }

    /**
     * Queues everybody who is not in the ledger yet.
     *
     * @param accounts those of the campaign, by id
     * @return how many were added, those who must not be written to included
     * @throws Problem at the start, where nobody can be written to
     */
    int enrol(Campaign campaign, Roll.How how, Map<Long, Account> accounts, Enclosures enclosed) {
        if (!campaign.audience().isChosen()) {
            throw Problem.of("campaign.no-list", "name", campaign.name());
        }
        var people = new ArrayList<Roll.Entry>();
        var there = messages.contactsOf(campaign.id());
        var own = ownFiles(campaign);
        roll.forEach(campaign, how, there, people::add);
        if (there.isEmpty() && people.stream().allMatch(person -> person.to().suppressed() != null)) {
            throw Problem.of(people.isEmpty() ? "campaign.nobody" : "campaign.all-suppressed", "name", campaign.name(), "n", people.size());
        }
        var ids = new RandomIds(random);
        // made as they are written: of an audience of half a million no more is held than has to be
        ledger.queue(campaign.id(), () -> people.stream().map(entry -> {
            var id = ids.next();
            var from = Objects.requireNonNull(accounts.get(entry.accountId())).fromAddress();
            return new NewMessage(entry, id, "<" + HexFormat.of().formatHex(id) + "@" + from.substring(from.lastIndexOf('@') + 1) + ">",
                    entry.to().suppressed() == null ? enclosed.keep(own.getOrDefault(entry.to().contactId(), List.of())) : List.of());
        }).iterator());
        return people.size();
    }

    /** How many of the audience are not in the ledger and may be written to. */
    int countNew(Campaign campaign) {
        var there = messages.contactsOf(campaign.id());
        int[] people = {0};
        recipients.forEach(campaign.audience(), person -> people[0] += person.suppressed() == null && !there.contains(person.contactId()) ? 1 : 0);
        return people[0];
    }

    /**
     * The files that single recipients get, by contact.
     *
     * @throws Problem where somebody lacks his: nobody is queued then
     */
    private Map<Long, List<Path>> ownFiles(Campaign campaign) {
        var files = new OwnFiles(each.of(campaign.id()));
        var byContact = new HashMap<Long, List<Path>>();
        if (files.isAny()) {
            var written = new ArrayList<Long>();
            recipients.forEach(campaign.audience(), person -> {
                if (person.suppressed() == null) {
                    written.add(person.contactId());
                }
            });
            contacts.forEach(written, contact -> byContact.put(contact.id(), files.of(contact)));
        }
        if (!files.lacking().isEmpty()) {
            throw Problem.of("files.lacking", "n", files.lacking().size(), "name", files.example(), "file", files.exampleFile());
        }
        return byContact;
    }
}
