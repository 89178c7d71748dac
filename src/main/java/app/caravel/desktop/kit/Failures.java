package app.caravel.desktop.kit;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Turns what was thrown into a reason that can be said. */
public final class Failures {

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {}

    /** The problem's reason; of anything else one plain sentence, while the log gets the whole. */
    public static Reason reason(Throwable error) {
        return reason(error, _ -> Optional.empty());
    }

    /** @param known what else is understood, as the errors of the database are */
    static Reason reason(Throwable error, Function<Throwable, Optional<Reason>> known) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                if (problem.getCause() != null) {
                    LOG.log(System.Logger.Level.INFO, () -> problem.reason().key(), problem.getCause());
                }
                return problem.reason();
            }
        }
        var thrown = error instanceof CompletionException || error instanceof ExecutionException ? error.getCause() : error;
        LOG.log(System.Logger.Level.ERROR, "unexpected", thrown);
        return known.apply(error).orElseGet(() -> Reason.of("kit.unexpected"));
    }
}
