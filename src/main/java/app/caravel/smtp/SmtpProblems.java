package app.caravel.smtp;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.ConnectionProblems;
import app.caravel.account.SignInProblem;
import app.caravel.account.route.ProxyException;
import app.caravel.reason.Reason;

/** Why a connection could not be made, in words that a person can act on. */
public final class SmtpProblems {

    private static final String GREETING = "response: ";

    private SmtpProblems() {}

    /** The reason of an error at connecting or signing in. */
    public static Reason of(Exception error, Account account) {
        if (error instanceof SignInProblem said) {
            return said.reason();
        }
        if (error instanceof AuthenticationFailedException refused) {
            return Reason.of("smtp.password-refused", "address", account.fromAddress(), "host", account.host(),
                    "answer", String.valueOf(refused.getMessage()).strip());
        }
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            switch (cause) {
                case ProxyException proxy -> {
                    return Reason.of("smtp.proxy", "proxy", proxy.proxy(), "host", account.host(), "detail", String.valueOf(proxy.getMessage()));
                }
                case UnknownHostException _ -> {
                    return Reason.of("smtp.no-such-host", "host", account.host());
                }
                case ConnectException _, SocketTimeoutException _ -> {
                    return Reason.of("smtp.no-answer", "host", account.host(), "port", String.valueOf(account.port()));
                }
                case SSLException _ -> {
                    return ofTls(error, account);
                }
                default -> { }
            }
        }
        return unwilling(String.valueOf(error.getMessage()).strip(), account.host());
    }

    /** The server was reached and would not. Angus puts words of its own before the server's greeting. */
    private static Reason unwilling(String detail, String host) {
        var said = detail.substring(detail.startsWith("Got bad greeting") ? detail.indexOf(GREETING) + GREETING.length() : 0);
        if (said.equals("[EOF]")) {
            return Reason.of("smtp.hung-up", "host", host);
        }
        return said.matches("(?s)[245]\\d\\d.*") ? Reason.of("smtp.turned-away", "host", host, "answer", new SmtpReply(0, said).text())
                : Reason.of("smtp.not-connected", "host", host, "detail", said);
    }

    private static Reason ofTls(Exception error, Account account) {
        var why = ConnectionProblems.of(error, account.host(), account.port());
        return why.key().equals("account.test.certificate") ? new Reason("smtp.certificate", why.arguments()) : why;
    }

    /** Whether the server's certificate is what is wrong: another try would find the same one. */
    public static boolean isOfTrust(MessagingException error) {
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable error) {
        return error instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : error.getCause();
    }
}
