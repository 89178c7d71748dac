package app.caravel.campaign;

import java.util.List;
import java.util.Map;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.store.Json;

/** Reads queued rows in order, makes their mails and lays them on the desk. */
final class Feeder {

    private static final int BATCH = 200;

    private final long campaignId;
    private final MessageQueries messages;
    private final Contacts contacts;
    private final MailMaker maker;
    private final long contentId;
    private final String attachments;
    private final Desk desk;
    private long after;

    Feeder(long campaignId, MessageQueries messages, Contacts contacts, MailMaker maker, long contentId, List<Attachments.Kept> attachments, Desk desk) {
        this.campaignId = campaignId;
        this.messages = messages;
        this.contacts = contacts;
        this.maker = maker;
        this.contentId = contentId;
        this.attachments = Json.write(attachments);
        this.desk = desk;
    }

    /** Lays down the next mails. False where no queued row is left behind the last one. */
    boolean feed() throws InterruptedException {
        var batch = messages.queuedAfter(campaignId, after, BATCH);
        for (var message : batch) {
            after = message.id();
            var values = values(message);
            var starting = new Ledger.Starting(message.id(), contentId, Json.write(values), attachments);
            if (!desk.put(new Prepared(message, starting, maker.mime(message, values)))) {
                return false;
            }
        }
        return !batch.isEmpty();
    }

    /** Begins anew: rows that came back into the queue lie before the last one. */
    void rewind() {
        after = 0;
    }

    private Map<String, Object> values(Message message) {
        return contacts.find(message.contactId()).map(Contact::mergeValues).orElseGet(() -> Map.of("address", message.recipient()));
    }
}
