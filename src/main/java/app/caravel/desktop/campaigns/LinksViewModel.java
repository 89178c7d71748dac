package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Checked;
import app.caravel.content.audit.LinksSeen;
import app.caravel.content.audit.References.Reference;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Background.Done;
import app.caravel.workspace.Workspace;

/** What stands behind the links and pictures of the checked mails: asked for in the background, once for the same ones, and stopped when one likes. */
final class LinksViewModel {

    final ObjectProperty<Done> progress = new SimpleObjectProperty<>(Done.NOTHING);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final Workspace workspace;
    private final Background background;
    private Background.@Nullable Job job;
    private List<Reference> askedFor = List.of();
    private @Nullable LinksSeen seen;

    LinksViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether sending waits for them: while they are asked for, unless one goes on without. */
    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** How many have not answered yet. */
    long left() {
        return Math.max(1, progress.get().total() - progress.get().done());
    }

    /** They are asked for still; what is found of them comes when it comes. */
    void goOn() {
        waiting.set(false);
    }

    /** Asks for them, unless the same ones were asked for since it last forgot. */
    void look(Checked checked, Consumer<LinksSeen> then) {
        stop();
        var known = seen;
        if (known != null && askedFor.equals(checked.references())) {
            then.accept(known);
            return;
        }
        progress.set(new Done(0, checked.references().size()));
        running.set(true);
        waiting.set(!checked.references().isEmpty());
        job = background.run(work -> workspace.check().links(checked, done -> work.at(done, checked.references().size()), work::cancelled), progress::set, found -> {
            end();
            askedFor = checked.references();
            seen = found;
            then.accept(found);
        }, reason -> {
            end();
            background.tell(reason);
        });
    }

    /** The next look asks anew. */
    void forget() {
        seen = null;
    }

    void stop() {
        if (job != null) {
            job.cancel();
        }
        end();
    }

    private void end() {
        running.set(false);
        waiting.set(false);
    }
}
