package app.caravel.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import app.caravel.protocol.PairingLine;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** The tracker that the workspace is paired with. */
public final class Trackers {

    private final TrackerStore store;
    private final TrackerClient client;
    private final Clock clock;
    private final List<Runnable> changed = new CopyOnWriteArrayList<>();

    Trackers(Database database, TrackerClient client, Clock clock) {
        this.store = new TrackerStore(database.jdbi());
        this.client = client;
        this.clock = clock;
    }

    public Optional<PairedTracker> current() {
        return store.find();
    }

    /** Where there is no tracker a sentence says how to get one. */
    PairedTracker paired() {
        return current().orElseThrow(() -> Problem.of("evidence.not-paired"));
    }

    /**
     * Takes a pairing line into the workspace, after the tracker has answered to its key. Replaces the tracker there was.
     *
     * @throws Problem where the line is damaged, or the tracker does not answer or refuses the key
     */
    public PairedTracker pair(String line) {
        var pairing = PairingLine.parse(line).orElseThrow(() -> Problem.of("evidence.pairing-refused"));
        var tracker = new PairedTracker(pairing.baseUrl(), pairing.workspace(), pairing.key(), pairing.apiKey());
        var answer = client.ask(tracker, null, 1, Duration.ZERO);
        store.put(tracker, clock.instant());
        store.reached(clock.instant(), answer.took());
        changed.forEach(Runnable::run);
        return tracker;
    }

    /** Mail goes untracked from now on; what was recorded here stays. */
    public void unpair() {
        store.remove();
        changed.forEach(Runnable::run);
    }

    /** How it stands; empty where there is no tracker. */
    public Optional<TrackerStatus> status() {
        return store.status();
    }

    /** Told after a pairing or its end, on the thread that did it. */
    void onChange(Runnable listener) {
        changed.add(listener);
    }
}
