package app.caravel.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.account.Account;
import app.caravel.account.BrowserSignIns.Wish;
import app.caravel.account.Limits;
import app.caravel.account.Pace;
import app.caravel.account.Provider;
import app.caravel.account.ProviderSearch.Found;
import app.caravel.account.Providers;
import app.caravel.account.Security;
import app.caravel.account.Sender;
import app.caravel.account.oauth.BrowserSignIn;
import app.caravel.account.oauth.Client;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.OAuthException;
import app.caravel.account.oauth.Pages;
import app.caravel.account.oauth.Tokens;
import app.caravel.account.route.Route;
import app.caravel.account.route.RouteText;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code account add}. */
@Command(name = "add", description = "Adds an account. Servers of known providers may be left out.")
final class AccountAddVerb implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);

    @Mixin
    Options options;

    @Parameters(paramLabel = "NAME")
    String name;

    @Option(names = "--from", required = true, paramLabel = "SENDER", description = "\"Name <address>\", as readers see it.")
    String from;

    @Option(names = "--host", paramLabel = "H")
    @Nullable String host;

    @Option(names = "--port", paramLabel = "P")
    @Nullable Integer port;

    @Option(names = "--security", paramLabel = "S", description = "none, starttls or tls.")
    @Nullable String security;

    @Option(names = "--user", paramLabel = "U", description = "Who signs in; without it nobody does.")
    @Nullable String user;

    @Option(names = "--password-env", paramLabel = "VAR", description = "The variable of the environment that holds the password.")
    @Nullable String passwordVariable;

    @Option(names = "--oauth", paramLabel = "ISSUER", description = "Sign in by the browser instead: google or microsoft. Prints the address to open, and waits.")
    @Nullable String oauth;

    @Option(names = "--client-id", paramLabel = "ID", description = "Your own client id for --oauth (default: the one that is built in).")
    @Nullable String clientId;

    @Option(names = "--client-secret-env", paramLabel = "VAR", description = "The variable that holds its secret, where the issuer gives one (Google).")
    @Nullable String clientSecretVariable;

    @Option(names = "--oauth-endpoint", paramLabel = "URL", hidden = true, description = "A server on this computer that stands in for the issuer.")
    @Nullable String endpoint;

    @Option(names = "--proxy", paramLabel = "WAY", description = "direct, system, socks5://[user@]host:port or http://[user@]host:port (default: as the workspace).")
    @Nullable String proxy;

    @Option(names = "--proxy-password-env", paramLabel = "VAR", description = "The variable that holds the proxy's password.")
    @Nullable String proxyPasswordVariable;

    @Option(names = "--imap-host", paramLabel = "H")
    @Nullable String imapHost;

    @Option(names = "--imap-port", paramLabel = "P", defaultValue = "993")
    int imapPort;

    @Option(names = "--per-hour", paramLabel = "N", description = "Mails an hour at most; 0: no limit (default: safe for the provider, none on loopback).")
    @Nullable Integer perHour;

    @Option(names = "--per-day", paramLabel = "N", description = "Mails in 24 hours at most; 0: no limit.")
    @Nullable Integer perDay;

    @Option(names = "--signature", paramLabel = "TEXT", description = "What its mails end with; \\n begins a new line.")
    @Nullable String signature;

    @Mixin
    PaceOptions pace;

    @Override
    public Integer call() {
        var sender = Sender.parse(from).orElseThrow(() -> Problem.of("account.bad-from", "from", from));
        var issuer = issuer();
        var route = route();
        var password = variable(passwordVariable);
        var known = host != null ? Providers.withServer(host) : issuer.flatMap(AccountAddVerb::preset).or(() -> Providers.of(sender.address()));
        if (host != null && known.isEmpty() && (port == null || security == null)) {
            throw Problem.of("account.no-preset", "address", sender.address());
        }
        try (var workspace = options.open()) {
            var account = account(sender, host != null || known.isPresent() ? known : byMailServers(workspace, sender), issuer.isPresent());
            var wish = issuer.map(by -> new Wish(by, sender.address(), client(), endpoint, route == null ? workspace.routes().ofWorkspace() : route));
            var tokens = wish.map(each -> signIn(workspace, each));
            pace.over(Pace.NONE); // what cannot be read stops here, before anything is kept
            var saved = workspace.accounts().save(account);
            workspace.paces().put(saved.id(), pace.over(workspace.paces().of(saved.id())));
            if (signature != null) {
                workspace.signatureTexts().put(saved.id(), AccountSignatureVerb.lines(signature));
            }
            try {
                if (route != null) {
                    workspace.routes().keep(saved, route);
                }
                if (wish.isPresent() && tokens.isPresent()) {
                    workspace.browserSignIns().keep(saved, wish.get(), tokens.get());
                } else if (password != null) {
                    workspace.secrets().setPassword(saved, password);
                }
            } catch (RuntimeException e) {
                workspace.accounts().delete(saved.id()); // without its secret it would be half a thing: both or none
                throw e;
            }
            if (password != null || tokens.isPresent()) {
                options.err().println("caravel: " + TEXTS.get("account.kept." + workspace.secrets().where().name().toLowerCase(Locale.ROOT).replace('_', '-')));
            }
            AccountVerbs.print(options, workspace, saved);
        }
        return 0;
    }

    private static Optional<Provider> preset(Issuer issuer) {
        return Providers.byId(issuer == Issuer.GOOGLE ? "googleworkspace" : "microsoft365");
    }

    private static Optional<Provider> byMailServers(Workspace workspace, Sender sender) {
        return workspace.providerSearch().of(sender.address()) instanceof Found.ByMx(var provider, var _) ? Optional.of(provider) : Optional.empty();
    }

    private Account account(Sender sender, Optional<Provider> preset, boolean signsIn) {
        if (preset.isEmpty() && (host == null || port == null || security == null)) {
            throw Problem.of("account.no-preset", "address", sender.address());
        }
        var server = host != null ? host : preset.orElseThrow().smtp().host();
        var safe = Limits.safe(server);
        var inbox = imapHost == null && host == null && preset.isPresent() ? preset.get().imap() : null;
        return new Account(0, name, sender.name(), sender.address(), server, port != null ? port : preset.orElseThrow().smtp().port(),
                security != null ? security(security) : preset.orElseThrow().smtp().security(), user == null && (host == null || signsIn) ? sender.address() : user,
                inbox == null ? imapHost : inbox.host(), inbox == null ? imapPort : inbox.port(),
                perHour != null ? perHour : safe.perHour(), perDay != null ? perDay : safe.perDay(), null, null);
    }

    private static Security security(String written) {
        try {
            return Security.of(written);
        } catch (IllegalArgumentException e) {
            throw Problem.of("account.bad-security", "security", written);
        }
    }

    private Optional<Issuer> issuer() {
        if (oauth == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Issuer.of(oauth));
        } catch (IllegalArgumentException e) {
            throw Problem.of("account.bad-issuer", "issuer", oauth);
        }
    }

    private @Nullable Route route() {
        var written = proxy;
        if (written == null) {
            return null;
        }
        var password = variable(proxyPasswordVariable);
        return RouteText.parse(written, password == null ? null : new String(password)).orElseThrow(() -> Problem.of("account.bad-proxy", "proxy", written));
    }

    private @Nullable Client client() {
        var secret = variable(clientSecretVariable);
        return clientId == null ? null : new Client(clientId, secret == null ? null : new String(secret));
    }

    private Tokens signIn(Workspace workspace, Wish wish) {
        var pages = new Pages(TEXTS.get("account.page.done", "address", wish.address()), TEXTS.get("account.page.refused"), TEXTS.get("account.page.stray"));
        try (var signIn = workspace.browserSignIns().begin(wish, pages)) {
            if (options.json()) {
                options.print(Map.of("open", signIn.page().toString()));
            } else {
                options.out().println(signIn.page());
            }
            options.out().flush();
            options.err().println("caravel: " + TEXTS.get("account.page.open"));
            options.err().flush();
            return signIn.await(BrowserSignIn.PATIENCE);
        } catch (OAuthException e) {
            throw new Problem(e.reason(), e);
        } catch (IllegalArgumentException e) {
            throw Problem.of("account.bad-endpoint", "endpoint", String.valueOf(e.getMessage()));
        }
    }

    private static char @Nullable [] variable(@Nullable String named) {
        if (named == null) {
            return null;
        }
        var value = System.getenv(named);
        if (value == null) {
            throw Problem.of("account.no-such-variable", "name", named);
        }
        return value.toCharArray();
    }
}
