package app.caravel.campaign;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Security;
import app.caravel.account.TestAuthority;
import app.caravel.account.route.Terms;
import app.caravel.account.route.Trust;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;
import app.caravel.texts.Texts;

import static app.caravel.campaign.TwelvePeople.PEOPLE;
import static app.caravel.campaign.TwelvePeople.nobodyTwice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Lines on which a server drips, babbles or shows another certificate, and names that nobody knows any more, in the middle of a campaign. */
class LineFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    static Path certificates;

    @TempDir
    Path folder;

    private static TestAuthority authority;
    private static SSLContext right;

    private TwelvePeople people;
    private final AtomicInteger namesAway = new AtomicInteger();

    @BeforeAll
    static void sign() throws Exception {
        authority = new TestAuthority(certificates);
        right = authority.server("localhost");
    }

    @BeforeEach
    void open() throws Exception {
        Trust trust = authority.trust();
        people = new TwelvePeople(folder.resolve("home"), new Terms(() -> trust, this::find, Duration.ofSeconds(5), SHORT, Duration.ofMillis(1)));
    }

    @AfterEach
    void close() {
        people.close();
    }

    private InetAddress find(String host) throws UnknownHostException {
        if (namesAway.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getByName(host);
    }

    /** The answer to the first command that begins so, the usual one to all others. */
    private static BiFunction<String, Integer, @Nullable String> once(String begin, String answer) {
        var given = new AtomicBoolean();
        return (command, _) -> (begin.isEmpty() ? command.isEmpty() : command.startsWith(begin)) && given.compareAndSet(false, true) ? answer : null;
    }

    @Test
    void whoNeverEndsHisAnswerIsLeftAndAllGetTheirMailByAnotherLine() {
        for (var command : new String[] {"", "EHLO", "MAIL", "RCPT TO:<p3@x.example>", "DATA"}) {
            for (var endless : new String[] {ScriptedServer.DRIP, ScriptedServer.FLOOD}) {
                try (var server = ScriptedServer.start(once(command, endless))) {
                    assertEquals(PEOPLE, people.send(server, 1).of(MessageState.SENT), endless + " at " + command);
                    assertEquals(PEOPLE, server.taken().size());
                    nobodyTwice(server);
                }
            }
        }
    }

    @Test
    void whoNeverEndsHisAnswerAfterTheDotLeavesThatMailInDoubt() {
        for (var endless : new String[] {ScriptedServer.DRIP, ScriptedServer.FLOOD}) {
            try (var server = ScriptedServer.start(once("DOT p3@x.example", endless))) {
                var campaign = people.campaign(people.account(server, Security.NONE, null));
                var counts = people.workspace().runs().send(campaign, 1).counts();
                assertEquals(PEOPLE - 1, counts.of(MessageState.SENT));
                assertEquals(1, counts.of(MessageState.IN_DOUBT));
                nobodyTwice(server);
                var why = people.reasons(campaign, MessageState.IN_DOUBT).getFirst();
                assertEquals(endless.equals(ScriptedServer.DRIP) ? "smtp.answer-does-not-end" : "smtp.line-broke", why.key());
                assertTrue(endless.equals(ScriptedServer.FLOOD) || Texts.in(Texts.Language.ENGLISH).get(why).startsWith("localhost did not finish its answer"), () -> Texts.in(Texts.Language.ENGLISH).get(why));
            }
        }
    }

    @Test
    void aServerThatDripsAtEveryGreetingStopsTheRunAndTheRestWaits() {
        try (var server = ScriptedServer.start((command, _) -> command.isEmpty() ? ScriptedServer.DRIP : null)) {
            var campaign = people.campaign(people.account(server, Security.NONE, null));
            assertEquals("smtp.no-answer", assertThrows(Problem.class, () -> people.workspace().runs().send(campaign, 1)).reason().key());
            assertEquals(PEOPLE, people.counts(campaign).of(MessageState.QUEUED));
        }
    }

    @Test
    void aCertificateThatBecomesWrongStopsItUntilItIsRightAgain() throws Exception {
        var wrong = new LinkedHashMap<String, SSLContext>();
        wrong.put("expired", authority.expired("localhost"));
        wrong.put("name", authority.server("elsewhere.example"));
        wrong.put("unknown", new TestAuthority(Files.createTempDirectory(certificates, "other")).server("localhost"));
        for (var each : wrong.entrySet()) {
            var mended = new AtomicBoolean();
            try (var server = ScriptedServer.start(once("MAIL", ScriptedServer.CUT, 6), line -> line == 0 || mended.get() ? right : each.getValue())) {
                var campaign = people.campaign(people.account(server, Security.TLS, null));
                var why = assertThrows(Problem.class, () -> people.workspace().runs().send(campaign, 1)).reason();
                assertTrue(Texts.in(Texts.Language.ENGLISH).get(why).startsWith("The certificate of localhost"), () -> Texts.in(Texts.Language.ENGLISH).get(why));
                assertEquals(each.getKey().equals("unknown") ? "account.test.certificate-resigned" : "smtp.certificate", why.key());
                assertEquals(each.getKey().equals("unknown") ? null : each.getKey(), why.arguments().get("reason"));
                assertEquals(5, server.taken().size(), each.getKey());
                assertEquals(PEOPLE - 5, people.counts(campaign).of(MessageState.QUEUED));
                mended.set(true);
                assertEquals(PEOPLE, people.workspace().runs().send(campaign, 1).counts().of(MessageState.SENT));
                nobodyTwice(server);
            }
        }
    }

    @Test
    void aNameServiceThatIsAwayForAMomentCostsNobodyHisMail() {
        try (var server = ScriptedServer.start(once("MAIL", ScriptedServer.CUT, 6, () -> namesAway.set(2)))) {
            assertEquals(PEOPLE, people.send(server, 1).of(MessageState.SENT));
            nobodyTwice(server);
        }
    }

    @Test
    void aNameServiceThatStaysAwayPausesItAndTheRestWaits() {
        try (var server = ScriptedServer.start(once("MAIL", ScriptedServer.CUT, 6, () -> namesAway.set(Integer.MAX_VALUE)))) {
            var campaign = people.campaign(people.account(server, Security.NONE, null));
            assertEquals("smtp.no-such-host", assertThrows(Problem.class, () -> people.workspace().runs().send(campaign, 1)).reason().key());
            assertEquals(PEOPLE - 5, people.counts(campaign).of(MessageState.QUEUED));
            assertEquals(0, people.counts(campaign).of(MessageState.FAILED));
            namesAway.set(0);
            assertEquals(PEOPLE, people.workspace().runs().send(campaign, 1).counts().of(MessageState.SENT));
            nobodyTwice(server);
        }
    }

    /** Answers the n-th command that begins so with something else, once. */
    private static BiFunction<String, Integer, @Nullable String> once(String begin, String answer, int mail) {
        return once(begin, answer, mail, () -> {});
    }

    private static BiFunction<String, Integer, @Nullable String> once(String begin, String answer, int mail, Runnable then) {
        var given = new AtomicBoolean();
        return (command, mails) -> {
            if (command.startsWith(begin) && mails == mail && given.compareAndSet(false, true)) {
                then.run();
                return answer;
            }
            return null;
        };
    }
}
