package app.caravel.desktop.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Ui;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.MessageStories.Happening;
import app.caravel.report.MessageStories.Step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeliveryTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:12:00Z");
    private static final Account ACCOUNT = new Account(1, "anna", "Anna", "anna@lumitech.example", "smtp.exmail.qq.com", 465, Security.TLS, null, null, 0, 0, 0, null, null);

    @BeforeAll
    static void start() {
        Robot.startToolkit();
    }

    private static Ui ui() {
        return Robot.onScreen(TestUi::english).ui;
    }

    private static Delivery of(MessageState state, @Nullable String reply, Happening... happened) {
        return new Delivery(message(state, reply), "LED panels", "Autumn", ACCOUNT, List.of(happened));
    }

    @Test
    void aMailThatWasTakenIsHandedOverAndNeverDelivered() {
        var plain = DeliveryWords.verdict(ui(), of(MessageState.SENT, "250 ok"));
        assertTrue(plain.startsWith("Handed to Tencent Exmail"), plain);
        assertTrue(plain.endsWith("No bounce since."), plain);
        assertFalse(plain.toLowerCase(java.util.Locale.ROOT).contains("delivered"));
    }

    @Test
    void theStrongestSignOfAPersonIsSaidAndMachinesAreNot() {
        assertEquals("delivery.is-sent", of(MessageState.SENT, null, event("open", "machine"), event("open", "proxy")).verdict().key());
        assertEquals("delivery.is-sent-likely", of(MessageState.SENT, null, event("open", "machine"), event("open", "likely")).verdict().key());
        assertEquals("delivery.is-sent-opened", of(MessageState.SENT, null, event("open", "likely"), event("open", "person")).verdict().key());
        assertEquals("delivery.is-sent-clicked", of(MessageState.SENT, null, event("open", "person"), event("click", "likely")).verdict().key());
        assertEquals("delivery.is-sent", of(MessageState.SENT, null, event("click", "machine")).verdict().key());
    }

    @Test
    void aRefusalIsSaidInPlainWordsAndTheServersOwnGoToTheItColleague() {
        var reply = "550 5.4.1 Recipient address rejected: Access denied";
        var failed = of(MessageState.FAILED, reply, new Step(AT, MessageState.FAILED, reply, null));
        assertEquals("smtp.means.no-such-user", failed.why().orElseThrow().key());
        var text = DeliveryWords.forIt(ui(), failed);
        assertTrue(text.contains("Message-ID: <7@lumitech.example>\nFrom: anna@lumitech.example\nTo: wei@buyer.example\nSubject: LED panels\nSMTP: smtp.exmail.qq.com:465\n"), text);
        assertTrue(text.contains("2026-11-24T08:12:00Z  failed  " + reply), text);
    }

    @Test
    void everyStateHasItsSentence() {
        for (var state : MessageState.values()) {
            var words = DeliveryWords.verdict(ui(), of(state, null));
            assertFalse(words.contains("delivery.is"), words);
        }
    }

    private static Event event(String kind, String verdict) {
        return new Event(AT.plusSeconds(60), kind, null, verdict, List.of(), "");
    }

    private static Message message(MessageState state, @Nullable String reply) {
        return new Message(7, 1, 2, "wei@buyer.example", "wei@buyer.example", "Li Wei", 1, new byte[10], "<7@lumitech.example>", state, AT, null, null, 1,
                state == MessageState.SENT ? AT : null, null, reply, null, null, Map.of());
    }
}
