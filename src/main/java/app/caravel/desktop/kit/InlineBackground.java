package app.caravel.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import app.caravel.reason.Reason;

/** Does everything at once on the calling thread: view models are tested with it, without a toolkit. */
public final class InlineBackground implements Background {

    private final List<Reason> told = new ArrayList<>();

    @Override
    public <T> Job run(Working<T> work, Consumer<Done> progress, Consumer<T> then, Consumer<Reason> failed) {
        T result;
        try {
            result = work.run(new Progress() {
                @Override
                public void at(long done, long total) {
                    progress.accept(new Done(done, total));
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
        } catch (Exception e) {
            failed.accept(Failures.reason(e));
            return () -> {};
        }
        then.accept(result);
        return () -> {};
    }

    @Override
    public void tell(Reason reason) {
        told.add(reason);
    }

    /** The failures that nobody handled, in their order. */
    public List<Reason> told() {
        return List.copyOf(told);
    }

    @Override
    public void onScreen(Runnable change) {
        change.run();
    }

    @Override
    public CompletableFuture<Void> idle() {
        return CompletableFuture.completedFuture(null);
    }
}
