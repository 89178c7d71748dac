package app.caravel.account.oauth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.account.oauth.OAuthException.Kind;
import app.caravel.reason.Reason;
import app.caravel.store.Json;

/** Asks an issuer for tokens: for a code that the browser brought, or for a refresh token. */
public final class TokenEndpoint {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(15);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Issuer issuer;
    private final URI address;
    private final Client client;
    private final UnaryOperator<HttpClient.Builder> web;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param web gives a client its way to the issuer
     * @param patience for one answer
     */
    public TokenEndpoint(Issuer issuer, URI address, Client client, UnaryOperator<HttpClient.Builder> web, Duration patience, Clock clock) {
        this.issuer = issuer;
        this.address = address;
        this.client = client;
        this.web = web;
        this.patience = patience;
        this.clock = clock;
    }

    /** The tokens for a code; a refresh token is among them. */
    Tokens exchange(String code, String redirect, String verifier) throws OAuthException {
        var tokens = ask(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect, "code_verifier", verifier));
        if (tokens.refresh() == null) {
            throw strange("no refresh_token");
        }
        return tokens;
    }

    /** A fresh access token. */
    public Tokens refresh(String refreshToken) throws OAuthException {
        return ask(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", issuer.scope()));
    }

    private Tokens ask(Map<String, String> question) throws OAuthException {
        var form = new LinkedHashMap<>(question);
        form.put("client_id", client.id());
        if (client.secret() != null) {
            form.put("client_secret", client.secret());
        }
        var body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address).timeout(patience).header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        var http = web.apply(HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN)).build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return read(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new OAuthException(Kind.PASSING, Reason.of("account.oauth.unreachable", "issuer", issuer.key(), "host", String.valueOf(address.getHost()),
                    "detail", String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OAuthException(Kind.PASSING, Reason.of("account.oauth.unreachable", "issuer", issuer.key(), "host", String.valueOf(address.getHost()), "detail", ""), e);
        } finally {
            http.shutdownNow();
        }
    }

    private Tokens read(int status, String body) throws OAuthException {
        Map<String, Object> answer;
        try {
            answer = Json.object(body);
        } catch (RuntimeException e) {
            throw status >= 500 ? busy(status) : strange("HTTP " + status);
        }
        var error = text(answer, "error");
        if (error != null) {
            throw OAuthRefusal.of(issuer, client, error, String.valueOf(answer.getOrDefault("error_description", "")));
        }
        var access = text(answer, "access_token");
        if (status / 100 != 2 || access == null) {
            throw status >= 500 ? busy(status) : strange("HTTP " + status);
        }
        var life = answer.get("expires_in") instanceof Number seconds && seconds.longValue() > 0 ? Duration.ofSeconds(seconds.longValue()) : HOUR;
        return Tokens.of(access, text(answer, "refresh_token"), life, clock.instant());
    }

    private static @Nullable String text(Map<String, Object> answer, String key) {
        return answer.get(key) instanceof String text && !text.isBlank() ? text : null;
    }

    private OAuthException busy(int status) {
        return new OAuthException(Kind.PASSING, Reason.of("account.oauth.busy", "issuer", issuer.key(), "client", client.id(), "answer", "HTTP " + status));
    }

    private OAuthException strange(String detail) {
        return new OAuthException(Kind.PASSING, Reason.of("account.oauth.strange", "issuer", issuer.key(), "detail", detail));
    }
}
