package app.caravel.messagelog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings the files up to the ledger. Only who holds the log's lock may call it. */
final class Exporter {

    /** So few that they are gone before the collector takes them for lasting: else the heap grows with the log. */
    private static final int BATCH = 1_500;

    private final LogStore store;
    private final LogFolder folder;
    private final LogSettings settings;
    private final String computer;
    private final Clock clock;

    Exporter(LogStore store, LogFolder folder, LogSettings settings, String computer, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.settings = settings;
        this.computer = computer;
        this.clock = clock;
    }

    /** Writes what the ledger has beyond the files; returns how many lines that were. */
    long run() throws IOException {
        var cursor = store.cursor();
        if (cursor.rebuilding()) {
            folder.deleteAllOfOurs();
            cursor = new LogStore.Cursor(0, folder.key(), null, 0, false);
            store.keep(cursor);
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (cursor.step() == 0 && settings.days() > 0) {
            cursor = cursor.at(store.stepBefore(tooOld(today)), cursor.length());
        }
        var notBefore = settings.days() > 0 ? tooOld(today) : Instant.MIN;
        long lines = 0;
        var made = new StepLines(computer, settings.subjects());
        try (var reading = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("message-log-reading").factory());
                var writer = new LogWriter(folder, store, settings, cursor, now)) {
            long begin = cursor.step();
            var next = reading.submit(() -> store.after(begin, BATCH));
            for (var steps = got(next); !steps.isEmpty(); steps = got(next)) {
                long done = steps.getLast().id();
                next = reading.submit(() -> store.after(done, BATCH)); // while these are written
                for (var step : steps) {
                    var line = made.of(step);
                    if (line != null && !step.at().isBefore(notBefore)) {
                        writer.write(line, step.id());
                        lines++;
                    }
                }
                writer.save(done);
            }
            folder.tidy(settings, today, writer.file());
        }
        return lines;
    }

    private static List<LogStep> got(Future<List<LogStep>> reading) throws IOException {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the log was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Instant tooOld(LocalDate today) {
        return today.minusDays(settings.days()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
