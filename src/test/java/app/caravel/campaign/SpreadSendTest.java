package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Pace;
import app.caravel.account.Ramp;
import app.caravel.account.Security;
import app.caravel.calendar.SendWindow;
import app.caravel.contact.ContactList;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Campaigns by several accounts, held to limits, hours and manners, against scripted servers and a clock that is set. */
class SpreadSendTest {

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock("2026-11-30T03:00:00Z"); // a Monday: 11:00 in Shanghai, 04:00 in Berlin
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), clock);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void twoAccountsShareTheMailsAndTheLimitOfOneBlocksTheOtherNot() throws Exception {
        try (var one = ScriptedServer.start((_, _) -> null); var other = ScriptedServer.start((_, _) -> null)) {
            var anna = account("anna", one, 3);
            var ben = account("ben", other, 0);
            var campaign = campaign("Autumn", people("Buyers", 40, null), spread(anna, ben));
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 2));
            await(() -> one.taken().size() == 3 && other.taken().size() > 10 && left(campaign) == 40 - 3 - other.taken().size() && rowsOf(campaign, ben.id(), "queued") == 0);
            var plan = workspace.runs().plan(campaign);
            assertEquals(left(campaign), plan.messages());
            assertTrue(java.util.Objects.requireNonNull(plan.done()).isAfter(clock.instant().plus(Duration.ofHours(1))), "three an hour");
            workspace.runs().pause(campaign);
            running.get(20, TimeUnit.SECONDS);
            assertTrue(one.taken().getFirst().source().contains("From: anna <anna@lumitech.example>") && one.taken().getFirst().source().contains("Reply-To: sales@lumitech.example"));
        }
    }

    @Test
    void eachMailEndsAsTheAccountWantsThatItLeavesByAndTheCheckShowsTheSame() {
        try (var one = ScriptedServer.start((_, _) -> null); var other = ScriptedServer.start((_, _) -> null); var third = ScriptedServer.start((_, _) -> null)) {
            var anna = account("anna", one, 0);
            var ben = account("ben", other, 0);
            workspace.signatureTexts().put(anna.id(), "Anna <Lee> & sons\nSales manager\n{{ country }}\n");
            workspace.signatureTexts().put(ben.id(), "Ben Wu\n+86 138");
            var campaign = workspace.campaigns().create("Autumn", Audience.of(people("Buyers", 30, null)), anna.id(), "Offer",
                    DesignHtml.of(new Design(Design.Layout.LETTER, "en", "", List.of(Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Best regards,<br>[your name]<br>The team</p>")))), Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN), null);
            workspace.campaigns().spreads().put(campaign.id(), spread(anna, ben, account("carl", third, 0)));
            var shown = new HashMap<String, String>();
            workspace.contacts().forEach(workspace.recipients().filter(campaign.audience()), contact -> shown.put(contact.address().canonical(), workspace.check().sample(campaign, contact).text().strip()));
            assertTrue(workspace.check().run(campaign, _ -> {}, () -> false).findings().stream().anyMatch(finding -> finding.kind().equals("placeholder")), "carl has none of his own");
            workspace.runs().send(campaign, 1);
            assertEquals(List.of(shownTo(one, shown), shownTo(other, shown), shownTo(third, shown)),
                    List.of(List.of("Best regards,\nAnna <Lee> & sons\nSales manager\n{{ country }}"), List.of("Best regards,\nBen Wu\n+86 138"), List.of("Best regards,\n[your name]\nThe team")));
            assertTrue(one.taken().stream().allMatch(mail -> mail.source().contains("<p>Best regards,<br>Anna &lt;Lee&gt; &amp; sons<br>Sales manager<br>{{ country }}</p>")), one.taken().getFirst().source());
            assertTrue(other.taken().stream().allMatch(mail -> mail.source().contains("<br>Ben Wu<br>+86 138</p>") && !mail.source().contains("The team")));
            assertTrue(third.taken().stream().allMatch(mail -> mail.source().contains("<br>[your name]<br>The team</p>")));
            workspace.signatureTexts().put(ben.id(), "Ben Wu, now director");
            var sent = workspace.runs().messages().inState(campaign.id(), MessageState.SENT).stream().filter(message -> message.accountId() == ben.id()).findFirst().orElseThrow();
            assertTrue(workspace.sentMails().of(sent).orElseThrow().text().contains("+86 138"), "what left is shown as it left");
        }
    }

    /** What the check showed of the mails that a server took, each once. */
    private static List<String> shownTo(ScriptedServer server, Map<String, String> shown) {
        return recipients(server).stream().map(shown::get).distinct().toList();
    }

    @Test
    void whatWasToLeaveByAnAccountThatWasDeletedLeavesByAnother() throws Exception {
        try (var one = ScriptedServer.start((_, _) -> null); var other = ScriptedServer.start((command, _) -> command.startsWith("MAIL") ? "550 Sender frequency limited" : null)) {
            var anna = account("anna", one, 0);
            var ben = account("ben", other, 0);
            var campaign = campaign("Autumn", people("Buyers", 20, null), spread(anna, ben));
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
            await(() -> workspace.rests().all().containsKey(ben.id()) && one.taken().size() > 0 && rowsOf(campaign, anna.id(), "queued") == 0);
            workspace.runs().pause(campaign);
            running.join();
            int left = left(campaign);
            assertTrue(left > 0);
            workspace.accounts().delete(ben.id());
            clock.pass(Duration.ofHours(1));
            assertEquals(20, workspace.runs().send(campaign, 1).counts().of(MessageState.SENT));
            assertEquals(20, one.taken().size());
        }
    }

    @Test
    void whoWasWrittenToByAnAccountIsWrittenToByTheSameAgain() {
        try (var one = ScriptedServer.start((_, _) -> null); var other = ScriptedServer.start((_, _) -> null)) {
            var anna = account("anna", one, 0);
            var ben = account("ben", other, 0);
            var list = people("Buyers", 30, null);
            workspace.runs().send(campaign("First", list, spread(anna, ben)), 2);
            var first = Map.of("anna", recipients(one), "ben", recipients(other));
            workspace.runs().send(campaign("Second", list, new Spread(Spread.By.WEIGHT, List.of(new Spread.Share(anna.id(), 1, null), new Spread.Share(ben.id(), 9, null)))), 2);
            assertEquals(java.util.Objects.requireNonNull(first.get("anna")).size() * 2, one.taken().size());
            assertEquals(java.util.Objects.requireNonNull(first.get("anna")).stream().sorted().distinct().toList(), recipients(one).stream().sorted().distinct().toList());
        }
    }

    @Test
    void aDaysLimitRestsTheAccountAndItsMailsWaitUntilItIsOver() {
        var full = new java.util.concurrent.atomic.AtomicBoolean(true);
        try (var one = ScriptedServer.start((command, mails) -> full.get() && mails > 5 && command.startsWith("MAIL") ? "550 5.4.5 Daily user sending limit exceeded." : null)) {
            var anna = account("anna", one, 0);
            var campaign = campaign("Autumn", people("Buyers", 12, null), Spread.by(anna.id()));
            var why = assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1)).reason();
            assertEquals("breaker.limit", why.key());
            var counts = workspace.runs().messages().counts(campaign.id());
            assertEquals(5, counts.of(MessageState.SENT));
            assertEquals(0, counts.of(MessageState.FAILED), "it was the account's day, not their mails");
            assertEquals(7, counts.left());
            assertEquals(CampaignState.PAUSED, workspace.campaigns().named("Autumn").state());
            int tried = one.commands("MAIL");
            assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1));
            assertEquals(tried, one.commands("MAIL"), "an account at rest is not probed");
            assertEquals(List.of(), workspace.runs().startWhatIsDue());
            assertEquals(5, workspace.paces().of(anna.id()).learnedPerDay());
            full.set(false);
            clock.pass(Duration.ofHours(25));
            workspace.paces().put(anna.id(), Pace.NONE);
            assertEquals(12, workspace.runs().send(campaign, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void refusedAsSpamThreeTimesTheAccountStopsAndTheOtherGoesOnUntilAPersonLetsItGo() {
        var strict = new java.util.concurrent.atomic.AtomicBoolean(true);
        try (var one = ScriptedServer.start((command, _) -> strict.get() && command.startsWith("DOT") ? "554 DT:SPM message rejected as spam" : null); var other = ScriptedServer.start((_, _) -> null)) {
            var anna = account("anna", one, 0);
            var campaign = campaign("Autumn", people("Buyers", 40, null), spread(anna, account("ben", other, 0)));
            var why = assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1)).reason();
            assertEquals("breaker.spam", why.key());
            var counts = workspace.runs().messages().counts(campaign.id());
            assertEquals(3, counts.of(MessageState.FAILED));
            assertEquals(other.taken().size(), counts.of(MessageState.SENT));
            assertEquals(0, rowsOf(campaign, anna.id(), "sent"));
            strict.set(false);
            workspace.runs().letGoOn(anna);
            assertEquals(3, workspace.runs().sendAgain(campaign, workspace.runs().messages().inState(campaign.id(), MessageState.FAILED).stream().map(Message::id).toList()));
            assertEquals(40, workspace.runs().send(campaign, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void everybodyGetsItInHisOwnOfficeHoursAndAComputerThatSleptSendsNothingAtNight() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var list = people("Chinese", 3, "CN");
            people("German", 3, "DE").id();
            workspace.database().jdbi().useHandle(h -> h.execute("INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id()));
            var campaign = campaign("Autumn", list, Spread.by(account("anna", server, 0).id()));
            workspace.campaigns().schedules().put(campaign.id(), new Schedule(null, SendWindow.OFFICE, 0));
            var plan = workspace.runs().plan(campaign);
            assertEquals(List.of(3, 3), plan.slots().stream().map(Plan.Slot::messages).toList());
            assertEquals(Instant.parse("2026-11-30T08:00:00Z"), plan.slots().getLast().from(), "nine in Berlin");
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
            await(() -> server.taken().size() == 3);
            assertTrue(recipients(server).stream().allMatch(address -> address.startsWith("cn")));
            clock.set("2026-11-30T16:30:00Z"); // the computer slept; 17:30 in Berlin: the offices have closed
            await(() -> workspace.runs().messages().toGo(campaign.id()).stream().allMatch(message -> Instant.parse("2026-12-01T08:00:00Z").equals(message.notBefore())));
            assertEquals(3, server.taken().size());
            clock.set("2026-12-01T08:00:30Z");
            assertEquals(6, running.get(20, TimeUnit.SECONDS).counts().of(MessageState.SENT));
        }
    }

    @Test
    void soManyADayIsKeptAfterDaysOffAndWhatFailedGoesAgainInOfficeHoursOnly() throws Exception {
        var strict = new java.util.concurrent.atomic.AtomicBoolean(true);
        try (var server = ScriptedServer.start((command, _) -> strict.get() && command.equals("DOT de0@x0.example") ? "554 5.6.0 malformed" : null)) {
            var campaign = campaign("Autumn", people("German", 7, "DE"), Spread.by(account("anna", server, 0).id()));
            workspace.campaigns().schedules().put(campaign.id(), new Schedule(null, SendWindow.OFFICE, 3));
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
            await(() -> workspace.runs().messages().counts(campaign.id()).of(MessageState.QUEUED) == 7);
            clock.set("2026-12-07T08:30:00Z"); // all of them could have gone by now
            await(() -> server.taken().size() == 3);
            clock.set("2026-12-07T20:00:00Z");
            await(() -> workspace.runs().messages().toGo(campaign.id()).stream().allMatch(message -> message.notBefore() != null && message.notBefore().isAfter(clock.instant())));
            assertEquals(3, server.taken().size());
            clock.set("2026-12-08T09:00:00Z");
            await(() -> server.taken().size() == 6);
            workspace.runs().pause(campaign);
            running.get(20, TimeUnit.SECONDS);
            strict.set(false);
            clock.set("2026-12-09T20:00:00Z");
            var failed = workspace.runs().messages().inState(campaign.id(), MessageState.FAILED);
            assertEquals(1, workspace.runs().sendAgain(campaign, failed.stream().map(Message::id).toList()));
            assertEquals(Instant.parse("2026-12-10T08:00:00Z"), workspace.runs().messages().find(failed.getFirst().id()).orElseThrow().notBefore());
        }
    }

    @Test
    void whoWasWrittenToThisWeekIsHeldWithTheReasonAndGoesByHandOrWhenTheWeekIsOver() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var anna = account("anna", server, 0);
            var list = people("Buyers", 4, null);
            workspace.runs().send(campaign("First", list, Spread.by(anna.id())), 1);
            clock.pass(Duration.ofDays(2));
            var second = campaign("Second", list, Spread.by(anna.id()));
            workspace.manners().put(second.id(), true);
            assertEquals(4, workspace.runs().plan(second).held());
            var counts = workspace.runs().send(second, 1).counts();
            assertEquals(4, counts.of(MessageState.HELD));
            var held = workspace.runs().held().of(second.id());
            assertEquals("manners.lately", java.util.Objects.requireNonNull(held.getFirst().reason()).key());
            assertThrows(Problem.class, () -> workspace.runs().held().letGo(held, " "));
            assertEquals(1, workspace.runs().held().letGo(held.subList(0, 1), "he asked for it"));
            assertEquals(1, workspace.runs().send(second, 1).counts().of(MessageState.SENT));
            assertEquals(List.of(), workspace.runs().startWhatIsDue());
            clock.pass(Duration.ofDays(5).plusMinutes(1));
            assertEquals(4, workspace.runs().send(second, 1).counts().of(MessageState.SENT));
            assertEquals(8, server.taken().size());
        }
    }

    @Test
    void threeOfACompanyGoAndTheFourthWaitsADay() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var list = people("Buyers", 5, null);
            workspace.database().jdbi().useHandle(h -> {
                h.execute("INSERT INTO company (id, name) VALUES (77, 'Lumen')");
                h.execute("UPDATE contact SET company_id = 77");
            });
            var campaign = campaign("Autumn", list, Spread.by(account("anna", server, 0).id()));
            workspace.manners().put(campaign.id(), true);
            assertEquals(3, workspace.runs().send(campaign, 1).counts().of(MessageState.SENT));
            clock.pass(Duration.ofHours(25));
            assertEquals(5, workspace.runs().send(campaign, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void whoJoinsTheAudienceLaterIsAddedAndNobodyGetsTwo() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var list = people("Buyers", 3, null);
            var campaign = campaign("Autumn", list, Spread.by(account("anna", server, 0).id()));
            workspace.runs().send(campaign, 1);
            people("More", 2, "FR");
            workspace.database().jdbi().useHandle(h -> h.execute("INSERT OR IGNORE INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id()));
            var begun = workspace.campaigns().named("Autumn");
            assertEquals(2, workspace.runs().addNew(begun));
            assertEquals(5, workspace.runs().send(begun, 1).counts().of(MessageState.SENT));
            assertEquals(5, recipients(server).stream().distinct().count());
        }
    }

    @Test
    void aNewAccountOffThisComputerBeginsSmallAndOneOnItDoesNot() {
        var far = workspace.accounts().save(new Account(0, "far", "Far", "far@lumitech.example", "smtp.lumitech.example", 465, Security.TLS, "far", null, 0, 60, 400, null, null));
        assertEquals(Ramp.USUAL, workspace.paces().of(far.id()).ramp());
        try (var server = ScriptedServer.start((_, _) -> null)) {
            assertEquals(Pace.NONE.ramp(), workspace.paces().of(account("near", server, 0).id()).ramp());
        }
        var plan = workspace.runs().plan(campaign("Autumn", people("Buyers", 50, null), Spread.by(far.id())));
        assertEquals(20, plan.parts().getFirst().roomNow());
        assertTrue(java.util.Objects.requireNonNull(plan.done()).isAfter(clock.instant().plus(Duration.ofDays(2))), "20, 25, then the rest on the third day");
        assertNull(plan.parts().getFirst().rest());
    }

    private int left(Campaign campaign) {
        return workspace.runs().messages().counts(campaign.id()).left();
    }

    private int rowsOf(Campaign campaign, long account, String state) {
        return workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM message WHERE campaign_id = :c AND account_id = :a AND state = :s")
                .bind("c", campaign.id()).bind("a", account).bind("s", state).mapTo(Integer.class).one());
    }

    private static List<String> recipients(ScriptedServer server) {
        return server.taken().stream().map(ScriptedServer.Taken::recipient).toList();
    }

    private static Spread spread(Account... accounts) {
        return new Spread(Spread.By.WEIGHT, List.of(accounts).stream().map(account -> new Spread.Share(account.id(), 1, null)).toList());
    }

    private Account account(String name, ScriptedServer server, int perHour) {
        var account = workspace.accounts().save(new Account(0, name, name, name + "@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, perHour, 0, null, null));
        workspace.paces().put(account.id(), Pace.NONE.answeredAt("sales@lumitech.example"));
        return account;
    }

    private ContactList people(String list, int n, @Nullable String country) {
        var made = workspace.lists().create(list);
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < n; i++) {
                var address = (country == null ? "p" : country.toLowerCase(java.util.Locale.ROOT)) + i + "@x" + i % 3 + ".example";
                h.createUpdate("INSERT INTO contact (address, written_address, country, created_at, changed_at) VALUES (:a, :a, :c, 0, 0)").bind("a", address).bind("c", country).execute();
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", made.id(), address);
            }
        });
        return made;
    }

    private Campaign campaign(String name, ContactList list, Spread spread) {
        var campaign = workspace.campaigns().create(name, Audience.of(list), spread.shares().getFirst().accountId(), "Offer", "<p>Dear friend</p>", null);
        workspace.campaigns().spreads().put(campaign.id(), spread);
        return campaign;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "it did not come about in 20 seconds");
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
