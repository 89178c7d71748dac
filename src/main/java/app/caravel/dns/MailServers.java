package app.caravel.dns;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

import app.caravel.store.Database;

/**
 * The mail servers of domains: many asked at once, answers kept for 30 days. Where the first questions all stay without an
 * answer there is no network, and the rest is not asked at all.
 */
public final class MailServers {

    /** Told how many domains are known, and asked whether to go on; called from several threads. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (_, _) -> true;

        boolean at(int known, int of);
    }

    static final Duration KEPT = Duration.ofDays(30);

    /** How many questions are under way. */
    private static final int AT_ONCE = 64;

    /** So many without a single answer: there is no network. */
    private static final int SILENCE = 24;

    /** Answers are written in such parts, so that a check that is stopped has not asked for nothing. */
    private static final int PART = 1_000;

    private final MailServerStore store;
    private final Supplier<Question> questions;
    private final Clock clock;

    /** Asks the resolver of the system, as it is at the time of asking: a laptop changes its network. */
    public MailServers(Database database, Clock clock) {
        this(database, clock, Question::ofSystem);
    }

    /** Asks this resolver. */
    public MailServers(Database database, Clock clock, InetSocketAddress resolver) {
        this(database, clock, () -> Question.to(resolver));
    }

    private MailServers(Database database, Clock clock, Supplier<Question> questions) {
        this.store = new MailServerStore(database.jdbi());
        this.clock = clock;
        this.questions = questions;
    }

    /** The mail server of each domain, given in lower case and A-labels. Those not reached when it was told to stop are unknown. */
    public Map<String, MailServer> of(Collection<String> domains, Progress progress) {
        var all = new LinkedHashSet<>(domains);
        var known = new HashMap<>(store.since(clock.instant().minus(KEPT), all));
        var missing = all.stream().filter(domain -> !known.containsKey(domain)).toList();
        if (!missing.isEmpty()) {
            var run = new Run(progress, known.size(), all.size());
            missing.stream().gather(Gatherers.windowFixed(PART)).forEach(part -> {
                var found = run.ask(part);
                store.keep(found, clock.instant());
                known.putAll(found);
            });
        }
        progress.at(all.size(), all.size());
        return known;
    }

    /** The questions of one call. */
    private final class Run {

        private final Question question = questions.get();
        private final Semaphore free = new Semaphore(AT_ONCE);
        private final Progress progress;
        private final int all;
        private final AtomicInteger known;
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger silent = new AtomicInteger();
        private volatile boolean goOn = true;

        Run(Progress progress, int known, int all) {
            this.progress = progress;
            this.known = new AtomicInteger(known);
            this.all = all;
        }

        Map<String, MailServer> ask(Collection<String> domains) {
            var asked = new LinkedHashMap<String, CompletableFuture<MailServer>>();
            for (var domain : domains) {
                if (!goOn()) {
                    break;
                }
                free.acquireUninterruptibly();
                asked.put(domain, question.ask(domain).whenComplete((answer, _) -> note(answer)));
            }
            var found = new LinkedHashMap<String, MailServer>();
            for (var domain : domains) {
                var answer = asked.get(domain);
                found.put(domain, answer == null ? new MailServer.Unknown() : join(answer));
            }
            return found;
        }

        private boolean goOn() {
            return goOn && (answered.get() > 0 || silent.get() < SILENCE);
        }

        private void note(MailServer answer) {
            (answer == null || answer instanceof MailServer.Unknown ? silent : answered).incrementAndGet();
            if (!progress.at(known.incrementAndGet(), all)) {
                goOn = false;
            }
            free.release();
        }
    }

    private static MailServer join(CompletableFuture<MailServer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            System.getLogger(MailServers.class.getName()).log(System.Logger.Level.WARNING, "a look-up failed", e);
            return new MailServer.Unknown();
        }
    }
}
