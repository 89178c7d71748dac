package app.caravel.mailbox;

import java.util.Map;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

import app.caravel.account.Access;
import app.caravel.account.Account;
import app.caravel.account.MailProperties;
import app.caravel.account.SignIn;
import app.caravel.account.SignIns;
import app.caravel.account.route.Trust;
import app.caravel.reason.Problem;

/**
 * One signed-in line to an account's IMAP server, by the account's route and with what it signs in with. Every wait is
 * bounded. What goes wrong is thrown as a {@link Problem} in words. Not for several threads at once.
 */
public final class ImapConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 15_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final Account account;
    private final Session session;
    private final IMAPStore store;

    private ImapConnection(Account account, Session session, IMAPStore store) {
        this.account = account;
        this.session = session;
        this.store = store;
    }

    /**
     * Connects and signs in; with a fresh token once where the server refuses the one there was.
     *
     * @throws Problem where the account has no IMAP server, or it does not let in
     */
    public static ImapConnection open(Account account, SignIns signIns) {
        var host = account.imapHost();
        if (host == null) {
            throw Problem.of("mailbox.no-imap", "address", account.fromAddress());
        }
        try {
            var access = signIns.of(account);
            try {
                return open(account, host, access);
            } catch (AuthenticationFailedException e) {
                if (!(access.signIn() instanceof SignIn.Token)) {
                    throw e;
                }
                return open(account, host, signIns.renewed(account, access));
            }
        } catch (MessagingException e) {
            throw MailboxProblems.of(e, account);
        }
    }

    private static ImapConnection open(Account account, String host, Access access) throws MessagingException {
        var session = Session.getInstance(MailProperties.imap(account, access, Trust.ofSystem(), CONNECT_MILLIS, ANSWER_MILLIS));
        var store = (IMAPStore) session.getStore("imap");
        store.connect(host, account.imapPort(), account.user(), access.secret());
        var opened = new ImapConnection(account, session, store);
        try {
            opened.sayWhoWeAre();
        } catch (MessagingException e) {
            opened.close();
            throw e;
        }
        return opened;
    }

    /** NetEase opens no folder for a program that does not say its name (RFC 2971); it holds for this line, which the folder then takes. */
    private void sayWhoWeAre() throws MessagingException {
        if (store.hasCapability("ID")) {
            store.id(Map.of("name", "Caravel", "version", "1"));
        }
    }

    /**
     * The folder of sent mails, opened for looking and adding.
     *
     * @throws Problem where there is none, or it cannot be opened
     */
    public SentFolder sent() {
        try {
            var name = SentNames.find(store, (IMAPFolder) store.getDefaultFolder())
                    .orElseThrow(() -> Problem.of("mailbox.no-sent-folder", "address", account.fromAddress()));
            return SentFolder.open((IMAPFolder) store.getFolder(name), account, session);
        } catch (MessagingException e) {
            throw MailboxProblems.of(e, account);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            System.getLogger(ImapConnection.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
