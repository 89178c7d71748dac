package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Rests;
import app.caravel.account.Security;
import app.caravel.calendar.SendWindow;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.Schedule;
import app.caravel.campaign.Spread;
import app.caravel.desktop.campaigns.ScheduleViewModel.When;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Robot;
import app.caravel.reason.Reason;
import app.caravel.report.RecipientFilter;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Hours, accounts, the plan and who is held back, as the steps of a draft hold them; without a toolkit. */
class SendingViewModelsTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private Workspace workspace;
    private CampaignData data;
    private Account anna;
    private Account ben;
    private long list;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZoneOffset.UTC));
        data = new CampaignData(workspace);
        anna = data.account();
        ben = workspace.accounts().save(new Account(0, "Sales", "Ben", "ben@lumitech.example", "smtp.exmail.example", 465, Security.TLS, null, null, 0, 300, 300, null, null));
        list = data.list("Buyers", 60);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), background.told());
        workspace.close();
    }

    private DraftViewModel opened(Campaign draft, String step) {
        var model = new DraftViewModel(workspace, background);
        model.open(draft.id(), step);
        return model;
    }

    @Test
    void hoursAreKeptAsTheyAreChosenAndComeBackWithTheDraft() {
        var draft = data.draft("Hours", list, anna.id());
        var model = opened(draft, "schedule");
        model.schedule.when.set(When.THEIR_HOURS);
        assertEquals(Schedule.THEIR_HOURS, workspace.campaigns().schedules().of(draft.id()));
        model.schedule.best();
        model.schedule.notBefore.set(true);
        model.schedule.first.set(LocalDate.of(2026, 12, 1));
        model.schedule.limited.set(true);
        model.schedule.perDay.set("1,200");
        var again = opened(draft, "schedule").schedule;
        assertEquals(When.THEIR_HOURS, again.when.get());
        assertEquals("08:30", again.opens.get());
        assertTrue(again.midweek.get() && again.notBefore.get() && again.limited.get());
        assertEquals(LocalDate.of(2026, 12, 1), again.first.get());
        assertEquals(new Schedule(LocalDate.of(2026, 12, 1).atStartOfDay(ZoneId.systemDefault()).toInstant(), SendWindow.BEST, 1_200), again.schedule().get());
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreSaidAndNotKept() {
        var draft = data.draft("Hours", list, anna.id());
        var model = opened(draft, "schedule");
        model.schedule.when.set(When.THEIR_HOURS);
        model.schedule.opens.set("18:00");
        assertEquals("sending.hours.order", model.schedule.problem().orElseThrow().key());
        assertEquals(LocalTime.of(9, 0), workspace.campaigns().schedules().of(draft.id()).window().opens());
        model.schedule.closes.set("24:00");
        assertTrue(model.schedule.problem().isEmpty());
        model.schedule.limited.set(true);
        model.schedule.perDay.set("many");
        assertEquals("sending.per-day.unreadable", model.schedule.problem().orElseThrow().key());
    }

    @Test
    void aPlanFollowsTheScheduleAndASecondAccount() {
        workspace.mannersSettings().put(app.caravel.campaign.Manners.Rules.NONE);
        workspace.paces().put(anna.id(), app.caravel.account.Pace.NONE);
        var model = opened(data.draft("Plan", list, anna.id()), "send");
        assertEquals(60, Objects.requireNonNull(model.plan.now()).plan().messages());
        model.schedule.limited.set(true);
        model.schedule.perDay.set("20");
        var days = Objects.requireNonNull(model.plan.now()).plan().slots().stream().map(slot -> LocalDate.ofInstant(slot.from(), ZoneOffset.UTC)).distinct().count();
        assertEquals(3, days);
        model.spread.add(ben);
        model.spread.weigh(1, 2);
        var parts = Objects.requireNonNull(model.plan.now()).plan().parts();
        assertEquals(2, parts.size());
        assertTrue(parts.get(1).messages() > parts.get(0).messages());
        model.spread.drop(0);
        assertEquals(ben.id(), Objects.requireNonNull(model.campaign().get()).accountId());
        model.spread.drop(0);
        assertEquals(1, Objects.requireNonNull(model.spread.spread().get()).shares().size());
    }

    @Test
    void aSinglePersonIsFoundLeftOutAndTakenBack() {
        var model = opened(data.draft("Single", list, anna.id()), "audience");
        var pick = model.audience.pick;
        pick.look();
        var all = Objects.requireNonNull(pick.found.value());
        assertEquals(List.of(PickViewModel.LISTED, 60 - PickViewModel.LISTED), List.of(all.people().size(), all.more()));
        var last = Objects.requireNonNull(workspace.contacts().page(workspace.recipients().filter(Objects.requireNonNull(model.campaign().get()).audience()), 59, 1).getFirst());
        pick.words.set(last.address().written());
        var person = Objects.requireNonNull(pick.found.value()).people().getFirst();
        assertEquals(last.id(), person.id());
        pick.leaveOut(person);
        assertEquals(59, Objects.requireNonNull(model.audience.facts.value()).people());
        assertEquals(59, workspace.recipients().count(Objects.requireNonNull(workspace.campaigns().named("Single")).audience()), "kept");
        pick.words.set("");
        pick.look();
        var first = Objects.requireNonNull(pick.found.value()).people().getFirst();
        assertTrue(first.out() && first.id() == last.id(), "those who are left out come first");
        pick.letIn(first);
        assertEquals(60, Objects.requireNonNull(model.audience.facts.value()).people());
        pick.words.set("nobody of this name");
        assertEquals(List.of(), Objects.requireNonNull(pick.found.value()).people());
    }

    @Test
    void eachAccountWritesToItsList() {
        long other = data.list("Others", 30);
        workspace.mannersSettings().put(app.caravel.campaign.Manners.Rules.NONE);
        var draft = data.draft("Lists", list, anna.id());
        draft = workspace.campaigns().saveDetails(draft.withAudience(draft.audience().to(Audience.Part.of(workspace.lists().find(other).orElseThrow()))));
        var model = opened(draft, "send");
        model.spread.add(ben);
        model.spread.by(Spread.By.LIST);
        model.spread.giveList(0, list);
        model.spread.giveList(1, other);
        assertEquals(List.of(60, 30), Objects.requireNonNull(model.plan.now()).plan().parts().stream().map(part -> part.messages()).toList());
    }

    @Test
    void whoIsHeldBackIsCountedAndWrittenToAllTheSameWhenThatIsSaid() {
        workspace.mannersSettings().put(new app.caravel.campaign.Manners.Rules(7, 0, true, true));
        data.sent("Before", list, anna.id(), CampaignData.NOW.minus(Duration.ofDays(2)));
        var model = opened(data.draft("Again", list, anna.id()), "send");
        var seen = Objects.requireNonNull(model.plan.now());
        assertTrue(seen.held().kept());
        assertTrue(seen.held().people().size() >= 58); // those whose mail came back were not written to
        assertEquals(60 - seen.held().people().size(), model.send.people());
        assertEquals("manners.lately", seen.held().people().getFirst().hold().why().key());
        model.plan.keepManners(false);
        var after = Objects.requireNonNull(model.plan.now());
        assertFalse(after.held().kept());
        assertEquals(seen.held().people(), after.held().people());
        assertEquals(60, model.send.people());
    }

    @Test
    void nobodyLeftIsSaidWithBothCounts() {
        workspace.mannersSettings().put(new app.caravel.campaign.Manners.Rules(7, 0, true, true));
        long few = data.list("Few", 5);
        data.sent("Before", few, anna.id(), CampaignData.NOW.minus(Duration.ofDays(2)));
        var model = opened(data.draft("Again", few, anna.id()), "send");
        assertEquals(Reason.of("sending.nobody", "suppressed", 0, "held", 5), model.send.blocked().orElseThrow());
    }

    @Test
    void anAccountAtRestIsLetGoOn() {
        workspace.rests().begin(anna.id(), new Rests.Rest(CampaignData.NOW, null, Reason.of("breaker.account", "address", "anna@lumitech.example", "answer", "535")));
        var model = opened(data.draft("Rest", list, anna.id()), "send");
        assertEquals("breaker.account", Objects.requireNonNull(Objects.requireNonNull(model.plan.now()).plan().parts().getFirst().rest()).why().key());
        model.plan.letGoOn(anna);
        assertNull(Objects.requireNonNull(model.plan.now()).plan().parts().getFirst().rest());
    }

    /** A campaign that is done but for those held back, by an account on this computer. */
    private Campaign begun(long account, String state, int sent) {
        var begun = data.halfway("Begun", list, account, state, sent, 0, null);
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE message SET state = 'held', not_before = NULL, reason = ? WHERE campaign_id = ? AND state = 'queued'",
                app.caravel.store.Json.write(Reason.of("manners.answered", "at", CampaignData.NOW.toEpochMilli())), begun.id()));
        return begun;
    }

    private CampaignPageViewModel page(long campaign) {
        var model = new CampaignPageViewModel(workspace, background, () -> "en");
        model.open(campaign);
        return model;
    }

    @Test
    void thoseLetGoWithAWordLeaveAndTheRestWaits() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var local = workspace.accounts().save(new Account(0, "Loopback", "Anna", "anna@local.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var begun = begun(local.id(), "finished", 50);
            var model = page(begun.id());
            model.filter.set(RecipientFilter.HELD);
            model.more.readHeld(begun.id());
            var held = Objects.requireNonNull(model.more.held.value());
            assertEquals(10, held.size());
            var told = new AtomicInteger();
            model.more.letGo(begun.id(), held.subList(0, 3), "They asked for the price", told::set);
            assertEquals(3, told.get());
            Robot.waitFor(() -> server.taken().size() == 3, "sends those three");
            assertEquals(7, Objects.requireNonNull(model.more.held.value()).size());
            assertEquals("They asked for the price", workspace.runs().messages().transitions(held.getFirst().id()).stream()
                    .map(step -> step.reason()).filter(Objects::nonNull).filter(reason -> reason.key().equals("manners.let-go")).findFirst().orElseThrow().arguments().get("why"));
            Robot.waitFor(() -> workspace.campaigns().find(begun.id()).orElseThrow().state() == CampaignState.FINISHED, "is done again");
        }
    }

    @Test
    void whoJoinedSinceAndWhatFailedIsCountedAndWaitsWhereTheCampaignIsPaused() {
        var begun = begun(anna.id(), "paused", 50);
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE message SET state = 'failed' WHERE campaign_id = ? AND state = 'sent'", begun.id()));
        workspace.mannersSettings().put(app.caravel.campaign.Manners.Rules.NONE);
        workspace.lists().add(list, List.of(workspace.contacts().ids(app.caravel.contact.Filter.ofList(data.list("Late", 1))).getFirst()));
        var model = page(begun.id());
        var counts = new AtomicReference<MoreToSend.Counts>();
        model.more.count(begun, counts::set);
        assertEquals(1, java.util.Objects.requireNonNull(counts.get()).joined());
        assertEquals(50, counts.get().failed().size());
        var told = new AtomicInteger();
        model.more.addNew(begun.id(), told::set);
        assertEquals(1, told.get());
        model.more.sendAgain(begun.id(), counts.get().failed(), told::set);
        assertEquals(50, told.get());
        assertEquals(51, workspace.runs().messages().counts(begun.id()).left());
        assertEquals(CampaignState.PAUSED, workspace.campaigns().find(begun.id()).orElseThrow().state());
    }
}
