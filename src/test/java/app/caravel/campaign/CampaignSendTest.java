package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Campaigns sent to a scripted server: what happens to every single message when the server or the line misbehaves. */
class CampaignSendTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everybodyGetsOneMailAndASecondSendSendsNothing() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, 50);
            var progress = workspace.runs().send(campaign, 4);
            assertEquals(50, progress.counts().of(MessageState.SENT));
            assertEquals(CampaignState.FINISHED, progress.campaign().state());
            workspace.runs().send(campaign, 4);
            assertEquals(50, server.taken().size());
            assertEquals(50, new HashSet<>(server.taken().stream().map(ScriptedServer.Taken::recipient).toList()).size());
        }
    }

    @Test
    void eachMailSaysItsRecipientsNameAndTheFallbackWhereThereIsNone() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            workspace.runs().send(campaign(server, 3), 1);
            assertTrue(server.taken().stream().anyMatch(mail -> mail.recipient().equals("p1@x.example") && mail.source().contains("Dear Person1,")));
            assertTrue(server.taken().stream().anyMatch(mail -> mail.recipient().equals("p0@x.example") && mail.source().contains("Dear friend,")));
        }
    }

    @Test
    void whoIsSuppressedIsNeverWrittenTo() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, 5);
            workspace.suppressions().add(EmailAddress.parse("p2@x.example").orElseThrow(), SuppressionReason.UNSUBSCRIBED, null, Instant.now());
            var counts = workspace.runs().send(campaign, 2).counts();
            assertEquals(4, counts.of(MessageState.SENT));
            assertEquals(1, counts.of(MessageState.SUPPRESSED));
            assertTrue(server.taken().stream().noneMatch(mail -> mail.recipient().equals("p2@x.example")));
        }
    }

    @Test
    void aRefusedRecipientFailsAloneWithTheServersWords() {
        try (var server = ScriptedServer.start(on("RCPT TO:<p1@x.example>", "550 5.1.1 no such user"))) {
            var campaign = campaign(server, 4);
            var counts = workspace.runs().send(campaign, 1).counts();
            assertEquals(3, counts.of(MessageState.SENT));
            var failed = workspace.runs().messages().inState(campaign.id(), MessageState.FAILED).getFirst();
            assertEquals(550, failed.replyCode());
            assertTrue(String.valueOf(failed.reply()).contains("no such user"));
        }
    }

    @Test
    void aRefusalAfterTheFinalDotIsAFailureAndTheOthersGo() {
        try (var server = ScriptedServer.start(on("DOT p1@x.example", "554 5.7.1 looks like spam"))) {
            var counts = workspace.runs().send(campaign(server, 4), 1).counts();
            assertEquals(3, counts.of(MessageState.SENT));
            assertEquals(1, counts.of(MessageState.FAILED));
        }
    }

    @Test
    void aMailThatTheServerPutsOffWaitsAndIsNotRepeatedAtOnce() throws Exception {
        try (var server = ScriptedServer.start(on("RCPT TO:<p1@x.example>", "451 4.7.1 greylisted"))) {
            var campaign = campaign(server, 3);
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
            await(() -> workspace.runs().messages().counts(campaign.id()).of(MessageState.DEFERRED) == 1
                    && workspace.runs().messages().counts(campaign.id()).of(MessageState.SENT) == 2);
            workspace.runs().pause(campaign);
            running.get(20, TimeUnit.SECONDS);
            var deferred = workspace.runs().messages().inState(campaign.id(), MessageState.DEFERRED).getFirst();
            assertTrue(deferred.notBefore() != null && deferred.notBefore().isAfter(Instant.now().plusSeconds(30)));
        }
    }

    @Test
    void aLineCutAfterTheFinalDotLeavesTheMailInDoubtAndItIsNotRepeated() {
        try (var server = ScriptedServer.start(on("DOT p1@x.example", ScriptedServer.CUT))) {
            var campaign = campaign(server, 4);
            var counts = workspace.runs().send(campaign, 1).counts();
            assertEquals(3, counts.of(MessageState.SENT));
            assertEquals(1, counts.of(MessageState.IN_DOUBT));
            workspace.runs().send(campaign, 1);
            assertEquals(1, server.taken().stream().filter(mail -> mail.recipient().equals("p1@x.example")).count());
        }
    }

    @Test
    void aLineCutBeforeDataIsTriedAgainAndNobodyGetsTwo() {
        var cut = new java.util.concurrent.atomic.AtomicBoolean();
        try (var server = ScriptedServer.start((command, _) -> command.equals("RCPT TO:<p1@x.example>") && cut.compareAndSet(false, true) ? ScriptedServer.CUT : null)) {
            var counts = workspace.runs().send(campaign(server, 4), 1).counts();
            assertEquals(4, counts.of(MessageState.SENT));
            assertEquals(4, server.taken().size());
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidAndNothingIsLost() {
        var server = ScriptedServer.start((_, _) -> null);
        var campaign = campaign(server, 3);
        server.close();
        var problem = assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1));
        assertEquals("smtp.no-answer", problem.reason().key());
        assertEquals(3, workspace.runs().messages().counts(campaign.id()).of(MessageState.QUEUED));
        assertEquals(CampaignState.PAUSED, workspace.campaigns().named("Autumn").state());
    }

    @Test
    void aCancelledCampaignSendsNoMore() throws Exception {
        var begun = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        try (var server = ScriptedServer.start((command, mails) -> {
            if (command.startsWith("DOT") && mails == 3) {
                begun.complete(null);
                goOn.join();
            }
            return null;
        })) {
            var campaign = campaign(server, 40);
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
            begun.get(20, TimeUnit.SECONDS);
            workspace.runs().cancel(campaign);
            goOn.complete(null);
            var counts = running.get(20, TimeUnit.SECONDS).counts();
            assertEquals(0, counts.left());
            assertEquals(40, counts.of(MessageState.SENT) + counts.of(MessageState.CANCELLED));
            assertEquals(counts.of(MessageState.SENT), server.taken().size());
        }
    }

    @Test
    void twoRunsNeverSendTheSameCampaign() throws Exception {
        var begun = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        try (var server = ScriptedServer.start((command, _) -> {
            if (command.startsWith("DOT")) {
                begun.complete(null);
                goOn.join();
            }
            return null;
        })) {
            var campaign = campaign(server, 2);
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
            begun.get(20, TimeUnit.SECONDS);
            var problem = assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1));
            assertEquals("campaign.runs-elsewhere", problem.reason().key());
            goOn.complete(null);
            assertEquals(2, running.get(20, TimeUnit.SECONDS).counts().of(MessageState.SENT));
        }
    }

    @Test
    void anAccountsLimitHoldsTheRestBack() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, 5);
            workspace.accounts().save(account(server, workspace.accounts().all().getFirst().id(), 2));
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 2));
            await(() -> workspace.runs().messages().counts(campaign.id()).of(MessageState.SENT) == 2);
            workspace.runs().pause(campaign);
            assertEquals(2, running.get(20, TimeUnit.SECONDS).counts().of(MessageState.SENT));
            assertEquals(2, server.taken().size());
        }
    }

    @Test
    void aSegmentLessAListGetsItAndALeftOutListThatWasDeletedStopsIt() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, 4);
            var segment = workspace.segments().create("Called Person", app.caravel.audience.QueryParser.parse("name:Person").get());
            var colleague = workspace.lists().create("Of a colleague");
            workspace.lists().add(colleague.id(), List.of(workspace.contacts().find(new app.caravel.contact.EmailAddress("p3@x.example")).orElseThrow().id()));
            var audience = Audience.NOBODY.to(new Audience.Part(Audience.Kind.SEGMENT, segment.id(), segment.name())).not(Audience.Part.of(colleague));
            var narrowed = workspace.campaigns().save(campaign.withAudience(audience));
            assertEquals(audience, narrowed.audience());
            workspace.lists().delete(colleague.id());
            assertEquals("campaign.list-gone", assertThrows(Problem.class, () -> workspace.runs().send(narrowed, 1)).reason().key());
            assertEquals(0, server.taken().size());
            var mended = workspace.campaigns().save(narrowed.withAudience(narrowed.audience().less(audience.not().getFirst())));
            assertEquals(3, workspace.runs().send(mended, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void anEmptyListAndAContentThatDoesNotParseAreSaidBeforeAnybodyIsQueued() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            assertEquals("campaign.nobody", assertThrows(Problem.class, () -> workspace.runs().send(campaign(server, 0), 1)).reason().key());
            var broken = workspace.campaigns().save(workspace.campaigns().named("Autumn").withContent("Hi", "<p>{% if x %}</p>", null));
            assertThrows(Problem.class, () -> workspace.runs().send(broken, 1));
            assertEquals(0, workspace.runs().messages().counts(broken.id()).all());
        }
    }

    @Test
    void aPictureLeavesOnceWithinTheMailsThatShowIt() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var lamp = workspace.pictures().keep(picture(0x2b5cd0), "lamp.png").source();
            var other = workspace.pictures().keep(picture(0xd5383f), "other.png").source();
            var campaign = workspace.campaigns().save(campaign(server, 2).withContent("Lamps",
                    "<p>{{ first_name | default: 'friend' }}</p><img src=\"" + lamp + "\"><img src=\"" + lamp + "\">{% if first_name %}<img src=\"" + other + "\">{% endif %}", null));
            workspace.runs().send(campaign, 1);
            var first = mail(server, "p0@x.example");
            assertEquals(1, occurrences(first, "Content-ID: "), "p0 has no name, hence no second picture");
            assertEquals(2, occurrences(first, "cid:"));
            assertEquals(2, occurrences(mail(server, "p1@x.example"), "Content-ID: "));
            assertEquals(0, occurrences(first, "file:"));
            var kept = workspace.sentMails().of(workspace.runs().messages().inState(campaign.id(), MessageState.SENT).getFirst()).orElseThrow();
            assertTrue(kept.html().contains(lamp), "what was sent is known by the picture's own name");
        }
    }

    @Test
    void aPictureThatIsGoneIsSaidBeforeAnybodyIsQueued() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var lamp = workspace.pictures().keep(picture(0x2b5cd0), "lamp.png").source();
            var campaign = workspace.campaigns().save(campaign(server, 2).withContent("Lamps", "<img src=\"" + lamp + "\">", null));
            java.nio.file.Files.delete(workspace.pictures().path(lamp));
            assertEquals("pictures.missing", assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1)).reason().key());
            assertEquals(0, workspace.runs().messages().counts(campaign.id()).all());
            assertTrue(workspace.check().run(campaign, _ -> {}, () -> false).findings().stream()
                    .anyMatch(finding -> finding.kind().equals("picture-missing") && finding.severity() == app.caravel.content.CheckFinding.Severity.STOP));
        }
    }

    private static String mail(ScriptedServer server, String to) {
        return server.taken().stream().filter(mail -> mail.recipient().equals(to)).findFirst().orElseThrow().source();
    }

    private static int occurrences(String text, String word) {
        return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
    }

    private static byte[] picture(int colour) throws java.io.IOException {
        var image = new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40 * 30; i++) {
            image.setRGB(i % 40, i / 40, i % 7 == 0 ? 0xffffff : colour);
        }
        var out = new java.io.ByteArrayOutputStream();
        assertTrue(javax.imageio.ImageIO.write(image, "png", out));
        return out.toByteArray();
    }

    private static BiFunction<String, Integer, @Nullable String> on(String command, String answer) {
        return (given, _) -> given.equals(command) ? answer : null;
    }

    private Campaign campaign(ScriptedServer server, int people) {
        var account = workspace.accounts().save(account(server, 0, 0));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < people; i++) {
                h.createUpdate("""
                        INSERT INTO contact (address, written_address, name, first_name, created_at, changed_at)
                        VALUES (:address, :address, :name, :first, 0, 0)""")
                        .bind("address", "p" + i + "@x.example").bind("name", i == 0 ? null : "Person" + i + " Test").bind("first", i == 0 ? null : "Person" + i).execute();
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), "p" + i + "@x.example");
            }
        });
        return workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "Offer for {{ first_name | default: 'you' }}",
                "<html><body><p>Dear {{ first_name | default: 'friend' }},</p><a href=\"https://www.lumitech.example/a\">a</a></body></html>", null);
    }

    private static Account account(ScriptedServer server, long id, int perHour) {
        return new Account(id, "anna", "Anna Wang", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, perHour, 0, null, null);
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "it did not come about in 20 seconds");
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
