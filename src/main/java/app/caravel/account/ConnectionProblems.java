package app.caravel.account;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import app.caravel.account.route.ProxyException;
import app.caravel.account.route.UnknownIssuerException;
import app.caravel.reason.Reason;

/** Why a line to a mail server does not come about. */
public final class ConnectionProblems {

    private ConnectionProblems() {}

    public static Reason of(Exception error, String host, int port) {
        if (error instanceof SignInProblem said) {
            return said.reason();
        }
        var causes = causes(error);
        for (var cause : causes) {
            if (cause instanceof ProxyException proxy) {
                return proxy(proxy, host, port);
            }
            if (cause instanceof UnknownHostException) {
                return Reason.of("account.test.no-such-server", "host", host);
            }
            if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
                return Reason.of(host.endsWith(".gmail.com") ? "account.test.google-away" : "account.test.no-answer", "host", host, "port", String.valueOf(port));
            }
            if (String.valueOf(cause.getMessage()).toUpperCase(Locale.ROOT).contains("STARTTLS IS REQUIRED")) {
                return Reason.of("account.test.no-starttls", "host", host, "port", String.valueOf(port));
            }
        }
        if (causes.stream().anyMatch(SSLException.class::isInstance)) {
            return tls(causes, host, port);
        }
        return Reason.of("account.test.other", "host", host, "detail", String.valueOf(error.getMessage()).strip());
    }

    private static Reason proxy(ProxyException error, String host, int port) {
        return Reason.of("account.proxy." + error.why().name().toLowerCase(Locale.ROOT).replace('_', '-'), "proxy", error.proxy(), "host", host,
                "port", String.valueOf(port), "detail", String.valueOf(error.getMessage()));
    }

    private static Reason tls(List<Throwable> causes, String host, int port) {
        boolean certificate = causes.stream().anyMatch(cause -> cause instanceof CertificateException || cause instanceof CertPathValidatorException);
        if (!certificate) {
            return Reason.of("account.test.no-tls", "host", host, "port", String.valueOf(port));
        }
        var unknown = causes.stream().filter(UnknownIssuerException.class::isInstance).map(UnknownIssuerException.class::cast).filter(issuer -> !issuer.selfSigned()).findFirst();
        return unknown.isPresent() ? Reason.of("account.test.certificate-resigned", "host", host, "issuer", unknown.get().issuer())
                : Reason.of("account.test.certificate", "host", host, "reason", why(causes));
    }

    /** One of the few words that {@code account.certificate} knows. */
    private static String why(List<Throwable> causes) {
        if (causes.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
            return "expired";
        }
        boolean name = causes.stream().map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message -> message.contains("No subject alternative") || message.contains("No name matching") || message.contains("doesn't match"));
        return name ? "name" : "unknown";
    }

    private static List<Throwable> causes(Exception error) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = error; cause != null && causes.size() < 20; cause = next(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private static @Nullable Throwable next(Throwable error) {
        return error instanceof MessagingException mail && mail.getNextException() != null ? mail.getNextException() : error.getCause();
    }
}
