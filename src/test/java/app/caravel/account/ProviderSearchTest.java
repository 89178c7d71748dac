package app.caravel.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Provider.Server;
import app.caravel.account.ProviderSearch.Found;
import app.caravel.account.route.Route;
import app.caravel.dns.MailServers;
import app.caravel.dns.NameServer;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

@org.jspecify.annotations.NullUnmarked
class ProviderSearchTest {

    @TempDir
    Path folder;

    private NameServer names;
    private Database database;
    private Accounts accounts;
    private Optional<MailHostProbe.Servers> probed = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        names = new NameServer();
        database = Database.open(folder.resolve("caravel.db"));
        accounts = new Accounts(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        names.close();
        database.close();
    }

    private Found of(String address) {
        return new ProviderSearch(accounts, new MailServers(database, Clock.systemUTC(), names.address()), (_, _) -> probed).of(address);
    }

    @Test
    void aCompanysProviderIsFoundByItsMailServers() throws IOException {
        names.says("lumitech.example", "MX", "5 mxbiz1.qq.com.", "MX", "10 mxbiz2.qq.com.")
                .says("nordlicht.example", "MX", "0 nordlicht-example.mail.protection.outlook.com.")
                .says("yiwu.example", "MX", "5 qiye163mx01.mxmail.netease.com.");
        var exmail = assertInstanceOf(Found.ByMx.class, of("anna@Lumitech.example"));
        assertEquals("exmail", exmail.provider().id());
        assertEquals("mxbiz1.qq.com", exmail.server());
        assertEquals("microsoft365", assertInstanceOf(Found.ByMx.class, of("a@nordlicht.example")).provider().id());
        assertEquals("neteaseqiye", assertInstanceOf(Found.ByMx.class, of("a@yiwu.example")).provider().id());
        assertEquals("gmail", assertInstanceOf(Found.ByDomain.class, of("anna@gmail.com")).provider().id());
    }

    @Test
    void whatIsNotKnownIsSaidForWhatItIs() throws IOException {
        names.says("hidden.example", "MX", "10 mx1.hidden.iphmx.com.").says("own.example", "MX", "10 mail.own.example.").says("closed.example", "MX", "0 .");
        assertEquals("Cisco", assertInstanceOf(Found.Hidden.class, of("a@hidden.example")).gateway().name());
        assertInstanceOf(Found.Unknown.class, of("a@own.example"));
        assertEquals("lumitehc.example", assertInstanceOf(Found.NoSuchDomain.class, of("a@lumitehc.example")).domain());
        assertInstanceOf(Found.NoSuchDomain.class, of("a@closed.example"));
        var servers = new MailHostProbe.Servers(new Server("mail.own.example", 465, Security.TLS), null);
        probed = Optional.of(servers);
        assertEquals(servers, assertInstanceOf(Found.OwnHost.class, of("a@own.example")).servers());
    }

    @Test
    void withoutANetworkThatIsSaid() {
        names.otherwise(NameServer.Otherwise.SERVER_FAILURE);
        assertInstanceOf(Found.NoNetwork.class, of("anna@lumitech.example"));
    }

    @Test
    void anotherAccountOfTheDomainThatWorksShowsTheWay() {
        var first = accounts.save(new Account(0, "a", "", "anna@own.example", "mail.own.example", 587, Security.STARTTLS, "anna", null, 0, 0, 0, null, null));
        assertInstanceOf(Found.NoSuchDomain.class, of("ben@own.example"), "not tested yet, so it shows nothing");
        accounts.tested(first.id(), null);
        assertEquals("mail.own.example", assertInstanceOf(Found.LikeAccount.class, of("ben@own.example")).other().host());
    }

    @Test
    void serversThatAnswerAsSuchAreFoundAndTheOthersBounded() throws Exception {
        var certificate = TestCertificate.make(folder);
        try (var tls = new ScriptedServer("535 no", certificate.context()); var plain = new ScriptedServer("535 no");
                var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var probe = new MailHostProbe(new Route.Direct(), certificate.trust(), 1_000);
            var wanted = new Server("localhost", tls.port(), Security.TLS);
            var found = probe.among(List.of(new Server("localhost", silent.getLocalPort(), Security.TLS), new Server("localhost", plain.port(), Security.STARTTLS), wanted),
                    List.of(new Server("localhost", plain.port(), Security.NONE)));
            assertEquals(Optional.of(new MailHostProbe.Servers(wanted, null)), found, "one is silent, one offers no STARTTLS, one is no inbox");
            assertEquals(Optional.empty(), probe.among(List.of(new Server("127.0.0.1", tls.port(), Security.TLS)), List.of()), "its certificate is another name's");
        }
    }

    @Test
    void aPersonCorrectsTheProvidersByAFile() throws IOException {
        var file = folder.resolve("providers.json");
        Files.writeString(file, """
                {"providers": [{"id": "feishu", "domains": [], "mx": ["*.feishu.cn"], "smtp": {"host": "smtp.new.feishu.cn", "port": 587, "security": "starttls"},
                  "imap": null, "secret": "client_password", "webmail": "https://mail.feishu.cn", "perHour": 10, "perDay": 50, "source": "seen by us 2027-01"}]}""");
        try {
            Providers.correct(file);
            assertEquals(new Limits(10, 50), Limits.safe("smtp.new.feishu.cn"));
            assertEquals("smtp.new.feishu.cn", Providers.withMx(List.of("mx1.feishu.cn")).orElseThrow().smtp().host());
            assertEquals("qq", Providers.of("a@qq.com").orElseThrow().id(), "the others stay");
            Files.writeString(file, "{");
            Providers.correct(file);
            assertEquals(new Limits(10, 50), Limits.safe("smtp.new.feishu.cn"), "what cannot be read changes nothing");
        } finally {
            Files.writeString(file, "{\"providers\": []}");
            Providers.correct(file);
        }
        assertEquals("smtp.feishu.cn", Providers.byId("feishu").orElseThrow().smtp().host());
    }
}
