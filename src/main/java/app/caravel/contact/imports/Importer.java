package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import app.caravel.contact.Derivations;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Reads people from a file: shows how it is understood, tries it without writing, takes it in, takes it back. */
public final class Importer {

    private final Database database;
    private final Supplier<Connection> connections;
    private final Lists lists;
    private final Clock clock;

    public Importer(Database database, Lists lists, Clock clock) {
        this(database, database::ownConnection, lists, clock);
    }

    /** @param connections each import's own one */
    Importer(Database database, Supplier<Connection> connections, Lists lists, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.connections = connections;
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
     * What an import would do; writes nothing. A contact changed by somebody else meanwhile is told as he was met. Where no
     * column holds addresses, every row is left out.
     *
     * @throws Problem where the file cannot be read, or has no rows
     */
    public Forecast check(Path file, ImportOptions options, Progress progress) {
        return check(file, Opened.of(file, options), options, progress);
    }

    private Forecast check(Path file, Opened opened, ImportOptions options, Progress progress) {
        try (var target = new DryRun(database.file(), connections.get(), options.merge())) {
            return target.forecast(new ImportRun(file, opened, target, progress, new MergedAway(database)).result());
        }
    }

    /**
     * Takes the file's people into a list, made where it is missing. Where the progress says stop, everything is as before.
     * Of a file in which no column holds addresses every row is left out, with its text, and nothing is written.
     *
     * @throws Problem where the file cannot be read, or has no rows; nothing was written then
     */
    public ImportResult run(Path file, ImportOptions options, String listName, Progress progress) {
        var opened = Opened.of(file, options);
        if (listName.isBlank()) {
            throw Problem.of("contacts.list-without-name");
        }
        if (!opened.layout().hasAddresses()) {
            return check(file, opened, options, progress).result();
        }
        var at = clock.instant();
        try (var target = new ImportWriter(database.file(), connections.get(), ImportWriter.About.of(opened, file, options.merge(), handle -> lists.create(handle, listName, at), at))) {
            var result = new ImportRun(file, opened, target, progress, new MergedAway(database)).result();
            if (!result.cancelled()) {
                afterwards(opened.layout(), options, at);
            }
            return result;
        }
    }

    /** The import stands whether this goes well or not: what was not guessed anew is guessed at the next start. */
    private void afterwards(Layout layout, ImportOptions options, Instant at) {
        try {
            new RememberedColumns(database).keep(layout, options, at);
            new Derivations(database).run(); // of those who were merged; the new ones came with their guesses
        } catch (RuntimeException e) {
            System.getLogger(Importer.class.getName()).log(System.Logger.Level.WARNING, "after an import", e);
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

    /** What became of an import that was taken back. */
    public record Undone(int removed, int restored, int left) {}

    /** A source with its layout. Of a workbook's sheets the first with the people's addresses is taken, before one of companies alone. */
    record Opened(Source source, Layout layout) {

        static Opened of(Path file, ImportOptions options) {
            try {
                var source = Sources.of(file, options);
                var best = new Opened(source, Layout.of(source, options));
                if (options.sheet() == null) {
                    for (var sheet : source.sheets().subList(Math.min(1, source.sheets().size()), source.sheets().size())) {
                        if (best.layout.hasPeople()) {
                            break;
                        }
                        var other = Sources.of(file, options.withSheet(sheet));
                        var layout = Layout.of(other, options);
                        if (!layout.sample().isEmpty() && (layout.hasPeople() || layout.hasAddresses() && !best.layout.hasAddresses())) {
                            best = new Opened(other, layout);
                        }
                    }
                }
                if (best.layout.sample().isEmpty()) {
                    throw Problem.of(best.layout.whyNobody(), "file", file.getFileName().toString());
                }
                return best;
            } catch (IOException e) {
                throw Sources.problem(e, file);
            } catch (OutOfMemoryError e) {
                throw Sources.tooLarge(e, file);
            }
        }
    }
}
