package app.caravel.campaign.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** When each of an account's mails would leave: its limits played through ahead of time, with what it has sent already. */
public final class Forecast {

    /**
     * A mail to be.
     *
     * @param notBefore null: at once
     * @param notAfter null: at any time after
     * @param next its next stretch of time from a moment on, where the first one closed before it could go
     */
    public record Item(String domain, @Nullable Instant notBefore, @Nullable Instant notAfter, Function<Instant, Window> next) {}

    /** A stretch of time. */
    public record Window(@Nullable Instant from, @Nullable Instant to) {}

    /** What held mails back the longest. */
    public enum Slow { NOTHING, MINUTE, HOUR, DAY, DOMAIN, THEIR_HOURS, REST }

    /**
     * What came out.
     *
     * @param at when each leaves, in order
     */
    public record Result(List<Instant> at, Slow why) {}

    private static final int TRIES = 400;

    private record Waiting(Item item, long notBefore, @Nullable Instant notAfter, int tries, int nth, Slow because) {}

    private final Function<Instant, Rules> rules;
    private final Duration each;
    private final Windows all = new Windows();
    private final Map<String, Windows> domains = new HashMap<>();
    private final Map<Slow, Long> waited = new HashMap<>();

    /**
     * @param rules at a time: a ramp grows
     * @param each how long one mail takes where nothing limits it
     * @param sent what was sent in the last 24 hours, epoch milliseconds
     */
    public Forecast(Function<Instant, Rules> rules, Duration each, List<Long> sent) {
        this.rules = rules;
        this.each = each;
        sent.stream().sorted().forEach(all::add);
    }

    /**
     * Plays it through.
     *
     * @param from now, or when the account's rest is over
     */
    public Result play(List<Item> items, Instant from) {
        var queue = new PriorityQueue<Waiting>(Comparator.comparingLong(Waiting::notBefore).thenComparingInt(Waiting::nth));
        int nth = 0;
        for (var item : items) {
            queue.add(new Waiting(item, item.notBefore() == null ? from.toEpochMilli() : item.notBefore().toEpochMilli(), item.notAfter(), 0, nth++, Slow.THEIR_HOURS));
        }
        var at = new ArrayList<Instant>(items.size());
        long now = from.toEpochMilli();
        while (!queue.isEmpty()) {
            var first = queue.poll();
            if (first.notBefore() > now) {
                wait(first.because(), first.notBefore() - now); // what others wait for beside it costs no time
                now = first.notBefore();
            }
            var rule = rules.apply(Instant.ofEpochMilli(now));
            all.forget(now);
            long wait = waitOfAccount(rule, now);
            if (wait > 0) {
                now += wait;
                queue.add(first);
                continue;
            }
            if (first.notAfter() != null && first.notAfter().toEpochMilli() <= now) {
                if (first.tries() >= TRIES) {
                    continue; // hours that never come
                }
                var next = first.item().next().apply(Instant.ofEpochMilli(now));
                queue.add(new Waiting(first.item(), next.from() == null ? now : Math.max(now, next.from().toEpochMilli()), next.to(), first.tries() + 1, first.nth(), Slow.THEIR_HOURS));
                continue;
            }
            var domain = domains.computeIfAbsent(first.item().domain(), _ -> new Windows());
            long ofDomain = domain.untilFree(rule.perDomainHour(), Windows.HOUR, now);
            if (ofDomain > 0) {
                queue.add(new Waiting(first.item(), now + ofDomain, first.notAfter(), first.tries(), first.nth(), Slow.DOMAIN));
                continue;
            }
            all.add(now);
            domain.add(now);
            at.add(Instant.ofEpochMilli(now));
            now += gap(rule);
        }
        return new Result(at, waited.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Slow.NOTHING));
    }

    private long waitOfAccount(Rules rule, long now) {
        long day = all.untilFree(rule.perDay(), Windows.DAY, now);
        long hour = all.untilFree(rule.perHour(), Windows.HOUR, now);
        long minute = all.untilFree(rule.perMinute(), Windows.MINUTE, now);
        long longest = Math.max(day, Math.max(hour, minute));
        if (longest > 0) {
            wait(longest == day ? Slow.DAY : longest == hour ? Slow.HOUR : Slow.MINUTE, longest);
        }
        return longest;
    }

    private long gap(Rules rule) {
        return rule.likeAPerson() ? 3_600_000L / (rule.perHour() > 0 ? rule.perHour() : 120) : each.toMillis();
    }

    private void wait(Slow what, long millis) {
        waited.merge(what, millis, Long::sum);
    }
}
