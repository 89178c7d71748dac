package app.caravel.desktop.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/**
 * The send step: whether it can go and why not, the press, and the seconds in which it can be taken back. The campaign is
 * planned for the end of these seconds, so that it goes out even when the screen is left or Caravel is started anew.
 */
final class SendViewModel {

    /** How long the press can be taken back. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** Seconds left to take it back; 0 while nothing was pressed. */
    final IntegerProperty seconds = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<@Nullable Campaign> started = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;
    private final DraftViewModel draft;
    private @Nullable Instant due;

    SendViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.background = background;
        this.draft = draft;
    }

    /** The campaign that was started by the press, as soon as it was. */
    ReadOnlyObjectProperty<@Nullable Campaign> started() {
        return started.getReadOnlyProperty();
    }

    /** Why it cannot go now, in the order in which to mend it; nothing where it can. */
    Optional<Reason> blocked() {
        var now = draft.campaign().get();
        var people = draft.audience.facts.value();
        if (now == null || people == null && now.audience().isChosen()) {
            return Optional.of(Reason.of("campaigns.send.wait"));
        }
        if (!DraftViewModel.hasContent(now)) {
            return Optional.of(Reason.of("campaigns.send.no-content"));
        }
        if (!now.audience().isChosen()) {
            return Optional.of(Reason.of("campaigns.send.no-list"));
        }
        if (now.accountId() == null) {
            return Optional.of(Reason.of("campaigns.send.no-account"));
        }
        if (people != null && people.people() == 0) {
            return Optional.of(Reason.of("campaigns.send.nobody", "n", people.leftOut().size()));
        }
        var plan = draft.plan.now();
        if (plan != null && people != null && plan.plan().messages() == 0) {
            return Optional.of(Reason.of("sending.nobody", "suppressed", people.leftOut().size(), "held", plan.plan().held()));
        }
        var mend = draft.schedule.problem();
        if (mend.isPresent()) {
            return mend;
        }
        if (draft.check.running().get()) {
            return Optional.of(Reason.of("campaigns.send.checking"));
        }
        if (draft.check.checked().get() == null) {
            return Optional.of(Reason.of("campaigns.send.unchecked"));
        }
        if (draft.check.hasStop()) {
            return Optional.of(Reason.of("campaigns.send.stop"));
        }
        if (draft.check.links.waiting().get()) {
            return Optional.of(Reason.of("campaigns.send.links"));
        }
        int unread = draft.check.unread();
        return unread > 0 ? Optional.of(Reason.of("campaigns.send.unread", "n", unread)) : Optional.empty();
    }

    /** How many would get it: those whom manners keep back do not, as soon as that is known. */
    int people() {
        var plan = draft.plan.now();
        if (plan != null) {
            return plan.plan().messages();
        }
        var people = draft.audience.facts.value();
        return people == null ? 0 : people.people();
    }

    Optional<Account> account() {
        var now = draft.campaign().get();
        var all = draft.audience.accounts.value();
        return now == null || all == null ? Optional.empty() : all.stream().filter(each -> Long.valueOf(each.id()).equals(now.accountId())).findFirst();
    }

    /** Sends it in ten seconds, or plans it for the time that was chosen. */
    void press() {
        var now = draft.campaign().get();
        if (now == null || blocked().isPresent() || seconds.get() > 0) {
            return;
        }
        var planned = draft.schedule.at();
        var schedule = draft.schedule.schedule().get();
        var at = planned == null ? workspace.clock().instant().plus(GRACE) : planned;
        background.run(() -> {
            workspace.campaigns().schedules().put(now.id(), schedule);
            workspace.campaigns().schedule(now, at);
        }, () -> {
            if (planned == null) {
                due = at;
                seconds.set((int) GRACE.toSeconds());
            }
            draft.reread();
        });
    }

    /** Takes the press, or the plan, back. */
    void undo() {
        var now = draft.campaign().get();
        due = null;
        seconds.set(0);
        if (now != null) {
            background.run(() -> workspace.campaigns().unschedule(now), draft::reread);
        }
    }

    /** Called every second or more often: counts down, and starts it when the time has come. */
    void tick() {
        var at = due;
        var now = draft.campaign().get();
        if (at == null || now == null) {
            return;
        }
        long millis = Duration.between(workspace.clock().instant(), at).toMillis();
        if (millis > 0) {
            seconds.set((int) ((millis + 999) / 1000));
            return;
        }
        due = null;
        seconds.set(0);
        background.run(() -> {
            workspace.runs().start(now);
            return now;
        }, started::set);
    }
}
