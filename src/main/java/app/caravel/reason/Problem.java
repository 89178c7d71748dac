package app.caravel.reason;

import org.jspecify.annotations.Nullable;

/**
 * Something failed in a way that a person can act on. The reason's sentence says what happened, to what, and what to do;
 * the cause goes to the log alone.
 */
public final class Problem extends RuntimeException {

    private final transient Reason reason;

    public Problem(Reason reason) {
        this(reason, null);
    }

    public Problem(Reason reason, @Nullable Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** A problem from a text key and name, value pairs. */
    public static Problem of(String key, Object... namesAndValues) {
        return new Problem(Reason.of(key, namesAndValues));
    }

    public Reason reason() {
        return reason;
    }
}
