package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.audience.Trouble;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.MergePolicy;
import app.caravel.desktop.health.HealthViewModel;
import app.caravel.desktop.health.Subject;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Workspace;

/** What the import shows and can do: a file, what its columns become, what would happen, and what happened. */
final class ImportViewModel {

    /** What is under way. */
    enum Stage { NO_FILE, COLUMNS, RUNNING, DONE }

    final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.NO_FILE);
    final StringProperty list = new SimpleStringProperty("");
    /** How the file is read. */
    final ImportReading reading;
    /** What becomes of people who are known already. */
    final ObjectProperty<MergePolicy> merge = new SimpleObjectProperty<>(MergePolicy.FILL);
    /** Which people of the forecast are listed. */
    final ObjectProperty<ImportTrial.Shown> shown = new SimpleObjectProperty<>(ImportTrial.Shown.CHANGING);
    /** Counts how often the person asked to see them. */
    final IntegerProperty looks = new SimpleIntegerProperty();
    /** How well the list stands that the people came into. */
    final HealthViewModel health;
    private final Workspace workspace;
    private final Background background;
    private final ImportTrial trial;
    private final ReadOnlyObjectWrapper<Background.Done> done = new ReadOnlyObjectWrapper<>(Background.Done.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable ImportResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private AtomicBoolean stop = new AtomicBoolean();
    private @Nullable String pasted;
    private long began;

    ImportViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.trial = new ImportTrial(workspace.importer(), background);
        this.reading = new ImportReading(workspace.importer(), background, trial::clear);
        reading.outlook().state().addListener((_, _, now) -> {
            if (now instanceof Load.Ready<ImportReading.Outlook>(var read)) {
                tryOut(read);
            }
        });
        merge.addListener((_, _, policy) -> {
            reading.mergeBy(policy);
            if (stage.get() == Stage.COLUMNS) {
                tryAgain();
            }
        });
        this.health = new HealthViewModel(workspace, background, () -> {}, Set.of(Trouble.NOT_AN_ADDRESS));
    }

    ImportTrial trial() {
        return trial;
    }

    /** How many people would come in; 0 while that is not known. */
    long people() {
        var forecast = trial.forecast();
        return forecast == null ? 0 : forecast.result().added() + forecast.result().merged();
    }

    /** Brings these of the forecast into view. */
    void look(ImportTrial.Shown which) {
        shown.set(which);
        looks.set(looks.get() + 1);
    }

    private void tryOut(ImportReading.Outlook read) {
        var file = reading.file();
        if (file != null && read.preview().hasAddressColumn()) {
            trial.begin(file, reading.options());
        } else {
            trial.clear();
        }
    }

    /** Looks at every row after it was stopped. */
    void tryAgain() {
        var read = reading.outlook().value();
        if (read != null) {
            tryOut(read);
        }
    }

    ReadOnlyObjectProperty<Background.Done> done() {
        return done.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImportResult> result() {
        return result.getReadOnlyProperty();
    }

    /** Whether a running import was told to stop and is taking back what it did. */
    ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /** Back to choosing a file; a running import goes on. */
    void anew() {
        if (stage.get() != Stage.RUNNING) {
            reading.forget();
            stage.set(Stage.NO_FILE);
        }
    }

    /** Looks at rows that were pasted; a running import goes on instead. */
    void choosePasted(Path chosen, String text) {
        choose(chosen);
        if (chosen.equals(reading.file())) {
            pasted = text;
        }
    }

    /** What was pasted, null where it is a file of the person's own. */
    @Nullable String pasted() {
        return pasted;
    }

    /** Looks at a file; a running import goes on instead. */
    void choose(Path chosen) {
        if (stage.get() == Stage.RUNNING) {
            return;
        }
        pasted = null;
        list.set(nameOf(chosen));
        reading.take(chosen, merge.get());
        stage.set(Stage.COLUMNS);
        trial.clear();
        reading.begin();
    }

    private static String nameOf(Path file) {
        var name = file.getFileName();
        return (name == null ? file : name).toString().replaceFirst("\\.[^.]*$", "").replace('_', ' ').strip();
    }

    void start() {
        var wanted = reading.file();
        var how = reading.options();
        var name = list.get().strip();
        var found = reading.outlook().value();
        if (wanted == null || name.isEmpty() || found == null || !found.preview().hasAddressColumn() || stage.get() == Stage.RUNNING) {
            return;
        }
        var forecast = trial.forecast();
        trial.stop();
        long all = forecast == null ? 0 : forecast.result().read() + forecast.result().blank();
        var stopped = new AtomicBoolean();
        stop = stopped;
        stopping.set(false);
        done.set(new Background.Done(0, all));
        began = System.nanoTime();
        stage.set(Stage.RUNNING);
        background.run(progress -> {
            var imported = workspace.importer().run(wanted, how, name, rows -> {
                progress.at(rows, all);
                return !stopped.get();
            });
            if (!imported.cancelled()) {
                Sandbox.of(workspace).ifPresent(sandbox -> sandbox.ownLists().keep(wanted, how, name, imported));
            }
            return imported;
        }, done::set, imported -> {
            result.set(imported);
            stage.set(imported.cancelled() ? Stage.COLUMNS : Stage.DONE);
            if (stage.get() == Stage.DONE) {
                lookThrough(list.get());
            }
        }, reason -> {
            stage.set(Stage.COLUMNS);
            background.tell(reason);
        });
    }

    private void lookThrough(String name) {
        background.run(() -> workspace.lists().find(name), found -> found.ifPresent(into -> {
            health.about(new Subject.OfList(into.id()));
            if (!health.running().get()) {
                health.check(); // more came into the list of last time
            }
        }));
    }

    /** How long it will still take, by the rows so far; null while that is not to be told. */
    @Nullable Duration left() {
        var now = done.get();
        if (now.done() == 0 || now.total() <= now.done()) {
            return null;
        }
        var left = Duration.ofNanos((long) ((double) (System.nanoTime() - began) / now.done() * (now.total() - now.done())));
        return left.toSeconds() < 2 ? null : left;
    }

    /** Stops; nothing of it is kept. The columns come back once all is as before. */
    void cancel() {
        stop.set(true);
        stopping.set(true);
    }

    /** Writes the rows that were left out to a file of their own kind. */
    void saveRejects(Path target, Runnable then) {
        var source = reading.file();
        var rejected = result.get();
        if (source != null && rejected != null) {
            var how = reading.options();
            background.run(() -> workspace.importer().saveRejects(source, how, rejected.rejects(), target), then);
        }
    }

    /** The ending of a file of the rows left out: that of the file they come from. */
    String rejectsEnding() {
        var file = reading.file();
        var name = file == null ? "" : file.getFileName().toString();
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.endsWith(".vcf") ? "vcf" : lower.matches(".*\\.xlsx?") ? "xlsx" : "csv";
    }

    /** Whether this is a rehearsal, where ready campaigns can go to the list that was just imported. */
    boolean rehearses() {
        return Sandbox.of(workspace).isPresent();
    }

    /** Makes the ready campaigns for the list and hands on the first one's id. */
    void readyCampaign(LongConsumer then) {
        var name = list.get().strip();
        Sandbox.of(workspace).ifPresent(sandbox ->
                background.run(() -> sandbox.readyCampaigns(workspace.lists().get(name)).getFirst(), campaign -> then.accept(campaign.id())));
    }

    /** Takes the import back and hands on what became of its people. */
    void undo(Consumer<Importer.Undone> then) {
        var imported = result.get();
        if (imported != null) {
            background.run(() -> workspace.importer().undo(imported.importId()), undone -> {
                anew();
                then.accept(undone);
            });
        }
    }
}
