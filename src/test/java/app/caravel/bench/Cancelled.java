package app.caravel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import app.caravel.contact.Lists;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.store.Database;

/**
 * Imports a file and cancels it, at one moment after the other: how long it takes to stop, and whether all is as before:
 * {@code DATABASE FILE ROWS}. First of people who are all new, then of the same people once more.
 */
public final class Cancelled {

    /** Told to stop after so many of a hundred rows. */
    private static final List<Integer> READING = List.of(0, 25, 50, 75, 99);

    private final Database database;
    private final Importer importer;
    private final Path file;
    private final long rows;

    private Cancelled(Database database, Path file, long rows) {
        this.database = database;
        this.importer = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
        this.file = file;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws IOException {
        var place = Path.of(arguments[0]);
        try (var database = Database.open(place)) {
            var cancelled = new Cancelled(database, Path.of(arguments[1]), Long.parseLong(arguments[2]));
            System.out.printf("%-28s %-12s %10s %12s %s%n", "", "told at", "stops in s", "log after MB", "");
            cancelled.round("new people", MergePolicy.FILL);
            cancelled.round("the same, overwritten", MergePolicy.OVERWRITE);
        }
    }

    private void round(String what, MergePolicy policy) throws IOException {
        for (int percent : READING) {
            cancel(what, policy, percent + " % read", percent * rows / 100, 0);
        }
        boolean whole = false;
        for (long after = 50; !whole; after += Math.max(500, after / 2)) {
            whole = cancel(what, policy, "+" + after + " ms", rows, after);
        }
    }

    /** @return whether it was too late: the import was done */
    private boolean cancel(String what, MergePolicy policy, String told, long at, long milliseconds) throws IOException {
        var before = everything();
        var stop = new AtomicBoolean();
        var read = new AtomicLong(-1);
        var run = CompletableFuture.supplyAsync(() -> importer.run(file, ImportOptions.NOTICED.withMerge(policy), "Cancelled", done -> {
            read.set(done);
            return !stop.get();
        }));
        while (read.get() < at && !run.isDone()) {
            LockSupport.parkNanos(1_000_000);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
        boolean early = !run.isDone();
        stop.set(true);
        long begun = System.nanoTime();
        ImportResult result = run.join();
        double seconds = (System.nanoTime() - begun) / 1e9;
        var log = database.file().resolveSibling(database.file().getFileName() + "-wal");
        System.out.printf("%-28s %-12s %10.2f %12d %s%n", what, told, seconds, Files.exists(log) ? Files.size(log) >> 20 : 0,
                result.cancelled() ? everything().equals(before) ? "as before" : "NOT AS BEFORE" : early ? "TOO LATE, imported" : "was done");
        return !result.cancelled();
    }

    private List<Map<String, Object>> everything() {
        var all = new ArrayList<Map<String, Object>>();
        database.jdbi().useHandle(h -> {
            for (var table : List.of("contact", "company", "list", "list_member", "import", "import_change", "import_reject")) {
                all.addAll(h.createQuery("SELECT '" + table + "' AS name, count(*) AS n FROM " + table).mapToMap().list());
            }
            all.addAll(h.createQuery("SELECT total(changed_at) AS changed, total(length(coalesce(role, '') || coalesce(city, '') || attributes)) AS words FROM contact").mapToMap().list());
        });
        return all;
    }
}
