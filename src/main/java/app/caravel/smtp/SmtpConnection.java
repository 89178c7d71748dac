package app.caravel.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.reason.Reason;

/** One connection to an account's SMTP server, kept open for many mails. Not for several threads at once. */
public final class SmtpConnection implements AutoCloseable {

    /** Waits for permission to end DATA; it runs after the body's bytes have left and before the final dot. */
    @FunctionalInterface
    public interface BeforeFinalDot {
        /** Whether the mail may go. False withdraws it. */
        boolean mayGo() throws IOException;
    }

    private static final String CONNECT_TIMEOUT_MS = "20000";
    /** RFC 5321 section 4.5.3.2.6 asks for 10 minutes after the final dot; a bound all the same. */
    private static final String READ_TIMEOUT_MS = "300000";

    private final SMTPTransport transport;
    private final Session session;

    private SmtpConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
    }

    /**
     * Connects and signs in.
     *
     * @param password null where the account signs in with none
     * @throws MessagingException as Angus Mail gives it; {@link SmtpProblems} turns it into words
     */
    public static SmtpConnection open(Account account, char @Nullable [] password) throws MessagingException {
        var session = Session.getInstance(properties(account));
        var transport = (SMTPTransport) session.getTransport(account.security() == Security.TLS ? "smtps" : "smtp");
        transport.setRequireStartTLS(account.security() == Security.STARTTLS);
        transport.connect(account.host(), account.port(), account.user(), password == null ? null : new String(password));
        return new SmtpConnection(session, transport);
    }

    private static Properties properties(Account account) {
        var properties = new Properties();
        for (var protocol : new String[] {"smtp", "smtps"}) {
            var prefix = "mail." + protocol + ".";
            properties.put(prefix + "connectiontimeout", CONNECT_TIMEOUT_MS);
            properties.put(prefix + "timeout", READ_TIMEOUT_MS);
            properties.put(prefix + "writetimeout", READ_TIMEOUT_MS);
            properties.put(prefix + "ssl.checkserveridentity", "true");
            properties.put(prefix + "auth", String.valueOf(account.user() != null));
            properties.put(prefix + "quitwait", "false");
            properties.put(prefix + "socketFactory", new NoDelay.Plain());
            properties.put(prefix + "ssl.socketFactory", new NoDelay.Tls());
            // else a failed connection is tried once more with sockets of another make, Nagle's algorithm and all
            properties.put(prefix + "socketFactory.fallback", "false");
        }
        properties.put("mail.smtp.starttls.enable", String.valueOf(account.security() == Security.STARTTLS));
        return properties;
    }

    /**
     * Hands one mail over.
     *
     * @param envelopeFrom MAIL FROM
     * @param recipient RCPT TO
     * @param mail the whole mail as bytes
     */
    public Handover send(String envelopeFrom, String recipient, byte[] mail, BeforeFinalDot gate) {
        var ready = new ReadyMessage(session, mail, gate);
        try {
            ready.setEnvelopeFrom(envelopeFrom);
            transport.sendMessage(ready, new Address[] {new InternetAddress(recipient, false)});
            return new Handover.Accepted(new SmtpReply(transport.getLastReturnCode(), transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return failed(e, ready);
        }
    }

    private Handover failed(MessagingException error, ReadyMessage mail) {
        if (mail.withdrawn) {
            close();
            return new Handover.Withdrawn();
        }
        var refusal = refusal(error);
        if (refusal != null) {
            return new Handover.Refused(refusal);
        }
        close();
        var why = Reason.of("smtp.line-broke", "detail", String.valueOf(error.getMessage()));
        return mail.letGo ? new Handover.InDoubt(why) : new Handover.NotSent(why);
    }

    private @Nullable SmtpReply refusal(MessagingException error) {
        for (Exception e = error; e instanceof MessagingException cause; e = cause.getNextException()) {
            var reply = switch (e) {
                case SMTPAddressFailedException a -> new SmtpReply(a.getReturnCode(), String.valueOf(a.getMessage()));
                case SMTPSenderFailedException s -> new SmtpReply(s.getReturnCode(), String.valueOf(s.getMessage()));
                case SMTPSendFailedException s when s.getNextException() == null -> new SmtpReply(s.getReturnCode(), String.valueOf(s.getMessage()));
                default -> null;
            };
            if (reply != null && reply.code() >= 400) {
                return reply;
            }
        }
        // an address that Angus itself does not take never reached the server
        if (error instanceof SendFailedException && transport.isConnected() && error.getNextException() == null) {
            return new SmtpReply(553, "553 5.1.3 " + error.getMessage());
        }
        return error instanceof jakarta.mail.internet.AddressException ? new SmtpReply(553, "553 5.1.3 " + error.getMessage()) : null;
    }

    /** Whether the connection still stands, as far as is known without asking. */
    public boolean isOpen() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            System.getLogger(SmtpConnection.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }

    /** A mail that is bytes already, and waits at the gate before the final dot. */
    private static final class ReadyMessage extends org.eclipse.angus.mail.smtp.SMTPMessage {
        private final byte[] bytes;
        private final BeforeFinalDot gate;
        private boolean letGo;
        private boolean withdrawn;

        ReadyMessage(Session session, byte[] bytes, BeforeFinalDot gate) {
            super(session);
            this.bytes = bytes;
            this.gate = gate;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored) throws IOException {
            out.write(bytes);
            if (!gate.mayGo()) {
                withdrawn = true;
                throw new IOException("withdrawn");
            }
            letGo = true;
        }

        @Override
        public int getSize() {
            return bytes.length;
        }
    }
}
