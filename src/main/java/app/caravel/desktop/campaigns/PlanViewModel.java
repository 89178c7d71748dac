package app.caravel.desktop.campaigns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.HeldBack;
import app.caravel.campaign.Plan;
import app.caravel.desktop.campaigns.DraftViewModel.Step;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** What would go out when, by which account, and whom manners keep back: worked out anew whenever a step shows it. */
final class PlanViewModel {

    /**
     * A draft played through.
     *
     * @param of what was played through
     * @param limits mails a day that each account takes now, by its id, what was learned and a ramp included; 0: no limit
     * @param replyTo where answers to an account go, where not to itself, by its id
     */
    record Seen(Campaign of, Plan plan, HeldBack held, Map<Long, Integer> limits, Map<Long, String> replyTo) {

        /** The account that is done last. */
        Optional<Plan.Part> slowest() {
            return plan.parts().stream().filter(part -> part.messages() > 0).max(java.util.Comparator.comparing(this::end));
        }

        private java.time.Instant end(Plan.Part part) {
            return plan.slots().stream().filter(slot -> slot.account().id() == part.account().id()).map(Plan.Slot::to).max(java.util.Comparator.naturalOrder()).orElse(java.time.Instant.MIN);
        }
    }

    final Load<Seen> seen;
    private final Workspace workspace;
    private final Background background;
    private final DraftViewModel draft;

    PlanViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.background = background;
        this.draft = draft;
        this.seen = new Load<>(background);
    }

    /** Works it out, where a step that shows it is open and there is something to work out. */
    void refresh() {
        var campaign = draft.campaign().get();
        if (campaign == null || !campaign.audience().isChosen() || campaign.accountId() == null) {
            seen.clear();
            return;
        }
        var before = seen.value();
        if (before != null && (before.of().id() != campaign.id() || !before.of().audience().equals(campaign.audience()))) {
            seen.clear(); // its numbers are of other people
        }
        if (draft.step.get() == Step.SCHEDULE || draft.step.get() == Step.SEND) {
            var schedule = draft.schedule.schedule().get();
            seen.from(() -> read(campaign, schedule));
        }
    }

    private Seen read(Campaign campaign, app.caravel.campaign.Schedule schedule) {
        var plan = workspace.runs().plan(campaign, schedule);
        var limits = new HashMap<Long, Integer>();
        var replyTo = new HashMap<Long, String>();
        for (var part : plan.parts()) {
            var pace = workspace.paces().of(part.account().id());
            limits.put(part.account().id(), pace.ramp().within(pace.perDay(part.account()), workspace.clock().instant()));
            if (pace.replyTo() != null) {
                replyTo.put(part.account().id(), pace.replyTo());
            }
        }
        return new Seen(campaign, plan, workspace.runs().heldBack(campaign), limits, replyTo);
    }

    /** The plan of the draft as it is, as far as it was worked out. */
    @Nullable Seen now() {
        var campaign = draft.campaign().get();
        var there = seen.value();
        return campaign == null || there == null || there.of().id() != campaign.id() ? null : there;
    }

    /** Keeps manners for this campaign, or writes to all of them all the same. */
    void keepManners(boolean kept) {
        var campaign = draft.campaign().get();
        if (campaign != null) {
            background.run(() -> workspace.manners().put(campaign.id(), kept), this::refresh);
        }
    }

    /** A person lets an account at rest go on. */
    void letGoOn(Account account) {
        background.run(() -> workspace.runs().letGoOn(account), this::refresh);
    }
}
