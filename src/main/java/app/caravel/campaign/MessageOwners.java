package app.caravel.campaign;

import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.Handle;

import app.caravel.contact.MessagesOfContacts;
import app.caravel.store.Json;

/** Whose a message of the ledger is, when two contacts turn out to be one. Its address and state stay as they were. */
public final class MessageOwners implements MessagesOfContacts {

    @Override
    public List<Moved> move(Handle transaction, Collection<Long> from, long to) {
        var moved = transaction.createQuery("SELECT id, contact_id FROM message WHERE contact_id IN (SELECT value FROM json_each(:from)) ORDER BY id")
                .bind("from", Json.write(from)).map((row, _) -> new Moved(row.getLong("id"), row.getLong("contact_id"))).list();
        return moved.stream().filter(one -> give(transaction, one.message(), to)).toList();
    }

    private static boolean give(Handle transaction, long message, long to) {
        return transaction.createUpdate("UPDATE OR IGNORE message SET contact_id = :to WHERE id = :id").bind("to", to).bind("id", message).execute() == 1;
    }

    @Override
    public void moveBack(Handle transaction, Collection<Moved> moved) {
        moved.forEach(one -> give(transaction, one.message(), one.from()));
    }
}
