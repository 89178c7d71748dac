package app.caravel.desktop.campaigns;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.campaign.Progress;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The band on top of a campaign that is not through: how far, how fast, how long; why it stopped; what is in doubt. */
final class RunBand extends VBox {

    private final RunViewModel model;
    private final Ui ui;
    private final InvalidationListener changed = _ -> show();

    RunBand(RunViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        managedProperty().bind(visibleProperty());
        model.progress().addListener(new WeakInvalidationListener(changed));
        show();
    }

    private void show() {
        var now = model.progress().get();
        setVisible(now != null && model.isOpen());
        getChildren().clear();
        if (now == null) {
            return;
        }
        var state = now.campaign().state();
        if (state == CampaignState.RUNNING || state == CampaignState.PAUSED || state == CampaignState.SCHEDULED) {
            getChildren().add(band(now));
        }
        int doubtful = now.counts().of(MessageState.IN_DOUBT);
        if (doubtful > 0) {
            getChildren().add(need(ui.text("campaigns.doubt.band", "n", doubtful), ui.text("campaigns.decide"),
                    () -> ui.go(new Place("needs-you", now.campaign().id()))));
        }
    }

    private Node band(Progress now) {
        var counts = now.counts();
        boolean running = now.campaign().state() == CampaignState.RUNNING;
        var problem = now.problem();
        int done = counts.all() - counts.left();
        var title = Words.heading(ui.text(running ? "campaigns.run.sending" : problem == null ? "campaigns.run.paused" : "campaigns.run.stopped"));
        var head = Space.row(8, Icons.of(running ? Feather.SEND : Feather.PAUSE_CIRCLE, running ? "accent" : problem == null ? "scheduled" : "bounce"), title, Space.rest());
        if (running) {
            head.getChildren().add(Buttons.plain(ui.text("campaigns.pause"), Feather.PAUSE, model::pause));
        } else {
            head.getChildren().add(Buttons.plain(ui.text("campaigns.resume"), Feather.PLAY, model::resume));
        }
        head.getChildren().add(Buttons.plain(ui.text("campaigns.stop"), Feather.SQUARE, () -> stop(now)));
        var bar = new Bar(6, new Bar.Part(counts.all() == 0 ? 0 : (double) done / counts.all(), running ? "fill-accent" : problem == null ? "fill-scheduled" : "fill-bounce"));
        var words = new HBox(8, Words.of(ui.text("campaigns.of", "n", done, "m", counts.all()), "small"), Words.small(rest(now)));
        var band = Space.column(10, head, bar, words);
        band.getStyleClass().addAll("group", "raised", "run-band");
        if (problem != null && !running) {
            band.getStyleClass().add("bad");
            var why = Words.wrapped(Words.of(ui.text(problem), "bounce-text"));
            band.getChildren().add(1, why);
            if (problem.key().equals("campaign.no-password") || problem.key().startsWith("smtp.")) {
                band.getChildren().add(2, Space.row(0, Words.link(ui.text("campaigns.run.to-account"), () -> ui.go(toAccount(now)))));
            }
        }
        return band;
    }

    private static Place toAccount(Progress now) {
        return now.campaign().accountId() == null ? Place.ACCOUNTS : Place.account(now.campaign().accountId());
    }

    private String rest(Progress now) {
        var left = now.left();
        if (now.campaign().state() == CampaignState.RUNNING && now.perHour() > 0 && left != null) {
            return ui.text("campaigns.run.rest", "rate", ui.formats().perHour(now.perHour()), "time", ui.formats().duration(left));
        }
        int deferred = now.counts().of(MessageState.DEFERRED);
        return deferred > 0 ? ui.text("campaigns.run.deferred", "n", deferred) : ui.text("campaigns.run.left", "n", now.counts().left());
    }

    /** Asks once, because what is stopped does not go on. */
    private void stop(Progress now) {
        ui.dialogs().ask(ui.text("campaigns.stop.question"), ui.text("campaigns.stop.what", "n", now.counts().taken(), "m", now.counts().left()),
                ui.text("campaigns.stop.yes"), model::stop);
    }

    private static Node need(String words, String act, Runnable does) {
        var row = Space.row(12, Icons.of(Feather.HELP_CIRCLE, "scheduled"), Words.of(words, "scheduled-text"), Space.rest(), Buttons.small(act, null, does));
        row.getStyleClass().add("need-band");
        return row;
    }
}
