package app.caravel.desktop.campaigns;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Progress;
import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** A campaign's run: how far it is, and pause, resume, stop. The run itself goes on without this. */
final class RunViewModel {

    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;

    RunViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
    }

    ReadOnlyObjectProperty<@Nullable Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    void refresh(long campaignId) {
        background.run(() -> workspace.runs().progress(campaignId), found -> {
            if (!found.equals(progress.get())) {
                progress.set(found);
            }
        });
    }

    /** Whether there is something to watch: it runs, waits, stopped by itself, or has mails in doubt. */
    boolean isOpen() {
        var now = progress.get();
        return now != null && (now.campaign().state() == CampaignState.RUNNING || now.campaign().state() == CampaignState.PAUSED
                || now.campaign().state() == CampaignState.SCHEDULED || now.counts().of(MessageState.IN_DOUBT) > 0);
    }

    void pause() {
        act(now -> workspace.runs().pause(now.campaign()));
    }

    void resume() {
        act(now -> workspace.runs().start(now.campaign()));
    }

    void stop() {
        act(now -> workspace.runs().cancel(now.campaign()));
    }

    private void act(java.util.function.Consumer<Progress> act) {
        var now = progress.get();
        if (now != null) {
            background.run(() -> act.accept(now), () -> refresh(now.campaign().id()));
        }
    }
}
