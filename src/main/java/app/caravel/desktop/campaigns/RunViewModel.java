package app.caravel.desktop.campaigns;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Rests.Rest;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Plan;
import app.caravel.campaign.Progress;
import app.caravel.campaign.RunFacts;
import app.caravel.campaign.pace.Forecast;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** A campaign's run: how far it is, what each account does, what servers said; pause, resume, stop. The run itself goes on without this. */
final class RunViewModel {

    /** What stands under the band. */
    enum Tab { PEOPLE, ACCOUNTS, PROVIDERS, REFUSALS }

    /**
     * One account in the run.
     *
     * @param part its part of the plan, null where nothing is left for it
     * @param rest null where it does not rest
     * @param goesOn when its next mail leaves, null where that is now or never
     */
    record Sender(Account account, RunFacts.OfAccount did, Plan.@Nullable Part part, @Nullable Rest rest, @Nullable Instant goesOn, Limits limits) {

        boolean sendsNow() {
            return rest == null && goesOn == null && did.waiting() > 0;
        }
    }

    /** What an account takes now, a ramp and what its server taught included; 0: no limit. */
    record Limits(int perMinute, int perHour, int perDay) {}

    /**
     * All that is known beside the numbers.
     *
     * @param plan what is left, null where nothing is or nothing can be said
     */
    record Run(List<Sender> senders, List<RunFacts.OfProvider> providers, List<RunFacts.Refusal> refusals, @Nullable Plan plan) {

        Run {
            senders = List.copyOf(senders);
            providers = List.copyOf(providers);
            refusals = List.copyOf(refusals);
        }

        /** Those that rest with something left to send, by name of the account. */
        List<Sender> resting() {
            return senders.stream().filter(sender -> sender.rest() != null && sender.did().waiting() > 0).toList();
        }

        /** Whether one is left that sends now: not one that rests too, or has no room. */
        boolean someSend() {
            return senders.stream().anyMatch(Sender::sendsNow);
        }

        int perHour() {
            return senders.stream().mapToInt(sender -> sender.did().perHour()).sum();
        }
    }

    private record Planned(long campaign, Set<Long> resting, @Nullable Plan plan, long freshUntil) {}

    private static final int PATIENCE = 20;

    final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.PEOPLE);
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;
    private long about = -1;
    private volatile @Nullable Planned planned;
    private Background.@Nullable Job reading;

    RunViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
    }

    ReadOnlyObjectProperty<@Nullable Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** What stands behind the numbers; null until it was read. */
    ReadOnlyObjectProperty<@Nullable Run> run() {
        return run.getReadOnlyProperty();
    }

    /** Another campaign: what was shown is not its. */
    void about(long campaignId) {
        if (about != campaignId) {
            about = campaignId;
            progress.set(null);
            run.set(null);
            tab.set(Tab.PEOPLE);
        }
    }

    void refresh(long campaignId) {
        background.run(() -> workspace.runs().progress(campaignId), found -> {
            if (!found.equals(progress.get())) {
                progress.set(found);
            }
        });
    }

    /** Reads what stands behind the numbers. It costs more than they do, so it is asked more rarely. */
    void refreshRun(long campaignId) {
        if (reading != null) {
            reading.cancel();
        }
        reading = background.run(() -> read(campaignId), found -> {
            if (campaignId == about && !found.equals(run.get())) {
                run.set(found);
            }
        });
    }

    private Run read(long campaignId) {
        var now = workspace.clock().instant();
        var did = workspace.runFacts().accounts(campaignId);
        var rests = workspace.rests().all();
        var resting = rests.entrySet().stream().filter(each -> !each.getValue().isOver(now)).map(Map.Entry::getKey).collect(Collectors.toSet());
        var plan = did.stream().anyMatch(each -> each.waiting() > 0) ? plan(campaignId, resting) : null;
        var senders = did.stream().map(each -> sender(each, plan, rests.get(each.accountId()), now)).filter(Objects::nonNull)
                .sorted(Comparator.comparing(sender -> sender.account().fromAddress())).toList();
        return new Run(senders, workspace.runFacts().providers(campaignId), workspace.runFacts().refusals(campaignId), plan);
    }

    /** A large one takes its time, so it is made anew after a multiple of that, or when an account went to rest or on. */
    private @Nullable Plan plan(long campaignId, Set<Long> resting) {
        var before = planned;
        if (before != null && before.campaign() == campaignId && before.resting().equals(resting) && System.nanoTime() < before.freshUntil()) {
            return before.plan();
        }
        long begun = System.nanoTime();
        var plan = madeNow(campaignId);
        long now = System.nanoTime();
        planned = new Planned(campaignId, resting, plan, now + PATIENCE * (now - begun));
        return plan;
    }

    private @Nullable Plan madeNow(long campaignId) {
        try {
            return workspace.campaigns().find(campaignId).map(workspace.runs()::plan).orElse(null);
        } catch (Problem e) {
            return null; // an account of it is gone: the run says so itself
        }
    }

    private @Nullable Sender sender(RunFacts.OfAccount did, @Nullable Plan plan, @Nullable Rest rest, Instant now) {
        var account = workspace.accounts().find(did.accountId()).orElse(null);
        if (account == null) {
            return null;
        }
        var part = plan == null ? null : plan.parts().stream().filter(each -> each.account().id() == account.id() && each.messages() > 0).findFirst().orElse(null);
        var next = plan == null ? Stream.<Plan.Slot>empty() : plan.slots().stream().filter(slot -> slot.account().id() == account.id());
        var goesOn = next.map(Plan.Slot::from).min(Comparator.naturalOrder()).filter(at -> at.isAfter(now.plusSeconds(60))).orElse(null);
        var resting = rest == null || rest.isOver(now) ? null : rest;
        return new Sender(account, did, part, resting, resting != null && resting.until() == null ? null : goesOn, limits(account, now));
    }

    private Limits limits(Account account, Instant now) {
        var pace = workspace.paces().of(account.id());
        return new Limits(pace.perMinute(), account.perHour(), pace.ramp().within(pace.perDay(account), now));
    }

    /** Whether there is something to watch: it runs, waits, stopped by itself, or has mails in doubt. */
    boolean isOpen() {
        var now = progress.get();
        return now != null && (now.campaign().state() == CampaignState.RUNNING || now.campaign().state() == CampaignState.PAUSED
                || now.campaign().state() == CampaignState.SCHEDULED || now.counts().of(MessageState.IN_DOUBT) > 0);
    }

    /** Whether mails of it are still to go, now or after a pause. */
    boolean isUnderWay() {
        var now = progress.get();
        return now != null && now.counts().left() > 0 && (now.campaign().state() == CampaignState.RUNNING || now.campaign().state() == CampaignState.PAUSED);
    }

    /** Whether there is more to tell than the list of people: it is at work, or servers refused, or several accounts sent it. */
    boolean hasParts() {
        var now = progress.get();
        var known = run.get();
        return now != null && now.campaign().startedAt() != null && known != null && (isOpen() || !known.refusals().isEmpty() || known.senders().size() > 1);
    }

    /** When it will be through: by the plan where something holds it back, else by the rate; null where nothing can be said, or where an account waits for a person. */
    @Nullable Instant done() {
        var now = progress.get();
        var known = run.get();
        if (now == null || now.counts().left() == 0 || known != null && known.resting().stream().anyMatch(sender -> sender.goesOn() == null)) {
            return null;
        }
        var plan = known == null ? null : known.plan();
        var left = now.left();
        boolean held = plan != null && plan.parts().stream().anyMatch(part -> part.messages() > 0 && part.slow() != Forecast.Slow.NOTHING);
        if (plan != null && (held || left == null)) {
            return plan.done();
        }
        return left == null ? null : workspace.clock().instant().plus(left);
    }

    void pause() {
        act(now -> workspace.runs().pause(now.campaign()));
    }

    /** Goes on, also where accounts had to rest. */
    void resume() {
        var known = run.get();
        act(now -> {
            if (now.problem() != null && now.problem().key().startsWith("breaker.") && known != null) {
                known.resting().forEach(sender -> workspace.runs().letGoOn(sender.account()));
            }
            workspace.runs().start(now.campaign());
        });
    }

    void stop() {
        act(now -> workspace.runs().cancel(now.campaign()));
    }

    /** This account rests until a person lets it go on. */
    void rest(Account account) {
        act(_ -> workspace.runs().rest(account));
    }

    void letGoOn(Account account) {
        act(_ -> {
            workspace.runs().letGoOn(account);
            workspace.runs().startWhatIsDue();
        });
    }

    private void act(Consumer<Progress> act) {
        var now = progress.get();
        if (now != null) {
            background.run(() -> act.accept(now), () -> {
                refresh(now.campaign().id());
                refreshRun(now.campaign().id());
            });
        }
    }
}
