package app.caravel.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * One campaign being sent, from taking its lock to the last message that is final or in doubt. It ends early when the
 * campaign is paused or cancelled (by whatever process: the state in the database is asked) or when something needs a person.
 */
final class CampaignRun {

    private static final long POLL_NANOS = 20_000_000;
    private static final long DEFERRED_NANOS = 250_000_000;
    private static final long STATE_EVERY_MILLIS = 300;

    private final Campaign campaign;
    private final RunParts parts;
    private final Desk desk = new Desk();
    private final Rate rate;
    private long stateAskedAt;

    /** What a run works with. */
    record RunParts(CampaignStore store, MessageQueries messages, Ledger ledger, Clock clock) {}

    CampaignRun(Campaign campaign, RunParts parts) {
        this.campaign = campaign;
        this.parts = parts;
        this.rate = new Rate(parts.clock());
    }

    /** Sends. Returns why it stopped by itself, or null where it came to its end, was paused or cancelled. */
    @Nullable Reason send(Feeder feeder, List<Courier> couriers) {
        long begun = parts.clock().millis();
        var threads = new ArrayList<Thread>();
        for (var courier : couriers) {
            threads.add(Thread.ofPlatform().daemon().name("courier-" + campaign.id() + "-" + threads.size()).start(courier));
        }
        try {
            feedAll(feeder);
        } catch (InterruptedException e) {
            desk.stop(Reason.of("campaign.stopped"));
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            System.getLogger(CampaignRun.class.getName()).log(System.Logger.Level.ERROR, "a run stopped", e);
            desk.stop(e instanceof app.caravel.reason.Problem problem ? problem.reason() : Reason.of("campaign.ledger"));
        } finally {
            desk.stop();
            join(threads);
            parts.store().addActive(campaign.id(), parts.clock().millis() - begun);
        }
        return desk.problem();
    }

    private void feedAll(Feeder feeder) throws InterruptedException {
        while (goesOn()) {
            if (feeder.feed()) {
                continue;
            }
            if (!desk.isClear()) {
                pause(POLL_NANOS);
                continue;
            }
            parts.ledger().requeueDue(campaign.id());
            var left = parts.messages().counts(campaign.id());
            if (left.of(MessageState.QUEUED) > 0) {
                feeder.rewind();
            } else if (left.of(MessageState.DEFERRED) == 0) {
                return;
            } else {
                pause(DEFERRED_NANOS);
            }
        }
    }

    private boolean goesOn() {
        if (desk.isStopped()) {
            return false;
        }
        long now = parts.clock().millis();
        if (now - stateAskedAt < STATE_EVERY_MILLIS) {
            return true;
        }
        stateAskedAt = now;
        return parts.store().find(campaign.id()).map(found -> found.state() == CampaignState.RUNNING).orElse(false);
    }

    private static void pause(long nanos) throws InterruptedException {
        LockSupport.parkNanos(nanos);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static void join(List<Thread> threads) {
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    Desk desk() {
        return desk;
    }

    Rate rate() {
        return rate;
    }
}
