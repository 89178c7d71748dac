package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.audience.Query;
import app.caravel.campaign.Audience;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.DifferentReaders;
import app.caravel.campaign.Ledger;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.campaigns.CampaignListViewModel.Group;
import app.caravel.desktop.campaigns.CampaignListViewModel.Heading;
import app.caravel.desktop.campaigns.CampaignListViewModel.Show;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.report.RecipientFilter;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The view models of the campaign screens, without a toolkit. */
class CampaignViewModelsTest {

    @TempDir
    Path folder;

    private final InlineBackground background = new InlineBackground();
    private Workspace workspace;
    private CampaignData data;
    private long account;
    private long list;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZoneOffset.UTC));
        data = new CampaignData(workspace);
        account = data.account().id();
        list = data.list("Buyers", 120);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), background.told());
        workspace.close();
    }

    @Test
    void theListGroupsWhatRunsWhatNeedsOneWhatIsPlannedDraftsAndWhatIsDone() {
        data.sent("Done", list, account, CampaignData.NOW.minus(Duration.ofDays(5)));
        data.halfway("Runs", list, account, "running", 10, 0, null);
        data.halfway("Doubtful", list, account, "finished", 10, 2, null);
        workspace.campaigns().schedule(data.draft("Planned", list, account), CampaignData.NOW.plusSeconds(60));
        data.draft("Draft", list, account);
        var model = new CampaignListViewModel(workspace, background);
        model.refresh();
        assertEquals(List.of(Group.RUNNING, Group.NEEDS_YOU, Group.PLANNED, Group.DRAFTS, Group.DONE),
                model.items().get().stream().filter(Heading.class::isInstance).map(item -> ((Heading) item).group()).toList());
        assertEquals(5, model.counts().get().get(Show.ALL));
        model.show.set(Show.RUNNING);
        assertEquals(4, model.items().get().size());
        model.show.set(Show.ALL);
        model.search.set("plan");
        assertEquals(2, model.items().get().size());
    }

    @Test
    void aDeletedDraftComesBackUntilItIsDeletedForGood() {
        var draft = data.draft("Draft", list, account);
        var model = new CampaignListViewModel(workspace, background);
        model.refresh();
        model.delete(draft);
        assertEquals(0, model.counts().get().get(Show.ALL));
        model.bringBack(draft);
        assertEquals(1, model.counts().get().get(Show.ALL));
        model.deleteForGood(draft);
        assertTrue(workspace.campaigns().find(draft.id()).isPresent());
        model.delete(draft);
        model.deleteForGood(draft);
        assertTrue(workspace.campaigns().find(draft.id()).isEmpty());
    }

    @Test
    void itCannotBeSentBeforeItWasCheckedAndTheWarningsWereRead() {
        var model = new DraftViewModel(workspace, background);
        model.open(data.draft("Draft", list, account).id(), "");
        assertEquals("campaigns.send.unchecked", model.send.blocked().orElseThrow().key());
        model.check.run();
        assertEquals(120, Objects.requireNonNull(model.check.checked().get()).mails());
        while (model.check.unread() > 0) {
            assertEquals("campaigns.send.unread", model.send.blocked().orElseThrow().key());
            model.check.readNext();
            assertNotNull(model.check.samples.sample.value());
        }
        assertTrue(model.send.blocked().isEmpty());
        var written = Objects.requireNonNull(model.campaign().get()).withContent("Another", "<p>{{ first_name</p>", null);
        workspace.campaigns().saveContent(written);
        model.reread();
        model.check.run();
        assertTrue(model.check.hasStop());
        assertEquals("campaigns.send.stop", model.send.blocked().orElseThrow().key());
    }

    @Test
    void whatIsPutAwayIsShownWhenItIsAskedFor() throws Exception {
        var file = java.nio.file.Files.writeString(java.nio.file.Files.createTempFile("list", ".txt"), "prices");
        var draft = data.draft("Old draft", list, account);
        workspace.attachments().add(draft.id(), file);
        java.nio.file.Files.delete(file);
        var model = new CampaignListViewModel(workspace, background);
        model.refresh();
        int before = Objects.requireNonNull(model.counts().get().get(Show.ALL));
        model.archive(draft, true);
        assertEquals(before - 1, Objects.requireNonNull(model.counts().get().get(Show.ALL)));
        model.show.set(Show.ARCHIVED);
        assertEquals(2, model.items().get().size()); // its heading and itself
        model.archive(draft, false);
        assertEquals(List.of(), model.items().get());
        model.copy(draft, copy -> assertEquals(workspace.attachments().of(draft.id()), workspace.attachments().of(copy.id())));
        model.saveAsTemplate(draft, "Autumn", kept -> assertEquals(draft.html(), kept.html()));
        assertEquals("Autumn", workspace.templates().all().getFirst().name());
        model.rename(draft, "Older draft");
        assertEquals("Older draft", workspace.campaigns().find(draft.id()).orElseThrow().name());
    }

    @Test
    void onlyWhatDoesNotRunIsPutAway() {
        var running = data.halfway("Running", list, account, "running", 1, 0, null);
        assertEquals("campaign.not-to-be-archived", org.junit.jupiter.api.Assertions.assertThrows(app.caravel.reason.Problem.class, () -> workspace.campaigns().archive(running, true)).reason().key());
    }

    @Test
    void whatWasCheckedIsVoidAfterAChange() throws Exception {
        var model = new DraftViewModel(workspace, background);
        model.open(data.draft("Draft", list, account).id(), "check");
        model.check.run();
        assertNotNull(model.check.checked().get());
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE campaign SET changed_at = changed_at + 1"));
        model.reread();
        assertNull(model.check.checked().get());
    }

    @Test
    void anAudienceTakesListsAndSegmentsInAndLeavesOthersOut() {
        workspace.segments().create("Everybody", Query.EVERYBODY);
        var half = data.list("Half", 30);
        var model = new DraftViewModel(workspace, background);
        model.open(workspace.campaigns().createDraft("Draft").id(), "audience");
        var choices = java.util.Objects.requireNonNull(model.audience.choices.value());
        var parts = choices.besides(Audience.NOBODY);
        assertEquals(List.of("Buyers", "Half", "Everybody"), parts.stream().map(Audience.Part::name).toList());
        model.audience.writeTo(parts.getLast());
        assertEquals(150, people(model));
        model.audience.leaveOut(parts.get(1));
        assertEquals(120, people(model));
        assertEquals(List.of(30), java.util.Objects.requireNonNull(model.audience.facts.value()).sizes().not());
        assertEquals(List.of("Buyers"), choices.besides(java.util.Objects.requireNonNull(model.campaign().get()).audience()).stream().map(Audience.Part::name).toList());
        workspace.lists().rename(half, "Half of them");
        model.audience.refresh();
        assertEquals("Half of them", java.util.Objects.requireNonNull(model.audience.choices.value()).now(parts.get(1)).orElseThrow().name());
        model.audience.drop(parts.get(1));
        model.audience.drop(parts.getLast());
        assertEquals(Audience.NOBODY, workspace.campaigns().named("Draft").audience());
        assertFalse(model.audience.health.isOfDraft());
    }

    private static int people(DraftViewModel model) {
        return java.util.Objects.requireNonNull(model.audience.facts.value()).people();
    }

    @Test
    void aPressIsAPlanInTheDatabaseAndUndoTakesItBack() {
        var model = new DraftViewModel(workspace, background);
        var draft = workspace.campaigns().create("Short", Audience.of(workspace.lists().find(list).orElseThrow()), account, "Hello", "<p>Hello <a href=\"{{ unsubscribe_url }}\">no more</a></p>", null);
        model.open(draft.id(), "send");
        model.check.run();
        while (model.check.unread() > 0) {
            model.check.readNext();
        }
        model.send.press();
        assertEquals(10, model.send.seconds.get());
        var planned = workspace.campaigns().find(draft.id()).orElseThrow();
        assertEquals(CampaignState.SCHEDULED, planned.state());
        assertEquals(CampaignData.NOW.plusSeconds(10), planned.scheduledAt());
        model.send.undo();
        assertEquals(CampaignState.DRAFT, workspace.campaigns().find(draft.id()).orElseThrow().state());
        assertEquals(0, model.send.seconds.get());
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        var model = new ScheduleViewModel(Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        model.when.set(ScheduleViewModel.When.AT);
        model.day.set(LocalDate.of(2026, 11, 27));
        for (var written : List.of("9:05", "09:05", "9.05", "09：05")) {
            model.time.set(written);
            assertEquals(5, Objects.requireNonNull(model.at()).atZone(java.time.ZoneId.systemDefault()).getMinute(), written);
        }
        model.time.set("soon");
        assertTrue(model.isUnreadable());
        model.time.set("09:00");
        model.day.set(LocalDate.of(2026, 11, 20));
        assertTrue(model.isPast());
        model.when.set(ScheduleViewModel.When.NOW);
        assertFalse(model.isPast());
    }

    @Test
    void threeSamplesGoToOneselfAsThreeWhoDiffer() {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("UPDATE contact SET name = 'Maximiliane von und zu Hohenlohe-Langenburg' WHERE id = (SELECT max(id) FROM contact)");
            h.execute("UPDATE contact SET language = 'es', address = 'espanol@x.example', written_address = 'espanol@x.example' WHERE id = (SELECT max(id) - 1 FROM contact)");
        });
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        server.start();
        try {
            var own = workspace.accounts().save(new Account(0, "own", "Anna", "anna@x.example", "127.0.0.1", server.getSmtp().getPort(), Security.NONE, null, null, 0, 0, 0, null, null));
            var draft = data.draft("Samples", list, own.id());
            var model = new CheckViewModel(workspace, background, () -> null);
            model.about(draft);
            var whys = new ArrayList<DifferentReaders.Why>();
            model.sendSamples(sent -> {
                assertEquals("anna@x.example", sent.to());
                assertEquals("espanol@x.example", sent.as().getLast().contact().address().canonical());
                sent.as().forEach(reader -> whys.add(reader.why()));
            });
            assertEquals(List.of(DifferentReaders.Why.LONGEST_NAME, DifferentReaders.Why.MISSING_FIELD, DifferentReaders.Why.OTHER_LANGUAGE), whys);
            assertEquals(3, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void thePageShowsItsPeopleAndWritesToThoseWhoClicked() {
        var sent = data.sent("Autumn", list, account, CampaignData.NOW.minus(Duration.ofDays(5)));
        var model = new CampaignPageViewModel(workspace, background, () -> "en");
        model.open(sent.id());
        var numbers = Objects.requireNonNull(model.numbers.value());
        int clicked = numbers.counts().getOrDefault(RecipientFilter.CLICKED, 0);
        assertTrue(clicked > 0);
        assertEquals(numbers.report().clickedBy(), clicked);
        model.filter.set(RecipientFilter.CLICKED);
        var rows = org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> model.recipients().page(0, 100));
        assertEquals(clicked, rows.size());
        model.choose(rows.getFirst());
        assertFalse(Objects.requireNonNull(model.person.value()).happened().isEmpty());
        model.mail(rows.getFirst(), mail -> assertTrue(mail.html().contains("Brighter") && mail.html().contains("https://www.lumitech.example/prices.pdf")));
        model.search.set(rows.getFirst().address());
        assertEquals(1, org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> model.recipients().count()));
        model.search.set("");
        model.filter.set(RecipientFilter.ALL);
        var product = numbers.products().getFirst();
        assertEquals(List.of("LP-6060", "TP-65"), numbers.products().stream().map(each -> each.item()).toList());
        assertEquals(numbers.report().links().getFirst().clickedBy(), product.clickedBy());
        model.product.set(product.item());
        assertEquals(product.clickedBy(), org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> model.recipients().count()));
        model.writeToClicked("Follow-up", "Clicked", draft -> {
            assertEquals(CampaignState.DRAFT, draft.state());
            assertEquals(clicked, workspace.lists().find("Clicked").orElseThrow().size());
        });
        assertTrue(workspace.campaigns().find("Follow-up").isPresent());
    }

    @Test
    void whereNobodyCanLookNothingIsProposed() {
        var campaign = data.halfway("Unseen", list, account, "paused", 10, 2, null);
        var model = new InDoubtViewModel(workspace, background);
        model.open(campaign.id());
        var doubts = Objects.requireNonNull(model.doubts.value());
        assertTrue(doubts.stream().allMatch(doubt -> doubt.found() instanceof app.caravel.mailbox.DoubtLook.Found.CannotLook && doubt.proposal().isEmpty()), doubts.toString());
        model.accept(doubts);
        assertEquals(2, workspace.runs().messages().counts(campaign.id()).of(MessageState.IN_DOUBT));
    }

    @Test
    void proposalsAreAcceptedTogetherAndTheRestStaysInDoubt() {
        var campaign = data.halfway("Proposed", list, account, "paused", 10, 3, null);
        var model = new InDoubtViewModel(workspace, background);
        model.open(campaign.id());
        var doubts = Objects.requireNonNull(model.doubts.value());
        model.accept(List.of(new InDoubtViewModel.Doubt(doubts.get(0).message(), "Proposed", new app.caravel.mailbox.DoubtLook.Found.InSent()), doubts.get(1), doubts.get(2)));
        var counts = workspace.runs().messages().counts(campaign.id());
        assertEquals(2, counts.of(MessageState.IN_DOUBT));
        assertEquals(11, counts.of(MessageState.SENT));
    }

    @Test
    void whatIsInDoubtIsDecidedOneByOne() {
        var campaign = data.halfway("Doubtful", list, account, "paused", 10, 3, null);
        var model = new InDoubtViewModel(workspace, background);
        model.open(campaign.id());
        var doubts = Objects.requireNonNull(model.doubts.value());
        assertEquals(3, doubts.size());
        model.decide(List.of(doubts.get(0)), Ledger.Decision.WAS_SENT);
        model.decide(List.of(doubts.get(1)), Ledger.Decision.LEAVE);
        assertEquals(1, Objects.requireNonNull(model.doubts.value()).size());
        var counts = workspace.runs().messages().counts(campaign.id());
        assertEquals(11, counts.of(MessageState.SENT));
        assertEquals(1, counts.of(MessageState.CANCELLED));
    }
}
