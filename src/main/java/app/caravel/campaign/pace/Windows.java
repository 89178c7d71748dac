package app.caravel.campaign.pace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Mails counted in rolling windows, the moments of the last 24 hours kept in order. Not for several threads at once. */
final class Windows {

    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofHours(24).toMillis();

    private List<Long> taken = new ArrayList<>();
    private int forgotten;

    /** Forgets what lies more than a day back. */
    void forget(long now) {
        while (forgotten < taken.size() && taken.get(forgotten) <= now - DAY) {
            forgotten++;
        }
        if (forgotten > 10_000) {
            taken = new ArrayList<>(taken.subList(forgotten, taken.size()));
            forgotten = 0;
        }
    }

    void add(long now) {
        taken.add(now);
    }

    void removeLast() {
        if (taken.size() > forgotten) {
            taken.removeLast();
        }
    }

    /** Milliseconds until the window has room for one more; 0: now. A limit of 0 is none. */
    long untilFree(int limit, long window, long now) {
        if (limit <= 0 || taken.size() - forgotten < limit) {
            return 0;
        }
        return Math.max(0, taken.get(taken.size() - limit) + window - now);
    }

    /** How many lie within the last 24 hours. */
    int size() {
        return taken.size() - forgotten;
    }

    /**
     * Takes the ledger's word for what is older than a minute, and for the last minute whichever knows more: the ledger learns
     * of a mail only when it has gone, and of those of another process before this one does.
     */
    void agree(Collection<Long> ledger, long now) {
        long cut = now - MINUTE;
        var own = taken.stream().skip(forgotten).filter(at -> at > cut).toList();
        var kept = ledger.stream().filter(at -> at > cut).toList();
        var all = new ArrayList<>(ledger.stream().filter(at -> at <= cut && at > now - DAY).sorted().toList());
        all.addAll((own.size() >= kept.size() ? own : kept).stream().sorted().toList());
        taken = all;
        forgotten = 0;
    }
}
