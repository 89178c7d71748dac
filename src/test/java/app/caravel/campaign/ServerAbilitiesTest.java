package app.caravel.campaign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Security;
import app.caravel.smtp.ScriptedServer;
import app.caravel.texts.Texts;

import static app.caravel.campaign.TwelvePeople.PEOPLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a server says at EHLO that it can do, and what it leaves out: 8BITMIME, SMTPUTF8, PIPELINING, SIZE. */
class ServerAbilitiesTest {

    private static final String CHINESE = "<p>您好，秋季新款太阳能灯具的报价在这里。" + "很长的一行".repeat(300) + "</p><p>Grüße</p>";

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

    private static ScriptedServer able(String... extensions) {
        var answer = new StringBuilder("250-scripted");
        for (var extension : extensions) {
            answer.append("\r\n250-").append(extension);
        }
        answer.setCharAt(answer.lastIndexOf("250") + 3, ' ');
        return ScriptedServer.start((command, _) -> command.startsWith("EHLO") ? answer.toString() : null);
    }

    @Test
    void aMailIsSevenBitCleanWhateverTheServerCan() {
        for (var can : List.of(new String[] {}, new String[] {"8BITMIME"}, new String[] {"PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE", "CHUNKING", "DSN"})) {
            try (var server = able(can)) {
                var campaign = people.campaign(people.account(server, Security.NONE, null), CHINESE);
                assertEquals(PEOPLE, people.workspace().runs().send(campaign, 2).counts().of(MessageState.SENT));
                for (var mail : server.taken()) {
                    assertTrue(mail.source().chars().allMatch(c -> c < 128 && c > 0), "beyond ASCII");
                    assertTrue(mail.source().lines().allMatch(line -> line.length() <= 998), "a line that RFC 5321 does not allow");
                }
                int size = server.taken().getFirst().source().length();
                assertEquals(can.length == 6 ? "MAIL FROM:<anna@lumitech.example> SIZE=" + size : "MAIL FROM:<anna@lumitech.example>", server.heard("MAIL").getFirst());
            }
        }
    }

    @Test
    void aMailboxBeyondAsciiFailsInWordsWhereTheServerDoesNotKnowSuch() {
        try (var server = able("8BITMIME", "SIZE 1000000")) {
            var campaign = people.campaign(people.account(server, Security.NONE, null), CHINESE, "josé@x.example", "š@x.example");
            var counts = people.workspace().runs().send(campaign, 1).counts();
            assertEquals(2, counts.of(MessageState.FAILED));
            assertEquals(PEOPLE, counts.of(MessageState.SENT));
            assertEquals(PEOPLE, server.commands("RCPT"), "not asked, and no other mailbox made of it");
            var why = people.reasons(campaign, MessageState.FAILED);
            assertTrue(why.stream().map(Texts.in(Texts.Language.ENGLISH)::get).anyMatch(text -> text.startsWith("josé@x.example has letters beyond a–z before the @, and localhost takes no such addresses.")), why::toString);
            assertTrue(why.stream().map(Texts.in(Texts.Language.CHINESE)::get).anyMatch(text -> text.contains("josé@x.example 的 @ 前面有英文以外的字符")), why::toString);
        }
    }

    @Test
    void aMailboxBeyondAsciiGetsItsMailWhereTheServerKnowsSuchAndNoOtherMailIsDeclaredSo() {
        try (var server = able("8BITMIME", "SMTPUTF8")) {
            var campaign = people.campaign(people.account(server, Security.NONE, null), CHINESE, "josé@bücher.example");
            assertEquals(PEOPLE + 1, people.workspace().runs().send(campaign, 1).counts().of(MessageState.SENT));
            assertEquals(1, server.heard("MAIL").stream().filter("MAIL FROM:<anna@lumitech.example> SMTPUTF8 BODY=8BITMIME"::equals).count());
            assertEquals(PEOPLE, server.heard("MAIL").stream().filter("MAIL FROM:<anna@lumitech.example>"::equals).count());
            assertTrue(server.heard("RCPT").contains("RCPT TO:<josé@xn--bcher-kva.example>"), () -> server.heard("RCPT").toString());
            var mail = server.taken().stream().filter(taken -> taken.recipient().startsWith("jos")).findFirst().orElseThrow();
            var source = new String(mail.source().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            assertTrue(source.contains("\r\nTo: josé@xn--bcher-kva.example\r\n"), source);
        }
    }

    @Test
    void aDomainBeyondAsciiIsWrittenInALabelsToAnyServer() {
        try (var server = able()) {
            var campaign = people.campaign(people.account(server, Security.NONE, null), CHINESE, "info@straße.example");
            assertEquals(PEOPLE + 1, people.workspace().runs().send(campaign, 1).counts().of(MessageState.SENT));
            assertTrue(server.heard("RCPT").contains("RCPT TO:<info@xn--strae-oqa.example>"), () -> server.heard("RCPT").toString());
        }
    }

    @Test
    void aMailThatIsBiggerThanTheServerTakesFailsBeforeItIsAsked() {
        try (var server = able("SIZE 1500")) {
            var campaign = people.campaign(people.account(server, Security.NONE, null), CHINESE);
            assertEquals(PEOPLE, people.workspace().runs().send(campaign, 1).counts().of(MessageState.FAILED));
            assertEquals(0, server.commands("MAIL"));
            assertTrue(people.reasons(campaign, MessageState.FAILED).stream().map(Texts.in(Texts.Language.ENGLISH)::get)
                    .allMatch(text -> text.matches("The mail weighs \\d+ kB, and localhost takes 1 kB at most\\. Send a link in place of the attachment\\.")));
        }
    }

    @Test
    void aServerThatSaysNoLimitGetsEveryMailAndMayStillRefuseItsSize() {
        try (var server = ScriptedServer.start((command, mails) -> command.startsWith("EHLO") ? "250-scripted\r\n250 SIZE 0"
                : command.startsWith("MAIL") && mails == 3 ? "552 5.3.4 Message size exceeds fixed limit" : null)) {
            var campaign = people.campaign(people.account(server, Security.NONE, null), CHINESE);
            var counts = people.workspace().runs().send(campaign, 1).counts();
            assertEquals(1, counts.of(MessageState.FAILED));
            assertEquals(PEOPLE - 1, counts.of(MessageState.SENT));
            assertEquals(PEOPLE - 1, server.commands("DATA"));
        }
    }
}
