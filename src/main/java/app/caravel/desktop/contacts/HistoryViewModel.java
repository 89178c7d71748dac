package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import app.caravel.contact.Deletions;
import app.caravel.contact.Merges;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.PastImport;
import app.caravel.contact.imports.Reject;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** Earlier imports, deletions and merges, newest first, and the way back from each. */
final class HistoryViewModel {

    /** What happened to contacts as a whole. */
    sealed interface Entry {
        Instant at();

        record Imported(PastImport past) implements Entry {
            @Override
            public Instant at() {
                return past.at();
            }
        }

        record Merged(Merges.Past past) implements Entry {
            @Override
            public Instant at() {
                return past.at();
            }
        }

        record Deleted(Deletions.Past past) implements Entry {
            @Override
            public Instant at() {
                return past.at();
            }
        }
    }

    private final Workspace workspace;
    private final Background background;
    private final Load<List<Entry>> entries;

    HistoryViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.entries = new Load<>(background);
    }

    Load<List<Entry>> entries() {
        return entries;
    }

    void load() {
        entries.from(() -> {
            var all = new ArrayList<Entry>();
            workspace.importHistory().all().forEach(past -> all.add(new Entry.Imported(past)));
            workspace.deletions().all().forEach(past -> all.add(new Entry.Deleted(past)));
            workspace.merges().all().forEach(past -> all.add(new Entry.Merged(past)));
            all.sort(Comparator.comparing(Entry::at).reversed());
            return all;
        });
    }

    /** Takes an import back and hands on what became of its people. */
    void undo(PastImport past, Consumer<Importer.Undone> then) {
        background.run(() -> workspace.importer().undo(past.id()), undone -> {
            load();
            then.accept(undone);
        });
    }

    /** Brings the people of a deletion back and hands on how many came. */
    void bringBack(Deletions.Past past, IntConsumer then) {
        background.run(() -> workspace.deletions().undo(past.id()), restored -> {
            load();
            then.accept(restored);
        });
    }

    /** Makes several of one contact again. */
    void part(Merges.Past past, Runnable then) {
        background.run(() -> workspace.merges().undo(past.id()), _ -> {
            load();
            then.run();
        });
    }

    void rejects(PastImport past, Consumer<List<Reject>> then) {
        background.run(() -> workspace.importHistory().rejects(past.id()), then);
    }

    void saveRejects(PastImport past, Path target, Runnable then) {
        background.run(() -> workspace.importHistory().saveRejects(past.id(), target), then);
    }
}
