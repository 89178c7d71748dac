package app.caravel.dns;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.dns.MailServers.Progress;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MailServersTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    private Database database;
    private NameServer names;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        names = new NameServer();
    }

    @AfterEach
    void close() {
        names.close();
        database.close();
    }

    private Map<String, MailServer> look(Instant at, String... domains) {
        return new MailServers(database, Clock.fixed(at, ZoneOffset.UTC), names.address()).of(List.of(domains), Progress.NONE);
    }

    @Test
    void mailServersComeInTheOrderOfTheirPreference() throws IOException {
        names.says("nordlicht.example", "MX", "20 second.mail.example.", "MX", "10 First.Mail.example.");
        assertEquals(new MailServer.Found(List.of("first.mail.example", "second.mail.example")), look(NOW, "nordlicht.example").get("nordlicht.example"));
    }

    @Test
    void withoutAnMxTheDomainsOwnAddressTakesTheMail() throws IOException {
        names.says("four.example", "A", "192.0.2.1").says("six.example", "AAAA", "2001:db8::1").says("text.example", "TXT", "nothing");
        var found = look(NOW, "four.example", "six.example", "text.example", "gone.example");
        assertEquals(new MailServer.Found(List.of("four.example")), found.get("four.example"));
        assertEquals(new MailServer.Found(List.of("six.example")), found.get("six.example"));
        assertEquals(new MailServer.None(), found.get("text.example"));
        assertEquals(new MailServer.None(), found.get("gone.example"));
    }

    @Test
    void aDomainCanSayThatItTakesNoMail() throws IOException {
        names.says("quiet.example", "MX", "0 .").says("both.example", "MX", "0 .", "MX", "10 mail.both.example.");
        var found = look(NOW, "quiet.example", "both.example");
        assertEquals(new MailServer.NullMx(), found.get("quiet.example"));
        assertEquals(new MailServer.Found(List.of("mail.both.example")), found.get("both.example"));
    }

    @Test
    void anAnswerIsKeptForThirtyDays() throws IOException {
        names.says("nordlicht.example", "MX", "10 mail.nordlicht.example.");
        look(NOW, "nordlicht.example", "gone.example");
        int asked = names.asked();
        assertEquals(new MailServer.None(), look(NOW.plus(Duration.ofDays(29)), "nordlicht.example", "gone.example").get("gone.example"));
        assertEquals(asked, names.asked());
        names.says("nordlicht.example", "MX", "10 new.nordlicht.example.");
        assertEquals(new MailServer.Found(List.of("new.nordlicht.example")), look(NOW.plus(Duration.ofDays(31)), "nordlicht.example").get("nordlicht.example"));
    }

    @Test
    void whatIsNotAnsweredIsUnknownAndAskedAgain() throws IOException {
        for (var how : List.of(NameServer.Otherwise.SERVER_FAILURE, NameServer.Otherwise.NO_SUCH_NAME_WITHOUT_SOA, NameServer.Otherwise.SILENCE)) {
            names.otherwise(how);
            assertEquals(new MailServer.Unknown(), look(NOW, "nordlicht.example").get("nordlicht.example"), how.toString());
        }
        names.says("nordlicht.example", "MX", "10 mail.nordlicht.example.");
        assertTrue(look(NOW, "nordlicht.example").get("nordlicht.example") instanceof MailServer.Found);
    }

    @Test
    void withoutANetworkThousandsOfDomainsAreSoonUnknown() {
        names.otherwise(NameServer.Otherwise.SILENCE);
        var many = IntStream.range(0, 3_000).mapToObj(i -> "d" + i + ".example").toArray(String[]::new);
        var found = assertTimeout(Duration.ofSeconds(30), () -> look(NOW, many));
        assertEquals(3_000, found.values().stream().filter(MailServer.Unknown.class::isInstance).count());
    }

    @Test
    void manyAreAskedAtOnceAndTheProgressReachesItsEnd() throws IOException {
        var many = IntStream.range(0, 2_500).mapToObj(i -> "d" + i + ".example").toList();
        for (var domain : many) {
            names.says(domain, "MX", "10 mx." + domain + ".");
        }
        var last = new java.util.concurrent.atomic.AtomicInteger();
        var found = new MailServers(database, Clock.fixed(NOW, ZoneOffset.UTC), names.address()).of(many, (known, of) -> {
            assertEquals(2_500, of);
            last.accumulateAndGet(known, Math::max);
            return true;
        });
        assertEquals(2_500, last.get());
        assertEquals(2_500, found.values().stream().filter(MailServer.Found.class::isInstance).count());
    }

    @Test
    void providersAndGatewaysAreKnownByTheirServersNames() {
        assertEquals("google", MailHosts.of(List.of("aspmx.l.google.com")).orElseThrow().key());
        assertEquals("tencent-exmail", MailHosts.of(List.of("mxbiz1.qq.com")).orElseThrow().key());
        var behind = MailHosts.of(List.of("nordlicht-de.mail.protection.outlook.com", "mx1.hc123.eu.iphmx.com")).orElseThrow();
        assertTrue(behind.gateway());
        assertEquals("cisco", behind.key());
        assertTrue(MailHosts.of(List.of("mail.notgoogle.com", "mx.nordlicht.example")).isEmpty());
    }
}
