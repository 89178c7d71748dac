package app.caravel.account.health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.KeptSecrets;
import app.caravel.account.Security;
import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.account.health.Rule.Mark;
import app.caravel.dns.Lookups;
import app.caravel.dns.NameServer;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DomainHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final String KEY_1024 = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDXW0G0z6S7ZidpdiG0OEyl4s/6k9sH2pHsggJzOvfVUKMvQQ6bFT2Zt04X3dpN5nDTVsKrozStO+7PNzVe+DHpAHuLrL9JQd31p75BkIfjzU4ua0ZBIUk1hK6sa3UwqpmkoaRrKGzKgadG4VLoWmMMMr/MMdnuaHb2e/lcjDLHlwIDAQAB";

    @TempDir
    Path folder;

    private Database database;
    private NameServer names;
    private Accounts accounts;
    private DomainHealth health;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        names = new NameServer();
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        accounts = new Accounts(database, clock);
        var signing = new Signing(database, KeptSecrets.in("test", folder, null), clock);
        health = new DomainHealth(database, accounts, signing, () -> true, () -> Lookups.to(names.address()), clock);
        sends("anna@own.example", "smtp.exmail.qq.com");
    }

    @AfterEach
    void close() {
        names.close();
        database.close();
    }

    private void sends(String address, String host) {
        var _ = accounts.save(new Account(0, address, "", address, host, 465, Security.TLS, address, null, 993, 0, 0, null, null));
    }

    private Finding the(Kind kind) {
        return health.look("own.example").findings().stream().filter(finding -> finding.kind() == kind).findFirst().orElseThrow();
    }

    private void says(String key, Kind kind, State state) {
        var finding = the(kind);
        assertEquals("domain." + kind.key() + "." + key, finding.reason().key());
        assertEquals(state, finding.state());
    }

    private String proposed(Kind kind) {
        var line = the(kind).dns();
        return line == null ? "" : line.name() + " " + line.type() + " " + line.value();
    }

    private void zone(String spf) throws IOException {
        names.says("own.example", "TXT", "\"" + spf + "\"", "MX", "10 mxbiz1.qq.com.").says("spf.mail.qq.com", "TXT", "\"v=spf1 ip4:192.0.2.0/24 -all\"");
    }

    @Test
    void aDomainInGoodOrderIsSaidToBeFine() throws IOException {
        zone("v=spf1 include:spf.mail.qq.com ~all");
        var key = health.signing().make("own.example").publicKey();
        names.says("_dmarc.own.example", "TXT", "\"v=DMARC1; p=quarantine; rua=mailto:d@own.example\"").says("s1._domainkey.own.example", "TXT", DkimZone.text("v=DKIM1; k=rsa; p=" + key))
                .says("own.example.dbl.spamhaus.org", "A", "127.255.255.254").says("own.example.multi.uribl.com", "A", "127.0.0.1");
        var report = health.look("own.example");
        for (var kind : List.of(Kind.SPF, Kind.DKIM, Kind.DMARC, Kind.ALIGNMENT, Kind.MX)) {
            assertEquals(State.GOOD, report.of(kind), report.toString());
        }
        assertEquals("SURBL", the(Kind.BLOCKLIST).reason().arguments().get("lists"), "lists that refuse to answer are not counted as clear");
        assertEquals(2048, the(Kind.DKIM).reason().arguments().get("bits"));
        assertEquals(report, health.kept("own.example").orElseThrow());
        assertEquals(List.of(), report.open());
    }

    @Test
    void withoutRecordsTheLinesToEnterAreProposed() throws IOException {
        names.says("own.example", "A", "192.0.2.80");
        says("none", Kind.SPF, State.BAD);
        assertEquals("own.example TXT v=spf1 include:spf.mail.qq.com ~all", proposed(Kind.SPF));
        says("not-found", Kind.DKIM, State.WATCH);
        says("none", Kind.DMARC, State.BAD);
        assertEquals("_dmarc.own.example TXT v=DMARC1; p=none; rua=mailto:postmaster@own.example", proposed(Kind.DMARC));
        says("implicit", Kind.MX, State.WATCH);
        says("neither", Kind.ALIGNMENT, State.WATCH);
        names.says("own.example", "MX", "0 .");
        says("null", Kind.MX, State.BAD);
    }

    @Test
    void eachWayInWhichSpfGoesWrongIsTold() throws IOException {
        zone("v=spf1 include:other.example -all");
        says("broken", Kind.SPF, State.BAD);
        zone("v=spf1 ip4:198.51.100.1 -all");
        says("not-named", Kind.SPF, State.BAD);
        assertEquals("own.example TXT v=spf1 ip4:198.51.100.1 include:spf.mail.qq.com -all", proposed(Kind.SPF));
        zone("v=spf1 include:spf.mail.qq.com +all");
        says("everybody", Kind.SPF, State.BAD);
        assertEquals("own.example TXT v=spf1 include:spf.mail.qq.com ~all", proposed(Kind.SPF));
        zone("v=spf1 include:spf.mail.qq.com");
        says("open-end", Kind.SPF, State.WATCH);
        zone("v=spf1 include:spf.mail.qq.com " + IntStream.range(0, 10).mapToObj(i -> "a:h" + i + ".example").collect(Collectors.joining(" ")) + " ~all");
        says("too-many", Kind.SPF, State.BAD);
        names.says("own.example", "TXT", "\"v=spf1 a ~all\"", "TXT", "\"v=spf1 include:spf.mail.qq.com ~all\"");
        says("several", Kind.SPF, State.BAD);
        assertEquals("own.example TXT v=spf1 a include:spf.mail.qq.com ~all", proposed(Kind.SPF));
    }

    @Test
    void anOwnHostIsCoveredByItsAddressesAndHasAReverseName() throws IOException {
        accounts.delete(accounts.all().getFirst().id());
        sends("ben@own.example", "mail.own.example");
        names.says("own.example", "TXT", "\"v=spf1 ip4:192.0.2.0/28 ~all\"").says("mail.own.example", "A", "192.0.2.5").says("5.2.0.192.in-addr.arpa", "PTR", "mail.own.example.");
        says("fine", Kind.SPF, State.GOOD);
        says("fine", Kind.PTR, State.GOOD);
        names.says("mail.own.example", "A", "192.0.2.77");
        says("own-host", Kind.SPF, State.WATCH);
        assertEquals("own.example TXT v=spf1 ip4:192.0.2.0/28 a:mail.own.example ~all", proposed(Kind.SPF));
        says("none", Kind.PTR, State.BAD);
        assertEquals("77.2.0.192.in-addr.arpa PTR mail.own.example.", proposed(Kind.PTR));
    }

    @Test
    void aMailOfOnesOwnSaysWhereTheKeyIsAndWhatItCovers() throws IOException {
        zone("v=spf1 include:spf.mail.qq.com ~all");
        var mail = "Received: x\r\nDKIM-Signature: v=1; a=rsa-sha256; d=own.example;\r\n\ts=Winter26; h=From:To:Subject:\r\n List-Unsubscribe;\r\n bh=x; b=y\r\nFrom: anna@own.example\r\n\r\nd=no; s=no";
        assertEquals("winter26", health.learn("own.example", mail).selector());
        says("gone", Kind.DKIM, State.BAD);
        names.says("winter26._domainkey.own.example", "TXT", "\"v=DKIM1; p=\"");
        says("revoked", Kind.DKIM, State.BAD);
        names.says("winter26._domainkey.own.example", "TXT", "\"k=rsa; p=" + KEY_1024 + "\"");
        says("short", Kind.DKIM, State.WATCH);
        assertEquals(Mark.NO, mark("one-click"));
        health.learn("own.example", mail.replace("List-Unsubscribe;", "List-Unsubscribe:List-Unsubscribe-Post;"));
        assertEquals(Mark.YES, mark("one-click"));
        assertEquals(Mark.YES, mark("dkim"));
        assertEquals(Mark.NO, mark("dmarc"));
        assertEquals(Mark.UNKNOWN, mark("complaints"));
        assertThrows(Problem.class, () -> health.learn("own.example", "From: a\r\n\r\nDKIM without"));
    }

    private Mark mark(String rule) {
        return health.rules(health.look("own.example")).stream().filter(each -> each.key().equals(rule)).findFirst().orElseThrow().mark();
    }

    @Test
    void dmarcOfTheOrganisationCountsForWhatIsBelow() throws IOException {
        sends("anna@mail.own.example", "smtp.exmail.qq.com");
        names.says("_dmarc.own.example", "TXT", "\"v=DMARC1; p=none; sp=reject\"");
        assertEquals(State.WATCH, health.look("own.example").of(Kind.DMARC));
        assertEquals(State.GOOD, health.look("mail.own.example").of(Kind.DMARC));
        assertEquals(State.BAD, health.look("mail.own.example").of(Kind.ALIGNMENT), "reject, and nothing proves the mail");
        names.says("_dmarc.own.example", "TXT", "\"v=DMARC1; p=none\"", "TXT", "\"v=DMARC1; p=reject\"");
        says("several", Kind.DMARC, State.BAD);
    }

    @Test
    void withoutANetworkAllIsUnknownSoonAndWhatIsKeptStays() throws IOException {
        zone("v=spf1 include:spf.mail.qq.com ~all");
        health.look("own.example");
        names.close();
        names = new NameServer().otherwise(NameServer.Otherwise.SILENCE);
        var report = assertTimeout(Duration.ofSeconds(20), () -> health.look("own.example"));
        assertTrue(report.findings().stream().noneMatch(Finding::isOpen), report.toString());
        assertEquals(State.UNKNOWN, report.of(Kind.SPF));
        assertEquals(State.GOOD, health.kept("own.example").orElseThrow().of(Kind.SPF));
    }

    @Test
    void signingBeginsOnlyWhenTheKeyIsSeen() throws IOException {
        zone("v=spf1 include:spf.mail.qq.com ~all");
        var key = health.signing().make("own.example");
        assertEquals(key, health.signing().make("own.example"), "made once");
        assertNull(key.seenAt());
        assertEquals("domain.signing.not-seen", assertThrows(Problem.class, () -> health.switchSigningOn("own.example")).reason().key());
        assertTrue(health.signing().signer("anna@own.example").isEmpty());
        var line = key.line();
        names.says(line.name(), "TXT", DkimZone.text(line.value()));
        assertEquals(NOW, health.switchSigningOn("own.example").seenAt());
        assertEquals(key.selector(), health.signing().signer("Anna@OWN.example").orElseThrow().selector());
        says("by-caravel", Kind.DKIM, State.GOOD);
        assertEquals(Mark.YES, mark("one-click"));
        names.says(line.name(), "TXT", "\"v=DKIM1; p=\"");
        says("own-key-gone", Kind.DKIM, State.BAD);
        health.signing().switchOff("own.example");
        assertTrue(health.signing().signer("anna@own.example").isEmpty());
    }

    @Test
    void aLineForTheDnsIsWrittenInPartsOf255() {
        assertEquals("a._domainkey.own.example. TXT \"" + "x".repeat(255) + "\" \"yy\"", new DnsLine("a._domainkey.own.example", "TXT", "x".repeat(255) + "yy").written());
        assertEquals("own.example. MX 10 mail", new DnsLine("own.example", "MX", "10 mail").written());
    }

    /** Long texts as a zone file has them. */
    private static final class DkimZone {
        static String text(String value) {
            return new DnsLine("x", "TXT", value).written().substring("x. TXT ".length());
        }
    }
}
