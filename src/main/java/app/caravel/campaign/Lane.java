package app.caravel.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Paces;
import app.caravel.account.Rests;
import app.caravel.account.Rests.Rest;
import app.caravel.campaign.pace.Breaker;
import app.caravel.campaign.pace.Gate;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.smtp.SmtpReply;

/**
 * One account's part of a run: its mails, its connections, its limits. What stops it stops no other. It ends when nothing of
 * its is left, or when it rests for longer than anybody would wait for.
 */
final class Lane {

    private static final long POLL_NANOS = 20_000_000;
    private static final long WAITING_NANOS = 250_000_000;
    /** A rest that is longer ends the run: it goes on by itself afterwards where the app is open. */
    private static final Duration WORTH_WAITING = Duration.ofMinutes(20);

    private final long campaignId;
    private final Account account;
    private final Parts parts;
    private final Gate gate;
    private final Breaker breaker;
    private final Desk desk = new Desk();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean begun;
    private volatile boolean atLongRest;
    private volatile boolean over;

    /** What lanes work with. */
    record Parts(MessageQueries messages, Ledger ledger, Paces paces, Rests rests, Clock clock) {}

    Lane(long campaignId, Account account, Gate gate, Breaker breaker, Parts parts) {
        this.campaignId = campaignId;
        this.account = account;
        this.gate = gate;
        this.breaker = breaker;
        this.parts = parts;
    }

    Account account() {
        return account;
    }

    Desk desk() {
        return desk;
    }

    Gate gate() {
        return gate;
    }

    /** Whether it sends, or will within minutes. */
    boolean isAtWork() {
        return !over && !atLongRest;
    }

    /**
     * Sends until nothing is left, the run is over or the account must rest.
     *
     * @param othersSend whether another lane is at work
     */
    void work(Feeder feeder, List<Courier> couriers, BooleanSupplier goesOn, BooleanSupplier othersSend) {
        for (var courier : couriers) {
            threads.add(Thread.ofPlatform().daemon().name("courier-" + campaignId + "-" + account.id() + "-" + threads.size()).start(courier));
        }
        try {
            feedAll(feeder, goesOn, othersSend);
        } catch (InterruptedException e) {
            desk.stop(Reason.of("campaign.stopped"));
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.getLogger(Lane.class.getName()).log(System.Logger.Level.ERROR, "a lane stopped", e);
            desk.stop(e instanceof Problem problem ? problem.reason() : Reason.of("campaign.ledger"));
        } finally {
            over = true;
            desk.stop();
            join();
        }
    }

    private void feedAll(Feeder feeder, BooleanSupplier goesOn, BooleanSupplier othersSend) throws InterruptedException {
        while (!desk.isStopped() && goesOn.getAsBoolean()) {
            if (rests(othersSend)) {
                feeder.rewind();
                pause(WAITING_NANOS);
                continue;
            }
            if (feeder.feed()) {
                continue;
            }
            if (!desk.isClear()) {
                pause(POLL_NANOS);
                continue;
            }
            var now = parts.clock().instant();
            if (parts.messages().isAnyDeferredDue(campaignId, now)) { // asked first: a run that waits for days must not write four times a second
                parts.ledger().requeueDue(campaignId);
            }
            feeder.replanLate();
            if (parts.messages().isAnyReady(campaignId, account.id(), now)) {
                if (feeder.passedSome()) {
                    pause(WAITING_NANOS); // what is ready waits for its domain's room
                }
                feeder.rewind();
            } else if (!parts.messages().isAnyWaiting(campaignId, account.id())) {
                return;
            } else {
                pause(WAITING_NANOS);
            }
        }
    }

    /**
     * Whether the account rests now. A long rest, or one that a person must end, ends the lane, but not before the others are
     * through: until then a person may let it go on.
     */
    private boolean rests(BooleanSupplier othersSend) {
        var rest = parts.rests().of(account.id()).orElse(null);
        var now = parts.clock().instant();
        if (rest == null || rest.isOver(now)) {
            atLongRest = false;
            desk.rest(false);
            return false;
        }
        desk.rest(true);
        var until = rest.until();
        atLongRest = until == null || Duration.between(now, until).compareTo(WORTH_WAITING) > 0;
        if (atLongRest && !othersSend.getAsBoolean()) {
            desk.stop(rest.why());
        }
        return true;
    }

    /** The server took a mail. */
    void taken() {
        desk.worked();
        breaker.taken();
        if (!begun) {
            begun = true;
            parts.paces().begun(account.id(), parts.clock().instant());
        }
    }

    /**
     * The server refused a mail. Where the refusal speaks of the account, all of it rests from now on and the mail waits with it.
     *
     * @return when the mail may go again, null where the refusal is its own
     */
    @Nullable Instant refused(SmtpReply reply) {
        desk.worked();
        var trip = breaker.refused(reply);
        if (trip == null) {
            return null;
        }
        var now = parts.clock().instant();
        var until = trip.rest() == null ? null : now.plus(trip.rest());
        parts.rests().begin(account.id(), new Rest(now, until, until == null ? trip.why() : trip.until(until)));
        desk.rest(true);
        if (Breaker.isOfTheDay(reply)) {
            int sent = parts.messages().countSentSince(account.id(), now.minus(Duration.ofHours(24)));
            if (sent > 0) {
                parts.paces().learned(account.id(), sent);
            }
        }
        return Breaker.isOfTheAccount(reply) ? until == null ? now : until : null;
    }

    private static void pause(long nanos) throws InterruptedException {
        LockSupport.parkNanos(nanos);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void join() {
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
