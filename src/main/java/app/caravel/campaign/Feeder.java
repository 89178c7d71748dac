package app.caravel.campaign;

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
    private final MessageQueries messages;
    private final Contacts contacts;
    private final ByLanguage<Made> made;
    private final Enclosures enclosed;
    private final Desk desk;
    private long after;

    /** What makes the mails of one content, and under which number that is kept. */
    record Made(MailMaker maker, long contentId) {}

    Feeder(long campaignId, MessageQueries messages, Contacts contacts, ByLanguage<Made> made, Enclosures enclosed, Desk desk) {
        this.campaignId = campaignId;
        this.messages = messages;
        this.contacts = contacts;
        this.made = made;
        this.enclosed = enclosed;
        this.desk = desk;
    }

    /** Lays down the next mails. False where no queued row is left behind the last one. */
    boolean feed() throws InterruptedException {
        var batch = messages.queuedAfter(campaignId, after, BATCH);
        var people = people(batch);
        var own = messages.ownFiles(batch.stream().map(Message::id).toList());
        for (var message : batch) {
            after = message.id();
            var contact = people.get(message.contactId());
            Map<String, Object> values = contact == null ? Map.of("address", message.recipient()) : contact.mergeValues();
            var files = own.getOrDefault(message.id(), List.of());
            var from = made.of(contact == null ? null : contact.language());
            var starting = new Ledger.Starting(message.id(), from.contentId(), Json.write(values), Json.write(enclosed.kept(values, files)));
            if (!desk.put(new Prepared(message, starting, values, files, from.maker()))) {
                return false;
            }
        }
        return !batch.isEmpty();
    }

    /** Begins anew: rows that came back into the queue lie before the last one. */
    void rewind() {
        after = 0;
    }

    /** The contacts of these messages that are still there. */
    private Map<Long, Contact> people(List<Message> batch) {
        var people = HashMap.<Long, Contact>newHashMap(batch.size());
        contacts.forEach(batch.stream().map(Message::contactId).toList(), contact -> people.put(contact.id(), contact));
        return people;
    }
}
