package app.caravel.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Secrets.Part;
import app.caravel.account.oauth.Client;
import app.caravel.account.oauth.Endpoints;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.OAuthException;
import app.caravel.account.oauth.TokenEndpoint;
import app.caravel.account.oauth.Tokens;
import app.caravel.account.route.Terms;
import app.caravel.account.route.Web;
import app.caravel.reason.Reason;

/**
 * What an account signs in with, asked at each connection: its password, or an access token that is refreshed before it ends.
 * Many connections of an account share one token, and one of them refreshes it.
 */
public final class SignIns {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Accounts accounts;
    private final SignInMethods methods;
    private final Secrets secrets;
    private final Routes routes;
    private final Terms terms;
    private final Clock clock;
    private final Map<Long, Tokens> fresh = new ConcurrentHashMap<>();
    private final Map<Long, Object> locks = new ConcurrentHashMap<>();

    public SignIns(Accounts accounts, SignInMethods methods, Secrets secrets, Routes routes, Clock clock) {
        this(accounts, methods, secrets, routes, Terms.usual(), clock);
    }

    /** @param terms on which lines for sending are made */
    public SignIns(Accounts accounts, SignInMethods methods, Secrets secrets, Routes routes, Terms terms, Clock clock) {
        this.accounts = accounts;
        this.methods = methods;
        this.secrets = secrets;
        this.routes = routes;
        this.terms = terms;
        this.clock = clock;
    }

    /** Whether something is kept to sign in with, or nobody needs to. */
    public boolean isKept(Account account) {
        return account.user() == null || secrets.password(account).isPresent();
    }

    /**
     * What a connection needs now.
     *
     * @throws SignInProblem.Final where the person must act
     * @throws SignInProblem.Passing where the issuer of tokens is not reached
     */
    public Access of(Account account) throws MessagingException {
        return new Access(signIn(account, null), routes.of(account), terms);
    }

    /** The same after a server refused this one: with another token, or as before where it was none. */
    public Access renewed(Account account, Access refused) throws MessagingException {
        return refused.signIn() instanceof SignIn.Token(var token) ? new Access(signIn(account, token), refused.route(), terms) : refused;
    }

    /** On what terms lines for sending are made. */
    public Terms terms() {
        return terms;
    }

    /** What was signed in by the browser just now: its access token spares a question. */
    public void signedIn(Account account, Tokens tokens) {
        fresh.put(account.id(), tokens);
    }

    /** A server let nobody in: the account's card says so until one does. */
    public void refused(Account account, Reason reason) {
        accounts.tested(account.id(), reason);
    }

    /** A server let it in: what was said before of its sign-in is over. */
    public void accepted(Account account) {
        accounts.find(account.id()).map(Account::testProblem).filter(problem -> problem.key().startsWith("account.refused") || problem.key().startsWith("account.oauth"))
                .ifPresent(_ -> accounts.tested(account.id(), null));
    }

    private SignIn signIn(Account account, @Nullable String refused) throws MessagingException {
        if (account.user() == null) {
            return new SignIn.None();
        }
        return switch (methods.of(account)) {
            case SignInMethod.ByPassword _ -> new SignIn.Password(secret(account));
            case SignInMethod.ByBrowser browser -> new SignIn.Token(token(account, browser, refused));
        };
    }

    private char[] secret(Account account) throws SignInProblem.Final {
        var kept = secrets.password(account);
        if (kept.isEmpty()) {
            throw new SignInProblem.Final(Reason.of("account.test.no-password", "address", account.fromAddress()));
        }
        return kept.get();
    }

    private String token(Account account, SignInMethod.ByBrowser browser, @Nullable String refused) throws MessagingException {
        synchronized (locks.computeIfAbsent(account.id(), _ -> new Object())) {
            var known = fresh.get(account.id());
            if (known != null && clock.instant().isBefore(known.until()) && !known.access().equals(refused)) {
                return known.access();
            }
            var tokens = refresh(account, browser);
            fresh.put(account.id(), tokens);
            return tokens.access();
        }
    }

    private Tokens refresh(Account account, SignInMethod.ByBrowser browser) throws MessagingException {
        var kept = new String(secret(account));
        var client = client(account, browser);
        try {
            var endpoint = new TokenEndpoint(browser.issuer(), Endpoints.of(browser.issuer(), browser.endpoint()).token(), client, Web.by(routes.of(account)), PATIENCE, clock);
            var tokens = endpoint.refresh(kept);
            if (tokens.refresh() != null && !tokens.refresh().equals(kept)) {
                secrets.setPassword(account, tokens.refresh().toCharArray());
            }
            return tokens;
        } catch (OAuthException e) {
            var reason = said(account, e.reason());
            if (e.kind() == OAuthException.Kind.PASSING) {
                throw new SignInProblem.Passing(reason, e);
            }
            fresh.remove(account.id());
            accounts.tested(account.id(), reason);
            throw new SignInProblem.Final(reason);
        }
    }

    private Client client(Account account, SignInMethod.ByBrowser browser) throws SignInProblem.Final {
        var own = browser.clientId();
        if (own != null) {
            return new Client(own, secrets.get(account.id(), Part.CLIENT_SECRET).map(String::new).orElse(null));
        }
        var builtIn = Client.builtIn(browser.issuer());
        if (builtIn.isEmpty()) {
            throw new SignInProblem.Final(noClient(browser.issuer()));
        }
        return builtIn.get();
    }

    /** This build was given no client id, and the user has none of his own. */
    public static Reason noClient(Issuer issuer) {
        return Reason.of("account.oauth.no-client", "issuer", issuer.key());
    }

    /** With the account's address, which the issuer's side does not know. */
    static Reason said(Account account, Reason reason) {
        var arguments = new java.util.TreeMap<String, Object>(reason.arguments());
        arguments.put("address", account.fromAddress());
        return new Reason(reason.key(), arguments);
    }
}
