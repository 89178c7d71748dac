package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Rests.Rest;
import app.caravel.account.Security;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.reason.Reason;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@org.jspecify.annotations.NullUnmarked
class RunViewModelTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private CampaignData data;
    private Account anna;
    private Account ben;
    private Campaign campaign;
    private RunViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZoneOffset.UTC));
        data = new CampaignData(workspace);
        anna = data.account();
        ben = workspace.accounts().save(new Account(0, "ben", "Ben", "ben@lumitech.example", "smtp.exmail.example", 465, Security.TLS, null, null, 0, 480, 460, null, null));
        campaign = data.halfway("Autumn", data.list("Buyers", 100), anna.id(), "running", 40, 0, null);
        data.share(campaign, ben);
        reread();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void read() {
        model.refresh(campaign.id());
        model.refreshRun(campaign.id());
    }

    /** As another window would: its plan is made anew. */
    private void reread() {
        model = new RunViewModel(workspace, new InlineBackground());
        model.about(campaign.id());
        read();
    }

    private RunViewModel.Run run() {
        return Objects.requireNonNull(model.run().get());
    }

    @Test
    void eachAccountSaysWhatItDidAndHowMuchRoomItHas() {
        var senders = run().senders();
        assertEquals(List.of("anna@lumitech.example", "ben@lumitech.example"), senders.stream().map(sender -> sender.account().fromAddress()).toList());
        assertEquals(40, senders.stream().mapToInt(sender -> sender.did().sent()).sum());
        assertEquals(60, senders.stream().mapToInt(sender -> sender.did().waiting()).sum());
        assertEquals(0, java.util.Objects.requireNonNull(senders.getFirst().part()).roomNow(), "a new account's first day is used up");
        assertTrue(java.util.Objects.requireNonNull(model.done()).isAfter(CampaignData.NOW));
        assertTrue(model.hasParts());
    }

    @Test
    void answersThatMeanTheSameAreOneTheNewestFirst() {
        data.refuse(campaign, "deferred", 450, "450 4.2.0 Greylisted, try again", 3);
        data.refuse(campaign, "failed", 550, "550 5.1.1 No such user here", 2);
        data.refuse(campaign, "failed", 550, "550 Mailbox not found", 1);
        read();
        var refusals = run().refusals();
        assertEquals(List.of("smtp.means.no-such-user", "smtp.means.greylisted"), refusals.stream().map(each -> each.means().key()).toList());
        assertEquals(3, refusals.getFirst().mails());
        assertEquals(List.of("550 Mailbox not found", "550 5.1.1 No such user here"), refusals.getFirst().words());
        assertTrue(refusals.getLast().putOff());
        var domain = run().providers().getFirst();
        assertEquals(100, domain.all());
        assertEquals(3, domain.deferred());
        assertEquals(CampaignData.NOW.plus(Duration.ofMinutes(40)), domain.until());
    }

    @Test
    void whoIsPausedByHandRestsUntilHeIsLetGoOn() {
        model.rest(ben);
        var rest = run().senders().getLast().rest();
        assertEquals("breaker.by-hand", java.util.Objects.requireNonNull(rest).why().key());
        assertNull(rest.until());
        assertEquals(List.of(ben.id()), run().resting().stream().map(sender -> sender.account().id()).toList());
        assertFalse(run().someSend(), "the other one has no room today");
        workspace.paces().put(anna.id(), app.caravel.account.Pace.NONE);
        reread();
        assertTrue(run().someSend());
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE campaign SET state = 'paused'"));
        model.letGoOn(ben);
        assertNull(run().senders().getLast().rest());
        assertEquals(CampaignState.PAUSED, workspace.campaigns().find(campaign.id()).orElseThrow().state(), "what a person paused stays paused");
    }

    @Test
    void resumedAnywayTheAccountsThatStoppedItGoOnToo() {
        var why = Reason.of("breaker.spam", "address", anna.fromAddress(), "answer", "554 spam", "n", 3);
        workspace.rests().begin(anna.id(), new Rest(CampaignData.NOW, null, why));
        workspace.database().jdbi().useHandle(h -> {
            h.execute("UPDATE campaign SET state = 'paused', problem = ?", Json.write(why));
            h.execute("UPDATE account SET user_name = 'somebody'"); // no password is kept, so nothing connects
        });
        read();
        assertNotNull(run().senders().getFirst().rest());
        model.resume();
        assertTrue(workspace.rests().of(anna.id()).isEmpty());
        assertFalse(run().resting().stream().anyMatch(sender -> sender.account().equals(anna)));
    }

    @Test
    void aRestTellsWhenTheNextMailLeavesNotWhenTheRestEnds() {
        var ui = app.caravel.desktop.kit.Robot.onScreen(app.caravel.desktop.kit.TestUi::english).ui;
        var until = CampaignData.NOW.plus(Duration.ofHours(2));
        workspace.rests().begin(anna.id(), new Rest(CampaignData.NOW, until, Reason.of("breaker.limit", "address", anna.fromAddress(), "answer", "550 5.4.5 limit", "n", 1, "at", until.toEpochMilli())));
        read();
        var sender = run().senders().getFirst();
        var goesOn = Objects.requireNonNull(sender.goesOn());
        assertTrue(goesOn.isAfter(until), "its first day is used up");
        assertEquals("Limit of anna@ reached, goes on by itself " + ui.formats().when(goesOn) + ".", PlanPanel.why(sender, ui));
        assertEquals("It may send 20 in 24 hours for now.", PlanPanel.why(run().senders().getLast(), ui));
        assertTrue(model.isUnderWay());
    }
}
