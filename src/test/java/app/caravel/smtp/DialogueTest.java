package app.caravel.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.smtp.Dialogue.Offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mails over a line whose other end says what it was told to. */
class DialogueTest {

    private static final Offers ALL = new Offers(true, true);
    private static final Offers NONE = new Offers(false, false);
    private static final byte[] MAIL = "Subject: x\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What came of one mail, and all that the server read. */
    private record Seen(Handover outcome, String read, boolean open) {}

    /** Sends one mail; the server says its words at once and reads until the line ends. */
    private static Seen send(Offers offers, String to, byte[] mail, byte[] words, Duration most, SmtpConnection.BeforeFinalDot gate) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var line = new Socket(server.getInetAddress(), server.getLocalPort()); var other = server.accept()) {
            var read = CompletableFuture.supplyAsync(() -> {
                try {
                    other.getOutputStream().write(words);
                    return new String(other.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    return "broken";
                }
            });
            var dialogue = new Dialogue(line, "mail.example", offers, most);
            var outcome = dialogue.send("anna@lumitech.example", to, mail, gate);
            boolean open = dialogue.isOpen();
            dialogue.cut();
            return new Seen(outcome, read.join(), open);
        }
    }

    private static Seen send(Offers offers, String to, String mail, String words) throws IOException {
        return send(offers, to, mail.getBytes(StandardCharsets.ISO_8859_1), words.getBytes(StandardCharsets.ISO_8859_1), Duration.ofSeconds(20), () -> true);
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.US_ASCII);
    }

    @Test
    void aMailGoesWithItsSizeWhereTheServerTakesOne() throws IOException {
        var seen = send(ALL, "k@nordlicht.example", text(MAIL), "250 ok\r\n250 ok\r\n354 go\r\n250-2.0.0 taken\r\n250 as 4711\r\n");
        assertEquals("MAIL FROM:<anna@lumitech.example> SIZE=21\r\nRCPT TO:<k@nordlicht.example>\r\nDATA\r\nSubject: x\r\n\r\nhello\r\n.\r\n", seen.read());
        assertEquals(new Handover.Accepted(new SmtpReply(250, "250-2.0.0 taken 250 as 4711")), seen.outcome());
        assertTrue(seen.open());
        var plain = send(NONE, "k@nordlicht.example", text(MAIL), "250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n");
        assertTrue(plain.read().startsWith("MAIL FROM:<anna@lumitech.example>\r\nRCPT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\r\n.\r\nRSET\r\n", "hello\n.\nRSET\n", "hello\r.\rRSET\r", "hello\r\n.\nRSET\r\n", "hello\n.\r\nRSET", "hello\r.\r\nRSET\r\n"})
    void noLineOfTheMailEndsIt(String body) throws IOException {
        var seen = send(ALL, "k@nordlicht.example", body, "250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n");
        assertTrue(seen.read().endsWith("DATA\r\nhello\r\n..\r\nRSET\r\n.\r\n"), seen.read());
    }

    @Test
    void aRefusedRecipientLeavesTheLineOpenEvenWhereTheServerAsksForTheMail() throws IOException {
        var refused = new Handover.Refused(new SmtpReply(550, "550 5.1.1 no such user"));
        for (var words : List.of("250 ok\r\n550 5.1.1 no such user\r\n554 no recipients\r\n250 ok\r\n", "250 ok\r\n550 5.1.1 no such user\r\n354 go\r\n554 none\r\n250 ok\r\n")) {
            var seen = send(ALL, "gone@nordlicht.example", text(MAIL), words);
            assertEquals(refused, seen.outcome());
            assertTrue(seen.open());
            assertTrue(seen.read().endsWith(words.contains("354") ? "DATA\r\n.\r\nRSET\r\n" : "DATA\r\nRSET\r\n"), seen.read());
            assertFalse(seen.read().contains("hello"));
        }
    }

    /** Commands wait for their answers that never come. */
    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no\r\n", "250 ok\r\n550 5.1.1 no\r\n"})
    void aRefusalStandsWhereTheServerSaysNothingAfterIt(String words) throws IOException {
        var seen = send(ALL, "gone@nordlicht.example", MAIL, words.getBytes(StandardCharsets.US_ASCII), Duration.ofMillis(300), () -> true);
        assertEquals(new Handover.Refused(new SmtpReply(550, "550 5.1.1 no")), seen.outcome());
        assertFalse(seen.open());
    }

    /** It hangs up unread what is still to come, so that writing breaks. */
    @Test
    void theWordsOfAServerThatDoesNotHearTheMailToItsEndAreHeard() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var line = new Socket(server.getInetAddress(), server.getLocalPort()); var other = server.accept()) {
            other.getOutputStream().write("250 ok\r\n250 ok\r\n354 go\r\n552 5.3.4 too big\r\n".getBytes(StandardCharsets.US_ASCII));
            var hangUp = CompletableFuture.runAsync(() -> {
                try {
                    other.getInputStream().readNBytes(1 << 20);
                    other.close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var much = "x".repeat(70).concat("\r\n").repeat(500_000).getBytes(StandardCharsets.US_ASCII);
            var outcome = new Dialogue(line, "mail.example", ALL, Duration.ofSeconds(20)).send("anna@lumitech.example", "k@nordlicht.example", much, () -> true);
            hangUp.join();
            assertEquals(new Handover.Refused(new SmtpReply(552, "552 5.3.4 too big")), outcome);
        }
    }

    @Test
    void aServerThatLosesTheOrderOfCommandsGetsThemOneByOne() throws IOException {
        var seen = send(ALL, "k@nordlicht.example", text(MAIL), "250 ok\r\n503 5.5.1 need MAIL command\r\n503 5.5.1 need RCPT\r\n250 reset\r\n250 ok\r\n250 ok\r\n354 go\r\n250 taken\r\n");
        assertEquals(new Handover.Accepted(new SmtpReply(250, "250 taken")), seen.outcome());
        var once = "MAIL FROM:<anna@lumitech.example> SIZE=21\r\nRCPT TO:<k@nordlicht.example>\r\nDATA\r\n";
        assertEquals(once + "RSET\r\n" + once + text(MAIL) + ".\r\n", seen.read());
    }

    @Test
    void aServerThatSaysGoodbyeIsLeft() throws IOException {
        var seen = send(ALL, "k@nordlicht.example", text(MAIL), "421 4.3.2 closing\r\n");
        assertEquals(new Handover.Refused(new SmtpReply(421, "421 4.3.2 closing")), seen.outcome());
        assertFalse(seen.open());
    }

    @Test
    void aMailboxBeyondAsciiIsSaidToBeOne() throws IOException {
        var taken = send(ALL, "用户@xn--fsqu00a.example", text(MAIL), "250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n");
        assertTrue(new String(taken.read().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).contains(" SMTPUTF8 BODY=8BITMIME\r\nRCPT TO:<用户@xn--fsqu00a.example>\r\n"), taken.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"k@x.example>\r\nRCPT TO:<all@x.example", "k@x.example> NOTIFY=NEVER<", "k\r@x.example", ""})
    void noAddressBringsACommandOfItsOwn(String address) throws IOException {
        var seen = send(ALL, address, text(MAIL), "250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n");
        assertInstanceOf(Handover.Refused.class, seen.outcome());
        assertEquals("", seen.read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello there\r\n", "25\r\n", "\r\n", "250 ok\r\n999 ok\r\n250 x\r\n", ""})
    void whatIsNoAnswerEndsTheLineAndTheMailMayGoAgain(String words) throws IOException {
        var seen = send(ALL, "k@nordlicht.example", MAIL, words.getBytes(StandardCharsets.US_ASCII), Duration.ofMillis(300), () -> true);
        assertInstanceOf(Handover.NotSent.class, seen.outcome());
        assertFalse(seen.open());
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() throws IOException {
        var endless = new byte[1 << 20];
        Arrays.fill(endless, (byte) '2');
        assertInstanceOf(Handover.NotSent.class, send(ALL, "k@nordlicht.example", MAIL, endless, Duration.ofSeconds(20), () -> true).outcome());
    }

    @Test
    void afterTheFinalDotNobodyKnows() throws IOException {
        var seen = send(ALL, "k@nordlicht.example", MAIL, "250 ok\r\n250 ok\r\n354 go\r\n".getBytes(StandardCharsets.US_ASCII), Duration.ofMillis(300), () -> true);
        var doubt = assertInstanceOf(Handover.InDoubt.class, seen.outcome());
        assertEquals("smtp.answer-does-not-end", doubt.why().key());
    }

    @Test
    void whoIsHeldBackBeforeTheDotDoesNotGetIt() throws IOException {
        var seen = send(ALL, "k@nordlicht.example", MAIL, "250 ok\r\n250 ok\r\n354 go\r\n".getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(20), () -> false);
        assertEquals(new Handover.Withdrawn(), seen.outcome());
        assertFalse(seen.read().endsWith(".\r\n"));
    }

    /** A socket's own timeout begins anew with every byte. */
    @Test
    void aServerThatDripsItsAnswerHoldsNobodyForEver() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var line = new Socket(server.getInetAddress(), server.getLocalPort()); var other = server.accept()) {
            var over = new AtomicBoolean();
            Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; !over.get(); i++) {
                        other.getOutputStream().write(i == 0 ? '2' : '5');
                        Thread.sleep(20);
                    }
                } catch (IOException | InterruptedException e) {
                    // the line was cut
                }
            });
            var outcome = assertInstanceOf(Handover.NotSent.class, new Dialogue(line, "mail.example", ALL, Duration.ofMillis(400)).send("anna@lumitech.example", "k@nordlicht.example", MAIL, () -> true));
            over.set(true);
            assertEquals("smtp.answer-does-not-end", outcome.why().key());
        }
    }

    @Test
    void aServerThatReadsNothingHoldsNobodyForEver() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var line = new Socket(server.getInetAddress(), server.getLocalPort()); var other = server.accept()) {
            other.getOutputStream().write("250 ok\r\n250 ok\r\n354 go\r\n".getBytes(StandardCharsets.US_ASCII));
            var much = new byte[64 << 20];
            Arrays.fill(much, (byte) 'x');
            var outcome = assertInstanceOf(Handover.NotSent.class, new Dialogue(line, "mail.example", ALL, Duration.ofMillis(400)).send("anna@lumitech.example", "k@nordlicht.example", much, () -> true));
            assertEquals("smtp.answer-does-not-end", outcome.why().key());
        }
    }
}
