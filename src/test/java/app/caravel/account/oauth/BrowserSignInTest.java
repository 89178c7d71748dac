package app.caravel.account.oauth;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.account.oauth.OAuthException.Kind;
import app.caravel.account.oauth.ScriptedIssuer.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A person's browser is played by an HTTP client that comes to the redirect as an issuer would send it. */
@org.jspecify.annotations.NullUnmarked
class BrowserSignInTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient browser = HttpClient.newHttpClient();
    private final ScriptedIssuer issuer = new ScriptedIssuer(_ -> Answer.tokens("access", "refresh", 3600));

    @AfterEach
    void close() {
        issuer.close();
        browser.shutdownNow();
    }

    private BrowserSignIn begin(Issuer whose, Client client, Duration patience) throws OAuthException {
        var endpoints = Endpoints.of(whose, issuer.base());
        return BrowserSignIn.begin(whose, client, endpoints, new TokenEndpoint(whose, endpoints.token(), client, web -> web, patience, Clock.systemUTC()),
                "anna@x.example", new Pages("done", "refused", "stray"));
    }

    private BrowserSignIn begin() throws OAuthException {
        return begin(Issuer.MICROSOFT, new Client("client-1", null), SOON);
    }

    private static CompletableFuture<Tokens> waiting(BrowserSignIn signIn) {
        var waiting = new CompletableFuture<Tokens>();
        Thread.ofVirtual().start(() -> {
            try {
                waiting.complete(signIn.await(SOON));
            } catch (OAuthException | RuntimeException e) {
                waiting.completeExceptionally(e);
            }
        });
        return waiting;
    }

    private static Map<String, String> asked(BrowserSignIn signIn) {
        return ScriptedIssuer.form(signIn.page().getRawQuery());
    }

    /** The issuer sends the browser back. */
    private HttpResponse<String> comesBack(BrowserSignIn signIn, String query) throws IOException, InterruptedException {
        var back = URI.create(asked(signIn).get("redirect_uri") + "?" + query);
        return browser.send(HttpRequest.newBuilder(back).timeout(SOON).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static OAuthException refusal(CompletableFuture<Tokens> waiting) {
        return assertInstanceOf(OAuthException.class, assertThrows(ExecutionException.class, waiting::get).getCause());
    }

    @Test
    void aPersonWhoSaysYesBringsTokensForThisSignInAlone() throws Exception {
        try (var signIn = begin()) {
            var page = signIn.page();
            assertTrue(page.toString().startsWith(issuer.base() + "/authorize?"), page.toString());
            var asked = asked(signIn);
            assertEquals("S256", asked.get("code_challenge_method"));
            assertEquals("anna@x.example", asked.get("login_hint"));
            assertTrue(java.util.Objects.requireNonNull(asked.get("scope")).contains("SMTP.Send"), asked.toString());
            assertTrue(java.util.Objects.requireNonNull(asked.get("redirect_uri")).matches("http://localhost:\\d+/"), asked.toString());
            var waiting = waiting(signIn);
            assertEquals("done", text(comesBack(signIn, "code=c0de%2B1&state=" + asked.get("state"))));
            var tokens = waiting.get();
            assertEquals("access", tokens.access());
            assertEquals("refresh", tokens.refresh());
            assertTrue(tokens.until().isBefore(Instant.now().plusSeconds(3400)));
            var form = issuer.asked.getFirst();
            assertEquals("c0de+1", form.get("code"));
            assertEquals("authorization_code", form.get("grant_type"));
            assertEquals(asked.get("redirect_uri"), form.get("redirect_uri"));
            assertEquals(asked.get("code_challenge"), Pkce.of(java.util.Objects.requireNonNull(form.get("code_verifier"))).challenge());
            assertFalse(tokens.toString().contains("access,"), "tokens are not for logs");
        }
    }

    private static String text(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*<p>(.*)</p>.*", "$1");
    }

    @Test
    void theChallengeIsThatOfTheRfc() {
        assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge());
    }

    @Test
    void googlesDesktopClientShowsItsSecretAndAsksForARefreshToken() throws Exception {
        try (var signIn = begin(Issuer.GOOGLE, new Client("g", "shown"), SOON)) {
            assertEquals("offline", asked(signIn).get("access_type"));
            assertTrue(java.util.Objects.requireNonNull(asked(signIn).get("redirect_uri")).startsWith("http://127.0.0.1:"));
            var waiting = waiting(signIn);
            comesBack(signIn, "code=c&state=" + asked(signIn).get("state"));
            waiting.get();
            assertEquals("shown", issuer.asked.getFirst().get("client_secret"));
        }
    }

    @Test
    void aStrangerWithoutTheStateChangesNothing() throws Exception {
        try (var signIn = begin()) {
            var waiting = waiting(signIn);
            assertEquals(400, comesBack(signIn, "code=stolen&state=another").statusCode());
            assertEquals(400, comesBack(signIn, "error=access_denied").statusCode());
            assertEquals(404, browser.send(HttpRequest.newBuilder(URI.create(asked(signIn).get("redirect_uri") + "favicon.ico")).build(), HttpResponse.BodyHandlers.ofString()).statusCode());
            try (var garbage = new Socket("127.0.0.1", URI.create(asked(signIn).get("redirect_uri")).getPort())) {
                garbage.getOutputStream().write("\u0016\u0003\u0001 hello\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                assertTrue(new String(garbage.getInputStream().readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 400"));
            }
            assertFalse(waiting.isDone());
            comesBack(signIn, "code=right&state=" + asked(signIn).get("state"));
            waiting.get();
            assertEquals(List.of("right"), issuer.asked.stream().map(form -> form.get("code")).toList());
        }
    }

    @Test
    void aSecondRedirectDoesNotTakeTheFirstOnesPlace() throws Exception {
        var hold = new CompletableFuture<Boolean>();
        issuer.answer(_ -> {
            hold.join();
            return Answer.tokens("access", "refresh", 3600);
        });
        try (var signIn = begin()) {
            var waiting = waiting(signIn);
            var state = asked(signIn).get("state");
            comesBack(signIn, "code=first&state=" + state);
            assertEquals(200, comesBack(signIn, "code=second&state=" + state).statusCode());
            hold.complete(true);
            waiting.get();
            assertEquals(List.of("first"), issuer.asked.stream().map(form -> form.get("code")).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "access_denied||account.oauth.declined",
        "access_denied|AADSTS65004: User declined to consent to access the app.|account.oauth.declined",
        "invalid_client|AADSTS65001: The user or administrator has not consented to use the application|account.oauth.administrator",
        "access_denied|AADSTS90094: The grant requires admin permission.|account.oauth.administrator",
        "admin_policy_enforced|Access to your account data is restricted by policies within your organization|account.oauth.administrator",
        "unauthorized_client|AADSTS700016: Application with identifier 'client-1' was not found in the directory|account.oauth.client",
        "server_error||account.oauth.busy",
        "something_else|New words|account.oauth.refused"
    })
    void whatAnIssuerRefusesWithBecomesASentence(String error, String description, String key) throws Exception {
        try (var signIn = begin()) {
            var waiting = waiting(signIn);
            assertEquals("refused", text(comesBack(signIn, "error=" + error + (description == null ? "" : "&error_description=" + description.replace(" ", "+").replace("'", "%27"))
                    + "&state=" + asked(signIn).get("state"))));
            var said = refusal(waiting).reason();
            assertEquals(key, said.key());
            assertEquals("client-1", said.arguments().get("client"));
        }
    }

    @Test
    void aCodeThatIsRefusedAndAnAnswerThatIsNoneAreSaid() throws Exception {
        assertEquals("account.oauth.client", exchange(Answer.error("invalid_client", "AADSTS7000218: The request body must contain client_assertion or client_secret"), SOON).key());
        assertEquals("account.oauth.again", exchange(Answer.error("invalid_grant", "AADSTS70008: The provided authorization code has expired"), SOON).key());
        assertEquals("account.oauth.strange", exchange(new Answer(200, "<html>Welcome to the hotel</html>"), SOON).key());
        assertEquals("account.oauth.strange", exchange(new Answer(200, "{\"access_token\":\"a\",\"expires_in\":3600}"), SOON).key());
        assertEquals("account.oauth.unreachable", exchange(new Answer(0, ""), Duration.ofMillis(300)).key());
    }

    private app.caravel.reason.Reason exchange(Answer answer, Duration patience) throws Exception {
        issuer.answer(_ -> answer);
        try (var signIn = begin(Issuer.MICROSOFT, new Client("client-1", null), patience)) {
            var waiting = waiting(signIn);
            comesBack(signIn, "code=c&state=" + asked(signIn).get("state"));
            return refusal(waiting).reason();
        }
    }

    @Test
    void nobodyComesForEver() throws Exception {
        try (var signIn = begin()) {
            var gaveUp = assertThrows(OAuthException.class, () -> signIn.await(Duration.ofMillis(50)));
            assertEquals("account.oauth.nobody-came", gaveUp.reason().key());
            assertEquals(Kind.PASSING, gaveUp.kind());
        }
        var cancelled = begin();
        var waiting = waiting(cancelled);
        cancelled.close();
        assertEquals("account.oauth.nobody-came", refusal(waiting).reason().key());
    }

    @Test
    void onlyThisComputerMayStandInForAnIssuer() {
        assertThrows(IllegalArgumentException.class, () -> Endpoints.of(Issuer.GOOGLE, "https://evil.example"));
        assertEquals("https://oauth2.googleapis.com/token", Endpoints.of(Issuer.GOOGLE, null).token().toString());
    }
}
