package app.caravel.desktop.contacts;

import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Forecast;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;

/** What an import would do, found out beside everything else: every row is looked at and nothing is written. */
final class ImportTrial {

    /** How far it is. */
    sealed interface State {
        /** There is nothing to try: no column holds addresses. */
        record Nothing() implements State {}

        record Running(long rows) implements State {}

        record Told(Forecast forecast) implements State {}

        /** By the person. */
        record Stopped(long rows) implements State {}

        record Failed(Reason reason) implements State {}
    }

    /** Which rows are listed of what it told. */
    enum Shown { CHANGING, UNCHANGED, LEFT_OUT }

    private final Importer importer;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Background.@Nullable Job job;

    ImportTrial(Importer importer, Background background) {
        this.importer = importer;
        this.background = background;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What it told; null while it has not told all. */
    @Nullable Forecast forecast() {
        return state.get() instanceof State.Told(var forecast) ? forecast : null;
    }

    /** Begins anew; what is under way is dropped. */
    void begin(Path file, ImportOptions how) {
        drop();
        state.set(new State.Running(0));
        job = background.run(progress -> importer.check(file, how, rows -> {
            progress.at(rows, Long.MAX_VALUE);
            return !progress.cancelled();
        }), done -> {
            if (state.get() instanceof State.Running) {
                state.set(new State.Running(done.done()));
            }
        }, forecast -> state.set(new State.Told(forecast)), reason -> state.set(new State.Failed(reason)));
    }

    void stop() {
        if (state.get() instanceof State.Running(long rows)) {
            drop();
            state.set(new State.Stopped(rows));
        }
    }

    void clear() {
        drop();
        state.set(new State.Nothing());
    }

    private void drop() {
        if (job != null) {
            job.cancel();
        }
    }
}
