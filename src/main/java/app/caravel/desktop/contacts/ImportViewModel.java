package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Column;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Preview;
import app.caravel.contact.imports.Progress;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Workspace;

/** What the import shows and can do: a file, what its columns become, what would happen, and what happened. */
final class ImportViewModel {

    /** What is under way. */
    enum Stage { NO_FILE, COLUMNS, RUNNING, DONE }

    /** A file as it is read now, and what its import would do. */
    record Outlook(Preview preview, @Nullable ImportResult dryRun) {}

    final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.NO_FILE);
    final StringProperty list = new SimpleStringProperty("");
    private final Workspace workspace;
    private final Background background;
    private final Load<Outlook> outlook;
    private final ReadOnlyObjectWrapper<Background.Done> done = new ReadOnlyObjectWrapper<>(Background.Done.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable ImportResult> result = new ReadOnlyObjectWrapper<>();
    private @Nullable Path file;
    private ImportOptions options = ImportOptions.NOTICED;
    private Background.@Nullable Job job;

    ImportViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.outlook = new Load<>(background);
    }

    Load<Outlook> outlook() {
        return outlook;
    }

    ReadOnlyObjectProperty<Background.Done> done() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImportResult> result() {
        return result.getReadOnlyProperty();
    }

    /** Back to choosing a file. */
    void anew() {
        file = null;
        stage.set(Stage.NO_FILE);
    }

    void choose(Path chosen) {
        file = chosen;
        options = ImportOptions.NOTICED;
        list.set(nameOf(chosen));
        outlook.clear();
        stage.set(Stage.COLUMNS);
        look();
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "").replace('_', ' ').strip();
    }

    /** Reads the file in another encoding. */
    void readAs(String encoding) {
        options = options.withEncoding(encoding).withChosen(java.util.Map.of());
        look();
    }

    /** Says what a column becomes. */
    void become(Column column, Target target) {
        var chosen = new HashMap<>(options.chosen());
        chosen.put(column.index(), target);
        options = options.withChosen(chosen);
        look();
    }

    private void look() {
        var wanted = file;
        var how = options;
        if (wanted != null) {
            outlook.from(() -> {
                var preview = workspace.importer().preview(wanted, how);
                return new Outlook(preview, preview.hasAddressColumn() ? workspace.importer().check(wanted, how, Progress.NONE) : null);
            });
        }
    }

    void start() {
        var wanted = file;
        var how = options;
        var name = list.get().strip();
        var found = outlook.value();
        if (wanted == null || name.isEmpty() || found == null || found.dryRun() == null) {
            return;
        }
        long all = found.dryRun().read() + found.dryRun().blank();
        stage.set(Stage.RUNNING);
        done.set(new Background.Done(0, all));
        job = background.run(progress -> {
            var imported = workspace.importer().run(wanted, how, name, rows -> {
                progress.at(rows, all);
                return !progress.cancelled();
            });
            if (!imported.cancelled()) {
                Sandbox.of(workspace).ifPresent(sandbox -> sandbox.ownLists().keep(wanted, how, name, imported));
            }
            return imported;
        }, done::set, imported -> {
            result.set(imported);
            stage.set(imported.cancelled() ? Stage.COLUMNS : Stage.DONE);
        }, reason -> {
            stage.set(Stage.COLUMNS);
            background.tell(reason);
        });
    }

    /** Stops; nothing of it is kept. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
        stage.set(Stage.COLUMNS);
    }

    void saveRejects(Path target, Runnable then) {
        var source = file;
        var rejected = result.get();
        if (source != null && rejected != null) {
            var how = options;
            background.run(() -> workspace.importer().saveRejects(source, how, rejected.rejects(), target), then);
        }
    }

    /** Whether this is a rehearsal, where ready campaigns can go to the list that was just imported. */
    boolean rehearses() {
        return Sandbox.of(workspace).isPresent();
    }

    /** Makes the ready campaigns for the list and hands on the first one's id. */
    void readyCampaign(java.util.function.LongConsumer then) {
        var name = list.get().strip();
        Sandbox.of(workspace).ifPresent(sandbox ->
                background.run(() -> sandbox.readyCampaigns(workspace.lists().get(name)).getFirst(), campaign -> then.accept(campaign.id())));
    }

    void undo(Runnable then) {
        var imported = result.get();
        if (imported != null) {
            background.run(() -> workspace.importer().undo(imported.importId()), _ -> then.run());
        }
    }

    /** The encodings that a person may choose, the likeliest first. */
    static List<String> encodings(Preview preview) {
        return preview.readings().stream().map(reading -> reading.encoding().name()).toList();
    }
}
