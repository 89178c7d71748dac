package app.caravel.desktop.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import app.caravel.reason.Reason;

/**
 * Work off the JavaFX thread. The result, the progress and the failure come back on it. A failure is the {@link Reason} of
 * the problem that was thrown; anything else is logged and becomes one plain sentence. Who gives no handler for failures
 * gets a toast.
 */
public interface Background {

    /** Work that tells how far it is and looks whether it shall stop. */
    @FunctionalInterface
    interface Working<T> {
        T run(Progress progress) throws Exception;
    }

    /** How far a work is. Called from its own thread, as often as it likes; the screen sees at most 20 a second. */
    interface Progress {
        void at(long done, long total);

        boolean cancelled();
    }

    /** How far a work was when it last told. */
    record Done(long done, long total) {
        public static final Done NOTHING = new Done(0, 0);
    }

    /** A work under way. */
    interface Job {
        /** Asks the work to stop; its result is not handed on. */
        void cancel();
    }

    /** Runs with progress. */
    <T> Job run(Working<T> work, Consumer<Done> progress, Consumer<T> then, Consumer<Reason> failed);

    /** Hands a failure that nobody else handles to the person. */
    void tell(Reason reason);

    /** Runs something on the JavaFX thread, later. For listeners that are called from elsewhere. */
    void onScreen(Runnable change);

    /** Completes as soon as nothing is under way; pictures and tests wait for it. */
    CompletableFuture<Void> idle();

    default <T> Job run(Callable<T> work, Consumer<T> then, Consumer<Reason> failed) {
        return run(_ -> work.call(), _ -> {}, then, failed);
    }

    default <T> Job run(Callable<T> work, Consumer<T> then) {
        return run(work, then, this::tell);
    }

    /** Work without a result. */
    default Job run(Act act, Runnable then) {
        return run(() -> {
            act.run();
            return true;
        }, _ -> then.run());
    }

    /** Something to do that may fail. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }
}
