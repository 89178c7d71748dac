package app.caravel.contact;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** Contacts whose address was mistyped get the right one, with the way back. Mails that went to the old one stay as they were sent. */
public final class AddressCorrections {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 5_000;

    private final AddressCorrectionStore store;
    private final Derivations derivations;
    private final Clock clock;

    public AddressCorrections(Database database, Clock clock) {
        this.store = new AddressCorrectionStore(database.jdbi());
        this.derivations = new Derivations(database);
        this.clock = clock;
    }

    /** One contact's address and company before and after. */
    public record Change(long contact, EmailAddress before, EmailAddress after, @Nullable Long companyBefore) {}

    /** Gives each contact its address. Those whose address another contact has, and those that are gone, are not among the changes. */
    public List<Change> apply(Map<Long, EmailAddress> addresses) {
        var changes = addresses.keySet().stream().gather(Gatherers.windowFixed(PART)).flatMap(part -> store.apply(part, addresses, clock.instant()).stream()).toList();
        derivations.run();
        return changes;
    }

    /** Puts the old addresses back, as far as nobody has them meanwhile and they were not changed again; returns how many. */
    public int takeBack(List<Change> changes) {
        int back = changes.stream().gather(Gatherers.windowFixed(PART)).mapToInt(part -> store.takeBack(part, clock.instant())).sum();
        derivations.run();
        return back;
    }
}
