package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The ledger's mails by day. */
class SendingDaysTest {

    @TempDir
    Path folder;

    @Test
    void aDayOf25HoursHoldsAllItsMailsAndTheQueryReadsThoseOfItsDaysAlone() {
        try (var workspace = Workspace.open(new Home(folder), new SettableClock("2026-11-30T08:00:00Z"))) {
            var campaign = workspace.campaigns().create("Autumn", Audience.NOBODY, null, "", "", null);
            workspace.database().jdbi().useHandle(h -> {
                for (var at : List.of("2026-10-24T21:59:59Z", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z", "2026-10-25T23:00:00Z")) {
                    h.execute("""
                            INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, sent_at)
                            VALUES (?, ?, ?, ?, 1, randomblob(10), ?, 'sent', 0, ?)""", campaign.id(), Instant.parse(at).toEpochMilli(), at, at, at, Instant.parse(at).toEpochMilli());
                }
                var plan = h.createQuery("EXPLAIN QUERY PLAN " + MessageQueries.TAKEN).bind("bounds", "[0, 1]").mapToMap().list().toString();
                assertTrue(plan.contains("search m using index message_sent (sent_at>? and sent_at<?)") || plan.contains("SEARCH m USING INDEX message_sent (sent_at>? AND sent_at<?)"), plan);
            });
            var days = workspace.runs().days();
            var mails = days.between(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 26), ZoneId.of("Europe/Berlin"), days.ahead());
            assertEquals(List.of(1, 2, 1), mails.stream().map(SendingDays.Mails::sent).toList());
        }
    }
}
