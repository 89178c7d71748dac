package app.caravel.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent;
import app.caravel.reason.Reason;

/**
 * What to believe of a message's events: a pure function of when it was sent, its events and the time of judging. The first
 * rule that fits decides, and its reason is kept.
 */
public final class Classifier {

    /** Goes up with every change of a rule, so that old verdicts are judged anew. */
    public static final int RULE = 1;

    /** A click is judged no earlier, else a burst's first one is told as a person's. */
    public static final Duration BURST_MAY_COME = Duration.ofSeconds(15);

    /** So many different links, so fast, from one source: nobody clicks like that. */
    private static final int BURST_LINKS = 3;
    private static final Duration BURST = Duration.ofSeconds(2);

    /** A provider's picture proxy that comes this early has not waited for a person. */
    private static final Duration ON_ARRIVAL = Duration.ofSeconds(60);

    private Classifier() {}

    /**
     * A verdict on each event, by its id.
     *
     * @param sentAt when the server took the mail; null: not known
     * @param signs all events of the one message
     */
    public static Map<Long, Verdict> judge(@Nullable Instant sentAt, List<Sign> signs, Instant now) {
        var bursts = bursts(signs);
        var verdicts = new HashMap<Long, Verdict>();
        for (var sign : signs) {
            verdicts.put(sign.id(), judge(sign, sentAt, bursts.get(sign.id()), now));
        }
        return verdicts;
    }

    private static Verdict judge(Sign sign, @Nullable Instant sentAt, @Nullable Integer linksOfBurst, Instant now) {
        if (sign.kind() == RawEvent.Kind.UNSUBSCRIBE) {
            return Verdict.of(Belief.PERSON, Reason.of("verdict.unsubscribed"));
        }
        if (sign.method().equals("HEAD")) {
            return Verdict.of(Belief.MACHINE, Reason.of("verdict.head"));
        }
        if (sign.prefetch()) {
            return Verdict.of(Belief.MACHINE, Reason.of("verdict.prefetch"));
        }
        var known = UserAgents.of(sign.userAgent());
        return switch (known.kind()) {
            case NONE, SCANNER, PROGRAM, ROBOT, PREFETCH -> Verdict.of(Belief.MACHINE, known.reason());
            case ALWAYS -> Verdict.of(Belief.PROXY, known.reason());
            case OPENING -> opening(sign, sentAt, known);
            case PERSON -> browser(sign, known, linksOfBurst, now);
        };
    }

    private static Verdict opening(Sign sign, @Nullable Instant sentAt, UserAgents.Known provider) {
        return sentAt != null && sign.at().isBefore(sentAt.plus(ON_ARRIVAL))
                ? Verdict.of(Belief.PROXY, Reason.of("verdict.picture-proxy-on-arrival", "provider", provider.name(), "seconds", (int) ON_ARRIVAL.toSeconds()))
                : Verdict.of(Belief.LIKELY, provider.reason());
    }

    private static Verdict browser(Sign sign, UserAgents.Known browser, @Nullable Integer linksOfBurst, Instant now) {
        if (linksOfBurst != null) {
            return Verdict.of(Belief.MACHINE, Reason.of("verdict.burst", "n", linksOfBurst, "seconds", (int) BURST.toSeconds()));
        }
        if (sign.follows() && now.isBefore(sign.at().plus(BURST_MAY_COME))) {
            return Verdict.of(Belief.PENDING, Reason.of("verdict.fresh", "seconds", (int) BURST_MAY_COME.toSeconds()));
        }
        return Verdict.of(Belief.PERSON, browser.reason());
    }

    /** Events that belong to a burst, with the number of its links: its clicks, and what its source fetched meanwhile. */
    private static Map<Long, Integer> bursts(List<Sign> signs) {
        var found = new HashMap<Long, Integer>();
        var sources = new HashMap<String, ArrayList<Sign>>();
        for (var sign : signs) {
            if (!sign.method().equals("HEAD") && !sign.network().isEmpty()) {
                sources.computeIfAbsent(sign.network(), _ -> new ArrayList<>()).add(sign);
            }
        }
        for (var source : sources.values()) {
            source.sort(Comparator.comparing(Sign::at).thenComparing(Sign::id));
            var clicks = source.stream().filter(Sign::follows).toList();
            for (int first = 0; first < clicks.size(); first++) {
                var end = clicks.get(first).at().plus(BURST);
                var links = new HashSet<Integer>();
                for (int i = first; i < clicks.size() && !clicks.get(i).at().isAfter(end); i++) {
                    links.add(clicks.get(i).followed());
                }
                if (links.size() >= BURST_LINKS) {
                    mark(found, source, clicks.get(first).at().minus(BURST), end, links.size());
                }
            }
        }
        return found;
    }

    private static void mark(Map<Long, Integer> found, List<Sign> source, Instant from, Instant to, int links) {
        for (var sign : source) {
            // clicks before its first one were followed by a person as far as this burst goes
            boolean within = sign.follows() ? !sign.at().isBefore(from.plus(BURST)) : !sign.at().isBefore(from);
            if (within && !sign.at().isAfter(to)) {
                found.merge(sign.id(), links, Math::max);
            }
        }
    }
}
