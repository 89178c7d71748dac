package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.campaign.Ledger.Finished;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.MailDomain;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.reason.Reason;
import app.caravel.smtp.SmtpReply;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is done to a campaign and to the list in whatever order: who stands on the list is neither queued nor sent. */
class NeverToTheSuppressedTest {

    private static final List<String> PEOPLE = List.of("a@x.example", "b@x.example", "c@eu.x.example", "d@y.example", "e@deep.eu.x.example", "f@notx.example");
    private static final List<String> DOMAINS = List.of("x.example", "eu.x.example", "y.example");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void inAnyOrder(long seed) {
        var random = new Random(seed);
        var now = Instant.parse("2026-11-24T08:00:00Z");
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        try (var database = Database.open(folder.resolve("caravel.db"))) {
            var ledger = new Ledger(database, clock);
            var messages = new MessageQueries(database);
            var suppressions = new Suppressions(database);
            int campaigns = 0;
            long campaign = campaign(database, campaigns++);
            long content = content(database, campaign);
            for (int step = 0; step < 250; step++) {
                var queuedBefore = queued(messages, campaign);
                boolean queues = false;
                switch (random.nextInt(11)) {
                    case 0 -> suppressions.add(address(random), SuppressionReason.UNSUBSCRIBED, null, now);
                    case 1 -> suppressions.add(domain(random), random.nextBoolean(), SuppressionReason.COMPETITOR, null, now);
                    case 2 -> suppressions.exactly(address(random).canonical()).ifPresent(on -> suppressions.remove(on.target(), "asked for it", now));
                    case 3 -> suppressions.exactly(domain(random).written()).ifPresent(on -> suppressions.remove(on.target(), "now a customer", now));
                    case 4 -> {
                        ledger.queue(campaign, PEOPLE.stream().map(person -> row(PEOPLE.indexOf(person) + 1L, person)).toList());
                        queues = true;
                    }
                    case 5 -> {
                        ledger.requeueDue(campaign);
                        queues = true;
                    }
                    case 6 -> ledger.doubtWhatWasSending(campaign);
                    case 7 -> {
                        messages.inState(campaign, MessageState.IN_DOUBT).stream().findFirst().ifPresent(each -> ledger.decide(each.id(), Ledger.Decision.SEND_AGAIN));
                        queues = true;
                    }
                    case 8 -> {
                        messages.inState(campaign, MessageState.SENDING).stream().findFirst().ifPresent(each ->
                                ledger.advance(new Finished.Deferred(each.id(), now, new SmtpReply(451, "later")), null).join());
                    }
                    case 9 -> {
                        messages.inState(campaign, MessageState.SENDING).stream().findFirst().ifPresent(each ->
                                ledger.advance(new Finished.Requeued(each.id(), Reason.of("campaign.interrupted")), null).join());
                        queues = true;
                    }
                    default -> {
                        for (var each : messages.inState(campaign, MessageState.QUEUED)) {
                            boolean may = ledger.advance(null, new Ledger.Starting(each.id(), content, "{}", "[]")).join();
                            assertFalse(may && suppressions.isSuppressed(new EmailAddress(each.address())), each.address() + " left, step " + step);
                            assertTrue(may || suppressions.isSuppressed(new EmailAddress(each.address())), each.address() + " was kept back, step " + step);
                        }
                        if (messages.counts(campaign).left() == 0 && messages.counts(campaign).all() == PEOPLE.size()) {
                            campaign = campaign(database, campaigns++);
                            content = content(database, campaign);
                        }
                    }
                }
                if (queues) {
                    var came = queued(messages, campaign);
                    came.removeAll(queuedBefore);
                    came.forEach(address -> assertFalse(suppressions.isSuppressed(new EmailAddress(address)), address + " was queued"));
                }
            }
            assertTrue(campaigns > 1, "some campaigns went through");
        }
    }

    private static Set<String> queued(MessageQueries messages, long campaign) {
        return new HashSet<>(messages.inState(campaign, MessageState.QUEUED).stream().map(Message::address).toList());
    }

    private static EmailAddress address(Random random) {
        return new EmailAddress(PEOPLE.get(random.nextInt(PEOPLE.size())));
    }

    private static MailDomain domain(Random random) {
        return MailDomain.parse(DOMAINS.get(random.nextInt(DOMAINS.size()))).orElseThrow();
    }

    private static long campaign(Database database, int number) {
        return new Campaigns(database, Clock.systemUTC()).create("Autumn " + number, Audience.NOBODY, null, "S", "<p>h</p>", null).id();
    }

    private static long content(Database database, long campaign) {
        return database.jdbi().withHandle(h -> h.createUpdate("INSERT INTO content_version (campaign_id, subject, html, text, links, created_at) VALUES (?, '', '', '', '[]', 0)")
                .bind(0, campaign).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    private static NewMessage row(long contact, String address) {
        var id = new byte[10];
        new java.security.SecureRandom().nextBytes(id);
        return new NewMessage(new Roll.Entry(new Recipients.Recipient(contact, address, address, null, null), 1, Schedule.Slot.ANY, null), id, "<" + java.util.HexFormat.of().formatHex(id) + "@x.example>", java.util.List.of());
    }
}
