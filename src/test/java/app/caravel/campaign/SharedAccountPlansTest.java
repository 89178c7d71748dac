package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Pace;
import app.caravel.account.Rests;
import app.caravel.account.Security;
import app.caravel.campaign.pace.Forecast;
import app.caravel.reason.Reason;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Plans of campaigns that share an account, under a clock that stands. Anna's account takes ten an hour. */
class SharedAccountPlansTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(NOW.toString());
    private Workspace workspace;
    private Account anna;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), clock);
        anna = account("anna", 10);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void oneThatRunsAndANewOneTakeTurns() {
        running("Autumn", 20);
        var plan = plan(draft("Spring", 20, anna));
        assertEquals(List.of(new Plan.Beside(1, "Autumn", 19)), plan.parts().getFirst().beside());
        assertEquals(NOW.plus(Duration.ofHours(3)).getEpochSecond() / 60, done(plan).getEpochSecond() / 60, "five an hour are left to it");
        assertEquals(List.of(5, 5, 5, 5), plan.slots().stream().map(Plan.Slot::messages).toList());
    }

    @Test
    void aShortOneIsThroughBeforeALongOneThatRuns() {
        running("Autumn", 200);
        var plan = plan(draft("Spring", 10, anna));
        assertTrue(done(plan).isBefore(NOW.plus(Duration.ofHours(2))), "it waits its turns, not for the end of the other");
        assertEquals(9, plan.parts().getFirst().before());
    }

    @Test
    void whatIsScheduledTakesItsTurnsFromThenOn() {
        var other = draft("Autumn", 20, anna);
        workspace.campaigns().schedule(other, NOW.plus(Duration.ofHours(2)));
        var plan = plan(draft("Spring", 30, anna));
        assertEquals(List.of(10, 10, 5, 5), plan.slots().stream().map(Plan.Slot::messages).toList());
        assertEquals("Autumn", plan.parts().getFirst().beside().getFirst().name());
        assertEquals(List.of(), plan(draft("Summer", 5, anna)).parts().getFirst().beside(), "it is through before the other begins");
    }

    @Test
    void aDraftAPausedOneAndOneOfAnotherAccountCountForNothing() {
        draft("A draft", 20, anna);
        running("Paused", 20);
        workspace.runs().pause(workspace.campaigns().named("Paused"));
        var ben = account("ben", 10);
        workspace.campaigns().schedule(draft("Of Ben", 20, ben), NOW);
        var plan = plan(draft("Spring", 20, anna));
        assertEquals(List.of(), plan.parts().getFirst().beside());
        assertEquals(List.of(10, 10), plan.slots().stream().map(Plan.Slot::messages).toList());
    }

    @Test
    void oneThatWaitsForItsAccountGoesOnByItselfAndCounts() {
        running("Autumn", 20);
        workspace.campaigns().store().move(1, CampaignState.PAUSED, Reason.of("breaker.account"), NOW, CampaignState.RUNNING);
        workspace.rests().begin(anna.id(), new Rests.Rest(NOW, NOW.plus(Duration.ofHours(1)), Reason.of("breaker.account")));
        assertEquals(19, plan(draft("Spring", 20, anna)).parts().getFirst().before());
    }

    @Test
    void aShortRestIsNotBlamedForWhatTheLimitDrawsOut() {
        workspace.rests().begin(anna.id(), new Rests.Rest(NOW, NOW.plus(Duration.ofHours(1)), Reason.of("breaker.limit")));
        assertEquals(Forecast.Slow.HOUR, plan(draft("Spring", 200, anna)).parts().getFirst().slow());
        assertEquals(Forecast.Slow.REST, plan(draft("Summer", 5, anna)).parts().getFirst().slow());
    }

    @Test
    void campaignsThatNothingHoldsSendSideBySide() {
        var free = account("free", 0);
        running("Autumn", 500, free);
        assertTrue(done(plan(draft("Spring", 20, free))).isBefore(NOW.plusSeconds(10)), "each has its own connections");
    }

    private Plan plan(Campaign campaign) {
        return workspace.runs().plan(campaign);
    }

    private static Instant done(Plan plan) {
        return Objects.requireNonNull(plan.done());
    }

    private Account account(String name, int perHour) {
        var account = workspace.accounts().save(new Account(0, name, name, name + "@lumitech.example", "smtp.lumitech.example", 465, Security.TLS, null, null, 0, perHour, 0, null, null));
        workspace.paces().put(account.id(), Pace.NONE);
        return account;
    }

    private Campaign draft(String name, int people, Account by) {
        var list = workspace.lists().create(name);
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < people; i++) {
                var address = name.replace(' ', '.').toLowerCase(java.util.Locale.ROOT) + i + "@x" + i + ".example";
                h.execute("INSERT INTO contact (address, written_address, created_at, changed_at) VALUES (?, ?, 0, 0)", address, address);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), address);
            }
        });
        return workspace.campaigns().create(name, Audience.of(list), by.id(), "Offer", "<p>Dear friend</p>", null);
    }

    private void running(String name, int people) {
        running(name, people, anna);
    }

    /** Begun, with all of its mails still in the queue. */
    private void running(String name, int people, Account by) {
        var campaign = draft(name, people, by);
        workspace.database().jdbi().useHandle(h -> h.execute("""
                INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since)
                SELECT ?, k.id, k.address, k.address, ?, randomblob(10), '<' || k.address || '>', 'queued', 0
                FROM contact k JOIN list_member m ON m.contact_id = k.id JOIN list l ON l.id = m.list_id WHERE l.name = ?""", campaign.id(), by.id(), name));
        workspace.campaigns().store().move(campaign.id(), CampaignState.RUNNING, null, NOW, CampaignState.DRAFT);
    }
}
