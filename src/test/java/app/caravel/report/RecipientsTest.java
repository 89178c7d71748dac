package app.caravel.report;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.ContentVersions;
import app.caravel.campaign.MessageQueries;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RecipientsTest {

    @TempDir
    Path folder;

    @Test
    void recipientsAreListedAndFoundByAPartOfTheirAddress() {
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            database.jdbi().useHandle(h -> {
                h.execute("INSERT INTO campaign (id, name, state, created_at, changed_at) VALUES (1, 'Autumn', 'finished', 0, 0)");
                h.execute("INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since) "
                        + "VALUES (1, 1, 'anna_1@a.example', 'anna_1@a.example', 1, x'01', '<1@x>', 'sent', 0)");
                h.execute("INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since) "
                        + "VALUES (1, 2, 'ben@b.example', 'ben@b.example', 1, x'02', '<2@x>', 'sent', 0)");
            });
            var reports = new Reports(database, new MessageQueries(database), new ContentVersions(database, Clock.systemUTC()));
            assertEquals(List.of("anna_1@a.example", "ben@b.example"), found(reports, ""));
            assertEquals(List.of("anna_1@a.example"), found(reports, "A_1@"));
            assertEquals(List.of(), found(reports, "a%1"));
        }
    }

    private static List<String> found(Reports reports, String search) {
        return reports.recipients(1, RecipientFilter.ALL, search, 0, 10).stream().map(RecipientRow::address).toList();
    }
}
