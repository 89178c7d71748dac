package app.caravel.mailbox;

import java.util.Locale;
import java.util.Objects;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;

import app.caravel.account.Account;
import app.caravel.account.ConnectionProblems;
import app.caravel.account.SignInProblem;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** What is the matter with a mailbox, in words that a person can act on. */
final class MailboxProblems {

    private static final int LONGEST = 200;

    private MailboxProblems() {}

    static Problem of(MessagingException error, Account account) {
        return new Problem(reason(error, account, Objects.requireNonNullElse(account.imapHost(), account.host())), error);
    }

    private static Reason reason(MessagingException error, Account account, String host) {
        if (error instanceof SignInProblem said) {
            return said.reason();
        }
        var answer = words(error);
        if (error instanceof AuthenticationFailedException) {
            return Reason.of("account.test.inbox-refused", "host", host, "address", account.fromAddress(), "answer", answer);
        }
        if (answer.toLowerCase(Locale.ROOT).contains("unsafe login")) {
            return Reason.of("mailbox.unsafe-login", "host", host, "address", account.fromAddress(), "answer", answer);
        }
        if (error.getNextException() instanceof CommandFailedException) {
            return Reason.of("mailbox.refused", "host", host, "address", account.fromAddress(), "answer", answer);
        }
        if (error.getNextException() instanceof ProtocolException || error.getNextException() == null) {
            return Reason.of("mailbox.line-broke", "host", host, "detail", answer);
        }
        return ConnectionProblems.of(error, host, account.imapPort());
    }

    /** The server's words without the number of its command. */
    private static String words(Exception error) {
        var line = String.valueOf(error.getMessage()).replaceAll("\\s+", " ").replaceFirst("^A\\d+ (?=NO|BAD)", "").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
