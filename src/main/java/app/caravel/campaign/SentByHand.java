package app.caravel.campaign;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What a person sends by the same mailbox, beside Caravel: it takes room of the account's limits too. */
@FunctionalInterface
public interface SentByHand {

    SentByHand NOT_COUNTED = (_, _) -> List.of();

    /** When such mails left since a time, epoch milliseconds, oldest first; empty where the account does not count them. Asks no server. */
    List<Long> since(long accountId, Instant since);

    /** The same together with what the ledger says, oldest first. */
    default List<Long> with(List<Long> own, long accountId, Instant since) {
        var others = since(accountId, since);
        return others.isEmpty() ? own : Stream.concat(own.stream(), others.stream()).sorted().toList();
    }
}
