package app.caravel.contact.imports;

import java.util.List;

/** Where people go: into the workspace, or nowhere, to see what would happen. */
interface ImportTarget extends AutoCloseable {

    /** How many of a batch were new, and how many were known. */
    record Taken(int added, int merged) {}

    /** Takes a batch in, in its order, as one transaction. */
    Taken take(List<Draft> batch, Tally soFar, Notices notices);

    /** 0 where nothing is written. */
    long importId();

    @Override
    void close();

    /** The figures of an import as they stand before a batch, for the row that accounts for it. */
    final class Tally {
        long read;
        long blank;
        long added;
        long merged;
        long rejected;
    }
}
