package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Ledger.Finished;
import app.caravel.campaign.Ledger.Starting;
import app.caravel.reason.Reason;
import app.caravel.smtp.SmtpReply;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LedgerTest {

    private static final SmtpReply FINE = new SmtpReply(250, "250 2.0.0 queued as 4F");

    @TempDir
    Path folder;

    private Database database;
    private Ledger ledger;
    private MessageQueries messages;
    private long campaign;
    private long content;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        ledger = new Ledger(database, Clock.systemUTC());
        messages = new MessageQueries(database);
        campaign = new Campaigns(database, Clock.systemUTC()).create("Autumn", Audience.NOBODY, null, "S", "<p>h</p>", null).id();
        content = database.jdbi().withHandle(h -> h.createUpdate("INSERT INTO content_version (campaign_id, subject, html, text, links, created_at) VALUES (?, '', '', '', '[]', 0)")
                .bind(0, campaign).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        ledger.queue(campaign, List.of(row(1, "a@x.example", null), row(2, "b@x.example", null), row(3, "c@x.example", Reason.of("campaign.suppressed", "why", "MANUAL"))));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPersonIsInACampaignOnceHoweverOftenHeIsQueued() {
        ledger.queue(campaign, List.of(row(1, "a@x.example", null), row(4, "d@x.example", null)));
        assertEquals(4, messages.counts(campaign).all());
        assertEquals(1, messages.counts(campaign).of(MessageState.SUPPRESSED));
    }

    @Test
    void aMailIsSendingOnDiskBeforeItMayLeaveAndOnlyOnce() {
        var first = queued().getFirst();
        assertTrue(ledger.advance(null, starting(first.id())).join());
        assertEquals(MessageState.SENDING, messages.find(first.id()).orElseThrow().state());
        assertFalse(ledger.advance(null, starting(first.id())).join(), "it is under way already");
    }

    @Test
    void howOneEndedAndThatTheNextBeginsIsOneStep() {
        var both = queued();
        ledger.advance(null, starting(both.get(0).id())).join();
        assertTrue(ledger.advance(new Finished.Sent(both.get(0).id(), FINE), starting(both.get(1).id())).join());
        var sent = messages.find(both.get(0).id()).orElseThrow();
        assertEquals(MessageState.SENT, sent.state());
        assertEquals("250 2.0.0 queued as 4F", sent.reply());
        assertEquals(MessageState.SENDING, messages.find(both.get(1).id()).orElseThrow().state());
        assertEquals(List.of(MessageState.QUEUED, MessageState.SENDING, MessageState.SENT),
                messages.transitions(both.get(0).id()).stream().map(MessageQueries.Transition::state).toList());
    }

    @Test
    void whoIsSuppressedAfterQueueingIsNotWrittenTo() {
        var first = queued().getFirst();
        database.jdbi().useHandle(h -> h.execute("INSERT INTO suppression (address, reason, since) VALUES ('a@x.example', 'unsubscribed', 1)"));
        assertFalse(ledger.advance(null, starting(first.id())).join());
        assertEquals(MessageState.SUPPRESSED, messages.find(first.id()).orElseThrow().state());
    }

    @Test
    void afterACrashWhatWasSendingIsInDoubtAndNothingElse() {
        var both = queued();
        ledger.advance(null, starting(both.get(0).id())).join();
        assertEquals(1, ledger.doubtWhatWasSending(campaign));
        assertEquals(MessageState.IN_DOUBT, messages.find(both.get(0).id()).orElseThrow().state());
        assertEquals(MessageState.QUEUED, messages.find(both.get(1).id()).orElseThrow().state());
        assertFalse(ledger.advance(null, starting(both.get(0).id())).join(), "what is in doubt is never repeated by itself");
    }

    @Test
    void whatIsInDoubtIsDecidedOnce() {
        var first = queued().getFirst();
        ledger.advance(null, starting(first.id())).join();
        ledger.doubtWhatWasSending(campaign);
        assertTrue(ledger.decide(first.id(), Ledger.Decision.WAS_SENT));
        assertFalse(ledger.decide(first.id(), Ledger.Decision.SEND_AGAIN));
        assertEquals(MessageState.SENT, messages.find(first.id()).orElseThrow().state());
    }

    @Test
    void aCancelledCampaignHasNothingLeftToSend() {
        ledger.cancel(campaign);
        assertEquals(0, messages.counts(campaign).left());
        assertEquals(2, messages.counts(campaign).of(MessageState.CANCELLED));
    }

    private List<Message> queued() {
        return messages.inState(campaign, MessageState.QUEUED);
    }

    private Starting starting(long id) {
        return new Starting(id, content, "{}", "[]");
    }

    private static NewMessage row(long contact, String address, @org.jspecify.annotations.Nullable Reason suppressed) {
        var id = new byte[10];
        new java.security.SecureRandom().nextBytes(id);
        return new NewMessage(new Roll.Entry(new Recipients.Recipient(contact, address, address, null, suppressed), 1, Schedule.Slot.ANY, null), id, "<" + contact + "." + System.nanoTime() + "@x.example>", List.of());
    }
}
