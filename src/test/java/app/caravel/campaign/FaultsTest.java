package app.caravel.campaign;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Servers, lines and disks that misbehave in the middle of a campaign: nobody is lost, nobody gets two, and it is said why. */
class FaultsTest {

    private static final int PEOPLE = 12;

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
    void aServerThatIsFullAtFirstIsTriedAgainAndAllGo() {
        var greeted = new AtomicInteger();
        try (var server = ScriptedServer.start((command, _) -> command.isEmpty() && greeted.getAndIncrement() == 0 ? "421 4.3.2 too many connections" : null)) {
            assertEquals(PEOPLE, send(server, 1).of(MessageState.SENT));
        }
    }

    @Test
    void a421InTheMiddleOfAMailPutsThatMailOffAndTheOthersGo() {
        for (var command : new String[] {"MAIL", "RCPT TO:<p3@x.example>", "DOT p3@x.example"}) {
            try (var server = ScriptedServer.start((given, mails) -> given.startsWith(command) && (!command.equals("MAIL") || mails == 4) ? "421 4.4.2 closing, come back" : null)) {
                var counts = sendUntilWaiting(server);
                assertEquals(PEOPLE - 1, counts.of(MessageState.SENT), command);
                assertEquals(1, counts.of(MessageState.DEFERRED), command);
            }
            reopen();
        }
    }

    @Test
    void aMailboxThatIsFullAndAMailThatIsTooBigFailOrWaitAlone() {
        try (var server = ScriptedServer.start((command, _) -> command.equals("RCPT TO:<p1@x.example>") ? "452 4.2.2 mailbox full"
                : command.equals("DOT p2@x.example") ? "552 5.3.4 message too big" : null)) {
            var counts = sendUntilWaiting(server);
            assertEquals(1, counts.of(MessageState.DEFERRED));
            assertEquals(1, counts.of(MessageState.FAILED));
            assertEquals(PEOPLE - 2, counts.of(MessageState.SENT));
        }
    }

    @Test
    void aServerThatClosesAfterEveryMailIsConnectedToAnew() {
        try (var server = ScriptedServer.start((command, mails) -> command.startsWith("MAIL") && mails % 2 == 0 ? ScriptedServer.CUT : null)) {
            assertEquals(PEOPLE, send(server, 1).of(MessageState.SENT));
            assertEquals(PEOPLE, new HashSet<>(server.taken().stream().map(ScriptedServer.Taken::recipient).toList()).size());
            assertEquals(PEOPLE, server.taken().size());
        }
    }

    @Test
    void aPasswordThatIsChangedInTheMiddleStopsItAndTheRestWaits() {
        var changed = new AtomicBoolean();
        BiFunction<String, Integer, @Nullable String> script = (command, mails) -> {
            if (command.startsWith("EHLO")) {
                return "250-scripted\r\n250 AUTH PLAIN LOGIN";
            }
            if (command.startsWith("AUTH")) {
                return changed.get() ? "535 5.7.8 authentication failed" : "235 2.7.0 fine";
            }
            return command.startsWith("MAIL") && mails == 6 && changed.compareAndSet(false, true) ? ScriptedServer.CUT : null;
        };
        try (var server = ScriptedServer.start(script)) {
            var account = account(server, Security.NONE, "anna");
            workspace.secrets().setPassword(account, "right".toCharArray());
            var campaign = campaign(account);
            assertEquals("smtp.password-refused", assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1)).reason().key());
            assertEquals(5, server.taken().size());
            assertEquals(PEOPLE - 5, workspace.runs().messages().counts(campaign.id()).of(MessageState.QUEUED));
            changed.set(false);
            assertEquals(PEOPLE, workspace.runs().send(campaign, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void aServerWithoutTheEncryptionThatIsAskedForGetsNothing() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(account(server, Security.STARTTLS, null));
            assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1));
            assertEquals(0, server.commands("MAIL"));
            assertEquals(PEOPLE, workspace.runs().messages().counts(campaign.id()).of(MessageState.QUEUED));
        }
    }

    @Test
    void aDatabaseThatAnotherProcessLocksForAWhileIsWaitedFor() throws Exception {
        var begun = new CompletableFuture<Void>();
        try (var server = ScriptedServer.start((command, mails) -> {
            if (command.startsWith("MAIL") && mails == 4) {
                begun.complete(null);
            }
            return null;
        })) {
            var campaign = campaign(account(server, Security.NONE, null));
            var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 2));
            begun.get(20, TimeUnit.SECONDS);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + workspace.home().database()); var statement = other.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 20000");
                statement.execute("BEGIN IMMEDIATE");
                int before = server.taken().size();
                TimeUnit.MILLISECONDS.sleep(600);
                assertTrue(server.taken().size() <= before + 2, "nothing leaves that is not on disk");
                statement.execute("COMMIT");
            }
            assertEquals(PEOPLE, running.get(30, TimeUnit.SECONDS).counts().of(MessageState.SENT));
            assertEquals(PEOPLE, server.taken().size());
        }
    }

    private MessageCounts send(ScriptedServer server, int connections) {
        return workspace.runs().send(campaign(account(server, Security.NONE, null)), connections).counts();
    }

    /** Sends until nothing is left but what was put off, then pauses. */
    private MessageCounts sendUntilWaiting(ScriptedServer server) {
        var campaign = campaign(account(server, Security.NONE, null));
        var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
        var messages = workspace.runs().messages();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (var counts = messages.counts(campaign.id()); counts.all() == 0 || counts.of(MessageState.QUEUED) + counts.of(MessageState.SENDING) > 0; counts = messages.counts(campaign.id())) {
            assertTrue(System.nanoTime() < until, "it did not come about in 20 seconds");
            Thread.onSpinWait();
        }
        workspace.runs().pause(campaign);
        return running.join().counts();
    }

    private void reopen() {
        workspace.close();
        workspace = Workspace.open(new Home(folder.resolve("home-" + System.nanoTime())));
    }

    private Account account(ScriptedServer server, Security security, @Nullable String user) {
        return workspace.accounts().save(new Account(0, "anna", "Anna Wang", "anna@lumitech.example", "127.0.0.1", server.port(), security, user, null, 0, 0, 0, null, null));
    }

    private Campaign campaign(Account account) {
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < PEOPLE; i++) {
                h.execute("INSERT INTO contact (address, written_address, created_at, changed_at) VALUES (?, ?, 0, 0)", "p" + i + "@x.example", "p" + i + "@x.example");
            }
            h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
        });
        return workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "Offer", "<p>Dear friend</p>", null);
    }
}
