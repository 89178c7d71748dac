package app.caravel.mailbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.CopyMails;
import app.caravel.campaign.Ledger.Decision;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mails leave by a server that keeps no copies; the mailbox beside it is GreenMail's. */
class SentCopiesTest {

    private static final String ADDRESS = "anna@lumitech.example";

    @TempDir
    Path folder;

    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
    private Workspace workspace;
    private MailFolder sent;

    @BeforeEach
    void open() throws Exception {
        mailbox.start();
        var user = mailbox.setUser(ADDRESS, ADDRESS, "right");
        var imap = mailbox.getManagers().getImapHostManager();
        sent = imap.createMailbox(user, "已发送");
        workspace = Workspace.open(new Home(folder.resolve("home")));
    }

    @AfterEach
    void close() {
        workspace.close();
        mailbox.stop();
    }

    private Account account(ScriptedServer server) {
        var account = workspace.accounts().save(new Account(0, "anna", "Anna Wang", ADDRESS, "127.0.0.1", server.port(), Security.NONE, ADDRESS,
                "127.0.0.1", mailbox.getImap().getPort(), 0, 0, null, null));
        workspace.secrets().setPassword(account, "right".toCharArray());
        return account;
    }

    private Campaign campaign(Account account, int people) {
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < people; i++) {
                h.execute("INSERT INTO contact (address, written_address, name, first_name, created_at, changed_at) SELECT ?, ?, ?, ?, 0, 0", "p" + i + "@x.example", "p" + i + "@x.example", "Person" + i, "Person" + i);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), "p" + i + "@x.example");
            }
        });
        return workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "Offer for {{ first_name }}",
                "<html><body><p>Dear {{ first_name }},</p><a href=\"https://www.lumitech.example/a\">a</a></body></html>", null);
    }

    private CopyQueue queue() {
        var mails = new CopyMails(workspace.database(), workspace.campaigns(), workspace.attachments(), workspace.pictures(), workspace.invitations(), workspace.paces(), workspace.clock());
        return new CopyQueue(new CopyQueue.Needs(workspace.database(), workspace.accounts(), workspace.signIns(), workspace.runs().messages(), mails,
                workspace.sentFacts(), workspace.home().folder(), workspace.clock()), Duration.ofMillis(100));
    }

    private void put(String source) throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        sent.appendMessage(mail, new Flags(), new java.util.Date());
    }

    private List<MimeMessage> copies() {
        return sent.getMessages().stream().map(StoredMessage::getMimeMessage).toList();
    }

    @Test
    void whereTheProviderKeepsNoCopiesEachMailIsPutThereOnceUnderItsOwnId() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            var campaign = campaign(account, 3);
            workspace.runs().send(campaign, 2);
            assertEquals(0, queue.finish(Duration.ofSeconds(20)));
            assertEquals(SentFacts.Keeps.NO, workspace.sentFacts().of(account.id()).keeps());
            assertEquals(3, copies().size());
            for (var message : workspace.runs().messages().inState(campaign.id(), MessageState.SENT)) {
                var copy = copies().stream().filter(mail -> id(mail).equals(message.messageId())).findFirst().orElseThrow();
                assertEquals("Offer for " + message.recipientName(), copy.getSubject());
                assertTrue(copy.isSet(Flags.Flag.SEEN));
                assertEquals(message.sentAt() == null ? 0 : message.sentAt().getEpochSecond(), copy.getSentDate().toInstant().getEpochSecond());
            }
            // a crash between the copy and its record: what is due again is found there and not put twice
            workspace.database().jdbi().useHandle(h -> h.execute("INSERT INTO sent_copy_due (message_id, account_id, not_before) SELECT id, account_id, 0 FROM message"));
            assertEquals(0, queue.finish(Duration.ofSeconds(20)));
            assertEquals(3, copies().size());
        }
    }

    @Test
    void whereTheProviderKeepsThemNothingIsPutThere() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            workspace.runs().send(campaign(account, 3), 1);
            for (var taken : server.taken()) {
                put(taken.source());
            }
            assertEquals(0, queue.finish(Duration.ofSeconds(20)));
            assertEquals(SentFacts.Keeps.YES, workspace.sentFacts().of(account.id()).keeps());
            assertEquals(3, copies().size());
        }
    }

    @Test
    void theFirstTestMailShowsWhetherTheProviderKeepsThem() {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            var message = new Message(0, 1, 0, ADDRESS, ADDRESS, null, account.id(), new byte[10], "<t@x.example>", MessageState.QUEUED, Instant.now(), null, null, 0, null, null, null, null, null, java.util.Map.of());
            queue.tested(account, message);
            queue.finish(Duration.ofSeconds(20));
            assertEquals(SentFacts.Keeps.NO, workspace.sentFacts().of(account.id()).keeps());
            assertTrue(copies().isEmpty(), "a test mail to oneself needs no copy");
        }
    }

    @Test
    void aSampleIsTheFirstAndEveryTwentieth() {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            workspace.sentFacts().want(account.id(), SentFacts.Wanted.SAMPLE);
            workspace.runs().send(campaign(account, 21), 1);
            queue.finish(Duration.ofSeconds(20));
            assertEquals(List.of("Offer for Person0", "Offer for Person19"), copies().stream().map(SentCopiesTest::subject).toList());
        }
    }

    @Test
    void aMailboxThatDoesNotLetInStopsNoMailAndIsAskedLaterAgain() {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            workspace.secrets().setPassword(account, "wrong".toCharArray());
            assertEquals(2, workspace.runs().send(campaign(account, 2), 1).counts().of(MessageState.SENT));
            assertEquals(2, queue.finish(Duration.ofSeconds(20)));
            var problem = workspace.sentFacts().of(account.id()).problem();
            assertEquals("account.test.inbox-refused", problem == null ? "" : problem.key());
        }
    }

    @Test
    void aMailInDoubtIsLookedForAndOnlyProposed() throws Exception {
        try (var server = ScriptedServer.start((command, _) -> command.equals("DOT p1@x.example") ? ScriptedServer.CUT : null)) {
            var account = account(server);
            var campaign = campaign(account, 2);
            workspace.runs().send(campaign, 1);
            assertFound(campaign, DoubtLook.Found.SaysNothing.class, null);
            workspace.sentFacts().found(account.id(), SentFacts.Keeps.YES, Instant.now());
            assertFound(campaign, DoubtLook.Found.NotThere.class, Decision.SEND_AGAIN);
            put(server.taken().stream().filter(taken -> taken.recipient().equals("p1@x.example")).findFirst().orElseThrow().source());
            assertFound(campaign, DoubtLook.Found.InSent.class, Decision.WAS_SENT);
            mailbox.stop();
            assertFound(campaign, DoubtLook.Found.CannotLook.class, null);
        }
    }

    @Test
    void theCommandLineSaysWhatWasFoundAndDecidesNothing() throws Exception {
        try (var server = ScriptedServer.start((command, _) -> command.equals("DOT p1@x.example") ? ScriptedServer.CUT : null)) {
            var account = account(server);
            var campaign = campaign(account, 2);
            workspace.runs().send(campaign, 1);
            put(server.taken().stream().filter(taken -> taken.recipient().equals("p1@x.example")).findFirst().orElseThrow().source());
            var row = run("campaign", "resolve", "Autumn", "--look");
            assertEquals("p1@x.example", row.get("address"));
            assertEquals("in_sent", row.get("found"));
            assertEquals("sent", row.get("proposal"));
            assertEquals(1, workspace.runs().messages().inState(campaign.id(), MessageState.IN_DOUBT).size());
            workspace.sentFacts().found(account.id(), SentFacts.Keeps.YES, Instant.now());
            assertEquals("yes", run("account", "test", "anna").get("provider_keeps_copies"));
            assertEquals("sample", run("account", "sent", "anna", "--copies", "sample").get("copies"));
            run("campaign", "resolve", "Autumn", "--sent", "p1@x.example");
            assertEquals(0, workspace.runs().messages().inState(campaign.id(), MessageState.IN_DOUBT).size());
        }
    }

    private java.util.Map<String, Object> run(String... arguments) {
        var out = new java.io.StringWriter();
        var err = new java.io.StringWriter();
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--home", folder.resolve("home").toString()));
        assertEquals(0, app.caravel.cli.CommandLineFace.run(new java.io.PrintWriter(out), new java.io.PrintWriter(err), all.toArray(String[]::new)), err.toString());
        return app.caravel.store.Json.object(out.toString());
    }

    private void assertFound(Campaign campaign, Class<?> what, @org.jspecify.annotations.Nullable Decision proposal) {
        var found = workspace.doubtLook().look(workspace.runs().messages().inState(campaign.id(), MessageState.IN_DOUBT));
        assertEquals(1, found.size());
        assertInstanceOf(what, found.values().iterator().next());
        assertEquals(proposal, found.values().iterator().next().proposal().orElse(null));
    }

    @Test
    void whatIsSentByHandTakesRoomOfTheAccountsLimits() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            var campaign = campaign(account, 2);
            workspace.runs().send(campaign, 1);
            queue.finish(Duration.ofSeconds(20));
            put("Message-ID: <hand@lumitech.example>\r\nSubject: By hand\r\n\r\nHello\r\n");
            assertTrue(workspace.handSent().since(account.id(), Instant.EPOCH).isEmpty(), "nobody asked to count them");
            workspace.sentFacts().countByHand(account.id(), true);
            assertEquals(1, workspace.handSent().read(account));
            assertEquals(1, workspace.handSent().since(account.id(), Instant.now().minus(Duration.ofHours(1))).size());
            workspace.accounts().save(new Account(account.id(), "anna", "Anna Wang", ADDRESS, "127.0.0.1", server.port(), Security.NONE, ADDRESS, "127.0.0.1", mailbox.getImap().getPort(), 0, 100, null, null));
            assertEquals(97, workspace.runs().plan(campaign).parts().getFirst().roomNow(), "two of ours and the one by hand");
            workspace.sentFacts().countByHand(account.id(), false);
            assertTrue(workspace.handSent().since(account.id(), Instant.EPOCH).isEmpty());
        }
    }

    @Test
    void aPersonWhoIsErasedGetsNoCopyMore() {
        try (var server = ScriptedServer.start((_, _) -> null); var queue = queue()) {
            var account = account(server);
            workspace.runs().send(campaign(account, 1), 1);
            workspace.database().jdbi().useHandle(h -> h.execute("UPDATE message SET contact_id = -id, merge = NULL"));
            assertEquals(0, queue.finish(Duration.ofSeconds(20)));
            assertFalse(copies().stream().map(SentCopiesTest::subject).anyMatch(subject -> Stream.of("Offer").anyMatch(subject::startsWith)));
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
