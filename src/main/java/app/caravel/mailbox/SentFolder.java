package app.caravel.mailbox;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SearchException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;

/** The open folder of an account's sent mails. Angus alone would fetch every mail where a server does not search headers; here that is bounded. */
public final class SentFolder implements AutoCloseable {

    /** Header of every mail of ours: it stays where a provider gives the Message-ID anew, as Outlook.com does. */
    private static final String CARAVEL_ID = "X-Caravel-Id";
    private static final String MESSAGE_ID = "Message-ID";
    private static final int BLOCK = 200;
    /** Mails that are looked at one by one, newest first, at most. */
    private static final int MOST = 2_000;

    private final IMAPFolder folder;
    private final Account account;
    private final Session session;
    private @Nullable Boolean searchesHeaders;

    private SentFolder(IMAPFolder folder, Account account, Session session) {
        this.folder = folder;
        this.account = account;
        this.session = session;
    }

    static SentFolder open(IMAPFolder folder, Account account, Session session) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        return new SentFolder(folder, account, session);
    }

    /** A mail as it lies there. */
    public record Kept(String messageId, @Nullable String caravelId, Instant at) {}

    /**
     * Whether a mail of ours lies there.
     *
     * @param since before which it cannot have been put there
     * @throws app.caravel.reason.Problem where the server does not say
     */
    public boolean holds(String messageId, byte[] randomId, Instant since) {
        var id = HexFormat.of().formatHex(randomId);
        try {
            if (searchesHeaders() && (!search(MESSAGE_ID, messageId).isEmpty() || !search(CARAVEL_ID, id).isEmpty())) {
                return true;
            }
            return !searchesHeaders() && newest(since, kept -> kept.messageId().equals(messageId) || id.equalsIgnoreCase(kept.caravelId())).stream().findAny().isPresent();
        } catch (MessagingException e) {
            throw MailboxProblems.of(e, account);
        }
    }

    /** The mails that came there since a time, newest first; of a very full folder the newest ones. */
    public List<Kept> since(Instant since) {
        try {
            return newest(since, kept -> !kept.at().isBefore(since));
        } catch (MessagingException e) {
            throw MailboxProblems.of(e, account);
        }
    }

    /** Puts a mail there as a read one, under its own date. */
    public void append(byte[] mail) {
        try {
            var message = new MimeMessage(session, new ByteArrayInputStream(mail));
            message.setFlag(Flags.Flag.SEEN, true);
            folder.appendMessages(new Message[] {message});
        } catch (MessagingException e) {
            throw MailboxProblems.of(e, account);
        }
    }

    /** Some servers answer every search in headers with nothing: one that finds the newest mail there by its own id can be believed. */
    private boolean searchesHeaders() throws MessagingException {
        if (searchesHeaders == null) {
            int count = folder.getMessageCount();
            if (count == 0) {
                return false; // nothing to find, nothing to learn
            }
            var newest = fetched(count, count).getFirst();
            searchesHeaders = !newest.messageId().isEmpty() && search(MESSAGE_ID, newest.messageId()).contains(count);
        }
        return searchesHeaders;
    }

    /** Numbers of mails; none where the server refuses such a search. */
    private List<Integer> search(String header, String value) throws MessagingException {
        var found = folder.doCommand(protocol -> {
            try {
                return protocol.search(new HeaderTerm(header, value));
            } catch (CommandFailedException e) {
                return new int[0];
            } catch (SearchException e) {
                throw new ProtocolException(String.valueOf(e.getMessage()), e);
            }
        });
        return java.util.Arrays.stream((int[]) Objects.requireNonNullElse(found, new int[0])).boxed().toList();
    }

    private List<Kept> newest(Instant since, Predicate<Kept> wanted) throws MessagingException {
        var found = new ArrayList<Kept>();
        int last = folder.getMessageCount();
        for (int end = last; end > 0 && last - end < MOST; end -= BLOCK) {
            var block = fetched(Math.max(1, end - BLOCK + 1), end);
            block.reversed().stream().filter(wanted).forEach(found::add);
            if (block.stream().allMatch(kept -> kept.at().isBefore(since))) {
                break;
            }
        }
        return found;
    }

    private List<Kept> fetched(int from, int to) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(MESSAGE_ID);
        profile.add(CARAVEL_ID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        var messages = folder.getMessages(from, to);
        folder.fetch(messages, profile);
        var kept = new ArrayList<Kept>();
        for (var message : messages) {
            var received = message.getReceivedDate();
            kept.add(new Kept(Objects.requireNonNullElse(first(message, MESSAGE_ID), "").strip(), first(message, CARAVEL_ID), received == null ? Instant.EPOCH : received.toInstant()));
        }
        return kept;
    }

    private static @Nullable String first(Message message, String header) throws MessagingException {
        var values = message.getHeader(header);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } catch (MessagingException e) {
            System.getLogger(SentFolder.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
