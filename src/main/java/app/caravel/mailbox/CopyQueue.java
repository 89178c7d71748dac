package app.caravel.mailbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.SignIns;
import app.caravel.campaign.CopyMails;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageQueries;
import app.caravel.campaign.SentCopies;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.ProcessLock;

/**
 * Puts copies of sent mails into accounts' Sent folders, in a thread of its own and after the fact: sending neither waits for
 * it nor hears of its problems. Whether the provider keeps copies itself is looked at with the first mail, and remembered.
 * One process of this computer does it at a time.
 */
public final class CopyQueue implements SentCopies, AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    /** A provider that keeps copies shows them within this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private final Needs needs;
    private final DueCopies due;
    private final Path lock;
    private final Duration patience;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger looking = new AtomicInteger();
    private final AtomicBoolean following = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    /** What it is built on. */
    public record Needs(Database database, Accounts accounts, SignIns signIns, MessageQueries messages, CopyMails mails, SentFactsStore facts, Path home, Clock clock) {}

    public CopyQueue(Needs needs) {
        this(needs, PATIENCE);
    }

    CopyQueue(Needs needs, Duration patience) {
        this.needs = needs;
        this.due = new DueCopies(needs.database());
        this.lock = needs.home().resolve("locks").resolve("sent-copies");
        this.patience = patience;
    }

    @Override
    public void follow() {
        if (following.compareAndSet(false, true) && closed.getCount() > 0) {
            thread = Thread.ofPlatform().daemon().name("sent-copies").start(this::work);
        }
    }

    private void work() {
        try {
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    pass(Long.MAX_VALUE);
                } catch (RuntimeException e) {
                    log("copies to Sent", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what is due now, at most until then (System.nanoTime). */
    private synchronized void pass(long until) {
        try (var taken = ProcessLock.take(lock).orElse(null)) {
            if (taken == null) {
                return; // another process is at it
            }
            due.collect(this::facts);
            for (long id : due.accounts(needs.clock().instant())) {
                var account = needs.accounts().find(id).orElse(null);
                if (account == null || !facts(id).needsCopies()) {
                    due.dropAll(id);
                } else {
                    copy(account, until);
                }
            }
        }
    }

    /** Those of an account without a mailbox are as if nobody wanted any. */
    private SentFacts facts(long accountId) {
        boolean reads = needs.accounts().find(accountId).map(account -> account.imapHost() != null).orElse(false);
        var facts = needs.facts().of(accountId);
        return reads ? facts : new SentFacts(facts.keeps(), facts.checkedAt(), SentFacts.Wanted.NONE, null, false, null);
    }

    private void copy(Account account, long until) {
        try (var line = ImapConnection.open(account, needs.signIns()); var folder = line.sent()) {
            var next = due.next(account.id(), now());
            while (next.isPresent() && closed.getCount() > 0 && System.nanoTime() < until && copied(account, folder, next.get())) {
                next = due.next(account.id(), now());
            }
        } catch (Problem problem) {
            needs.facts().problem(account.id(), problem.reason());
            due.putOffAll(account.id(), now());
        }
    }

    /** False where none of the account's are needed any more. */
    private boolean copied(Account account, SentFolder folder, long id) {
        var message = needs.messages().find(id).orElse(null);
        var sentAt = message == null ? null : message.sentAt();
        if (message == null || sentAt == null) {
            due.done(id);
            return true;
        }
        boolean there = folder.holds(message.messageId(), message.randomId(), sentAt.minus(Duration.ofDays(1)));
        if (needs.facts().of(account.id()).keeps() == SentFacts.Keeps.UNKNOWN) {
            if (there) {
                needs.facts().found(account.id(), SentFacts.Keeps.YES, now());
                due.dropAll(account.id());
                return false;
            }
            if (now().isBefore(sentAt.plus(patience))) {
                due.wait(id, min(sentAt.plus(patience), now().plus(LOOK_AGAIN)));
                return true;
            }
            needs.facts().found(account.id(), SentFacts.Keeps.NO, now());
        }
        if (!there) {
            append(account, folder, message);
        } else {
            due.done(id);
        }
        return true;
    }

    private void append(Account account, SentFolder folder, Message message) {
        var mail = mail(account, message);
        if (mail == null) {
            due.done(message.id());
            return;
        }
        try {
            folder.append(mail);
            due.done(message.id());
            needs.facts().problem(account.id(), null);
        } catch (Problem problem) {
            if (!problem.reason().key().equals("mailbox.refused")) {
                throw problem;
            }
            needs.facts().problem(account.id(), problem.reason()); // this one alone: too heavy, say
            due.putOff(message.id(), now());
        }
    }

    /** Nothing where it cannot be put together any more. */
    private byte @Nullable [] mail(Account account, Message message) {
        try {
            return needs.mails().of(message, account).orElse(null);
        } catch (Problem gone) {
            needs.facts().problem(account.id(), gone.reason());
            return null;
        }
    }

    @Override
    public void tested(Account account, Message message) {
        if (account.imapHost() == null || needs.facts().of(account.id()).keeps() != SentFacts.Keeps.UNKNOWN) {
            return;
        }
        looking.incrementAndGet();
        Thread.ofPlatform().daemon().name("sent-look-" + account.id()).start(() -> {
            try {
                look(account, message);
            } catch (Problem problem) {
                needs.facts().problem(account.id(), problem.reason());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log("a look into Sent", e);
            } finally {
                looking.decrementAndGet();
            }
        });
    }

    /** Looks for a test mail within some seconds. */
    private void look(Account account, Message message) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        try (var line = ImapConnection.open(account, needs.signIns()); var folder = line.sent()) {
            while (true) {
                if (folder.holds(message.messageId(), message.randomId(), message.since().minus(Duration.ofDays(1)))) {
                    needs.facts().found(account.id(), SentFacts.Keeps.YES, now());
                    return;
                }
                if (System.nanoTime() >= until) {
                    needs.facts().found(account.id(), SentFacts.Keeps.NO, now());
                    return;
                }
                if (closed.await(Math.min(LOOK_AGAIN.toMillis(), patience.toMillis()), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    /**
     * For the command line, which ends with its verb: makes what is due, as long as that goes on without a problem.
     *
     * @return how many are left; they are made the next time that Caravel runs
     */
    public int finish(Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        try {
            do {
                pass(until);
                if (due.fresh() == 0 && looking.get() == 0) {
                    break;
                }
            } while (System.nanoTime() < until && !closed.await(Math.min(500, patience.toMillis()), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return due.all();
    }

    /** Waits until it is seen whether the provider keeps copies, where a test mail asks for it. */
    public void awaitLook() {
        long until = System.nanoTime() + 2 * patience.toNanos();
        try {
            while (looking.get() > 0 && System.nanoTime() < until && !closed.await(50, TimeUnit.MILLISECONDS)) {
                // it is looked
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant now() {
        return needs.clock().instant();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void log(String what, Exception e) {
        System.getLogger(CopyQueue.class.getName()).log(System.Logger.Level.WARNING, what, e);
    }

    @Override
    public void close() {
        closed.countDown();
        var working = thread;
        if (working != null) {
            try {
                working.join(CLOSE_WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
