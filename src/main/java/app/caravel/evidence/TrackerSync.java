package app.caravel.evidence;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.Cursor;
import app.caravel.protocol.EventLine;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Brings the tracker's events into the workspace: each once, judged in the same transaction that stores it. */
public final class TrackerSync {

    private static final System.Logger LOG = System.getLogger(TrackerSync.class.getName());

    /** Events of one request and one transaction. */
    static final int PAGE = 1_000;

    /** How long {@link #pullAndSettle} goes on where clicks keep coming. */
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(40);

    private final Jdbi db;
    private final Trackers trackers;
    private final TrackerStore tracker;
    private final TrackerClient client;
    private final Verdicts verdicts;
    private final EventQueries queries;
    private final Unsubscribed unsubscribed;
    private final Clock clock;
    private final EventStore events = new EventStore();
    private final List<EvidenceListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Duration clockOff;

    TrackerSync(Database database, Trackers trackers, TrackerClient client, Verdicts verdicts, EventQueries queries, Unsubscribed unsubscribed, Clock clock) {
        this.db = database.jdbi();
        this.trackers = trackers;
        this.tracker = new TrackerStore(database.jdbi());
        this.client = client;
        this.verdicts = verdicts;
        this.queries = queries;
        this.unsubscribed = unsubscribed;
        this.clock = clock;
        trackers.onChange(() -> listeners.forEach(EvidenceListener::statusChanged));
    }

    public void listen(EvidenceListener listener) {
        listeners.add(listener);
    }

    public void forget(EvidenceListener listener) {
        listeners.remove(listener);
    }

    /** How far this computer's clock is ahead of the tracker's (negative: behind), as the last answer told. */
    public Optional<Duration> clockOff() {
        return Optional.ofNullable(clockOff);
    }

    /**
     * Takes in what the tracker has.
     *
     * @throws Problem where there is no tracker, or it does not answer
     */
    public SyncResult pull() {
        return pull(Duration.ZERO);
    }

    /** The same, and stays until what is too fresh to be judged can be: some 15 seconds where somebody has just clicked. */
    public SyncResult pullAndSettle() {
        var end = System.nanoTime() + SETTLE_WITHIN.toNanos();
        var result = pull();
        for (var ripe = verdicts.nextRipe(); ripe.isPresent() && System.nanoTime() < end; ripe = verdicts.nextRipe()) {
            var wait = Duration.between(clock.instant(), ripe.get());
            if (wait.compareTo(Classifier.BURST_MAY_COME) > 0) {
                break; // the tracker's clock is ahead: no waiting helps
            }
            var next = pull(wait.isPositive() ? wait.plusSeconds(1) : Duration.ZERO);
            result = new SyncResult(result.events() + next.events(), next.cursor());
        }
        return result;
    }

    /** Waits up to so long for the next event where there is none. */
    SyncResult pull(Duration wait) {
        var paired = trackers.paired();
        boolean failing = trackers.status().map(status -> status.failingSince() != null || status.reachedAt() == null).orElse(true);
        var cursor = tracker.cursor().orElse(null);
        int count = 0;
        for (var patience = wait;; patience = Duration.ZERO) {
            var answer = ask(paired, cursor, patience);
            cursor = answer.cursor();
            count += take(paired, answer);
            if (answer.lines().isEmpty()) {
                break;
            }
        }
        if (failing) {
            listeners.forEach(EvidenceListener::statusChanged);
        }
        handOverUnsubscribes();
        settle();
        return new SyncResult(count, cursor);
    }

    private TrackerClient.Answer ask(PairedTracker paired, @Nullable Cursor after, Duration wait) {
        try {
            var answer = client.ask(paired, after, PAGE, wait);
            clockOff = answer.clockOff();
            tracker.reached(clock.instant(), wait.isPositive() ? null : answer.took());
            return answer;
        } catch (Problem e) {
            if (!Thread.currentThread().isInterrupted()) {
                tracker.failed(clock.instant(), e.reason());
                listeners.forEach(EvidenceListener::statusChanged);
            }
            throw e;
        }
    }

    private synchronized int take(PairedTracker paired, TrackerClient.Answer answer) {
        var received = read(answer.lines());
        record Taken(long before, int count, List<Long> judged) {}
        var taken = db.inTransaction(h -> {
            if (!tracker.advance(h, paired, answer.cursor())) {
                throw Problem.of("evidence.pairing-changed");
            }
            long before = events.add(h, received);
            var judged = verdicts.judge(h, events.messagesBehind(h, before));
            return new Taken(before, events.countBehind(h, before), judged);
        });
        if (taken.count > 0) {
            var arrived = queries.behind(taken.before);
            var others = queries.events(taken.judged.stream().filter(id -> id <= taken.before).toList());
            listeners.forEach(listener -> listener.arrived(arrived));
            tellJudged(others);
        }
        return taken.count;
    }

    private static List<EventStore.Received> read(List<String> lines) {
        var received = new ArrayList<EventStore.Received>(lines.size());
        for (var line : lines) {
            try {
                received.add(new EventStore.Received(EventLine.read(line), line));
            } catch (IllegalArgumentException e) {
                // of a newer tracker: to stop here would keep all the others out for ever
                LOG.log(Level.WARNING, "The tracker told an event that this Caravel does not know; it is left out.", e);
            }
        }
        return received;
    }

    private synchronized void handOverUnsubscribes() {
        for (var unsubscription : db.withHandle(events::unsubscribesToHandOver)) {
            unsubscribed.unsubscribed(unsubscription.address(), unsubscription.campaign(), unsubscription.at());
            db.useHandle(h -> events.handedOver(h, unsubscription.eventId()));
        }
    }

    /** Judges what was pending and is ripe now; also when there is no tracker any more. */
    public void settle() {
        tellJudged(queries.events(verdicts.settle()));
    }

    private void tellJudged(List<ViewedEvent> judged) {
        if (!judged.isEmpty()) {
            listeners.forEach(listener -> listener.judged(judged));
        }
    }
}
