package app.caravel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import app.caravel.contact.imports.Account;
import app.caravel.contact.imports.Account.Kind;
import app.caravel.store.Database;

/** Imports mutated files of every kind and says what became of them: {@code FILES FIRST_SEED}. The exit code is 1 where one was not accounted for. */
public final class Mutated {

    private static final int SECONDS = 30;

    private Mutated() {}

    private static final class Counts {
        int files;
        int refused;
        int faults;
        long read;
        long blank;
        long added;
        long merged;
        long rejected;
        double slowest;
    }

    public static void main(String[] arguments) throws Exception {
        int files = Integer.parseInt(arguments[0]);
        long first = Long.parseLong(arguments[1]);
        var folder = Files.createTempDirectory("mutated");
        int faults = 0;
        var reasons = new TreeMap<String, Integer>();
        System.out.printf("%-6s %7s %8s %9s %9s %9s %9s %9s %7s %10s%n", "kind", "files", "refused", "read", "blank", "added", "merged", "rejected", "faults", "slowest s");
        try (var database = Database.open(folder.resolve("caravel.db")); var pool = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory())) {
            var account = new Account(database);
            for (var kind : Kind.values()) {
                var counts = new Counts();
                for (long seed = first; seed < first + files / Kind.values().length; seed++) {
                    take(account, folder, kind, seed, pool, counts, reasons);
                }
                faults += counts.faults;
                System.out.printf("%-6s %7d %8d %9d %9d %9d %9d %9d %7d %10.1f%n", kind, counts.files, counts.refused, counts.read, counts.blank, counts.added, counts.merged, counts.rejected,
                        counts.faults, counts.slowest);
            }
        }
        reasons.forEach((reason, count) -> System.out.printf("refused %6d times: %s%n", count, reason));
        System.exit(faults == 0 ? 0 : 1);
    }

    private static void take(Account account, Path folder, Kind kind, long seed, java.util.concurrent.ExecutorService pool, Counts counts, TreeMap<String, Integer> reasons) throws Exception {
        var file = Account.file(folder, kind, seed);
        long begun = System.nanoTime();
        try {
            var outcome = pool.submit(() -> account.of(file, seed % 5 == 0)).get(SECONDS, TimeUnit.SECONDS);
            counts.refused += outcome.reason() == null ? 0 : 1;
            if (outcome.reason() != null) {
                reasons.merge(outcome.reason(), 1, Integer::sum);
            }
            counts.read += outcome.read();
            counts.blank += outcome.blank();
            counts.added += outcome.added();
            counts.merged += outcome.merged();
            counts.rejected += outcome.rejected();
        } catch (ExecutionException | TimeoutException e) {
            counts.faults++;
            var cause = e.getCause() == null ? e : e.getCause();
            var where = cause.getStackTrace();
            System.out.println("FAULT " + kind + " seed " + seed + ": " + String.valueOf(cause).lines().findFirst().orElse("") + (where.length == 0 ? "" : " at " + where[0] + " " + where[Math.min(where.length - 1, 3)]));
        }
        counts.files++;
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (seconds > Double.parseDouble(System.getProperty("slow", "5"))) {
            System.out.printf("slow: %s seed %d took %.1f s%n", kind, seed, seconds);
        }
        counts.slowest = Math.max(counts.slowest, seconds);
    }
}
