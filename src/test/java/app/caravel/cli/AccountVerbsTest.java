package app.caravel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ResolverConfig;

import app.caravel.account.TokenServer;
import app.caravel.account.oauth.ScriptedIssuer;
import app.caravel.dns.NameServer;
import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AccountVerbsTest {

    /** A variable that every environment has stands in for one with a password. */
    private static final String VARIABLE = "PATH";

    @TempDir
    Path home;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.resolve("home").toString(), "--json"));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineFace.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private int add(String password) {
        mail.setUser("anna@x.example", "anna@x.example", password);
        return run("account", "add", "main", "--from", "Anna <anna@x.example>", "--host", "127.0.0.1", "--port", String.valueOf(mail.getSmtp().getPort()),
                "--security", "none", "--user", "anna@x.example", "--password-env", VARIABLE);
    }

    @Test
    void itIsSparedAsSaidRestsAndGoesOn() throws Exception {
        assertEquals(0, run("account", "add", "main", "--from", "Anna <anna@x.example>", "--host", "smtp.x.example", "--port", "465", "--security", "tls", "--per-minute", "5",
                "--per-domain", "30", "--connections", "1", "--ramp", "off", "--reply-to", "sales@x.example"), err.toString());
        var added = Json.object(out.toString());
        assertEquals(List.of(5, 30, 1, 0, "sales@x.example"), List.of(added.get("per_minute"), added.get("per_domain"), added.get("connections"), added.get("ramp_today"), added.get("reply_to")));
        assertEquals(0, run("account", "signature", "main", "--text", "Anna Lee\\nSales manager"), err.toString());
        assertEquals("Anna Lee\nSales manager", Json.object(out.toString()).get("signature"));
        assertEquals(0, run("account", "signature", "main", "--file", Files.writeString(home.resolve("signature.txt"), "李娜\r\n外贸经理\r\n").toString()), err.toString());
        assertEquals("李娜\n外贸经理", Json.object(out.toString()).get("signature"));
        assertEquals(0, run("account", "rest", "main"), err.toString());
        assertTrue(String.valueOf(Json.object(out.toString()).get("rest")).startsWith("anna@x.example is paused by hand."), out.toString());
        assertEquals(0, run("account", "go-on", "main"), err.toString());
        assertTrue(out.toString().contains("\"rest\":null"), out.toString());
        assertEquals(1, run("account", "add", "other", "--from", "b@x.example", "--host", "127.0.0.1", "--port", "25", "--security", "none", "--reply-to", "nobody"));
        assertTrue(err.toString().contains("--reply-to"), err.toString());
        run("account", "list");
        assertEquals(1, out.toString().lines().count(), "nothing is kept of what could not be read");
    }

    @Test
    void anAccountIsAddedTestedAndListed() throws Exception {
        var password = System.getenv(VARIABLE);
        assertEquals(0, add(password), err.toString());
        assertTrue(err.toString().contains("whoever can read your files can read it") || err.toString().contains("keychain"), err.toString());
        assertEquals(0, Json.object(out.toString()).get("per_hour"));
        assertEquals(0, run("account", "test", "MAIN"), err.toString());
        assertEquals(true, Json.object(out.toString()).get("fine"));
        assertEquals(0, run("account", "list"));
        assertTrue(out.toString().contains("\"tested_at\":\"20"), out.toString());
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(password), file.toString());
            }
        }
    }

    @Test
    void aRefusedPasswordFailsWithOneSentence() {
        assertEquals(0, add("another"), err.toString());
        assertEquals(1, run("account", "test", "main"));
        assertEquals(false, Json.object(out.toString()).get("fine"));
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("refused the password of anna@x.example"), err.toString());
    }

    @Test
    void theHealthOfADomainIsPrintedWithTheLinesThatMendIt() throws Exception {
        try (var names = new NameServer()) {
            names.says("own.example", "TXT", "\"v=spf1 ip4:192.0.2.1 -all\"", "MX", "10 mxbiz1.qq.com.");
            System.setProperty("dns.server", names.address().getAddress().getHostAddress() + ":" + names.address().getPort());
            ResolverConfig.refresh();
            assertEquals(0, run("account", "add", "main", "--from", "Anna <anna@own.example>", "--host", "smtp.exmail.qq.com", "--port", "465", "--security", "tls"), err.toString());
            assertEquals(0, run("account", "health", "main"), err.toString());
            var rows = out.toString().lines().map(Json::object).toList();
            assertEquals("{kind=spf, state=bad, dns={name=own.example, type=TXT, value=v=spf1 ip4:192.0.2.1 include:spf.mail.qq.com -all}}",
                    rows.stream().filter(row -> java.util.Objects.equals(row.get("kind"), "spf")).peek(row -> assertTrue(String.valueOf(row.remove("text")).contains("smtp.exmail.qq.com"))).findFirst().orElseThrow().toString());
            assertTrue(rows.stream().anyMatch(row -> java.util.Objects.equals(row.get("kind"), "rule") && java.util.Objects.equals(row.get("rule"), "complaints") && java.util.Objects.equals(row.get("state"), "unknown")), rows.toString());
            assertEquals(0, run("account", "health", "OWN.example"), err.toString());
            assertEquals(1, run("account", "health", "other.example"));
        } finally {
            System.clearProperty("dns.server");
            ResolverConfig.refresh();
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        assertEquals(1, run("account", "test", "none"), "no workspace yet");
        assertEquals(1, run("account", "add", "b", "--from", "anna@own.example"));
        assertTrue(err.toString().contains("--host"), err.toString());
        assertEquals(1, run("account", "add", "b", "--from", "anna", "--host", "h", "--port", "1", "--security", "none"));
        assertEquals(1, run("account", "add", "b", "--from", "a@x.example", "--host", "h", "--port", "1", "--security", "ssl"));
        assertEquals(1, run("account", "add", "b", "--from", "a@x.example", "--host", "h", "--port", "1", "--security", "none", "--password-env", "NO_SUCH_VARIABLE"));
        assertEquals(2, run("account", "add", "b"));
    }

    @Test
    void knownProvidersNeedNoServers() {
        assertEquals(0, run("account", "add", "qq", "--from", "Anna <anna@qq.com>"), err.toString());
        var row = Json.object(out.toString());
        assertEquals("smtp.qq.com", row.get("host"));
        assertEquals("imap.qq.com", row.get("imap_host"));
        assertEquals("anna@qq.com", row.get("user"));
        assertEquals(200, row.get("per_day"));
        assertEquals(1, run("account", "add", "QQ", "--from", "anna@qq.com"));
    }

    @Test
    void anAccountSignsInByTheBrowserAndSendsByItsToken() throws Exception {
        try (var issuer = new ScriptedIssuer(form -> "refresh_token".equals(form.get("grant_type"))
                ? ScriptedIssuer.Answer.tokens("access2", "refresh2", 3600) : ScriptedIssuer.Answer.tokens("access1", "refresh1", 3600));
                var server = new TokenServer("access2", "535 5.7.3 Authentication unsuccessful")) {
            var added = CompletableFuture.supplyAsync(() -> run("account", "add", "work", "--from", "anna@x.example", "--oauth", "microsoft", "--client-id", "mine",
                    "--oauth-endpoint", issuer.base(), "--host", "127.0.0.1", "--port", String.valueOf(server.port()), "--security", "none"));
            var page = URI.create(String.valueOf(Json.object(firstLine()).get("open")));
            var asked = page.getRawQuery().split("&");
            assertTrue(List.of(asked).contains("client_id=mine"), page.toString());
            var back = Stream.of(asked).filter(field -> field.startsWith("redirect_uri=")).map(field -> URLDecoder.decode(field.substring(13), StandardCharsets.UTF_8)).findFirst().orElseThrow();
            var state = Stream.of(asked).filter(field -> field.startsWith("state=")).findFirst().orElseThrow();
            try (var browser = HttpClient.newHttpClient()) {
                var said = browser.send(HttpRequest.newBuilder(URI.create(back + "?code=c&" + state)).build(), HttpResponse.BodyHandlers.ofString()).body();
                assertTrue(said.contains("Signed in as anna@x.example"), said);
            }
            assertEquals(0, added.get(), err.toString());
            assertEquals(0, run("account", "test", "work"), err.toString());
            assertEquals(List.of("anna@x.example access2"), server.shown, "another process asks for a token of its own");
        }
    }

    /** The line that the verb prints before it waits. */
    private String firstLine() {
        for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; Thread.onSpinWait()) {
            var said = out.toString();
            if (said.contains("\n")) {
                return said.lines().findFirst().orElseThrow();
            }
        }
        throw new AssertionError("it printed no address: " + err);
    }

    @Test
    void whatIsWrittenWrongIsSaidBeforeAnythingIsKept() {
        assertEquals(1, run("account", "add", "w", "--from", "a@x.example", "--oauth", "yahoo"));
        assertTrue(err.toString().contains("google, microsoft"), err.toString());
        assertEquals(1, run("account", "add", "w", "--from", "a@x.example", "--oauth", "google", "--client-id", "c", "--oauth-endpoint", "https://evil.example"));
        assertTrue(err.toString().contains("not on this computer"), err.toString());
        assertEquals(1, run("account", "add", "w", "--from", "a@qq.com", "--proxy", "socks5://u:p@h:1"));
        assertTrue(err.toString().contains("--proxy-password-env"), err.toString());
        assertEquals(1, run("account", "add", "w", "--from", "a@gmail.com", "--oauth", "google"));
        assertTrue(err.toString().contains("client id"), err.toString());
    }
}
