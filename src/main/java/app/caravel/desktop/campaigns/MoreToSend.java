package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** What a campaign that began can still send: those held back, those who joined its audience since, those that failed. */
final class MoreToSend {

    /**
     * What is there to send.
     *
     * @param joined people of the audience who are not in it yet and may be written to
     * @param failed the mails that failed
     */
    record Counts(int joined, List<Long> failed) {}

    final Load<List<Message>> held;
    private final Workspace workspace;
    private final Background background;
    private final Runnable changed;

    /** @param changed is called after each act */
    MoreToSend(Workspace workspace, Background background, Runnable changed) {
        this.workspace = workspace;
        this.background = background;
        this.changed = changed;
        this.held = new Load<>(background);
    }

    /** Whether it can send more at all. */
    static boolean isOpen(Campaign campaign) {
        return campaign.startedAt() != null && campaign.state() != CampaignState.CANCELLED;
    }

    void readHeld(long campaign) {
        held.from(() -> workspace.runs().held().of(campaign));
    }

    /** Counts, which reads the whole audience: when it is asked for. */
    void count(Campaign campaign, Consumer<Counts> then) {
        background.run(() -> new Counts(workspace.runs().countNew(campaign), failed(campaign.id())), then);
    }

    /** The mails that failed. */
    void failed(long campaign, Consumer<List<Long>> then) {
        background.run(() -> failed(campaign), then);
    }

    private List<Long> failed(long campaign) {
        return workspace.runs().messages().inState(campaign, MessageState.FAILED).stream().map(Message::id).toList();
    }

    /**
     * Lets held mails go.
     *
     * @param why a person's word
     * @param then is told how many
     */
    void letGo(long campaign, List<Message> some, String why, IntConsumer then) {
        act(campaign, _ -> workspace.runs().held().letGo(some, why), then);
    }

    void addNew(long campaign, IntConsumer then) {
        act(campaign, now -> workspace.runs().addNew(now), then);
    }

    void sendAgain(long campaign, List<Long> failed, IntConsumer then) {
        act(campaign, now -> workspace.runs().sendAgain(now, failed), then);
    }

    /** What is paused stays paused: its mails go when it is resumed. */
    private void act(long id, ToIntFunction<Campaign> act, IntConsumer then) {
        background.run(() -> {
            var campaign = workspace.campaigns().find(id).orElseThrow(() -> Problem.of("campaigns.gone"));
            int queued = act.applyAsInt(campaign);
            if (queued > 0 && campaign.state() != CampaignState.PAUSED) {
                workspace.runs().start(campaign);
            }
            return queued;
        }, queued -> {
            then.accept(queued);
            readHeld(id);
            changed.run();
        });
    }
}
