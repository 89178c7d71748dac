package app.caravel.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Secrets.Part;
import app.caravel.account.oauth.BrowserSignIn;
import app.caravel.account.oauth.Client;
import app.caravel.account.oauth.Endpoints;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.OAuthException;
import app.caravel.account.oauth.Pages;
import app.caravel.account.oauth.TokenEndpoint;
import app.caravel.account.oauth.Tokens;
import app.caravel.account.route.Route;
import app.caravel.account.route.Web;
import app.caravel.reason.Problem;

/** Signs accounts in by the browser, and keeps what comes of it. */
public final class BrowserSignIns {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SignInMethods methods;
    private final Secrets secrets;
    private final SignIns signIns;
    private final Clock clock;

    public BrowserSignIns(SignInMethods methods, Secrets secrets, SignIns signIns, Clock clock) {
        this.methods = methods;
        this.secrets = secrets;
        this.signIns = signIns;
        this.clock = clock;
    }

    /**
     * Who signs in where.
     *
     * @param address the mailbox
     * @param own the user's own client; null: the one that is built in
     * @param endpoint a server on this computer that stands in for the issuer; null: none
     * @param route the way to the issuer
     */
    public record Wish(Issuer issuer, String address, @Nullable Client own, @Nullable String endpoint, Route route) {

        /** The client that will be used. */
        public Optional<Client> client() {
            return Optional.ofNullable(own).or(() -> Client.builtIn(issuer));
        }
    }

    /** Begins: the browser has to open {@link BrowserSignIn#page()}. */
    public BrowserSignIn begin(Wish wish, Pages pages) throws OAuthException {
        var client = wish.client().orElseThrow(() -> new Problem(SignIns.noClient(wish.issuer())));
        var endpoints = Endpoints.of(wish.issuer(), wish.endpoint());
        var tokens = new TokenEndpoint(wish.issuer(), endpoints.token(), client, Web.by(wish.route()), PATIENCE, clock);
        return BrowserSignIn.begin(wish.issuer(), client, endpoints, tokens, wish.address(), pages);
    }

    /** Keeps how the account signs in from now on, and what it does so with. */
    public void keep(Account account, Wish wish, Tokens tokens) {
        var refresh = tokens.refresh();
        if (refresh == null) {
            throw new IllegalArgumentException("no refresh token");
        }
        var own = wish.own();
        secrets.set(account.id(), Part.CLIENT_SECRET, own == null || own.secret() == null ? new char[0] : own.secret().toCharArray());
        secrets.setPassword(account, refresh.toCharArray());
        methods.keep(account, new SignInMethod.ByBrowser(wish.issuer(), own == null ? null : own.id(), wish.endpoint()));
        signIns.signedIn(account, tokens);
    }
}
