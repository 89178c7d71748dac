package app.caravel.campaign;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** While the desktop is open: goes on with what was running, and begins what has become due. Looks at its start and then ever again. */
public final class DueRuns implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Runs runs;
    private final Thread thread;
    private Consumer<List<Campaign>> told;

    private DueRuns(Runs runs, Consumer<List<Campaign>> atStart) {
        this.runs = runs;
        this.told = atStart;
        this.thread = Thread.ofPlatform().daemon().name("due-runs").unstarted(this::look);
    }

    /** @param atStart told of what the first look started, each as it was found, on a thread of its own */
    public static DueRuns watch(Runs runs, Consumer<List<Campaign>> atStart) {
        var due = new DueRuns(runs, atStart);
        due.thread.start();
        return due;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                told.accept(runs.startWhatIsDue());
                told = _ -> {};
            } catch (RuntimeException e) {
                System.getLogger(DueRuns.class.getName()).log(System.Logger.Level.WARNING, "could not look for what is due", e);
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Stops looking; what runs goes on. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
