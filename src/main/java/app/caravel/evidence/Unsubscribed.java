package app.caravel.evidence;

import java.time.Instant;

/** Where unsubscribes go. The workspace wires it to the suppression list. */
@FunctionalInterface
public interface Unsubscribed {

    /**
     * Called once for each; to be told twice must do no harm.
     *
     * @param address canonical, of the message's recipient
     * @param campaign the name of the campaign that the message belongs to
     */
    void unsubscribed(String address, String campaign, Instant at);
}
