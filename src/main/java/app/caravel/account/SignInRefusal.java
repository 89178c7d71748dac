package app.caravel.account;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.AuthenticationFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

import app.caravel.reason.Reason;

/** What a server means that lets nobody in: the password, or that there must be another kind of it, or that a service is switched off. */
public final class SignInRefusal {

    /** A server's words and the sentence that says what to do. */
    private record Rule(Pattern words, String key) {
        Rule(String words, String key) {
            this(Pattern.compile("(?is).*(?:" + words + ").*"), key);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("authorization code|授权码", "account.refused.authorization-code"),
            new Rule("has no permission|service is not open|没有开启", "account.refused.service-off"),
            new Rule("5\\.7\\.139|SmtpClientAuthentication is disabled|security defaults policy", "account.refused.microsoft-administrator"),
            new Rule("5\\.7\\.30|basic authentication is (?:not supported|disabled)", "account.refused.microsoft-browser"),
            new Rule("application-specific password|app(?:lication)? password|InvalidSecondFactor", "account.refused.app-password"),
            new Rule("^526\\b|\\b526 authentication failure", "account.refused.client-password"));

    private SignInRefusal() {}

    /**
     * What to tell the person.
     *
     * @param answer the server's words, with their number
     */
    public static Reason of(Account account, SignIn signIn, String answer) {
        var words = answer.strip();
        var provider = provider(account);
        if (signIn instanceof SignIn.Token) {
            return Reason.of(byToken(words), "address", account.fromAddress(), "host", account.host(), "answer", shortened(words));
        }
        var key = RULES.stream().filter(rule -> rule.words.matcher(words).matches()).map(Rule::key).findFirst()
                .orElseGet(() -> byKind(provider));
        return Reason.of(key, "address", account.fromAddress(), "host", account.host(), "provider", provider.map(Provider::id).orElse("own"),
                "answer", shortened(words));
    }

    /** The server's own words, which Angus does not hand on where it signed in by SASL. */
    public static String words(SMTPTransport transport, AuthenticationFailedException error) {
        var last = transport.getLastServerResponse();
        return last != null && transport.getLastReturnCode() >= 400 ? last.strip() : String.valueOf(error.getMessage()).strip();
    }

    /** A token is refused where it is another mailbox's, or where sending by programs is switched off for this one. */
    private static String byToken(String words) {
        return words.matches("(?is).*SmtpClientAuthentication is disabled.*") ? "account.refused.microsoft-smtp-off" : "account.refused.token";
    }

    private static Optional<Provider> provider(Account account) {
        return Providers.withServer(account.host()).or(() -> Providers.of(account.fromAddress()));
    }

    /** A refusal that says no more than no: the provider tells which kind of password it would be. */
    private static String byKind(Optional<Provider> provider) {
        return provider.map(known -> switch (known.secret()) {
            case PASSWORD -> "account.refused.password";
            case AUTHORIZATION_CODE -> "account.refused.authorization-code";
            case CLIENT_PASSWORD -> "account.refused.client-password";
            case APP_PASSWORD -> "account.refused.app-password";
            case OAUTH -> "account.refused.microsoft-browser";
        }).orElse("account.refused.password");
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 199) + "…" : line;
    }
}
