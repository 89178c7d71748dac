package app.caravel.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.type.TypeReference;

import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Progress;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/**
 * The lists of one's own that were imported into the sandbox. Each file is kept as it was, with what the person said about
 * its columns, so that the same people come into the real workspace: none of the rehearsal's unsubscriptions with them.
 */
public final class OwnLists {

    private static final String KEPT = "sandbox.own-lists";
    private static final String TAKEN = "sandbox.taken-over.";

    private final Workspace workspace;
    private final Path folder;

    OwnLists(Workspace workspace) {
        this.workspace = workspace;
        this.folder = workspace.home().folder().resolve("own-lists");
    }

    /** A list as it was imported; {@code options} is what {@link KeptOptions} wrote. */
    public record Kept(long importId, String file, String list, KeptOptions options, long rows, boolean takenOver) {}

    /** All that were imported and not taken back, oldest first. */
    public List<Kept> all() {
        var kept = workspace.settings().get(KEPT).map(json -> Json.read(json, new TypeReference<List<Kept>>() {})).orElse(List.of());
        return kept.isEmpty() ? kept : kept.stream().filter(list -> workspace.importer().stands(list.importId())).toList();
    }

    /** Keeps a file that was just imported. */
    public void keep(Path file, ImportOptions options, String list, ImportResult imported) {
        try {
            var own = folder(imported.importId());
            Files.createDirectories(own);
            Home.ownerOnly(own);
            Files.copy(file, own.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", folder.toString()), e);
        }
        var kept = new ArrayList<>(all());
        kept.add(new Kept(imported.importId(), file.getFileName().toString(), list, KeptOptions.of(options), imported.read() + imported.blank(), false));
        workspace.settings().put(KEPT, Json.write(kept));
    }

    private Path folder(long importId) {
        return folder.resolve(String.valueOf(importId));
    }

    /** How a taking over went: lists, and their rows as in {@link ImportResult}. */
    public record TakenOver(List<String> lists, long added, long merged, long rejected, boolean cancelled) {}

    /** Rows of all lists that wait to be taken over. */
    public long rows() {
        return all().stream().filter(list -> !list.takenOver()).mapToLong(Kept::rows).sum();
    }

    /**
     * Imports what was not taken over yet into the real workspace, which must not be open in this process. A list that it
     * took before is never imported again, whatever this sandbox remembers of it.
     *
     * @param progress told the rows of all lists together; where it says stop, the list under way is taken back
     */
    public TakenOver takeOver(Home real, Clock clock, Progress progress) {
        var lists = new ArrayList<String>();
        long added = 0;
        long merged = 0;
        long rejected = 0;
        long before = 0;
        try (var into = Workspace.open(real, clock)) {
            for (var kept : all().stream().filter(list -> !list.takenOver()).toList()) {
                var mark = TAKEN + workspace.settings().identity() + "." + kept.importId();
                if (into.settings().get(mark).isEmpty()) {
                    long done = before;
                    var result = into.importer().run(folder(kept.importId()).resolve(kept.file()), kept.options().options(), kept.list(), rows -> progress.at(done + rows));
                    if (result.cancelled()) {
                        return new TakenOver(lists, added, merged, rejected, true);
                    }
                    into.settings().put(mark, String.valueOf(clock.millis()));
                    added += result.added();
                    merged += result.merged();
                    rejected += result.rejected();
                    before += kept.rows();
                }
                lists.add(kept.list());
                mark(kept.importId());
            }
        }
        return new TakenOver(lists, added, merged, rejected, false);
    }

    private void mark(long importId) {
        workspace.settings().put(KEPT, Json.write(all().stream()
                .map(list -> list.importId() == importId ? new Kept(importId, list.file(), list.list(), list.options(), list.rows(), true) : list).toList()));
    }
}
