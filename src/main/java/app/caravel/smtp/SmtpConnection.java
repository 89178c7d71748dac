package app.caravel.smtp;

import java.io.IOException;
import java.util.Objects;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
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
    private final Dialogue dialogue;
    private final String host;
    private final boolean takesUtf8;
    private final @Nullable Ends ends;
    /** The most bytes that the server takes in a mail (RFC 1870); 0 where it does not say. */
    private final long mostBytes;

    private SmtpConnection(SMTPTransport transport, Dialogue dialogue, String host, @Nullable Ends ends) {
        this.transport = transport;
        this.dialogue = dialogue;
        this.host = host;
        this.ends = ends;
        this.takesUtf8 = transport.supportsExtension("SMTPUTF8");
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
        var properties = MailProperties.smtp(account, access, lines);
        var session = Session.getInstance(properties);
        var transport = (SMTPTransport) session.getTransport("smtp");
        try {
            transport.connect(account.host(), account.port(), account.user(), access.secret());
            var line = Objects.requireNonNull(MailProperties.lineOf(properties, "smtp"));
            var offers = new Dialogue.Offers(transport.supportsExtension("PIPELINING"), transport.supportsExtension("SIZE"));
            return new SmtpConnection(transport, new Dialogue(line, account.host(), offers, access.terms().answer()), account.host(), lines.ends());
        } catch (AuthenticationFailedException e) {
            throw new AuthenticationFailedException(SignInRefusal.words(transport, e), e);
        } catch (IOException e) {
            throw new MessagingException(e.getMessage(), e);
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
        if (!takesUtf8 && !(Dialogue.isAscii(envelopeFrom) && Dialogue.isAscii(recipient))) {
            return new Handover.Impossible(Reason.of("smtp.needs-utf8", "address", Dialogue.isAscii(recipient) ? envelopeFrom : recipient, "host", host));
        }
        if (mostBytes > 0 && mail.length > mostBytes) {
            return new Handover.Impossible(Reason.of("smtp.bigger-than-taken", "host", host, "kilobytes", (mail.length + 999) / 1000, "limit", mostBytes / 1000));
        }
        return dialogue.send(envelopeFrom, recipient, mail, gate);
    }

    /** Whether the connection still stands, as far as is known without asking. */
    public boolean isOpen() {
        return dialogue.isOpen();
    }

    @Override
    public void close() {
        try {
            transport.close(); // with a QUIT where the line still stands; in any case it ends Angus' own thread for this line
        } catch (MessagingException e) {
            System.getLogger(SmtpConnection.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        } finally {
            dialogue.cut();
        }
    }
}
