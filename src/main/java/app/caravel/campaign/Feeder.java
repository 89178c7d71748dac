package app.caravel.campaign;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.store.Json;

/** Reads queued rows in order, with the people they are for, and lays them on the desk. */
final class Feeder {

    private static final int BATCH = 200;

    private final long campaignId;
    private final Lane lane;
    private final Roll.How how;
    private final Ledger ledger;
    private final Clock clock;
    private final MessageQueries messages;
    private final Contacts contacts;
    private final ByLanguage<Made> made;
    private final Enclosures enclosed;
    private long after;
    private boolean passedSome;

    /** What makes the mails of one content, and under which number that is kept. */
    record Made(MailMaker maker, long contentId) {}

    Feeder(long campaignId, Lane lane, Roll.How how, Lane.Parts parts, Contacts contacts, ByLanguage<Made> made, Enclosures enclosed) {
        this.campaignId = campaignId;
        this.lane = lane;
        this.how = how;
        this.messages = parts.messages();
        this.ledger = parts.ledger();
        this.clock = parts.clock();
        this.contacts = contacts;
        this.made = made;
        this.enclosed = enclosed;
    }

    /** Lays down the next mails. False where no queued row is left behind the last one. */
    boolean feed() throws InterruptedException {
        boolean counted = how.schedule().perDay() > 0;
        if (counted && (!lane.desk().isClear() || !hasRoomToday())) {
            passedSome = true;
            return false;
        }
        var batch = messages.queuedAfter(campaignId, lane.account().id(), after, clock.instant(), counted ? 1 : BATCH);
        var people = people(batch);
        var own = messages.ownFiles(batch.stream().map(Message::id).toList());
        for (var message : batch) {
            after = message.id();
            if (!lane.gate().hasRoomFor(message.domain())) {
                passedSome = true;
                continue;
            }
            var contact = people.get(message.contactId());
            var files = own.getOrDefault(message.id(), List.of());
            var from = made.of(contact == null ? null : contact.language());
            var values = from.maker().values(contact == null ? Map.of("address", message.recipient()) : contact.mergeValues());
            var kept = enclosed.kept(values, files);
            var starting = new Ledger.Starting(message.id(), from.contentId(), Json.write(values), kept.isEmpty() ? "[]" : Json.write(kept));
            if (!lane.desk().put(new Prepared(message, starting, values, files, from.maker()))) {
                return false;
            }
        }
        return !batch.isEmpty();
    }

    /** Whether the campaign has sent fewer mails in the last 24 hours than it may. Asked before each of them. */
    private boolean hasRoomToday() {
        return messages.countOfCampaignSince(campaignId, clock.instant().minus(Duration.ofHours(24))) < how.schedule().perDay();
    }

    /** Begins anew: rows that came back into the queue lie before the last one. */
    void rewind() {
        after = 0;
        passedSome = false;
    }

    /** Whether rows were passed over because their domain has had enough for now. */
    boolean passedSome() {
        return passedSome;
    }

    /** Rows whose window has closed get their next one: nothing leaves at night because the computer slept by day. */
    void replanLate() {
        if (how.schedule().isAnyHour()) {
            return;
        }
        var now = clock.instant();
        for (var late = messages.late(campaignId, lane.account().id(), now, BATCH); !late.isEmpty(); late = messages.late(campaignId, lane.account().id(), now, BATCH)) {
            var people = people(late);
            ledger.replan(late.stream().map(message -> new Ledger.Replanned(message.id(), how.schedule().slot(now, 0, people.get(message.contactId()), how.work()))).toList());
        }
    }

    /** The contacts of these messages that are still there. */
    private Map<Long, Contact> people(List<Message> batch) {
        var people = HashMap.<Long, Contact>newHashMap(batch.size());
        contacts.forEach(batch.stream().map(Message::contactId).toList(), contact -> people.put(contact.id(), contact));
        return people;
    }
}
