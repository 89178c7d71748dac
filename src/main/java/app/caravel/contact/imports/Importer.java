package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import app.caravel.contact.Derivations;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Reads people from a file: shows how it is understood, tries it without writing, takes it in, takes it back. */
public final class Importer {

    private final Database database;
    private final Lists lists;
    private final Clock clock;

    public Importer(Database database, Lists lists, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * How a file is understood.
     *
     * @throws Problem where it cannot be read or holds no table
     */
    public Preview preview(Path file, ImportOptions options) {
        var opened = Opened.of(file, options);
        try {
            return Previews.of(file, opened.source(), opened.layout(), options);
        } catch (IOException e) {
            throw Sources.problem(e, file);
        }
    }

    /**
     * What a person said of the columns when a file of the same column names was last imported.
     *
     * @param chosen column, from 0 -> what it becomes
     */
    public record LastTime(Map<Integer, Target> chosen, Instant at) {

        public LastTime {
            chosen = Map.copyOf(chosen);
        }
    }

    /** What was said the last time of a file like this one; nothing where nothing was, or where the columns were only noticed. */
    public Optional<LastTime> lastTime(Preview noticed) {
        return new RememberedColumns(database).of(noticed.columns(), noticed.headerLine());
    }

    /**
     * What an import would do; writes nothing. A contact changed by somebody else meanwhile is told as he was met.
     *
     * @throws Problem where the file cannot be read, or has no address column
     */
    public Forecast check(Path file, ImportOptions options, Progress progress) {
        var opened = opened(file, options);
        try (var target = new DryRun(database, options.merge())) {
            return target.forecast(new ImportRun(file, opened, target, progress, new MergedAway(database)).result());
        }
    }

    /**
     * Takes the file's people into a list, made where it is missing. Where the progress says stop, everything is as before.
     *
     * @throws Problem where the file cannot be read, or has no address column; nothing was written then
     */
    public ImportResult run(Path file, ImportOptions options, String listName, Progress progress) {
        var opened = opened(file, options);
        if (listName.isBlank()) {
            throw Problem.of("contacts.list-without-name");
        }
        boolean newList = lists.find(listName.strip()).isEmpty();
        var at = clock.instant();
        try (var target = new ImportWriter(database, ImportWriter.About.of(opened, file, options.merge(), () -> lists.create(listName, at).id(), at))) {
            var result = new ImportRun(file, opened, target, progress, new MergedAway(database)).result();
            if (result.cancelled()) {
                forgetList(newList, listName);
            } else {
                new RememberedColumns(database).keep(opened.layout(), options, at);
                new Derivations(database).run(); // of those who were merged; the new ones came with their guesses
            }
            return result;
        } catch (RuntimeException e) {
            forgetList(newList, listName);
            throw e;
        }
    }

    /** The list that was made for an import of which nothing stands. */
    private void forgetList(boolean made, String name) {
        if (made) {
            lists.find(name.strip()).filter(list -> list.size() == 0).ifPresent(list -> lists.delete(list.id()));
        }
    }

    /** Writes the rows left out to a file, in the format and encoding of their own, with its column names: to be mended and imported again. */
    public void saveRejects(Path file, ImportOptions options, Collection<Reject> rejects, Path target) {
        var opened = Opened.of(file, options);
        try {
            RejectsFile.write(opened.source(), opened.layout(), rejects.stream().map(Reject::line).collect(Collectors.toSet()), target);
        } catch (IOException e) {
            throw Sources.problem(e, file);
        }
    }

    /** Takes an import back, as far as nothing newer depends on it. A list that was made for it and is empty then goes too. */
    public Undone undo(long importId) {
        var undone = new ImportUndo(database).undo(importId, clock.instant());
        new Derivations(database).run();
        return undone;
    }

    /** Whether an import was made and not taken back. */
    public boolean stands(long importId) {
        return new ImportUndo(database).stands(importId);
    }

    private static Opened opened(Path file, ImportOptions options) {
        var opened = Opened.of(file, options);
        if (!opened.layout().hasAddresses()) {
            throw Problem.of("contacts.import-no-address-column", "file", file.getFileName().toString());
        }
        return opened;
    }

    /** What became of an import that was taken back. */
    public record Undone(int removed, int restored, int left) {}

    /** A source with its layout; a workbook whose first sheet has no addresses is looked through for one that has. */
    record Opened(Source source, Layout layout) {

        static Opened of(Path file, ImportOptions options) {
            var source = Sources.of(file, options);
            try {
                var layout = Layout.of(source, options);
                if (!layout.hasAddresses() && options.sheet() == null) {
                    for (var sheet : source.sheets()) {
                        var other = Sources.of(file, options.withSheet(sheet));
                        var otherLayout = Layout.of(other, options);
                        if (otherLayout.hasAddresses() && !otherLayout.sample().isEmpty()) {
                            return new Opened(other, otherLayout);
                        }
                    }
                }
                if (layout.sample().isEmpty()) {
                    throw Problem.of(layout.whyNobody(), "file", file.getFileName().toString());
                }
                return new Opened(source, layout);
            } catch (IOException e) {
                throw Sources.problem(e, file);
            }
        }
    }
}
