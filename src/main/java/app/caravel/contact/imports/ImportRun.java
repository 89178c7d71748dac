package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/** One way through a file: a thread reads and understands rows while this one writes them, a batch at a time. */
final class ImportRun {

    /** Few enough to be forgotten while they are young: what is handed over lives no longer than a moment. */
    private static final int BATCH = 500;

    /** Of rows longer than usual fewer make a batch. */
    private static final int CHARACTERS = 2 << 20;

    private static final int LONGEST_SHOWN = 2_000;

    /** Of all rows left out together; of those behind it only the beginning is shown. Each is whole in the workspace. */
    private static final int SHOWN = 16 << 20;
    private static final int BEGINNING = 80;

    private final Path file;
    private final Source source;
    private final Layout layout;
    private final ImportTarget target;
    private final Progress progress;
    private final MergedAway merged;
    private final Notices notices = new Notices();
    private final ImportTarget.Tally tally = new ImportTarget.Tally();
    private final List<Reject> rejects = new ArrayList<>();
    private long shown;
    private final ArrayBlockingQueue<Batch> batches = new ArrayBlockingQueue<>(2);
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param error what ended the reading early; then this is the last one
     */
    private record Batch(List<Draft> drafts, int blank, boolean last, @Nullable Throwable error) {}

    ImportRun(Path file, Importer.Opened opened, ImportTarget target, Progress progress, MergedAway merged) {
        this.file = file;
        this.source = opened.source();
        this.layout = opened.layout();
        this.target = target;
        this.progress = progress;
        this.merged = merged;
    }

    ImportResult result() {
        var reader = Thread.ofPlatform().name("import-reader").daemon().start(this::read);
        try {
            boolean more = true;
            while (more) {
                var batch = batches.take();
                rethrow(batch.error());
                take(batch);
                more = !batch.last();
                if (!progress.at(tally.read + tally.blank)) {
                    return result(null);
                }
            }
            return result(target.finish(tally, notices, () -> progress.at(tally.read + tally.blank)));
        } catch (IOException e) {
            throw Sources.problem(e, file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result(null);
        } finally {
            stopped.set(true);
            batches.clear();
            reader.interrupt();
        }
    }

    private void rethrow(@Nullable Throwable error) throws IOException {
        switch (error) {
            case null -> { }
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case OutOfMemoryError e -> throw Sources.tooLarge(e, file);
            case Error e -> throw e;
            default -> throw new IllegalStateException(error);
        }
    }

    private void take(Batch batch) {
        tally.blank += batch.blank();
        tally.read += batch.drafts().size();
        for (var draft : batch.drafts()) {
            if (draft instanceof Draft.Rejected(var reject)) {
                tally.rejected++;
                int most = shown < SHOWN ? LONGEST_SHOWN : BEGINNING;
                rejects.add(reject.text().length() <= most ? reject : new Reject(reject.line(), reject.reason(), reject.text().substring(0, most) + "…"));
                shown += Math.min(reject.text().length(), most);
            }
        }
        target.take(batch.drafts());
    }

    /** @param taken null where it was stopped */
    private ImportResult result(ImportTarget.@Nullable Taken taken) {
        var encoding = source.encoding();
        return new ImportResult(target.importId(), tally.read, tally.blank, taken == null ? 0 : taken.added(), taken == null ? 0 : taken.merged(), tally.rejected,
                encoding == null ? null : encoding.name(), List.copyOf(rejects), notices, taken == null);
    }

    /** On a thread of its own. */
    private void read() {
        var persons = new PersonReader(layout.columns(), notices);
        try (var table = source.open()) {
            table.expect(layout.columns().size());
            var drafts = new ArrayList<Draft>(BATCH);
            int blank = 0;
            long characters = 0;
            for (var row = table.next(); row != null && !stopped.get(); row = table.next()) {
                if (layout.isAboveData(row)) {
                    continue;
                }
                if (row.isBlank()) {
                    blank++;
                } else {
                    drafts.add(merged.now(persons.read(row)));
                    characters += row.text().length();
                }
                if (drafts.size() == BATCH || characters > CHARACTERS) {
                    batches.put(new Batch(drafts, blank, false, null));
                    drafts = new ArrayList<>(BATCH);
                    blank = 0;
                    characters = 0;
                }
            }
            batches.put(new Batch(drafts, blank, true, null));
        } catch (InterruptedException e) {
            // the other side has stopped
        } catch (Throwable e) { // an error too: the other side waits for the last batch
            tell(e);
        }
    }

    private void tell(Throwable error) {
        try {
            batches.put(new Batch(List.of(), 0, true, error));
        } catch (InterruptedException e) {
            // the other side has stopped
        }
    }
}
