package app.caravel.contact.imports;

import java.util.HashMap;
import java.util.Map;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.store.Database;

/** People who come in under an address that was merged away: they are the one who stayed, who has that address as a further one. */
final class MergedAway {

    private final Map<String, EmailAddress> stayed = new HashMap<>();

    MergedAway(Database database) {
        database.jdbi().useHandle(h -> h.createQuery("SELECT merged_address.address, contact.written_address FROM merged_address JOIN contact ON contact.id = merged_address.contact_id")
                .map((row, _) -> stayed.put(row.getString(1), new EmailAddress(row.getString(2)))).list());
    }

    Draft now(Draft draft) {
        var stays = draft instanceof Person person ? stayed.get(person.canonical()) : null;
        if (stays == null || !(draft instanceof Person person)) {
            return draft;
        }
        return person.at(stays);
    }
}
