package app.caravel.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Access;
import app.caravel.account.Account;
import app.caravel.account.MailProperties;
import app.caravel.account.SignIn;
import app.caravel.account.SignInProblem;
import app.caravel.account.SignInRefusal;
import app.caravel.account.SignIns;
import app.caravel.account.route.Ends;
import app.caravel.reason.Reason;

/** One connection to an account's SMTP server, kept open for many mails. Not for several threads at once. */
public final class SmtpConnection implements AutoCloseable {

    /** Waits for permission to end DATA; it runs after the body's bytes have left and before the final dot. */
    @FunctionalInterface
    public interface BeforeFinalDot {
        /** Whether the mail may go. False withdraws it. */
        boolean mayGo() throws IOException;
    }

    private final SMTPTransport transport;
    private final Session session;
    private final String host;
    private final Duration patience;
    private final @Nullable Ends ends;
    /** The most bytes that the server takes in a mail (RFC 1870); 0 where it does not say. */
    private final long mostBytes;

    private SmtpConnection(Session session, SMTPTransport transport, String host, Duration patience, @Nullable Ends ends) {
        this.session = session;
        this.transport = transport;
        this.host = host;
        this.patience = patience;
        this.ends = ends;
        var most = transport.getExtensionParameter("SIZE");
        this.mostBytes = most != null && most.strip().matches("\\d{1,15}") ? Long.parseLong(most.strip()) : 0;
    }

    /** The addresses of the line. */
    public @Nullable Ends ends() {
        return ends;
    }

    /**
     * Connects and signs in; with a fresh token once where the server refuses the one there was.
     *
     * @throws MessagingException as Angus Mail gives it; {@link SmtpProblems} turns it into words
     */
    public static SmtpConnection open(Account account, SignIns signIns) throws MessagingException {
        var opened = renewing(account, signIns);
        signIns.accepted(account);
        return opened;
    }

    private static SmtpConnection renewing(Account account, SignIns signIns) throws MessagingException {
        var access = signIns.of(account);
        try {
            return open(account, access);
        } catch (AuthenticationFailedException e) {
            if (!(access.signIn() instanceof SignIn.Token)) {
                throw refused(account, access, signIns, e);
            }
        }
        var renewed = signIns.renewed(account, access);
        try {
            return open(account, renewed);
        } catch (AuthenticationFailedException e) {
            throw refused(account, renewed, signIns, e);
        }
    }

    /** In words of its own where the refusal, or its provider, tells what has to be done; the account is marked in any case. */
    private static AuthenticationFailedException refused(Account account, Access access, SignIns signIns, AuthenticationFailedException error) {
        var words = String.valueOf(error.getMessage());
        var reason = SignInRefusal.of(account, access.signIn(), words);
        signIns.refused(account, reason);
        return reason.key().equals("account.refused.password") ? error : new SignInProblem.Final(reason);
    }

    private static SmtpConnection open(Account account, Access access) throws MessagingException {
        var lines = MailProperties.lines(account, access);
        var session = Session.getInstance(MailProperties.smtp(account, access, lines));
        var transport = (SMTPTransport) session.getTransport("smtp");
        try {
            transport.connect(account.host(), account.port(), account.user(), access.secret());
            return new SmtpConnection(session, transport, account.host(), access.terms().answer(), lines.ends());
        } catch (AuthenticationFailedException e) {
            throw new AuthenticationFailedException(SignInRefusal.words(transport, e), e);
        }
    }

    /**
     * Hands one mail over.
     *
     * @param envelopeFrom MAIL FROM
     * @param recipient RCPT TO, its domain in A-labels
     * @param mail the whole mail as bytes
     */
    public Handover send(String envelopeFrom, String recipient, byte[] mail, BeforeFinalDot gate) {
        boolean utf8 = !isAscii(envelopeFrom) || !isAscii(recipient);
        if (utf8 && !transport.supportsExtension("SMTPUTF8")) {
            return new Handover.Impossible(Reason.of("smtp.needs-utf8", "address", isAscii(recipient) ? envelopeFrom : recipient, "host", host));
        }
        if (mostBytes > 0 && mail.length > mostBytes) {
            return new Handover.Impossible(Reason.of("smtp.bigger-than-taken", "host", host, "kilobytes", (mail.length + 999) / 1000, "limit", mostBytes / 1000));
        }
        var ready = new ReadyMessage(session, mail, gate);
        try {
            ready.setEnvelopeFrom(octets(envelopeFrom));
            ready.setMailExtension((transport.supportsExtension("SIZE") ? "SIZE=" + mail.length : "") + (utf8 ? " SMTPUTF8 BODY=8BITMIME" : ""));
            transport.sendMessage(ready, new Address[] {to(recipient)});
            return new Handover.Accepted(new SmtpReply(transport.getLastReturnCode(), transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return failed(e, ready);
        }
    }

    private static InternetAddress to(String recipient) throws MessagingException {
        if (isAscii(recipient)) {
            return new InternetAddress(recipient, false);
        }
        var address = new InternetAddress();
        address.setAddress(octets(recipient));
        return address;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /**
     * A text whose characters are the bytes of its UTF-8: Angus writes the low byte of each character into a command, and would
     * make another mailbox of a letter beyond them. Its own setting for UTF-8 declares every mail of the line so.
     */
    private static String octets(String text) {
        return isAscii(text) ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Handover failed(MessagingException error, ReadyMessage mail) {
        if (mail.withdrawn) {
            close();
            return new Handover.Withdrawn();
        }
        for (Exception e = error; e instanceof MessagingException cause; e = cause.getNextException()) {
            var reply = answer(e);
            if (reply != null && reply.code() >= 400 && reply.code() < 600) {
                return new Handover.Refused(reply);
            }
            if (reply != null && reply.code() >= 200 && reply.code() < 300 && mail.letGo) {
                return new Handover.Accepted(reply); // Angus knows 250 alone, RFC 5321 section 4.2.1 every 2yz
            }
        }
        close();
        var why = why(error);
        return mail.letGo ? new Handover.InDoubt(why) : new Handover.NotSent(why);
    }

    /** The server's answer that Angus could not go on with; none where there was no answer. */
    private static @Nullable SmtpReply answer(Exception error) {
        return switch (error) {
            case SMTPAddressFailedException a -> new SmtpReply(a.getReturnCode(), String.valueOf(a.getMessage()));
            case SMTPSenderFailedException s -> new SmtpReply(s.getReturnCode(), String.valueOf(s.getMessage()));
            case SMTPSendFailedException s when s.getNextException() == null -> new SmtpReply(s.getReturnCode(), String.valueOf(s.getMessage()));
            // an address that Angus itself does not take never reached the server
            case AddressException a -> new SmtpReply(553, "553 5.1.3 " + a.getMessage());
            default -> null;
        };
    }

    /** How the line was lost. */
    private Reason why(MessagingException error) {
        String detail = String.valueOf(error.getMessage()).strip();
        for (Throwable e = error; e != null; e = e instanceof MessagingException mail ? mail.getNextException() : e.getCause()) {
            if (e instanceof SocketTimeoutException) {
                return Reason.of("smtp.answer-does-not-end", "host", host, "seconds", patience.toSeconds());
            }
            if (e instanceof IOException && e.getMessage() != null) {
                detail = e.getMessage();
            }
        }
        // Angus's word for a line that ended where an answer was due
        return detail.equals("[EOF]") ? Reason.of("smtp.line-ended", "host", host) : Reason.of("smtp.line-broke", "detail", detail);
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
