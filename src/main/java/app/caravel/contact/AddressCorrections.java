package app.caravel.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** Contacts whose address was mistyped get the right one, with the way back. Mails that went to the old one stay as they were sent. */
public final class AddressCorrections {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 5_000;

    private final AddressCorrectionStore store;
    private final Clock clock;

    public AddressCorrections(Database database, Clock clock) {
        this.store = new AddressCorrectionStore(database.jdbi());
        this.clock = clock;
    }

    /** One contact's address and company before and after. */
    public record Change(long contact, EmailAddress before, EmailAddress after, @Nullable Long companyBefore) {}

    /** Gives each contact its address. Those whose address another contact has, and those that are gone, are not among the changes. */
    public List<Change> apply(Map<Long, EmailAddress> addresses) {
        var all = List.copyOf(addresses.keySet());
        var changes = new ArrayList<Change>();
        for (int from = 0; from < all.size(); from += PART) {
            changes.addAll(store.apply(all.subList(from, Math.min(from + PART, all.size())), addresses, clock.instant()));
        }
        return changes;
    }

    /** Puts the old addresses back, as far as nobody has them meanwhile and they were not changed again; returns how many. */
    public int takeBack(List<Change> changes) {
        int back = 0;
        for (int from = 0; from < changes.size(); from += PART) {
            back += store.takeBack(changes.subList(from, Math.min(from + PART, changes.size())), clock.instant());
        }
        return back;
    }
}
