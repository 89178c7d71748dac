package app.caravel.contact;

import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.Handle;

/** The mails that were sent to contacts, as far as they follow one who is merged into another. The ledger's owner implements it. */
public interface MessagesOfContacts {

    /** A message that changed hands. */
    record Moved(long message, long from) {}

    /** Gives one contact what was sent to others, within the transaction; of a campaign that both got he keeps his own. */
    List<Moved> move(Handle transaction, Collection<Long> from, long to);

    /** Gives it back. */
    void moveBack(Handle transaction, Collection<Moved> moved);
}
