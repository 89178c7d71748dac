package app.caravel.campaign;

import java.time.Duration;

/** While the desktop is open: goes on with what was running, and begins what has become due. Looks at its start and then ever again. */
public final class DueRuns implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final Runs runs;
    private final Thread thread;

    private DueRuns(Runs runs) {
        this.runs = runs;
        this.thread = Thread.ofPlatform().daemon().name("due-runs").unstarted(this::look);
    }

    public static DueRuns watch(Runs runs) {
        var due = new DueRuns(runs);
        due.thread.start();
        return due;
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                runs.startWhatIsDue();
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
