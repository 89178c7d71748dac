package app.caravel.messagelog.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines that a query wants of those that fit: the first in its order, where it does not want all. For all threads of a search. */
final class Kept {

    private final int limit;
    private final boolean latest;
    private final Comparator<Hit> order;
    private final List<Hit> hits = new ArrayList<>();
    private volatile long edge;

    Kept(LogQuery query) {
        this.limit = query.limit();
        this.latest = query.latestFirst();
        this.order = query.order();
        this.edge = latest ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Whether a line of this time may be one of them; not where there are enough that come before it. */
    boolean wants(long at) {
        return latest ? at >= edge : at <= edge;
    }

    synchronized void add(List<Hit> more) {
        hits.addAll(more);
        if (limit > 0 && hits.size() >= 2L * limit) {
            cut();
            edge = hits.getLast().at();
        }
    }

    private void cut() {
        hits.sort(order);
        if (limit > 0 && hits.size() > limit) {
            hits.subList(limit, hits.size()).clear();
        }
    }

    /** They, in order. */
    synchronized List<Hit> all() {
        cut();
        return List.copyOf(hits);
    }
}
