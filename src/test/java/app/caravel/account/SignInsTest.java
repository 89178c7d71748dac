package app.caravel.account;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.ScriptedIssuer;
import app.caravel.account.oauth.ScriptedIssuer.Answer;
import app.caravel.account.route.Route;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@org.jspecify.annotations.NullUnmarked
class SignInsTest {

    @TempDir
    Path folder;

    private final AtomicInteger given = new AtomicInteger();
    private final ScriptedIssuer issuer = new ScriptedIssuer(_ -> Answer.tokens("access" + given.incrementAndGet(), "refresh" + given.get(), 3600));
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private Database database;
    private Accounts accounts;
    private SignInMethods methods;
    private Secrets secrets;
    private Routes routes;
    private SignIns signIns;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        accounts = new Accounts(database, clock);
        methods = new SignInMethods(database);
        secrets = new KeptSecrets("w", new SecretsFile(folder), Optional::empty);
        routes = new Routes(database, secrets);
        signIns = new SignIns(accounts, methods, secrets, routes, clock);
    }

    @AfterEach
    void close() {
        issuer.close();
        database.close();
    }

    private Account byBrowser(int port) {
        var account = accounts.save(new Account(0, "anna", "Anna", "anna@x.example", "127.0.0.1", port, Security.NONE, "anna@x.example", null, 0, 0, 0, null, null));
        methods.keep(account, new SignInMethod.ByBrowser(Issuer.MICROSOFT, "client-1", issuer.base()));
        secrets.setPassword(account, "refresh0".toCharArray());
        return account;
    }

    private static String token(Access access) {
        return ((SignIn.Token) access.signIn()).token();
    }

    @Test
    void aTokenIsSharedAndRefreshedBeforeItEnds() throws Exception {
        var account = byBrowser(25);
        assertEquals("access1", token(signIns.of(account)));
        now = now.plus(Duration.ofMinutes(54));
        assertEquals("access1", token(signIns.of(account)));
        now = now.plus(Duration.ofMinutes(2));
        assertEquals("access2", token(signIns.of(account)), "five minutes before its end");
        assertEquals(List.of("refresh0", "refresh1"), issuer.asked.stream().map(form -> form.get("refresh_token")).toList(), "a new refresh token takes the old one's place");
        assertEquals("client-1", issuer.asked.getFirst().get("client_id"));
        assertFalse(issuer.asked.getFirst().containsKey("client_secret"));
        assertEquals("refresh2", secrets.password(account).map(String::new).orElse(""));
    }

    @Test
    void manyConnectionsAskOnce() throws Exception {
        var account = byBrowser(25);
        var seen = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<java.util.concurrent.Future<Access>>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(() -> signIns.of(account)));
            }
            for (var each : asked) {
                seen.add(token(each.get()));
            }
        }
        assertEquals(1, issuer.asked.size());
        var refused = signIns.of(account);
        assertEquals("access2", token(signIns.renewed(account, refused)));
        assertEquals("access2", token(signIns.renewed(account, refused)), "another connection has renewed it already");
        assertEquals(2, issuer.asked.size());
        assertEquals(8, seen.size());
    }

    @Test
    void aRefusedRefreshAsksToSignInAgainAndMarksTheAccount() {
        issuer.answer(_ -> Answer.error("invalid_grant", "AADSTS50173: The provided grant has expired due to it being revoked."));
        var account = byBrowser(25);
        var said = assertThrows(SignInProblem.Final.class, () -> signIns.of(account)).reason();
        assertEquals("account.oauth.again", said.key());
        assertEquals("anna@x.example", said.arguments().get("address"));
        assertEquals("account.oauth.again", java.util.Objects.requireNonNull(accounts.find(account.id()).orElseThrow().testProblem()).key());
    }

    @Test
    void anIssuerThatIsAwayIsNoReasonToSignInAgain() {
        issuer.answer(_ -> new Answer(503, "<html>busy</html>"));
        var account = byBrowser(25);
        assertEquals("account.oauth.busy", assertThrows(SignInProblem.Passing.class, () -> signIns.of(account)).reason().key());
        issuer.answer(_ -> new Answer(200, "<html>Welcome to the hotel</html>"));
        assertEquals("account.oauth.strange", assertThrows(SignInProblem.Passing.class, () -> signIns.of(account)).reason().key());
        issuer.close();
        assertEquals("account.oauth.unreachable", assertThrows(SignInProblem.Passing.class, () -> signIns.of(account)).reason().key());
        assertEquals(null, accounts.find(account.id()).orElseThrow().testProblem());
    }

    @Test
    void aTestSignsInByTokenAndRenewsARefusedOneOnce() throws Exception {
        try (var server = new TokenServer("access1", "535 5.7.3 Authentication unsuccessful")) {
            var account = byBrowser(server.port());
            var fine = AccountTest.run(account, signIns);
            assertInstanceOf(AccountTest.Result.Fine.class, fine, fine.toString());
            server.takes("access2");
            assertInstanceOf(AccountTest.Result.Fine.class, AccountTest.run(account, signIns));
            assertEquals(List.of("anna@x.example access1", "anna@x.example access1", "anna@x.example access2"), server.shown);
            server.takes("none");
            var failed = (AccountTest.Result.Failed) AccountTest.run(account, signIns);
            assertEquals(AccountTest.Step.SIGNED_IN, failed.step());
            assertEquals("account.refused.token", failed.reason().key());
            assertTrue(String.valueOf(failed.reason().arguments().get("answer")).startsWith("535 5.7.3"), failed.reason().toString());
            assertEquals(5, server.shown.size(), "renewed once, not for ever");
        }
    }

    @Test
    void aMailboxThatMayNotSendByProgramsIsSaidSo() throws Exception {
        try (var server = new TokenServer("none", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.")) {
            var failed = (AccountTest.Result.Failed) AccountTest.run(byBrowser(server.port()), signIns);
            assertEquals("account.refused.microsoft-smtp-off", failed.reason().key());
        }
    }

    @Test
    void aPasswordStaysAPassword() throws Exception {
        var account = accounts.save(new Account(0, "ben", "", "ben@x.example", "127.0.0.1", 25, Security.NONE, "ben", null, 0, 0, 0, null, null));
        assertFalse(signIns.isKept(account));
        assertEquals("account.test.no-password", assertThrows(SignInProblem.Final.class, () -> signIns.of(account)).reason().key());
        secrets.setPassword(account, "right".toCharArray());
        var access = signIns.of(account);
        assertEquals("right", access.secret());
        assertEquals(access, signIns.renewed(account, access));
    }

    @Test
    void wayOfAnAccountComesBeforeTheWorkspaces() throws MessagingException {
        var account = byBrowser(25);
        assertEquals(new Route.AsSystem(), routes.of(account));
        routes.keepForWorkspace(new Route.Direct());
        assertEquals(new Route.Direct(), routes.of(account));
        var proxy = new Route.Socks5("proxy.x.example", 1080, new Route.Credentials("anna", "s3cret"));
        routes.keep(account, proxy);
        assertEquals(proxy, routes.of(account));
        assertEquals(new Route.Direct(), routes.ofWorkspace());
        assertEquals(0, (int) database.jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM route WHERE user_name LIKE '%s3cret%'").mapTo(Integer.class).one()));
        routes.keep(account, null);
        assertEquals(new Route.Direct(), signIns.of(account).route());
        accounts.delete(account.id());
        assertInstanceOf(SignInMethod.ByPassword.class, methods.of(account));
    }
}
