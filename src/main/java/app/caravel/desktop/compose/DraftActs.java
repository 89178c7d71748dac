package app.caravel.desktop.compose;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import app.caravel.campaign.Campaign;
import app.caravel.content.template.OwnTemplate;
import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** What can be done with a draft in the list of drafts. A deleted one is only hidden at first: nothing of it is lost when it is brought back. */
final class DraftActs {

    private final Workspace workspace;
    private final Background background;
    private final Runnable changed;
    private final Set<Long> hidden = ConcurrentHashMap.newKeySet();

    /** @param changed the drafts are to be read anew */
    DraftActs(Workspace workspace, Background background, Runnable changed) {
        this.workspace = workspace;
        this.background = background;
        this.changed = changed;
    }

    boolean isShown(Campaign draft) {
        return draft.state().isEditable() && !draft.archived() && !hidden.contains(draft.id());
    }

    void copy(Campaign draft) {
        background.run(() -> workspace.campaigns().duplicate(draft), _ -> changed.run());
    }

    void keepAsTemplate(Campaign draft, Consumer<OwnTemplate> then) {
        background.run(() -> workspace.templates().create(draft.name(), draft.subject(), draft.html(), draft.text(), draft.original(), "", draft.variants()), then);
    }

    /** Puts it away, or back. */
    void archive(Campaign draft, boolean away) {
        background.run(() -> workspace.campaigns().archive(draft, away), changed::run);
    }

    /** Takes it out of the list; it is deleted by {@link #deleteForGood}, and until then comes back with {@link #bringBack}. */
    void delete(Campaign draft) {
        hidden.add(draft.id());
        changed.run();
    }

    void bringBack(Campaign draft) {
        hidden.remove(draft.id());
        changed.run();
    }

    /** Deletes it where it was not brought back meanwhile. */
    void deleteForGood(Campaign draft) {
        if (hidden.contains(draft.id())) {
            background.run(() -> workspace.campaigns().deleteDraft(draft), () -> hidden.remove(draft.id()));
        }
    }
}
