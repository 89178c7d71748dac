package app.caravel.desktop.campaigns;

import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Schedule;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.StepBar;
import app.caravel.workspace.Workspace;

/** A draft and where one is in its five steps. What each step holds is its own view model's. */
final class DraftViewModel {

    /** The steps, in their order. */
    enum Step {
        CONTENT, AUDIENCE, SCHEDULE, CHECK, SEND;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Step of(String key) {
            for (var step : values()) {
                if (step.key().equals(key)) {
                    return step;
                }
            }
            return null;
        }
    }

    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.AUDIENCE);
    final AudienceViewModel audience;
    final ScheduleViewModel schedule;
    final CheckViewModel check;
    final MendViewModel mends;
    final SendViewModel send;
    final PlanViewModel plan;
    final SpreadViewModel spread;
    private final ReadOnlyObjectWrapper<@Nullable Campaign> campaign = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;
    private boolean opening;

    DraftViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        audience = new AudienceViewModel(workspace, background, this);
        schedule = new ScheduleViewModel(workspace.clock());
        check = new CheckViewModel(workspace, background, schedule::at);
        mends = new MendViewModel(workspace, background, this);
        send = new SendViewModel(workspace, background, this);
        plan = new PlanViewModel(workspace, background, this);
        spread = new SpreadViewModel(workspace, background, this);
        schedule.schedule().addListener((_, _, now) -> keep(now));
        step.addListener((_, _, _) -> plan.refresh());
    }

    /** What a draft is opened with. */
    private record Opened(Campaign campaign, Schedule schedule) {}

    private void keep(Schedule now) {
        var draft = campaign.get();
        if (draft != null && !opening) {
            background.run(() -> workspace.campaigns().schedules().put(draft.id(), now), plan::refresh);
        }
    }

    ReadOnlyObjectProperty<@Nullable Campaign> campaign() {
        return campaign.getReadOnlyProperty();
    }

    /** Hands on HTML with its pictures, as a screen shows it. */
    void shown(String html, java.util.function.Consumer<String> then) {
        background.run(() -> workspace.pictures().shown(html), then);
    }

    /** Opens a draft; at the first step that is not done where none is asked for. */
    void open(long id, String wished) {
        var before = campaign.get();
        if (before != null && before.id() != id) {
            campaign.set(null);
        }
        background.run(() -> new Opened(workspace.campaigns().find(id).orElseThrow(() -> app.caravel.reason.Problem.of("campaigns.gone")), workspace.campaigns().schedules().of(id)), opened -> {
            var found = opened.campaign();
            opening = true;
            schedule.about(found, opened.schedule());
            opening = false;
            put(found);
            audience.refresh();
            var asked = Step.of(wished);
            step.set(asked != null ? asked : firstOpen(found));
        });
    }

    private Step firstOpen(Campaign found) {
        if (found.scheduledAt() != null) {
            return Step.SEND;
        }
        return !hasContent(found) ? Step.CONTENT : !found.audience().isChosen() || found.accountId() == null ? Step.AUDIENCE : Step.SCHEDULE;
    }

    /** Changes the draft's name, audience or account and keeps the change; its content is Compose's. */
    void change(UnaryOperator<Campaign> change) {
        var now = campaign.get();
        if (now != null) {
            var changed = change.apply(now);
            background.run(() -> workspace.campaigns().saveDetails(changed), this::put);
        }
    }

    /** Mends something that the check found, and keeps it; the check looks anew by itself. */
    void mend(long id, UnaryOperator<Campaign> change, Runnable then) {
        background.run(() -> workspace.campaigns().save(change.apply(workspace.campaigns().find(id).orElseThrow(() -> app.caravel.reason.Problem.of("campaigns.gone")))), saved -> {
            var now = campaign.get();
            if (now != null && now.id() == id) {
                check.mending();
                put(saved);
            }
            then.run();
        });
    }

    /** Takes in what the database says now. */
    void reread() {
        var now = campaign.get();
        if (now != null) {
            background.run(() -> workspace.campaigns().find(now.id()).orElseThrow(), this::put);
        }
    }

    private void put(Campaign found) {
        check.about(found);
        campaign.set(found);
        audience.about(found);
        spread.about(found);
        plan.refresh();
    }

    static boolean hasContent(Campaign campaign) {
        return !campaign.html().isBlank() || campaign.text() != null && !campaign.text().isBlank();
    }

    /** How a step stands. */
    StepBar.State state(Step of) {
        var now = campaign.get();
        if (now == null) {
            return StepBar.State.OPEN;
        }
        return switch (of) {
            case CONTENT -> hasContent(now) ? now.subject().isBlank() ? StepBar.State.WARNED : StepBar.State.DONE : StepBar.State.OPEN;
            case AUDIENCE -> !now.audience().isChosen() || now.accountId() == null ? StepBar.State.OPEN
                    : audience.facts.value() != null && audience.facts.value().people() == 0 ? StepBar.State.WARNED : StepBar.State.DONE;
            case SCHEDULE -> schedule.problem().isPresent() ? StepBar.State.WARNED : schedule.touched() ? StepBar.State.DONE : StepBar.State.OPEN;
            case CHECK -> check.checked().get() == null ? StepBar.State.OPEN : check.isGreen() ? StepBar.State.DONE : StepBar.State.WARNED;
            case SEND -> StepBar.State.OPEN;
        };
    }
}
