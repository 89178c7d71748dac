package app.caravel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Security;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Servers, lines and disks that misbehave in the middle of a campaign: nobody is lost, nobody gets two, and it is said why. */
class FaultsTest {

    private static final int PEOPLE = TwelvePeople.PEOPLE;

    @TempDir
    Path folder;

    private TwelvePeople people;

    @BeforeEach
    void open() {
        people = new TwelvePeople(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        people.close();
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
                var counts = people.sendUntilWaiting(server);
                assertEquals(PEOPLE - 1, counts.of(MessageState.SENT), command);
                assertEquals(1, counts.of(MessageState.DEFERRED), command);
            }
        }
    }

    @Test
    void aMailboxThatIsFullAndAMailThatIsTooBigFailOrWaitAlone() throws Exception {
        try (var server = ScriptedServer.start((command, _) -> command.equals("RCPT TO:<p1@x.example>") ? "452 4.2.2 mailbox full"
                : command.equals("DOT p2@x.example") ? "552 5.3.4 message too big" : null)) {
            var counts = people.sendUntilWaiting(server);
            assertEquals(1, counts.of(MessageState.DEFERRED));
            assertEquals(1, counts.of(MessageState.FAILED));
            assertEquals(PEOPLE - 2, counts.of(MessageState.SENT));
            assertEquals(Map.of("SEND", PEOPLE - 2L, "DEFER", 1L, "FAIL", 1L), eventsFromHereToHere(), "the log names both ends of the line");
        }
    }

    private Map<String, Long> eventsFromHereToHere() throws IOException {
        try (var files = Files.walk(people.workspace().home().logs())) {
            var lines = new ArrayList<String>();
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("MSGTRK")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines.stream().map(line -> line.split(",")).filter(fields -> fields.length > 8 && fields[1].equals("127.0.0.1") && fields[3].equals("127.0.0.1") && fields[4].equals("localhost"))
                    .collect(Collectors.groupingBy(fields -> fields[8], Collectors.counting()));
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
            var account = people.account(server, Security.NONE, "anna");
            people.workspace().secrets().setPassword(account, "right".toCharArray());
            var campaign = people.campaign(account);
            assertEquals("smtp.password-refused", assertThrows(Problem.class, () -> people.workspace().runs().send(campaign, 1)).reason().key());
            assertEquals(5, server.taken().size());
            assertEquals(PEOPLE - 5, people.workspace().runs().messages().counts(campaign.id()).of(MessageState.QUEUED));
            changed.set(false);
            assertEquals(PEOPLE, people.workspace().runs().send(campaign, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void aServerWithoutTheEncryptionThatIsAskedForGetsNothing() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = people.campaign(people.account(server, Security.STARTTLS, null));
            assertThrows(Problem.class, () -> people.workspace().runs().send(campaign, 1));
            assertEquals(0, server.commands("MAIL"));
            assertEquals(PEOPLE, people.workspace().runs().messages().counts(campaign.id()).of(MessageState.QUEUED));
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
            var campaign = people.campaign(people.account(server, Security.NONE, null));
            var running = CompletableFuture.supplyAsync(() -> people.workspace().runs().send(campaign, 2));
            begun.get(20, TimeUnit.SECONDS);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + people.workspace().home().database()); var statement = other.createStatement()) {
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
        return people.send(server, connections);
    }
}
