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
    /** The same where the refusal was the account's, so that no account keeps a mail for ever. */
    private static final int RESTED_ATTEMPTS = 20;
    private static final int BROKEN_IN_A_ROW = 8;
    private static final int CONNECT_TRIES = 4;
    private static final int RECORD_TRIES = 5;
    private static final Duration LEDGER_WAIT = Duration.ofSeconds(60);

    private final Lane lane;
    private final Account account;
    private final SignIns signIns;
    private final Desk desk;
    private final Ledger ledger;
    private final Clock clock;
    private final int perConnection;
    private int byThisConnection;
    private @Nullable SmtpConnection connection;
    private @Nullable Finished last;
    private @Nullable Finished unrecorded;

    /** @param perConnection mails until a connection is opened anew; 0: no limit */
    Courier(Lane lane, SignIns signIns, Ledger ledger, int perConnection, Clock clock) {
        this.lane = lane;
        this.account = lane.account();
        this.signIns = signIns;
        this.desk = lane.desk();
        this.ledger = ledger;
        this.perConnection = perConnection;
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
        if (desk.isResting()) {
            drop(); // an open line would be the server's to close, and a mail's to find closed
        }
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
        if (!waitForRoom(mail) || !connected(mail)) {
            desk.done(); // it is still queued on disk
            return;
        }
        if (mail.message().isLate(clock.instant())) { // while it connected
            lane.gate().giveBack(mail.message().domain());
            desk.done();
            return;
        }
        var mime = mail.mime();
        var finished = last;
        last = null;
        var line = Objects.requireNonNull(connection);
        var permission = ledger.advance(finished, mail.starting().of(mime.length, line.ends()));
        if (finished != null) {
            desk.done();
        }
        var outcome = line.send(account.fromAddress(), mail.message().envelope(), mime, () -> mayGo(permission));
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
                lane.taken();
                renewed();
                yield new Finished.Sent(id, accepted.reply());
            }
            case Handover.Refused refused -> {
                lane.gate().giveBack(mail.message().domain());
                settled(permission); // the mail before it is on disk as sent by then: a limit is counted by it
                yield refusal(mail, refused);
            }
            case Handover.Impossible impossible -> {
                lane.gate().giveBack(mail.message().domain());
                yield new Finished.Failed(id, null, impossible.why());
            }
            case Handover.Withdrawn _ -> {
                lane.gate().giveBack(mail.message().domain());
                drop();
                yield null;
            }
            case Handover.NotSent notSent -> {
                lane.gate().giveBack(mail.message().domain());
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

    /** Waits, within bounds, until the ledger has taken or refused what was handed to it; how it went is asked by others. */
    private static void settled(CompletableFuture<Boolean> permission) {
        permission.handle((_, _) -> true).completeOnTimeout(false, LEDGER_WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private Finished refusal(Prepared mail, Handover.Refused refused) {
        var reply = refused.reply();
        int attempt = mail.message().attempts() + 1;
        if (connection != null && !connection.isOpen()) {
            drop();
        }
        var rested = lane.refused(reply);
        if (rested != null && attempt < RESTED_ATTEMPTS) {
            return new Finished.Deferred(mail.message().id(), rested, reply); // it is the account's, not this mail's
        }
        if (reply.isTemporary() && attempt < ATTEMPTS) {
            return new Finished.Deferred(mail.message().id(), clock.instant().plus(Backoff.before(attempt)), reply);
        }
        return new Finished.Failed(mail.message().id(), reply, reply.isTemporary() ? Reason.of("campaign.too-many-tries", "n", attempt) : null);
    }

    private void broken(Reason why) {
        drop();
        if (desk.broken() >= BROKEN_IN_A_ROW) {
            desk.stop(Reason.of("campaign.line-keeps-breaking", "host", account.host(), "how", why.key().replace("smtp.", "").replace('-', '_'),
                    "detail", String.valueOf(why.arguments().getOrDefault("detail", why.arguments().getOrDefault("answer", "")))));
        }
    }

    private void drop() {
        byThisConnection = 0;
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    /** Some servers take only so many mails on one connection, and begin to refuse after them. */
    private void renewed() {
        if (perConnection > 0 && ++byThisConnection >= perConnection) {
            drop();
        }
    }

    /** Waits until the account's limits leave room. False where the mail is not to go now: its domain has had enough, its window closed, or the run stopped. */
    private boolean waitForRoom(Prepared mail) {
        var domain = mail.message().domain();
        while (!mail.message().isLate(clock.instant()) && lane.gate().hasRoomFor(domain)) {
            var wait = lane.gate().take(domain);
            if (wait.isZero()) {
                return true;
            }
            record();
            LockSupport.parkNanos(Math.min(wait.toNanos(), Duration.ofMillis(250).toNanos()));
            if (desk.isStopped() || desk.isResting()) {
                return false;
            }
        }
        return false;
    }

    private boolean connected(Prepared mail) {
        for (int attempt = 1; connection == null; attempt++) {
            if (desk.isStopped()) {
                lane.gate().giveBack(mail.message().domain());
                return false;
            }
            try {
                connection = SmtpConnection.open(account, signIns);
            } catch (MessagingException e) {
                record();
                if (e instanceof AuthenticationFailedException || SmtpProblems.isOfTrust(e) || attempt >= CONNECT_TRIES) {
                    desk.stop(SmtpProblems.of(e, account));
                } else {
                    LockSupport.parkNanos(signIns.terms().again().toNanos() << (attempt - 1));
                }
            }
        }
        return true;
    }

    private static Reason ledgerProblem(Throwable error) {
        return StoreProblems.isDiskFull(error) ? Reason.of("campaign.disk-full") : Reason.of("campaign.ledger");
    }
}
