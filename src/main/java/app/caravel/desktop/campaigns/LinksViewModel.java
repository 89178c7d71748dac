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

    /** Asks for them, unless the same ones were asked for since it last forgot. */
    void look(Checked checked, Consumer<LinksSeen> then) {
        stop();
        var known = seen;
        if (known != null && askedFor.equals(checked.references())) {
            then.accept(known);
            return;
        }
        running.set(true);
        progress.set(new Done(0, checked.references().size()));
        job = background.run(work -> workspace.check().links(checked, done -> work.at(done, checked.references().size()), work::cancelled), progress::set, found -> {
            running.set(false);
            askedFor = checked.references();
            seen = found;
            then.accept(found);
        }, reason -> {
            running.set(false);
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
        running.set(false);
    }
}
