package app.caravel.campaign;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * One campaign being sent, from taking its lock to the last message that is final or in doubt: a lane for each of its
 * accounts. It ends early when the campaign is paused or cancelled (by whatever process: the state in the database is asked)
 * or when every lane that has mails left needs a person or rests for long.
 */
final class CampaignRun {

    private static final long STATE_EVERY_NANOS = 300_000_000;

    private final Campaign campaign;
    private final CampaignStore store;
    private final Clock clock;
    private final Rate rate;
    private volatile List<Work> works = List.of();
    private volatile boolean stopped;
    private long stateAskedAt;
    private boolean asked;
    private boolean running;

    /** A lane with what it sends. */
    record Work(Lane lane, Feeder feeder, List<Courier> couriers) {}

    CampaignRun(Campaign campaign, CampaignStore store, Clock clock) {
        this.campaign = campaign;
        this.store = store;
        this.clock = clock;
        this.rate = new Rate(clock);
    }

    /** Sends. Returns why it stopped by itself, or null where it came to its end, was paused or cancelled. */
    @Nullable Reason send(List<Work> lanes) {
        long begun = clock.millis();
        works = List.copyOf(lanes);
        if (stopped) {
            stop();
        }
        var threads = new ArrayList<Thread>();
        for (var work : lanes) {
            threads.add(Thread.ofPlatform().daemon().name("lane-" + campaign.id() + "-" + work.lane().account().id())
                    .start(() -> work.lane().work(work.feeder(), work.couriers(), this::goesOn, () -> anotherSends(work.lane()))));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            store.addActive(campaign.id(), clock.millis() - begun);
        }
        return lanes.stream().map(work -> work.lane().desk().problem()).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private boolean anotherSends(Lane lane) {
        return works.stream().map(Work::lane).anyMatch(other -> other != lane && other.isAtWork());
    }

    private synchronized boolean goesOn() {
        if (stopped) {
            return false;
        }
        long now = System.nanoTime();
        if (!asked || now - stateAskedAt >= STATE_EVERY_NANOS) {
            asked = true;
            stateAskedAt = now;
            running = store.find(campaign.id()).map(found -> found.state() == CampaignState.RUNNING).orElse(false);
        }
        return running;
    }

    /** Lets what is under way end. */
    void stop() {
        stopped = true;
        works.forEach(work -> work.lane().desk().stop());
    }

    Rate rate() {
        return rate;
    }
}
