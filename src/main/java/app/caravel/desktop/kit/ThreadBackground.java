package app.caravel.desktop.kit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * A thread for each work. No virtual ones: a work that was dropped is interrupted, and one that gives its connection back while
 * another waits for it then turns in circles (Hikari parks, and parking ends at once); as many of them as there are carriers
 * keep whoever waits from running, for ever.
 */
public final class ThreadBackground implements Background {

    private static final long PROGRESS_EVERY_NANOS = 50_000_000;

    private final Consumer<Reason> tell;
    private final Function<Throwable, Optional<Reason>> known;
    private final Set<Object> running = new HashSet<>();
    private @Nullable CompletableFuture<Void> idle;

    /** @param tell what to do with failures that nobody handles, on the JavaFX thread */
    public ThreadBackground(Consumer<Reason> tell) {
        this(tell, _ -> Optional.empty());
    }

    /** @param known the reasons of errors that are no problems by themselves, as those of the database */
    public ThreadBackground(Consumer<Reason> tell, Function<Throwable, Optional<Reason>> known) {
        this.tell = tell;
        this.known = known;
    }

    @Override
    public <T> Job run(Working<T> work, Consumer<Done> progress, Consumer<T> then, Consumer<Reason> failed) {
        var cancelled = new AtomicBoolean();
        var job = new Object();
        begin(job);
        var thread = Thread.ofPlatform().daemon().name("background").unstarted(() -> {
            try {
                var result = work.run(throttled(progress, cancelled));
                handOn(job, cancelled, () -> then.accept(result));
            } catch (CancellationException | InterruptedException e) {
                handOn(job, cancelled, () -> {});
            } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
                if (cancelled.get()) {
                    handOn(job, cancelled, () -> {}); // interrupted in the middle: nobody waits for it
                    return;
                }
                var reason = Failures.reason(e, known);
                handOn(job, cancelled, () -> failed.accept(reason));
            }
        });
        thread.start();
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    private void handOn(Object job, AtomicBoolean cancelled, Runnable result) {
        Platform.runLater(() -> {
            try {
                if (!cancelled.get()) {
                    result.run();
                }
            } finally {
                end(job);
            }
        });
    }

    private static Progress throttled(Consumer<Done> progress, AtomicBoolean cancelled) {
        var latest = new AtomicReference<@Nullable Done>();
        return new Progress() {
            private long told;

            @Override
            public void at(long done, long total) {
                long now = System.nanoTime();
                if (now - told < PROGRESS_EVERY_NANOS && done < total) {
                    return;
                }
                told = now;
                if (latest.getAndSet(new Done(done, total)) == null) {
                    Platform.runLater(() -> {
                        var news = latest.getAndSet(null);
                        if (news != null && !cancelled.get()) {
                            progress.accept(news);
                        }
                    });
                }
            }

            @Override
            public boolean cancelled() {
                return cancelled.get();
            }
        };
    }

    @Override
    public void tell(Reason reason) {
        tell.accept(reason);
    }

    @Override
    public void onScreen(Runnable change) {
        if (Platform.isFxApplicationThread()) {
            change.run();
        } else {
            Platform.runLater(change);
        }
    }

    @Override
    public synchronized CompletableFuture<Void> idle() {
        if (running.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        if (idle == null) {
            idle = new CompletableFuture<>();
        }
        return idle;
    }

    private synchronized void begin(Object job) {
        running.add(job);
    }

    private void end(Object job) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            running.remove(job);
            if (!running.isEmpty() || idle == null) {
                return;
            }
            waiting = idle;
            idle = null;
        }
        waiting.complete(null);
    }
}
