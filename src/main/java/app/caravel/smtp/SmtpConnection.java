package app.caravel.smtp;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
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
import app.caravel.account.route.Trust;
import app.caravel.reason.Reason;

/** One connection to an account's SMTP server, kept open for many mails. Not for several threads at once. */
public final class SmtpConnection implements AutoCloseable {

    /** Waits for permission to end DATA; it runs after the body's bytes have left and before the final dot. */
    @FunctionalInterface
    public interface BeforeFinalDot {
        /** Whether the mail may go. False withdraws it. */
        boolean mayGo() throws IOException;
    }

    private static final int CONNECT_TIMEOUT_MS = 20_000;
    /** RFC 5321 section 4.5.3.2.6 asks for 10 minutes after the final dot; a bound all the same. */
    private static final int READ_TIMEOUT_MS = 300_000;

    private final SMTPTransport transport;
    private final Session session;

    private SmtpConnection(Session session, SMTPTransport transport) {
        this.session = session;
        this.transport = transport;
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
        var session = Session.getInstance(MailProperties.smtp(account, access, Trust.ofSystem(), CONNECT_TIMEOUT_MS, READ_TIMEOUT_MS));
        var transport = (SMTPTransport) session.getTransport("smtp");
        try {
            transport.connect(account.host(), account.port(), account.user(), access.secret());
            return new SmtpConnection(session, transport);
        } catch (AuthenticationFailedException e) {
            throw new AuthenticationFailedException(SignInRefusal.words(transport, e), e);
        }
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
