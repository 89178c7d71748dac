package app.caravel.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Corrected addresses. One address has one contact: where it is taken, nothing changes. */
final class AddressCorrectionStore {

    private final Jdbi jdbi;

    AddressCorrectionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<AddressCorrections.Change> apply(List<Long> contacts, Map<Long, EmailAddress> addresses, Instant at) {
        return jdbi.inTransaction(h -> {
            var changes = new ArrayList<AddressCorrections.Change>();
            for (long contact : contacts) {
                var to = Objects.requireNonNull(addresses.get(contact));
                var before = h.createQuery("SELECT written_address, company_id FROM contact WHERE id = :id").bind("id", contact)
                        .map((row, _) -> new AddressCorrections.Change(contact, new EmailAddress(row.getString("written_address")), to,
                                row.getObject("company_id") == null ? null : row.getLong("company_id"))).findOne();
                if (before.isPresent() && set(h, before.get(), at)) {
                    changes.add(before.get());
                }
            }
            return changes;
        });
    }

    /** A company that is known by the mistyped domain alone is none. */
    private static boolean set(Handle handle, AddressCorrections.Change change, Instant at) {
        boolean set = handle.createUpdate("""
                UPDATE OR IGNORE contact SET address = :address, written_address = :written, mail_host = NULL, derived = 0, changed_at = :at,
                    company_id = (SELECT id FROM company WHERE id = contact.company_id AND NOT (name = domain AND domain = :domain))
                WHERE id = :id""")
            .bind("id", change.contact()).bind("address", change.after().canonical()).bind("written", change.after().written())
            .bind("domain", change.before().domain()).bind("at", at.toEpochMilli()).execute() == 1;
        if (set) {
            EditStore.log(handle, change.contact(), at, "address", change.before().written(), change.after().written());
        }
        return set;
    }

    int takeBack(List<AddressCorrections.Change> changes, Instant at) {
        return jdbi.inTransaction(h -> {
            int back = 0;
            for (var change : changes) {
                int taken = h.createUpdate("""
                        UPDATE OR IGNORE contact SET address = :address, written_address = :written, mail_host = NULL, derived = 0, changed_at = :at,
                            company_id = (SELECT id FROM company WHERE id = :company) WHERE id = :id AND address = :now""")
                    .bind("id", change.contact()).bind("address", change.before().canonical()).bind("written", change.before().written())
                    .bind("company", change.companyBefore()).bind("now", change.after().canonical()).bind("at", at.toEpochMilli()).execute();
                if (taken == 1) {
                    h.execute("DELETE FROM contact_change WHERE id = (SELECT max(id) FROM contact_change WHERE contact_id = ? AND field = 'address')", change.contact());
                }
                back += taken;
            }
            return back;
        });
    }
}
