package app.caravel.campaign.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * When each of an account's mails would leave: its limits played through ahead of time, with what it has sent already.
 * Campaigns on one account share its room as real runs do, whose couriers ask one gate: each that has a mail ready is let
 * through in turn, and none waits until another is through.
 */
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

    /**
     * One campaign's mails.
     *
     * @param from when it may begin
     */
    public record Line(List<Item> items, Instant from) {

        public Line {
            items = List.copyOf(items);
        }
    }

    /** What held mails back the longest. */
    public enum Slow { NOTHING, MINUTE, HOUR, DAY, DOMAIN, THEIR_HOURS, REST }

    /**
     * What came out for one campaign.
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
    private final List<Turn> turns = new ArrayList<>();
    private long now;
    private int served;

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
     * Plays one campaign through.
     *
     * @param from now, or when the account's rest is over
     */
    public Result play(List<Item> items, Instant from) {
        return play(List.of(new Line(items, from)), 1).getFirst();
    }

    /**
     * Plays campaigns through side by side. To be called once.
     *
     * @param whole how many of them, from the first on, are played to their end; of the others what leaves until then
     */
    public List<Result> play(List<Line> lines, int whole) {
        lines.forEach(line -> turns.add(new Turn(line)));
        now = turns.stream().filter(Turn::isLeft).mapToLong(turn -> turn.free).min().orElse(0);
        while (turns.stream().limit(whole).anyMatch(Turn::isLeft)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for this forecast any more");
            }
            step();
        }
        return turns.stream().map(Turn::result).toList();
    }

    private void step() {
        var turn = turns.stream().filter(Turn::isLeft).min(Comparator.comparingLong((Turn each) -> Math.max(each.readyAt(), now)).thenComparingInt(each -> each.served)).orElseThrow();
        if (turn.readyAt() > now) {
            passUntil(turn.readyAt(), null);
        }
        var rule = rules.apply(Instant.ofEpochMilli(now));
        all.forget(now);
        if (waitsForAccount(rule)) {
            return;
        }
        var first = turn.take();
        if (first.notAfter() != null && first.notAfter().toEpochMilli() <= now) {
            if (first.tries() < TRIES) { // else its hours never come
                var next = first.item().next().apply(Instant.ofEpochMilli(now));
                turn.queue.add(new Waiting(first.item(), next.from() == null ? now : Math.max(now, next.from().toEpochMilli()), next.to(), first.tries() + 1, first.nth(), Slow.THEIR_HOURS));
            }
            return;
        }
        var domain = domains.computeIfAbsent(first.item().domain(), _ -> new Windows());
        long ofDomain = domain.untilFree(rule.perDomainHour(), Windows.HOUR, now);
        if (ofDomain > 0) {
            turn.queue.add(new Waiting(first.item(), now + ofDomain, first.notAfter(), first.tries(), first.nth(), Slow.DOMAIN));
            return;
        }
        all.add(now);
        domain.add(now);
        turn.left(now, each.toMillis(), ++served);
        if (rule.likeAPerson()) {
            now += 3_600_000L / (rule.perHour() > 0 ? rule.perHour() : 120);
        }
    }

    private boolean waitsForAccount(Rules rule) {
        long day = all.untilFree(rule.perDay(), Windows.DAY, now);
        long hour = all.untilFree(rule.perHour(), Windows.HOUR, now);
        long minute = all.untilFree(rule.perMinute(), Windows.MINUTE, now);
        long longest = Math.max(day, Math.max(hour, minute));
        if (longest > 0) {
            passUntil(now + longest, longest == day ? Slow.DAY : longest == hour ? Slow.HOUR : Slow.MINUTE);
        }
        return longest > 0;
    }

    private void passUntil(long time, @Nullable Slow ofAccount) {
        turns.stream().filter(Turn::isLeft).forEach(turn -> turn.waits(now, time, ofAccount));
        now = time;
    }

    /** One campaign's queue, and what it has waited for. */
    private static final class Turn {
        private final Queue<Waiting> queue = new PriorityQueue<>(Comparator.comparingLong(Waiting::notBefore).thenComparingInt(Waiting::nth));
        private final List<Instant> at = new ArrayList<>();
        private final Map<Slow, Long> waited = new EnumMap<>(Slow.class);
        private long free;
        private int served;

        Turn(Line line) {
            free = line.from().toEpochMilli();
            int nth = 0;
            for (var item : line.items()) {
                queue.add(new Waiting(item, item.notBefore() == null ? free : item.notBefore().toEpochMilli(), item.notAfter(), 0, nth++, Slow.THEIR_HOURS));
            }
        }

        boolean isLeft() {
            return !queue.isEmpty();
        }

        private Waiting first() {
            return Objects.requireNonNull(queue.peek());
        }

        long readyAt() {
            return Math.max(first().notBefore(), free);
        }

        Waiting take() {
            return Objects.requireNonNull(queue.poll());
        }

        void left(long time, long takes, int nth) {
            at.add(Instant.ofEpochMilli(time));
            free = time + takes;
            served = nth;
        }

        /** What others of its mails wait for beside the first one costs no time. */
        void waits(long from, long to, @Nullable Slow ofAccount) {
            long begin = Math.max(from, free);
            long ready = Math.max(begin, first().notBefore());
            wait(first().because(), Math.min(to, ready) - begin);
            if (ofAccount != null) {
                wait(ofAccount, to - ready);
            }
        }

        private void wait(Slow what, long millis) {
            if (millis > 0) {
                waited.merge(what, millis, Long::sum);
            }
        }

        Result result() {
            return new Result(at, waited.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Slow.NOTHING));
        }
    }
}
