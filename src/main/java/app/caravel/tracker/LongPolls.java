package app.caravel.tracker;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Desktops that wait for their workspace's next event. */
final class LongPolls {

    /** Of one workspace; the oldest makes room. A desktop holds one. */
    private static final int MOST_PER_WORKSPACE = 16;

    private final Map<Integer, Set<Promise<Void>>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** A place in the queue. Take it before looking for events, else one that arrives meanwhile is missed. */
    final class Place {

        private final int workspace;
        private final Promise<Void> promise = Promise.promise();

        private Place(int workspace) {
            this.workspace = workspace;
        }

        /** Completes when an event has arrived, the place was left, or the tracker closes. */
        Future<Void> arrival() {
            return promise.future();
        }

        void leave() {
            waiting.computeIfPresent(workspace, (_, places) -> {
                places.remove(promise);
                return places.isEmpty() ? null : places;
            });
            promise.tryComplete();
        }
    }

    Place take(int workspace) {
        var place = new Place(workspace);
        waiting.compute(workspace, (_, places) -> {
            var all = places == null ? new java.util.LinkedHashSet<Promise<Void>>() : places;
            if (all.size() >= MOST_PER_WORKSPACE) {
                all.iterator().next().tryComplete();
                all.remove(all.iterator().next());
            }
            all.add(place.promise);
            return all;
        });
        if (closed) {
            place.leave();
        }
        return place;
    }

    void wake(Set<Integer> workspaces) {
        for (var workspace : workspaces) {
            var places = waiting.remove(workspace);
            if (places != null) {
                places.forEach(Promise::tryComplete);
            }
        }
    }

    void close() {
        closed = true;
        wake(Set.copyOf(waiting.keySet()));
    }
}
