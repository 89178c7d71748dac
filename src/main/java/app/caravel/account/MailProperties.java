package app.caravel.account;

import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import app.caravel.account.route.LineFactory;
import app.caravel.account.route.SecuredSockets;
import app.caravel.account.route.Trust;

/**
 * How Angus Mail is told to connect: bounded in time, by the account's route, the server's name checked, STARTTLS never skipped.
 * TLS from the first byte is made by the line itself, since Angus makes it with sockets of its own that know no route: the
 * protocols are {@code smtp} and {@code imap} always.
 */
public final class MailProperties {

    private MailProperties() {}

    /** For the account's SMTP server, on the access's terms, by lines of {@link #lines}. */
    public static Properties smtp(Account account, Access access, LineFactory lines) {
        var terms = access.terms();
        var properties = of("smtp", access, terms.trust(), account.security(), millis(terms.connect()), millis(terms.answer()), lines);
        properties.put("mail.smtp.auth", String.valueOf(account.user() != null));
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /** What makes the lines to the account's SMTP server, for one connection. */
    public static LineFactory lines(Account account, Access access) {
        var terms = access.terms();
        return new LineFactory(access.route(), account.security() == Security.TLS ? terms.trust().get() : null, terms.names(), millis(terms.answer()));
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /** For the account's IMAP server. */
    public static Properties imap(Account account, Access access, Trust trust, int connectMillis, int timeoutMillis) {
        // a folder's mails come for longer than any answer of a server for sending: each read is bounded, not the whole
        var lines = new LineFactory(access.route(), imapSecurity(account) == Security.TLS ? trust : null, access.terms().names(), 0);
        return of("imap", access, () -> trust, imapSecurity(account), connectMillis, timeoutMillis, lines);
    }

    /** 993 is TLS by its number (RFC 8314); elsewhere what goes for sending goes for reading, with STARTTLS in place of TLS. */
    private static Security imapSecurity(Account account) {
        if (account.imapPort() == 993) {
            return Security.TLS;
        }
        if (account.security() == Security.NONE) {
            return Security.NONE;
        }
        return account.imapPort() == 143 ? Security.STARTTLS : Security.TLS;
    }

    /** The line that a connection made with these goes over, TLS included; null before it is made. */
    public static @Nullable Socket lineOf(Properties properties, String protocol) {
        if (properties.get("mail." + protocol + ".ssl.socketFactory") instanceof SecuredSockets secured) {
            return secured.last();
        }
        return properties.get("mail." + protocol + ".socketFactory") instanceof LineFactory lines ? lines.last() : null;
    }

    private static Properties of(String protocol, Access access, Supplier<Trust> trust, Security security, int connectMillis, int timeoutMillis, LineFactory lines) {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", String.valueOf(connectMillis));
        properties.put(prefix + "timeout", String.valueOf(timeoutMillis));
        if (protocol.equals("imap")) { // a command for sending fits into any line; mails are bounded by who writes them, and Angus' way costs a timer and a thread's wake for each write
            properties.put(prefix + "writetimeout", String.valueOf(timeoutMillis));
        }
        properties.put(prefix + "socketFactory", lines);
        // else a failed connection is tried once more with sockets of another make, without route and trust
        properties.put(prefix + "socketFactory.fallback", "false");
        if (security == Security.STARTTLS) {
            properties.put(prefix + "ssl.socketFactory", new SecuredSockets(trust.get()));
        }
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(security == Security.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(security == Security.STARTTLS));
        if (access.signIn() instanceof SignIn.Token) {
            // by SASL: Angus's own way ends at the server's challenge and never hears its words
            properties.put(prefix + "sasl.enable", "true");
            properties.put(prefix + "sasl.mechanisms", "XOAUTH2");
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }
}
