package app.caravel.desktop.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.pace.Forecast;
import app.caravel.desktop.campaigns.DraftViewModel.Step;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The send step: who gets it, from whom, when, and the one button; beside it why it cannot be pressed. */
final class SendStep extends StepPage {

    private static final double PANEL = 416;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration NEAR = Duration.ofDays(2);

    private final DraftViewModel model;
    private final Ui ui;
    private final VBox groups = new VBox(24);
    private final HBox act = Space.row(12);
    private final InvalidationListener changed = _ -> show();

    SendStep(DraftViewModel model, Ui ui) {
        super("", "");
        this.model = model;
        this.ui = ui;
        add(groups);
        foot(act);
        panel(new CheckedMail(model, new FindingActs(model, ui), ui), PANEL);
        Stream.<Observable>of(model.campaign(), model.audience.facts.state(), model.audience.accounts.state(), model.audience.choices.state(), model.check.checked(),
                model.check.running(), model.check.links.waiting(), model.check.chosen(), model.check.progress, model.send.seconds, model.plan.seen.state())
                .forEach(each -> each.addListener(new WeakInvalidationListener(changed)));
        show();
    }

    private void show() {
        title.setText(heading());
        sentence.setText(slow());
        groups.getChildren().setAll(new SendGroups(model, ui).all());
        act();
    }

    /** How many and until when; until that is known, how many and from when. */
    private String heading() {
        int people = model.send.people();
        var seen = model.plan.now();
        var at = model.schedule.at();
        if (seen == null) {
            return at == null ? ui.text("campaigns.send.title", "n", people) : ui.text("campaigns.send.title-at", "n", people, "time", ui.formats().when(at));
        }
        var done = seen.plan().done();
        if (done == null) {
            var facts = model.audience.facts.value();
            return ui.text("sending.nobody", "suppressed", facts == null ? seen.plan().suppressed() : facts.leftOut().size(), "held", seen.plan().held());
        }
        if (Duration.between(ui.clock().instant(), done).compareTo(SOON) < 0) {
            return ui.text("sending.done-soon", "n", people);
        }
        boolean near = Duration.between(ui.clock().instant(), done).compareTo(NEAR) < 0;
        return ui.text("sending.done", "n", people, "day", near ? ui.formats().dayWord(done) : ui.formats().longDay(done), "time", ui.formats().time(done));
    }

    /** Why it takes so long, by what holds up the account that is done last. */
    private String slow() {
        var seen = model.plan.now();
        var slowest = seen == null ? null : seen.slowest().orElse(null);
        if (seen == null || slowest == null) {
            return model.plan.seen.state().get() instanceof Load.Failed<PlanViewModel.Seen>(var why) ? ui.text(why) : "";
        }
        var account = slowest.account();
        var until = slowest.rest() == null ? null : slowest.rest().until();
        if (until != null && slowest.slow() == Forecast.Slow.REST) { // else it is over long before the last mail
            return ui.text("sending.slow.rest-until", "account", account.fromAddress(), "time", ui.formats().when(until));
        }
        return ui.text("sending.slow." + slowest.slow().name().toLowerCase(Locale.ROOT).replace('_', '-'), "account", account.fromAddress(),
                "n", slowest.slow() == Forecast.Slow.HOUR ? account.perHour() : seen.limits().getOrDefault(account.id(), 0));
    }

    private void act() {
        var campaign = model.campaign().get();
        int seconds = model.send.seconds.get();
        if (seconds > 0) {
            act.getChildren().setAll(countdown(seconds));
            return;
        }
        if (campaign != null && campaign.scheduledAt() != null) {
            act.getChildren().setAll(Icons.of(Feather.CLOCK, "scheduled"), Words.strong(ui.text("campaigns.planned-for", "time", ui.formats().when(campaign.scheduledAt()))),
                    Buttons.plain(ui.text("campaigns.unplan"), Feather.ROTATE_CCW, model.send::undo));
            return;
        }
        var at = model.schedule.at();
        var blocked = model.send.blocked();
        var button = Buttons.accent(word(at), at == null ? Feather.SEND : Feather.CLOCK, this::press);
        button.setDisable(blocked.isPresent());
        act.getChildren().setAll(button);
        blocked.ifPresent(why -> act.getChildren().addAll(Icons.of(Feather.INFO, "small", "scheduled"), Words.of(ui.text(why), "scheduled-text"), mend(why.key())));
        if (blocked.isEmpty()) {
            act.getChildren().add(Words.small(ui.text("campaigns.send.undo-note")));
        }
    }

    /** By day alone where their hours say the rest. */
    private String word(@Nullable Instant at) {
        boolean theirs = model.schedule.when.get() == ScheduleViewModel.When.THEIR_HOURS;
        return at == null ? ui.text("campaigns.send.press", "n", model.send.people())
                : theirs ? ui.text("sending.plan-day", "day", ui.formats().longDay(at)) : ui.text("campaigns.send.plan", "time", ui.formats().when(at));
    }

    private void press() {
        model.send.press();
    }

    private Node mend(String why) {
        return switch (why) {
            case "campaigns.send.unread" -> Words.link(ui.text("campaigns.send.read-them"), () -> {
                model.step.set(Step.CHECK);
                model.check.readNext();
            });
            case "campaigns.send.links" -> Words.link(ui.text("campaigns.check.go-on-without"), model.check.links::goOn);
            case "campaigns.send.stop", "campaigns.send.unchecked" -> Words.link(ui.text("campaigns.send.see-check"), () -> model.step.set(Step.CHECK));
            case "campaigns.send.no-content" -> Words.link(ui.text("campaigns.write-mail"), () -> ui.go(Place.content(model.campaign().get() == null ? 0 : model.campaign().get().id())));
            case "campaigns.send.no-list", "campaigns.send.no-account", "campaigns.send.nobody", "sending.nobody" -> Words.link(ui.text("campaigns.send.change-audience"), () -> model.step.set(Step.AUDIENCE));
            case "campaigns.schedule.past", "campaigns.schedule.unreadable", "sending.hours.order", "sending.per-day.unreadable" -> Words.link(ui.text("campaigns.change"), () -> model.step.set(Step.SCHEDULE));
            default -> new BorderPane();
        };
    }

    private Node countdown(int seconds) {
        var bar = new Bar(6, new Bar.Part((double) seconds / SendViewModel.GRACE.toSeconds(), "fill-accent"));
        Space.grow(bar);
        var band = Space.row(16, Icons.of(Feather.SEND, "accent"), Words.strong(ui.text("campaigns.send.starts-in", "n", seconds)), bar,
                Buttons.plain(ui.text("campaigns.send.undo"), Feather.ROTATE_CCW, model.send::undo));
        band.getStyleClass().addAll("group", "raised", "countdown");
        return Space.grow(band);
    }
}
