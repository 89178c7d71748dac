package app.caravel.desktop;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.DueRuns;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Workspace;

/** What was open in the window until now. It lets the mails under way end, so it is closed off the JavaFX thread. */
record Leaving(@Nullable DueRuns due, @Nullable Workspace workspace) {

    /** How many mails are still to go by themselves while the workspace sends; 0 where it does not. */
    static int left(Workspace workspace) {
        return workspace.runs().isSending()
                ? workspace.campaigns().inState(CampaignState.RUNNING).stream().mapToInt(campaign -> workspace.runs().messages().counts(campaign.id()).left()).sum()
                : 0;
    }

    void close() {
        if (due != null) {
            due.close();
        }
        if (workspace != null) {
            Sandbox.close(workspace);
        }
    }

    /** Closes, but waits no longer than this: a mail whose server does not answer is in doubt at the next start. */
    void close(Duration atMost) {
        var closing = Thread.ofPlatform().daemon().name("closing").start(this::close);
        try {
            if (!closing.join(atMost)) {
                System.getLogger(Leaving.class.getName()).log(System.Logger.Level.WARNING, "mails under way did not end within {0}", atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
