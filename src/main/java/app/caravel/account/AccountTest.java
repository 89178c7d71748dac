package app.caravel.account;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

import app.caravel.account.route.Lines;
import app.caravel.account.route.Route;
import app.caravel.account.route.Terms;
import app.caravel.account.route.Trust;
import app.caravel.reason.Reason;

/** Logs in for real, step by step, and says in plain words what is wrong. Sends nothing. */
public final class AccountTest {

    /** What is tried, in this order; the inbox only where the account has one. */
    public enum Step {
        SERVER_FOUND,
        ANSWERS,
        ENCRYPTED,
        SIGNED_IN,
        INBOX_READ
    }

    /** A step that went well. */
    public record Passed(Step step, Duration took) {}

    /** How a test ended. */
    public sealed interface Result {
        /** The steps that went well. */
        List<Passed> passed();

        /** @param mailSize bytes of a mail that the server says it takes (RFC 1870); null: it says nothing */
        record Fine(List<Passed> passed, @Nullable Long mailSize) implements Result {}

        record Failed(List<Passed> passed, Step step, Reason reason) implements Result {}
    }

    /** A step that failed. */
    private static final class Failure extends Exception {
        private final Step step;
        private final Reason reason;

        Failure(Step step, Reason reason, Exception cause) {
            super(reason.toString(), cause);
            this.step = step;
            this.reason = reason;
        }
    }

    private static final int TIMEOUT_MILLIS = 15_000;

    private final Account account;
    private final Access access;
    private final Consumer<Passed> watcher;
    private final Trust trust;
    private final Clock clock;
    private final List<Passed> passed = new ArrayList<>();
    private long since;
    private @Nullable Long mailSize;

    private AccountTest(Account account, Access access, Consumer<Passed> watcher, Trust trust) {
        this.account = account;
        this.access = access;
        this.watcher = watcher;
        this.trust = trust;
        this.clock = Clock.systemUTC();
    }

    /** Tests with what is kept; a token that the server refuses is renewed once. */
    public static Result run(Account account, SignIns signIns) {
        try {
            var access = signIns.of(account);
            var result = run(account, access, _ -> {});
            if (access.signIn() instanceof SignIn.Token && result instanceof Result.Failed failed && failed.step() == Step.SIGNED_IN) {
                return run(account, signIns.renewed(account, access), _ -> {});
            }
            return result;
        } catch (MessagingException e) {
            return new Result.Failed(List.of(), Step.SIGNED_IN, ConnectionProblems.of(e, account.host(), account.port()));
        }
    }

    /** Tests, and tells each step that went well as soon as it did. */
    public static Result run(Account account, Access access, Consumer<Passed> watcher) {
        return run(account, access, watcher, Trust.ofSystem());
    }

    static Result run(Account account, Access access, Consumer<Passed> watcher, Trust trust) {
        return new AccountTest(account, access, watcher, trust).run();
    }

    private Result run() {
        try {
            since = clock.millis();
            reach(account.host(), account.port());
            signIn();
            if (account.imapHost() != null) {
                readInbox(account.imapHost());
            }
            return new Result.Fine(List.copyOf(passed), mailSize);
        } catch (Failure e) {
            System.getLogger(AccountTest.class.getName()).log(System.Logger.Level.DEBUG, "account test", e);
            return new Result.Failed(List.copyOf(passed), e.step, e.reason);
        }
    }

    private void passed(Step step) {
        long now = clock.millis();
        var done = new Passed(step, Duration.ofMillis(now - since));
        since = now;
        passed.add(done);
        watcher.accept(done);
    }

    private void signIn(SMTPTransport transport) throws Failure, MessagingException {
        try {
            transport.connect(account.host(), account.port(), account.user(), access.secret());
        } catch (AuthenticationFailedException e) {
            encrypted();
            throw new Failure(Step.SIGNED_IN, SignInRefusal.of(account, access.signIn(), SignInRefusal.words(transport, e)), e);
        }
    }

    /** A proxy looks up the server's name itself, and a line through it tells both at once. */
    private void reach(String host, int port) throws Failure {
        try {
            if (access.route() instanceof Route.Direct || account.isLoopback()) {
                InetAddress.getByName(host);
                passed(Step.SERVER_FOUND);
            }
            try (var _ = Lines.open(access.route(), host, port, TIMEOUT_MILLIS)) {
                if (passed.isEmpty()) {
                    passed(Step.SERVER_FOUND);
                }
            }
            passed(Step.ANSWERS);
        } catch (IOException e) {
            var why = ConnectionProblems.of(e, host, port);
            throw new Failure(why.key().equals("account.test.no-such-server") ? Step.SERVER_FOUND : Step.ANSWERS, why.key().equals("account.test.other")
                    ? Reason.of("account.test.no-answer", "host", host, "port", String.valueOf(port)) : why, e);
        }
    }

    private void signIn() throws Failure {
        if (account.user() != null && access.secret() == null) {
            throw new Failure(Step.SIGNED_IN, Reason.of("account.test.no-password", "address", account.fromAddress()), new IllegalStateException("no password"));
        }
        var mine = new Access(access.signIn(), access.route(), Terms.of(trust, Duration.ofMillis(TIMEOUT_MILLIS)));
        var session = Session.getInstance(MailProperties.smtp(account, mine, MailProperties.lines(account, mine)));
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            signIn(transport);
            encrypted();
            mailSize = size(transport.getExtensionParameter("SIZE"));
            passed(Step.SIGNED_IN);
        } catch (MessagingException e) {
            throw failure(e, account.host(), account.port(), Step.ENCRYPTED);
        }
    }

    /** None where it is not said, and where 0 says that there is none. */
    private static @Nullable Long size(@Nullable String written) {
        return written != null && written.strip().matches("[1-9]\\d{0,14}") ? Long.valueOf(written.strip()) : null;
    }

    private void encrypted() {
        if (account.security() != Security.NONE) {
            passed(Step.ENCRYPTED);
        }
    }

    private void readInbox(String host) throws Failure {
        var session = Session.getInstance(MailProperties.imap(account, access, trust, TIMEOUT_MILLIS, TIMEOUT_MILLIS));
        try (var store = (IMAPStore) session.getStore("imap")) {
            store.connect(host, account.imapPort(), account.user(), access.secret());
            if (store.hasCapability("ID")) {
                // NetEase opens no folder for a program that does not say its name (RFC 2971)
                store.id(java.util.Map.of("name", "Caravel", "version", "1"));
            }
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
            }
            passed(Step.INBOX_READ);
        } catch (AuthenticationFailedException e) {
            throw new Failure(Step.INBOX_READ, Reason.of("account.test.inbox-refused", "host", host, "address", account.fromAddress(), "answer", String.valueOf(e.getMessage())), e);
        } catch (MessagingException e) {
            throw failure(e, host, account.imapPort(), Step.INBOX_READ);
        }
    }

    private static Failure failure(MessagingException error, String host, int port, Step step) {
        return new Failure(step, ConnectionProblems.of(error, host, port), error);
    }
}
