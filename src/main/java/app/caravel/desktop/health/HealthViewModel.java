package app.caravel.desktop.health;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.audience.Health;
import app.caravel.audience.Trouble;
import app.caravel.contact.EmailAddress;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** The health of a list or an audience: looked through in the background, mended group by group, each time with the way back. */
public final class HealthViewModel {

    /** Something was done to so many people; {@code left} stayed as they were. */
    public record Act(int count, int left, Runnable undo) {}

    private final Workspace workspace;
    private final Background background;
    private final Runnable changed;
    private final Set<Trouble> elsewhere;
    private final Set<Trouble> kept = EnumSet.noneOf(Trouble.class);
    private final ReadOnlyObjectWrapper<@Nullable Health> health = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Background.Done> done = new ReadOnlyObjectWrapper<>(Background.Done.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Reason> failed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Background.@Nullable Job job;
    private @Nullable Subject subject;

    /**
     * @param changed called after people were left out or got another address
     * @param elsewhere what the screen tells beside it already
     */
    public HealthViewModel(Workspace workspace, Background background, Runnable changed, Set<Trouble> elsewhere) {
        this.workspace = workspace;
        this.background = background;
        this.changed = changed;
        this.elsewhere = Set.copyOf(elsewhere);
    }

    /** Null until it was looked through. */
    public ReadOnlyObjectProperty<@Nullable Health> health() {
        return health.getReadOnlyProperty();
    }

    /** Domains that are known of all. */
    public ReadOnlyObjectProperty<Background.Done> done() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Reason> failed() {
        return failed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Looks others through; the same are not looked through again. */
    public void about(Subject those) {
        var before = subject;
        if (those.equals(before)) {
            return;
        }
        subject = those;
        if (before == null || !before.key().equals(those.key())) {
            kept.clear();
            health.set(null);
        }
        check();
    }

    /** Whether leaving out means this campaign alone, and no list. */
    public boolean isOfDraft() {
        return subject instanceof Subject.OfDraft;
    }

    /** About nobody: what was seen goes. */
    public void clear() {
        stop();
        subject = null;
        kept.clear();
        failed.set(null);
        health.set(null);
    }

    /** Looks them through once more; what was seen before stays until then. */
    public void check() {
        stop();
        var asked = subject;
        if (asked == null) {
            return;
        }
        failed.set(null);
        done.set(Background.Done.NOTHING);
        running.set(true);
        job = background.run(progress -> asked.check(workspace, (known, of) -> {
            progress.at(known, of);
            return !progress.cancelled();
        }), done::set, found -> {
            running.set(false);
            health.set(found);
        }, reason -> {
            running.set(false);
            failed.set(reason);
        });
    }

    public void stop() {
        if (job != null) {
            job.cancel();
        }
        running.set(false);
    }

    /** The groups to show: those not kept, and not told elsewhere. */
    public List<Health.Group> groups() {
        var now = health.get();
        return now == null ? List.of() : now.groups().stream().filter(group -> !kept.contains(group.trouble()) && !elsewhere.contains(group.trouble())).toList();
    }

    /** Whether its people can be left out: a segment's go by its conditions alone. */
    public boolean canLeaveOut(Health.Group group) {
        return !(subject instanceof Subject.OfSegment) && group.members().stream().anyMatch(member -> member.contact() != null);
    }

    public static boolean canCorrect(Health.Group group) {
        return group.trouble() == Trouble.MISTYPED;
    }

    /** They stay as they are; the group is not shown any more. */
    public void keep(Health.Group group) {
        kept.add(group.trouble());
        var now = health.get();
        health.set(null);
        health.set(now);
    }

    /** Leaves a group's people out; they stay contacts. */
    public void leaveOut(Health.Group group, Consumer<Act> then) {
        var from = subject;
        if (from == null) {
            return;
        }
        var people = group.members().stream().map(Health.Member::contact).filter(Objects::nonNull).toList();
        background.run(() -> from.leaveOut(workspace, people), count -> {
            mended();
            then.accept(new Act(count, 0, () -> background.run(() -> from.letIn(workspace, people), _ -> mended())));
        });
    }

    /** Gives each of a group the address that is proposed. */
    public void correct(Health.Group group, Consumer<Act> then) {
        var meant = new HashMap<Long, EmailAddress>();
        group.members().forEach(member -> {
            if (member.contact() != null && member.proposal() != null) {
                meant.put(member.contact(), member.proposal());
            }
        });
        background.run(() -> workspace.addressCorrections().apply(meant), changes -> {
            mended();
            then.accept(new Act(changes.size(), meant.size() - changes.size(),
                    () -> background.run(() -> workspace.addressCorrections().takeBack(changes), _ -> mended())));
        });
    }

    private void mended() {
        check();
        changed.run();
    }
}
