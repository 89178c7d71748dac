package app.caravel.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.tracker.SandboxHeaders;

/**
 * The customers read: each caught mail is treated as one mailbox of real life would treat it, over HTTP, at the real
 * tracker. Address and time are simulated; the requests are not.
 */
public final class Readers {

    private static final int AT_ONCE = 32;
    private static final long LOOK_AGAIN_NANOS = 100_000_000;
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    private final byte[] headersKey;
    private final SandboxClock clock;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(5)).build();

    Readers(byte[] headersKey, SandboxClock clock) {
        this.headersKey = headersKey;
        this.clock = clock;
    }

    /**
     * What was played so far, and what the report must agree with.
     *
     * @param planned how many requests it will be
     */
    public record Played(int mails, int readers, int clickers, int leavers, int scanners, int requests, int planned, boolean finished) {

        /** How much of it is played, 0 to 1. */
        public double share() {
            return planned == 0 ? 1 : (double) requests / planned;
        }
    }

    /** One request to come, with the mail that it concerns. */
    private record Planned(CaughtMail mail, Habit habit, Habit.Visit visit) {}

    /**
     * Plays a day after the mails' arrival.
     *
     * @param realTime how long it takes; zero: as fast as it goes
     * @param goesOn asked between requests: false stops
     */
    public Played play(List<CaughtMail> mails, Duration realTime, BooleanSupplier goesOn, Consumer<Played> progress) {
        return play(mails, Instant.MIN, realTime, goesOn, progress);
    }

    /** Plays what is left of it after a time; who came before that is counted, but comes no second time. */
    Played play(List<CaughtMail> mails, Instant after, Duration realTime, BooleanSupplier goesOn, Consumer<Played> progress) {
        var all = plan(mails);
        var tally = new Tally(mails.size(), all.size());
        all.stream().filter(next -> !next.visit().at().isAfter(after)).forEach(next -> tally.with(next, false));
        var planned = all.stream().filter(next -> next.visit().at().isAfter(after)).toList();
        if (planned.isEmpty()) {
            var nothing = tally.now(true);
            progress.accept(nothing);
            return nothing;
        }
        var first = planned.getFirst().visit().at();
        var span = Math.max(1, Duration.between(first, planned.getLast().visit().at()).toMillis());
        long begun = System.nanoTime();
        var atOnce = new Semaphore(AT_ONCE);
        var requests = new ArrayList<Future<?>>();
        boolean finished = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var next : planned) {
                if (!waitUntil(begun, realTime.multipliedBy(Duration.between(first, next.visit().at()).toMillis()).dividedBy(span), goesOn)) {
                    finished = false;
                    break;
                }
                atOnce.acquireUninterruptibly();
                requests.add(threads.submit(() -> {
                    try {
                        fetch(next.visit());
                    } finally {
                        atOnce.release();
                    }
                    return null;
                }));
                clock.advanceTo(next.visit().at());
                progress.accept(tally.with(next, false));
            }
            for (var request : requests) {
                request.get();
            }
        } catch (ExecutionException e) {
            throw new Problem(Reason.of("sandbox.tracker-away"), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finished = false;
        }
        var played = tally.now(finished);
        progress.accept(played);
        return played;
    }

    /** Whether somebody would still come after a time. */
    boolean anybodyAfter(List<CaughtMail> mails, Instant time) {
        return plan(mails).stream().anyMatch(next -> next.visit().at().isAfter(time));
    }

    private List<Planned> plan(List<CaughtMail> mails) {
        var planned = new ArrayList<Planned>();
        var robots = robots(mails);
        for (var mail : mails) {
            var habit = robots.contains(mail) ? Habit.PREFETCH : Habit.of(mail.to());
            habit.visits(mail, mail.date()).forEach(visit -> planned.add(new Planned(mail, habit, visit)));
        }
        planned.sort(Comparator.comparing(next -> next.visit().at()));
        return planned;
    }

    /** Among few mails chance may leave out the robot that opens one: then the first that nobody would look at gets it. */
    private static List<CaughtMail> robots(List<CaughtMail> mails) {
        if (mails.stream().anyMatch(mail -> Habit.of(mail.to()) == Habit.PREFETCH)) {
            return List.of();
        }
        return mails.stream().filter(mail -> !mail.pixel().isEmpty()).min(Comparator.comparing(mail -> Habit.of(mail.to()) != Habit.SILENT)).stream().toList();
    }

    /** False as soon as it shall not go on: few readers leave long pauses between them. */
    private static boolean waitUntil(long begun, Duration after, BooleanSupplier goesOn) throws InterruptedException {
        boolean on = goesOn.getAsBoolean();
        for (long left = begun + after.toNanos() - System.nanoTime(); on && left > 0; left = begun + after.toNanos() - System.nanoTime()) {
            Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_AGAIN_NANOS)));
            on = goesOn.getAsBoolean();
        }
        return on;
    }

    private void fetch(Habit.Visit visit) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(visit.url())).timeout(REQUEST_TIMEOUT).header("User-Agent", visit.userAgent());
        SandboxHeaders.of(headersKey, visit.address(), visit.at()).forEach(request::header);
        if (visit.method().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        } else {
            request.method(visit.method(), HttpRequest.BodyPublishers.noBody());
        }
        client.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    /** One request as a person who reads in the sandbox inbox: "what you click counts as his click". */
    public void fetchAs(String url, String userAgent) throws IOException, InterruptedException {
        fetch(new Habit.Visit(clock.instant(), "GET", url, userAgent, "203.0.113.254"));
    }

    private static final class Tally {
        private final int mails;
        private final int planned;
        private final java.util.Set<String> readers = new java.util.HashSet<>();
        private final java.util.Set<String> clickers = new java.util.HashSet<>();
        private final java.util.Set<String> leavers = new java.util.HashSet<>();
        private final java.util.Set<String> scanned = new java.util.HashSet<>();
        private final AtomicInteger requests = new AtomicInteger();

        Tally(int mails, int planned) {
            this.mails = mails;
            this.planned = planned;
        }

        Played with(Planned next, boolean finished) {
            var id = next.mail().caravelId();
            var visit = next.visit();
            requests.incrementAndGet();
            boolean machine = visit.address().startsWith("192.0.2.") || next.habit() == Habit.PREFETCH || next.habit() == Habit.APPLE;
            if (machine) {
                scanned.add(id);
            } else if (visit.url().equals(next.mail().pixel())) {
                readers.add(id);
            } else if (visit.method().equals("POST")) {
                leavers.add(id);
            } else if (next.mail().links().contains(visit.url())) {
                clickers.add(id);
            }
            return now(finished);
        }

        Played now(boolean finished) {
            return new Played(mails, readers.size(), clickers.size(), leavers.size(), scanned.size(), requests.get(), planned, finished);
        }
    }
}
