package app.caravel.campaign;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Security;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;
import app.caravel.texts.Texts;

import static app.caravel.campaign.TwelvePeople.PEOPLE;
import static app.caravel.campaign.TwelvePeople.nobodyTwice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Servers whose answers cannot be true: yes to everything, one too many, none of the protocol's. */
class LyingServerTest {

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

    /** An answer to the first command that begins so; the usual ones to all others. */
    private static ScriptedServer once(String begin, String answer) {
        var given = new AtomicBoolean();
        return ScriptedServer.start((command, _) -> !command.isEmpty() && command.startsWith(begin) && given.compareAndSet(false, true) ? answer : null);
    }

    @Test
    void aServerThatTakesEveryMailAndHangsUpIsBelieved() {
        try (var server = ScriptedServer.start((command, _) -> command.startsWith("DOT") ? "250 2.0.0 fine" + ScriptedServer.THEN_CUT : null)) {
            assertEquals(PEOPLE, people.send(server, 2).of(MessageState.SENT));
            assertEquals(PEOPLE, server.taken().size());
            nobodyTwice(server);
        }
    }

    /** It is gone before the RSET that follows a refusal. */
    @Test
    void aServerThatPutsAMailOffAfterTheDotAndHangsUpLeavesNothingInDoubt() {
        try (var server = ScriptedServer.start((command, _) -> command.startsWith("DOT") ? "421 4.3.2 closing" + ScriptedServer.THEN_CUT : null)) {
            var campaign = people.campaign(people.account(server, Security.NONE, null));
            assertEquals(PEOPLE, people.sendUntilWaiting(campaign).of(MessageState.DEFERRED));
        }
    }

    @Test
    void aServerThatSaysYesToEverythingGetsNoMailAndNobodyIsBlamed() {
        for (var begin : new String[] {"DATA", ""}) {
            try (var server = ScriptedServer.start((command, _) -> begin.isEmpty() || command.startsWith(begin) ? "250 fine" + (command.equals("DATA") ? ScriptedServer.THEN_CUT : "") : null)) {
                var campaign = people.campaign(people.account(server, Security.NONE, null));
                var why = assertThrows(Problem.class, () -> people.workspace().runs().send(campaign, 1)).reason();
                assertEquals(begin.isEmpty() ? "smtp.turned-away" : "campaign.line-keeps-breaking", why.key());
                assertEquals(PEOPLE, people.counts(campaign).of(MessageState.QUEUED));
                assertEquals(0, server.taken().size());
            }
        }
    }

    @Test
    void aReplyTooManyCostsALineAndNoMail() {
        for (var at : new String[] {"MAIL", "RCPT TO:<p3@x.example>", "DOT p3@x.example"}) {
            try (var server = once(at, "250 2.1.0 fine\r\n250 2.1.0 and once more")) {
                assertEquals(PEOPLE, people.send(server, 1).of(MessageState.SENT), at);
                assertEquals(PEOPLE, server.taken().size(), at);
                nobodyTwice(server);
            }
        }
    }

    @Test
    void anAnswerThatIsNoneCostsALineAndNoMail() {
        for (var answer : new String[] {"what?", "", "999 out of this world", "354 go on"}) {
            try (var server = once("RCPT TO:<p3@x.example>", answer)) {
                assertEquals(PEOPLE, people.send(server, 1).of(MessageState.SENT), answer);
                nobodyTwice(server);
            }
        }
    }

    @Test
    void afterTheDotAnAnswerThatIsNoneLeavesThatMailInDoubtAndAnyYesIsAYes() {
        for (var each : Map.of("what?", MessageState.IN_DOUBT, "354 go on", MessageState.IN_DOUBT, "999 out of this world", MessageState.IN_DOUBT, "251 2.0.0 taken", MessageState.SENT).entrySet()) {
            try (var server = once("DOT p3@x.example", each.getKey())) {
                var campaign = people.campaign(people.account(server, Security.NONE, null));
                var counts = people.workspace().runs().send(campaign, 1).counts();
                assertEquals(each.getValue() == MessageState.SENT ? PEOPLE : PEOPLE - 1, counts.of(MessageState.SENT), each.getKey());
                assertEquals(PEOPLE, counts.of(MessageState.SENT) + counts.of(MessageState.IN_DOUBT), each.getKey());
                nobodyTwice(server);
                if (each.getValue() == MessageState.IN_DOUBT) {
                    var why = Texts.in(Texts.Language.ENGLISH).get(people.reasons(campaign, MessageState.IN_DOUBT).getFirst());
                    assertTrue(why.contains("answered what no server should: " + each.getKey()), why);
                }
            }
        }
    }

    @Test
    void anAnswerOfPagesIsNotKeptWhole() {
        try (var server = once("DOT p3@x.example", "550 5.7.1 " + "no ".repeat(10_000))) {
            var campaign = people.campaign(people.account(server, Security.NONE, null));
            assertEquals(1, people.workspace().runs().send(campaign, 1).counts().of(MessageState.FAILED));
            int longest = people.workspace().database().jdbi().withHandle(h -> h.createQuery("SELECT max(length(reply)) FROM transition").mapTo(Integer.class).one());
            assertTrue(longest > 1_000 && longest < 5_000, () -> "kept: " + longest);
        }
    }
}
