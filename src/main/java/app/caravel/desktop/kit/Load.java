package app.caravel.desktop.kit;

import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * Something that comes late: on its way, there, or failed. A later call overtakes an earlier one. What was there stays
 * until the new is there, so that a refresh does not flicker. {@link Faces} shows it.
 */
public final class Load<T> {

    /** What stands. */
    public sealed interface State<T> {}

    /** Nothing yet. */
    public record Waiting<T>() implements State<T> {}

    public record Ready<T>(T value) implements State<T> {}

    public record Failed<T>(Reason reason) implements State<T> {}

    private final Background background;
    private final ReadOnlyObjectWrapper<State<T>> state = new ReadOnlyObjectWrapper<>(new Waiting<>());
    private Background.@Nullable Job job;
    private @Nullable Callable<T> work;

    public Load(Background background) {
        this.background = background;
    }

    /** Loads; what is still on its way is dropped. */
    public void from(Callable<T> source) {
        if (job != null) {
            job.cancel();
        }
        work = source;
        job = background.run(source, value -> state.set(new Ready<>(value)), reason -> state.set(new Failed<>(reason)));
    }

    /** Drops what is still on its way: nobody looks any more. What is there stays. */
    public void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /** Loads again what was loaded last. */
    public void again() {
        if (work != null) {
            from(work);
        }
    }

    /** Forgets what is there, so that the skeleton shows: what follows is about something else. */
    public Load<T> clear() {
        state.set(new Waiting<>());
        return this;
    }

    public ReadOnlyObjectProperty<State<T>> state() {
        return state.getReadOnlyProperty();
    }

    /** The value where it is there. */
    public @Nullable T value() {
        return state.get() instanceof Ready<T>(var value) ? value : null;
    }

    /** Puts a value in place of what is there, without loading. */
    public void set(T value) {
        state.set(new Ready<>(value));
    }
}
