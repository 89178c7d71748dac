package app.caravel.campaign;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Mails that manners keep back: they go by themselves when the reason is over, or when a person lets them go and says why. */
public final class HeldMails {

    private final Ledger ledger;
    private final MessageQueries messages;
    private final Manners manners;
    private final Schedules schedules;
    private final Contacts contacts;
    private final Clock clock;

    HeldMails(Ledger ledger, MessageQueries messages, Manners manners, Schedules schedules, Contacts contacts, Clock clock) {
        this.ledger = ledger;
        this.messages = messages;
        this.manners = manners;
        this.schedules = schedules;
        this.contacts = contacts;
        this.clock = clock;
    }

    public List<Message> of(long campaignId) {
        return messages.inState(campaignId, MessageState.HELD);
    }

    /**
     * Lets them go, against manners.
     *
     * @param why a person's word, kept with the mail
     * @return how many were still held
     */
    public int letGo(List<Message> held, String why) {
        if (why.isBlank()) {
            throw Problem.of("manners.say-why");
        }
        int gone = 0;
        var people = people(held);
        for (var message : held) {
            gone += ledger.letGo(message.id(), Reason.of("manners.let-go", "why", why.strip()), slot(message, people.get(message.contactId()))) ? 1 : 0;
        }
        return gone;
    }

    /** Looks at those whose time has come: who may go now is queued, who may not waits on. Returns how many were queued. */
    int release(long campaignId) {
        var due = messages.heldDue(campaignId, clock.instant());
        if (due.isEmpty()) {
            return 0;
        }
        var look = manners.look(campaignId);
        var people = people(due);
        int gone = 0;
        for (var message : due) {
            var hold = look.hold(message.contactId());
            if (hold.isPresent()) {
                ledger.holdOn(message.id(), hold.get());
            } else {
                gone += ledger.letGo(message.id(), Reason.of("manners.over"), slot(message, people.get(message.contactId()))) ? 1 : 0;
            }
        }
        return gone;
    }

    /** The next hours of each of these messages, those of one campaign. */
    List<Ledger.Replanned> slots(long campaignId, Collection<Long> ids) {
        var schedule = schedules.of(campaignId);
        var found = ids.stream().map(messages::find).flatMap(Optional::stream).filter(message -> message.campaignId() == campaignId).toList();
        var people = schedule.isAnyHour() ? Map.<Long, Contact>of() : people(found);
        return found.stream().map(message -> new Ledger.Replanned(message.id(), schedule.slot(clock.instant(), 0, people.get(message.contactId()), schedules.workDays()))).toList();
    }

    private Schedule.Slot slot(Message message, @Nullable Contact contact) {
        return schedules.of(message.campaignId()).slot(clock.instant(), 0, contact, schedules.workDays());
    }

    private Map<Long, Contact> people(List<Message> held) {
        var people = new HashMap<Long, Contact>();
        contacts.forEach(held.stream().map(Message::contactId).toList(), contact -> people.put(contact.id(), contact));
        return people;
    }
}
