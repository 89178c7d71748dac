package app.caravel.contact.imports;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/** Where people go: into the workspace, or nowhere, to see what would happen. */
interface ImportTarget extends AutoCloseable {

    /** How many people were new, and how many rows met a known one. */
    record Taken(long added, long merged) {}

    /** Notes a batch, in its order. Nothing of it is seen by anybody yet. */
    void take(List<Draft> batch);

    /**
     * Does all of it at once, or nothing where it is told to stop.
     *
     * @param read what was read, for the row that accounts for it
     * @param goesOn asked now and then; false: everything is as before
     * @return what became of them; null where it was told to stop
     */
    @Nullable Taken finish(Tally read, Notices notices, BooleanSupplier goesOn);

    /** 0 where nothing is written. */
    long importId();

    @Override
    void close();

    /** What was read so far. */
    final class Tally {
        long read;
        long blank;
        long rejected;
    }
}
