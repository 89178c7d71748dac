package app.caravel.account.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import app.caravel.account.oauth.OAuthException.Kind;
import app.caravel.reason.Reason;

/**
 * One sign-in by the browser: an address to open there, and a port of this computer to which it comes back. Closing ends the
 * waiting from any thread.
 */
public final class BrowserSignIn implements AutoCloseable {

    /** After that nobody comes any more. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Issuer issuer;
    private final Client client;
    private final TokenEndpoint endpoint;
    private final Pkce pkce;
    private final LoopbackRedirect redirect;
    private final String state;
    private final Endpoints endpoints;
    private final String address;

    private BrowserSignIn(Issuer issuer, Client client, Endpoints endpoints, TokenEndpoint endpoint, String address, String state, LoopbackRedirect redirect) {
        this.issuer = issuer;
        this.client = client;
        this.endpoints = endpoints;
        this.endpoint = endpoint;
        this.address = address;
        this.state = state;
        this.redirect = redirect;
        this.pkce = Pkce.random();
    }

    /**
     * Begins to listen.
     *
     * @param address the mailbox, proposed at the issuer's page
     * @param endpoint asks for the tokens
     */
    public static BrowserSignIn begin(Issuer issuer, Client client, Endpoints endpoints, TokenEndpoint endpoint, String address, Pages pages) throws OAuthException {
        try {
            var state = Pkce.randomWord();
            return new BrowserSignIn(issuer, client, endpoints, endpoint, address, state, LoopbackRedirect.open(state, pages));
        } catch (IOException e) {
            throw new OAuthException(Kind.PASSING, Reason.of("account.oauth.no-port", "detail", String.valueOf(e.getMessage())), e);
        }
    }

    /** What the browser has to open. */
    public URI page() {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", client.id());
        query.put("response_type", "code");
        query.put("redirect_uri", comesBackTo());
        query.put("scope", issuer.scope());
        query.put("state", state);
        query.put("code_challenge", pkce.challenge());
        query.put("code_challenge_method", "S256");
        query.put("login_hint", address);
        query.putAll(issuer.more());
        return URI.create(endpoints.authorize() + "?" + query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8).replace("+", "%20")).collect(Collectors.joining("&")));
    }

    private String comesBackTo() {
        return issuer.redirect() + ":" + redirect.port() + "/";
    }

    /** Waits for the browser, then asks for the tokens; closes the port in any case. */
    public Tokens await(Duration patience) throws OAuthException {
        try (redirect) {
            var came = redirect.await(patience).orElseThrow(() -> new OAuthException(Kind.PASSING, Reason.of("account.oauth.nobody-came", "issuer", issuer.key())));
            var error = came.get("error");
            if (error != null) {
                throw OAuthRefusal.of(issuer, client, error, came.getOrDefault("error_description", "") + (came.containsKey("error_subcode") ? " " + came.get("error_subcode") : ""));
            }
            return endpoint.exchange(came.getOrDefault("code", ""), comesBackTo(), pkce.verifier());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OAuthException(Kind.PASSING, Reason.of("account.oauth.nobody-came", "issuer", issuer.key()), e);
        }
    }

    @Override
    public void close() {
        redirect.close();
    }
}
