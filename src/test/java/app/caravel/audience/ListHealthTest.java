package app.caravel.audience;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.AddressCorrections;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.dns.MailServers;
import app.caravel.dns.NameServer;
import app.caravel.store.Database;
import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ListHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Database database;
    private NameServer names;
    private Contacts contacts;
    private long list;
    private long nextId;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        names = new NameServer().says("nordlicht.de", "MX", "10 nordlicht-de.mail.protection.outlook.com.").says("gmail.com", "MX", "5 gmail-smtp-in.l.google.com.");
        contacts = new Contacts(database);
        list = new Lists(database, CLOCK).create("Buyers").id();
    }

    @AfterEach
    void close() {
        names.close();
        database.close();
    }

    private Health check() {
        return new ListHealth(database, contacts, new MailServers(database, CLOCK, names.address()), CLOCK).check(list, MailServers.Progress.NONE);
    }

    private long add(String address, String... others) {
        long id = ++nextId;
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO contact (id, address, written_address, other_addresses, created_at, changed_at) VALUES (?, ?, ?, ?, 0, 0)", id, address, address,
                    Json.write(List.of(others)));
            h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, ?, 0)", list, id);
        });
        return id;
    }

    private long mail(long contact, String address, String state, Instant at) {
        return database.jdbi().withHandle(h -> {
            h.execute("INSERT OR IGNORE INTO campaign (id, name, state, created_at, changed_at) VALUES (?, ?, 'finished', 0, 0)", at.toEpochMilli(), "at " + at);
            return h.createQuery("""
                    INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, sent_at)
                    VALUES (:campaign, :contact, :address, :address, 1, randomblob(10), hex(randomblob(10)), :state, :at, :at) RETURNING id""")
                .bind("campaign", at.toEpochMilli()).bind("contact", contact).bind("address", address).bind("state", state).bind("at", at.toEpochMilli())
                .mapTo(Long.class).one();
        });
    }

    private static List<String> addresses(Health health, Trouble trouble) {
        return health.groups().stream().filter(group -> group.trouble() == trouble).flatMap(group -> group.members().stream()).map(Health.Member::address).toList();
    }

    @Test
    void everybodyIsCountedOnceUnderWhatIsTheMatter() {
        add("k.weber@nordlicht.de");
        add("dead@no-such-company.de");
        add("anna@gmial.com");
        add("info@nordlicht.de");
        add("x@mailinator.com");
        add("gone@nordlicht.de");
        new Suppressions(database).add(new EmailAddress("gone@nordlicht.de"), SuppressionReason.UNSUBSCRIBED, null, NOW);
        names.otherwise(NameServer.Otherwise.NO_SUCH_NAME);
        var health = check();
        assertEquals(6, health.people());
        assertEquals(2, health.writable());
        assertEquals(List.of("dead@no-such-company.de", "x@mailinator.com"), addresses(health, Trouble.NO_MAIL_SERVER));
        assertEquals(List.of("anna@gmial.com"), addresses(health, Trouble.MISTYPED));
        assertEquals(List.of("info@nordlicht.de"), addresses(health, Trouble.ROLE_BOX));
        assertEquals(List.of("gone@nordlicht.de"), addresses(health, Trouble.UNSUBSCRIBED));
        assertEquals(0, health.notKnown());
    }

    @Test
    void withoutANetworkNobodyIsUnreachable() {
        add("k.weber@nordlicht-licht.de");
        add("x@mailinator.com");
        names.otherwise(NameServer.Otherwise.SERVER_FAILURE);
        var health = check();
        assertEquals(2, health.writable());
        assertEquals(2, health.notKnown());
        assertEquals(List.of("x@mailinator.com"), addresses(health, Trouble.THROW_AWAY));
    }

    @Test
    void namesOfRehearsalsAreNotAskedAbout() {
        add("k@nordlicht.example");
        assertEquals(1, check().writable());
        assertEquals(0, names.asked());
    }

    @Test
    void thoseWhoAreSurelyTheSamePersonStandTwiceInTheList() {
        add("anna.lang@gmail.com");
        add("annalang+offers@gmail.com");
        add("k.weber@nordlicht.de", "katrin@nordlicht.de");
        add("katrin@nordlicht.de");
        add("kweber@nordlicht.de");
        add("second@nordlicht.de", "k.weber@nordlicht.de");
        var health = check();
        assertEquals(List.of("annalang+offers@gmail.com", "katrin@nordlicht.de", "second@nordlicht.de"), addresses(health, Trouble.TWICE));
        assertEquals("anna.lang@gmail.com", String.valueOf(health.groups().getFirst().members().getFirst().proposal()));
        assertEquals(3, health.writable());
        new Suppressions(database).add(new EmailAddress("anna.lang@gmail.com"), SuppressionReason.UNSUBSCRIBED, null, NOW);
        assertEquals(3, check().writable(), "the other address is open still");
    }

    @Test
    void aSegmentIsLookedThroughLikeAList() {
        add("k.weber@nordlicht.de");
        add("info@nordlicht.de");
        add("anna@gmial.com");
        database.jdbi().useHandle(h -> h.execute("UPDATE contact SET country = 'DE' WHERE id < 3"));
        var health = new ListHealth(database, contacts, new MailServers(database, CLOCK, names.address()), CLOCK).check(Filter.EVERYONE.withCountry("DE"), MailServers.Progress.NONE);
        assertEquals(2, health.people());
        assertEquals(2, health.writable(), "a role box can be written to");
        assertEquals(List.of("info@nordlicht.de"), addresses(health, Trouble.ROLE_BOX));
    }

    @Test
    void aMailThatCameBackCountsUntilOneGoesThrough() {
        mail(add("a@nordlicht.de"), "a@nordlicht.de", "bounced", NOW.minus(Duration.ofDays(40)));
        var healed = add("b@nordlicht.de");
        mail(healed, "b@nordlicht.de", "bounced", NOW.minus(Duration.ofDays(40)));
        mail(healed, "b@nordlicht.de", "sent", NOW.minus(Duration.ofDays(20)));
        var health = check();
        assertEquals(List.of("a@nordlicht.de"), addresses(health, Trouble.BOUNCED));
        assertEquals(1, health.writable());
        assertNull(health.expectedBounces());
    }

    @Test
    void silentIsWhoWasWrittenToAndGaveNoSignForTwoYears() {
        var old = NOW.minus(Duration.ofDays(900));
        mail(add("silent@nordlicht.de"), "silent@nordlicht.de", "sent", old);
        add("new@nordlicht.de");
        var reader = add("reader@nordlicht.de");
        sign(mail(reader, "reader@nordlicht.de", "sent", old), NOW.minus(Duration.ofDays(300)), "likely");
        var robot = add("robot@nordlicht.de");
        sign(mail(robot, "robot@nordlicht.de", "sent", old), NOW.minus(Duration.ofDays(300)), "machine");
        var health = check();
        assertEquals(List.of("silent@nordlicht.de", "robot@nordlicht.de"), addresses(health, Trouble.SILENT));
        assertEquals(4, health.writable());
    }

    private void sign(long message, Instant at, String verdict) {
        database.jdbi().useHandle(h -> {
            long event = h.createQuery("INSERT INTO event (epoch, sequence, kind, at, random_id, message_id, method, raw) VALUES ('e', :message, 'open', :at, x'00', :message, 'GET', '') RETURNING id")
                    .bind("message", message).bind("at", at.toEpochMilli()).mapTo(Long.class).one();
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (?, ?, '[]', 1)", event, verdict);
        });
    }

    @Test
    void whatWillComeBackIsToldFromTwoHundredMailsOn() {
        for (int i = 0; i < 200; i++) {
            mail(1_000 + i, "p" + i + "@nordlicht.de", i < 5 ? "bounced" : "sent", NOW.minus(Duration.ofDays(3)));
            if (i == 198) {
                assertNull(check().expectedBounces());
            }
        }
        assertEquals(0.025, check().expectedBounces());
    }

    @Test
    void rowsOfTheLastImportWithoutAnAddressAreTold() {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO import (id, file, at, list_id) VALUES (1, 'old.csv', 0, ?), (2, 'new.csv', 0, ?)", list, list);
            h.execute("INSERT INTO import_reject VALUES (1, 2, '{\"key\":\"contacts.reject-address\",\"arguments\":{\"address\":\"old\"}}', '')");
            h.execute("INSERT INTO import_reject VALUES (2, 2, '{\"key\":\"contacts.reject-address\",\"arguments\":{\"address\":\"n/a at home\"}}', '')");
            h.execute("INSERT INTO import_reject VALUES (2, 3, '{\"key\":\"contacts.reject-too-long\",\"arguments\":{}}', '')");
        });
        var health = check();
        assertEquals(0, health.people());
        assertEquals(List.of("n/a at home"), addresses(health, Trouble.NOT_AN_ADDRESS));
    }

    @Test
    void whoTakesAContactsMailIsKeptOnHim() {
        long id = add("k.weber@nordlicht.de");
        check();
        assertEquals("microsoft", database.jdbi().withHandle(h -> h.createQuery("SELECT mail_host FROM contact WHERE id = " + id).mapTo(String.class).one()));
    }

    @Test
    void aCorrectionCanBeTakenBackAndTakesNobodysAddress() {
        long wrong = add("anna@gmial.com");
        long twin = add("bo@gmial.com");
        add("bo@gmail.com");
        var corrections = new AddressCorrections(database, CLOCK);
        var changes = corrections.apply(Map.of(wrong, new EmailAddress("anna@gmail.com"), twin, new EmailAddress("bo@gmail.com")));
        assertEquals(List.of(wrong), changes.stream().map(AddressCorrections.Change::contact).toList());
        assertEquals("anna@gmail.com", contacts.find(wrong).orElseThrow().address().written());
        assertEquals(1, corrections.takeBack(changes));
        assertEquals("anna@gmial.com", contacts.find(wrong).orElseThrow().address().written());
    }
}
