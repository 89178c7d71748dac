package app.caravel.desktop.campaigns;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Progress;
import app.caravel.desktop.campaigns.RunViewModel.Sender;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The band on top of a campaign that is not through: how far, how fast, until when; who rests and why; what is in doubt. */
final class RunBand extends VBox {

    /** From here on what it says fits beside its buttons. */
    private static final double WIDE = 880;

    private final RunViewModel model;
    private final Ui ui;
    private final InvalidationListener changed = _ -> show();
    private Runnable arrange = () -> {};

    RunBand(RunViewModel model, Ui ui) {
        super(8);
        this.model = model;
        this.ui = ui;
        managedProperty().bind(visibleProperty());
        widthProperty().addListener(_ -> arrange.run());
        model.progress().addListener(new WeakInvalidationListener(changed));
        model.run().addListener(new WeakInvalidationListener(changed));
        show();
    }

    private void show() {
        var now = model.progress().get();
        setVisible(now != null && model.isOpen());
        getChildren().clear();
        arrange = () -> {};
        if (now == null) {
            return;
        }
        var state = now.campaign().state();
        if (state == CampaignState.RUNNING || state == CampaignState.PAUSED || state == CampaignState.SCHEDULED) {
            getChildren().add(band(now));
            getChildren().addAll(rests(now));
        }
        int doubtful = now.counts().of(MessageState.IN_DOUBT);
        if (doubtful > 0) {
            getChildren().add(need("scheduled", Feather.HELP_CIRCLE, Words.of(ui.text("campaigns.doubt.band", "n", doubtful), "scheduled-text"),
                    Buttons.small(ui.text("campaigns.decide"), null, () -> ui.go(new Place("needs-you", now.campaign().id())))));
        }
    }

    private Node band(Progress now) {
        boolean running = now.campaign().state() == CampaignState.RUNNING;
        var problem = now.problem();
        boolean atRest = problem != null && problem.key().startsWith("breaker.");
        boolean broken = problem != null && !running && !(atRest && passes());
        var meaning = running ? "accent" : broken ? "bounce" : "scheduled";
        var counts = now.counts();
        int all = counts.all() - counts.of(MessageState.SUPPRESSED) - counts.of(MessageState.HELD) - counts.of(MessageState.CANCELLED);
        int done = Math.max(0, all - counts.left());
        var figures = Words.strong(ui.text("campaigns.of", "n", done, "m", all));
        figures.setMinWidth(USE_PREF_SIZE);
        var rest = Words.muted(rest(now));
        rest.setMinWidth(0);
        rest.setTooltip(new Tooltip(rest.getText()));
        var head = Space.row(8, Icons.of(running ? Feather.SEND : Feather.PAUSE_CIRCLE, meaning), figures, Space.rest());
        if (counts.left() > 0 && now.campaign().state() != CampaignState.PAUSED) { // what stands still is not slow
            var why = Words.link(ui.text("campaigns.run.why-slow"), () -> PlanPanel.show(model, ui));
            why.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(why);
        }
        head.getChildren().addAll(running ? Buttons.plain(ui.text("campaigns.pause"), Feather.PAUSE, model::pause)
                : Buttons.plain(ui.text(atRest ? "campaigns.resume-anyway" : "campaigns.resume"), Feather.PLAY, model::resume),
                Buttons.plain(ui.text("campaigns.stop"), Feather.SQUARE, () -> stop(now)));
        var bar = new Bar(6, new Bar.Part(all == 0 ? 0 : (double) done / all, running ? "fill-accent" : broken ? "fill-bounce" : "fill-scheduled"));
        var band = Space.column(14, head, bar);
        head.getChildren().add(2, rest);
        arrange = () -> arrange(rest, head, band);
        arrange.run();
        band.getStyleClass().addAll("group", "raised", "run-band");
        if (broken) {
            band.getStyleClass().add("bad");
        }
        if (problem != null && !running && !atRest) {
            band.getChildren().add(1, Words.wrapped(Words.of(ui.text(problem), "bounce-text")));
            if (problem.key().equals("campaign.no-password") || problem.key().startsWith("smtp.")) { // resuming alone would stop again
                head.getChildren().add(head.getChildren().size() - 2, Buttons.accent(ui.text("campaigns.run.to-account"), Feather.AT_SIGN, () -> ui.go(toAccount(now))));
            }
        }
        return band;
    }

    /** How fast and until when: behind the figures, or on a line of its own where the panel leaves too little beside them. */
    private void arrange(Label rest, HBox head, VBox band) {
        boolean beside = getWidth() == 0 || getWidth() >= WIDE;
        if (beside != head.getChildren().contains(rest)) {
            head.getChildren().remove(rest);
            band.getChildren().remove(rest);
            if (beside) {
                head.getChildren().add(2, rest);
            } else {
                band.getChildren().add(1, rest);
            }
        }
    }

    /** Whether all that rests goes on by itself. */
    private boolean passes() {
        var run = model.run().get();
        return run != null && run.resting().stream().allMatch(sender -> Objects.requireNonNull(sender.rest()).isPassing());
    }

    private static Place toAccount(Progress now) {
        return now.campaign().accountId() == null ? Place.ACCOUNTS : Place.account(now.campaign().accountId());
    }

    /** 480 an hour · about 1 h 20 min left · done 17:40 */
    private String rest(Progress now) {
        var parts = new ArrayList<String>();
        if (now.campaign().state() == CampaignState.RUNNING) {
            var run = model.run().get();
            int rate = now.perHour() > 0 ? now.perHour() : run == null ? 0 : run.perHour();
            if (rate > 0) {
                parts.add(ui.formats().perHour(rate));
            }
            var done = model.done();
            if (done != null) {
                var left = Duration.between(ui.clock().instant(), done);
                parts.add(ui.text("campaigns.run.time-left", "time", ui.formats().duration(left.isNegative() ? Duration.ZERO : left)));
                parts.add(ui.text("campaigns.run.done-at", "when", isToday(done) ? ui.formats().time(done) : ui.formats().when(done)));
            }
        } else {
            parts.add(ui.text(now.problem() == null ? "campaigns.run.paused" : "campaigns.run.stopped"));
        }
        if (parts.isEmpty()) {
            parts.add(ui.text("campaigns.run.left", "n", now.counts().left()));
        }
        int deferred = now.counts().of(MessageState.DEFERRED);
        if (deferred > 0) {
            parts.add(ui.text("campaigns.run.deferred", "n", deferred));
        }
        return String.join(" · ", parts);
    }

    private boolean isToday(Instant at) {
        return LocalDate.ofInstant(at, ui.zone()).equals(LocalDate.ofInstant(ui.clock().instant(), ui.zone()));
    }

    private List<Node> rests(Progress now) {
        var run = model.run().get();
        if (run == null) {
            return List.of();
        }
        boolean othersGoOn = now.campaign().state() == CampaignState.RUNNING && run.someSend();
        boolean runs = now.campaign().state() == CampaignState.RUNNING;
        return run.resting().stream().map(sender -> rest(sender, runs, othersGoOn)).toList();
    }

    private Node rest(Sender sender, boolean runs, boolean othersGoOn) {
        var rest = Objects.requireNonNull(sender.rest());
        boolean passing = rest.isPassing();
        var said = PlanPanel.rests(sender, rest, ui);
        var words = Words.wrapped(Words.of(othersGoOn ? ui.text("campaigns.rest.others", "said", said) : said, passing ? "scheduled-text" : "bounce-text"));
        words.setMinWidth(0);
        words.setTooltip(new Tooltip(ui.text(rest.why())));
        var go = Buttons.small(ui.text("campaigns.run.go-on"), null, () -> model.letGoOn(sender.account()));
        if (passing) {
            return need("scheduled", Feather.CLOCK, words, go);
        }
        var see = Buttons.small(ui.text("campaigns.run.see-them"), null, () -> model.tab.set(RunViewModel.Tab.REFUSALS));
        return runs ? need("bounce", Feather.ALERT_CIRCLE, words, see, go) : need("bounce", Feather.ALERT_CIRCLE, words, see); // the band's own button lets it go on
    }

    /** Asks once, because what is stopped does not go on. */
    private void stop(Progress now) {
        ui.dialogs().ask(ui.text("campaigns.stop.question"), ui.text("campaigns.stop.what", "n", now.counts().taken(), "m", now.counts().left()),
                ui.text("campaigns.stop.yes"), model::stop);
    }

    private static HBox need(String meaning, Feather icon, Node words, Node... acts) {
        var row = Space.row(12, Icons.of(icon, meaning), Space.grow(words));
        row.getChildren().addAll(acts);
        row.getStyleClass().addAll("need-band", meaning);
        return row;
    }
}
