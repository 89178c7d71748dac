package app.caravel.evidence;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.function.UnaryOperator;

import app.caravel.store.Database;

/** The parts of this package, built in the order of their needs. */
public final class Evidence implements AutoCloseable {

    private final TrackerClient client;
    private final Trackers trackers;
    private final Verdicts verdicts;
    private final EventQueries events;
    private final TrackerSync sync;
    private final TrackerWatch watch;

    /** @param web gives an HTTP client its way to the tracker */
    public Evidence(Database database, Unsubscribed unsubscribed, UnaryOperator<HttpClient.Builder> web, Clock clock) {
        this.client = new TrackerClient(web);
        this.trackers = new Trackers(database, client, clock);
        this.verdicts = new Verdicts(database, clock);
        this.events = new EventQueries(database);
        this.sync = new TrackerSync(database, trackers, client, verdicts, events, unsubscribed, clock);
        this.watch = new TrackerWatch(trackers, sync, verdicts, clock);
    }

    public Trackers trackers() {
        return trackers;
    }

    public Verdicts verdicts() {
        return verdicts;
    }

    public EventQueries events() {
        return events;
    }

    public TrackerSync sync() {
        return sync;
    }

    /** The background watch; it does nothing before it is started. */
    public TrackerWatch watch() {
        return watch;
    }

    @Override
    public void close() {
        watch.close();
        client.close();
    }
}
