package app.caravel.campaign;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.SignIns;
import app.caravel.campaign.Ledger.Finished;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.smtp.Handover;
import app.caravel.smtp.SmtpConnection;
import app.caravel.smtp.SmtpProblems;
import app.caravel.store.StoreProblems;

/**
 * One connection's work: takes prepared mails and hands them over one by one. How the last one ended and that the next one
 * begins goes to the ledger as one operation; its commit runs beside the transfer and is waited for before the final dot.
 */
final class Courier implements Runnable {

    /** An attempt that the server puts off is repeated so often, then it has failed. */
    static final int ATTEMPTS = 6;
    private static final int BROKEN_IN_A_ROW = 8;
    private static final int CONNECT_TRIES = 4;
    private static final int RECORD_TRIES = 5;
    private static final Duration LEDGER_WAIT = Duration.ofSeconds(60);

    private final Account account;
    private final SignIns signIns;
    private final Desk desk;
    private final Ledger ledger;
    private final Pacer pacer;
    private final Clock clock;
    private @Nullable SmtpConnection connection;
    private @Nullable Finished last;
    private @Nullable Finished unrecorded;

    Courier(Account account, SignIns signIns, Desk desk, Ledger ledger, Pacer pacer, Clock clock) {
        this.account = account;
        this.signIns = signIns;
        this.desk = desk;
        this.ledger = ledger;
        this.pacer = pacer;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            while (!desk.isStopped()) {
                var mail = next();
                if (mail != null) {
                    handOver(mail);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.getLogger(Courier.class.getName()).log(System.Logger.Level.ERROR, "a courier stopped", e);
            desk.stop(e instanceof Problem problem ? problem.reason() : Reason.of("campaign.ledger"));
        } finally {
            record();
            recordOnceMore();
            if (connection != null) {
                connection.close();
            }
        }
    }

    private @Nullable Prepared next() throws InterruptedException {
        var mail = desk.poll();
        if (mail != null) {
            return mail;
        }
        record(); // nothing to do: what was sent must not wait for the next mail
        return desk.await();
    }

    /** Records how the last mail ended without beginning another. */
    private void record() {
        if (last == null) {
            return;
        }
        var finished = last;
        last = null;
        try {
            ledger.advance(finished, null).get(LEDGER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            unrecorded = finished;
            desk.stop(ledgerProblem(e));
        } finally {
            desk.done();
        }
    }

    /** What the ledger did not take (a full disk, say) is offered again a few times; else it is in doubt at the next start. */
    private void recordOnceMore() {
        for (int attempt = 0; unrecorded != null && attempt < RECORD_TRIES; attempt++) {
            try {
                ledger.advance(unrecorded, null).get(LEDGER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                unrecorded = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private void handOver(Prepared mail) throws InterruptedException {
        if (!waitForRoom() || !connected()) {
            desk.done(); // it is still queued on disk
            return;
        }
        var mime = mail.mime();
        var finished = last;
        last = null;
        var permission = ledger.advance(finished, mail.starting());
        if (finished != null) {
            desk.done();
        }
        var line = Objects.requireNonNull(connection);
        var outcome = line.send(account.fromAddress(), mail.message().recipient(), mime, () -> mayGo(permission));
        settle(mail, outcome, permission);
        if (finished != null && permission.isCompletedExceptionally()) {
            unrecorded = finished; // its commit failed with the next one's: it is said once more at the end
        }
    }

    private boolean mayGo(CompletableFuture<Boolean> permission) throws IOException {
        try {
            return permission.get(LEDGER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            // not on disk, so it must not leave
            desk.stop(ledgerProblem(e));
            throw new IOException("the ledger did not take it", e);
        }
    }

    private void settle(Prepared mail, Handover outcome, CompletableFuture<Boolean> permission) {
        long id = mail.message().id();
        last = switch (outcome) {
            case Handover.Accepted accepted -> {
                desk.worked();
                yield new Finished.Sent(id, accepted.reply());
            }
            case Handover.Refused refused -> {
                desk.worked();
                pacer.giveBack();
                yield refusal(mail, refused);
            }
            case Handover.Withdrawn _ -> {
                pacer.giveBack();
                drop();
                yield null;
            }
            case Handover.NotSent notSent -> {
                pacer.giveBack();
                broken(notSent.why());
                yield new Finished.Requeued(id, notSent.why());
            }
            case Handover.InDoubt doubt -> {
                broken(doubt.why());
                yield new Finished.Doubtful(id, doubt.why());
            }
        };
        if (last == null || permission.isCompletedExceptionally()) {
            last = null;
            desk.done();
        }
    }

    private Finished refusal(Prepared mail, Handover.Refused refused) {
        var reply = refused.reply();
        int attempt = mail.message().attempts() + 1;
        if (connection != null && !connection.isOpen()) {
            drop();
        }
        if (reply.isTemporary() && attempt < ATTEMPTS) {
            return new Finished.Deferred(mail.message().id(), clock.instant().plus(Backoff.before(attempt)), reply);
        }
        return new Finished.Failed(mail.message().id(), reply, reply.isTemporary() ? Reason.of("campaign.too-many-tries", "n", attempt) : null);
    }

    private void broken(Reason why) {
        drop();
        if (desk.broken() >= BROKEN_IN_A_ROW) {
            desk.stop(Reason.of("campaign.line-keeps-breaking", "host", account.host(), "detail", String.valueOf(why.arguments().getOrDefault("detail", ""))));
        }
    }

    private void drop() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** Waits until the account's limits leave room. False where the run stopped meanwhile. */
    private boolean waitForRoom() {
        for (var wait = pacer.take(); !wait.isZero(); wait = pacer.take()) {
            record();
            LockSupport.parkNanos(Math.min(wait.toNanos(), Duration.ofMillis(250).toNanos()));
            if (desk.isStopped()) {
                return false;
            }
        }
        return true;
    }

    private boolean connected() {
        for (int attempt = 1; connection == null; attempt++) {
            if (desk.isStopped()) {
                pacer.giveBack();
                return false;
            }
            try {
                connection = SmtpConnection.open(account, signIns);
            } catch (MessagingException e) {
                record();
                if (e instanceof AuthenticationFailedException || attempt >= CONNECT_TRIES) {
                    desk.stop(SmtpProblems.of(e, account));
                } else {
                    LockSupport.parkNanos(Duration.ofMillis(500L << attempt).toNanos());
                }
            }
        }
        return true;
    }

    private static Reason ledgerProblem(Throwable error) {
        return StoreProblems.isDiskFull(error) ? Reason.of("campaign.disk-full") : Reason.of("campaign.ledger");
    }
}
