package app.caravel.desktop.settings;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.evidence.TrackerStatus;

/** The tracker's card: how it stands, or how to get one; and the field for a pairing line. */
final class TrackerSection extends VBox {

    private final TrackerModel model;
    private final Ui ui;

    TrackerSection(TrackerModel model, Ui ui) {
        super(24);
        this.model = model;
        this.ui = ui;
        getChildren().addAll(Space.column(12, Words.heading(ui.text("settings.tracker")), new Faces<>(ui, model.standing, this::card)));
        if (!ui.desk().sandbox()) {
            getChildren().add(pairing());
        }
    }

    private Node card(TrackerModel.Standing standing) {
        var card = standing.status().map(status -> standing(status, standing.clockOff())).orElseGet(this::none);
        card.getStyleClass().addAll("group", "tracker-card");
        return card;
    }

    private VBox none() {
        return Space.column(4, Words.strong(ui.text("settings.tracker.none")), Words.wrapped(Words.help(ui.text("settings.tracker.none.help"))));
    }

    private VBox standing(TrackerStatus status, @org.jspecify.annotations.Nullable Duration clockOff) {
        boolean fine = status.failingSince() == null;
        var chip = fine ? new Chip(ui.text("settings.tracker.fine"), Feather.CHECK, "person") : new Chip(ui.text("settings.tracker.away"), Feather.X, "bounce");
        var address = Words.heading(status.baseUrl());
        address.setMinWidth(0);
        var card = Space.column(12, Space.row(8, address, Space.rest(), chip), Words.wrapped(Words.small(sentence(status))));
        if (clockOff != null) {
            card.getChildren().add(Words.wrapped(Words.of(ui.text("settings.tracker.clock-off", "n", Math.abs(clockOff.toMinutes())), "small", "scheduled-text")));
        }
        card.getChildren().add(DetailsPanel.fact(ui.text("settings.tracker.since"), ui.formats().when(status.pairedAt())));
        var read = Buttons.small(ui.text("settings.tracker.read-now"), Feather.REFRESH_CW, model::readNow);
        read.disableProperty().bind(model.working);
        var acts = Space.row(8, read);
        if (!ui.desk().sandbox()) {
            acts.getChildren().add(Buttons.small(ui.text("settings.tracker.unpair"), null, () -> ui.dialogs().ask(ui.text("settings.tracker.unpair.ask"),
                    ui.text("settings.tracker.unpair.sentence"), ui.text("settings.tracker.unpair"), model::unpair)));
        }
        card.getChildren().add(acts);
        return card;
    }

    private String sentence(TrackerStatus status) {
        var formats = ui.formats();
        var problem = status.problem();
        var failing = status.failingSince();
        if (failing != null) {
            var since = ui.text("settings.tracker.away-since", "time", formats.when(failing));
            return problem == null ? since : since + " " + ui.text(problem);
        }
        var reached = status.reachedAt();
        var latency = status.latency();
        if (reached == null) {
            return ui.text("settings.tracker.not-yet");
        }
        return latency == null
                ? ui.text("settings.tracker.reached", "ago", formats.secondsAgo(reached))
                : ui.text("settings.tracker.reached-in", "ago", formats.secondsAgo(reached), "latency", formats.duration(latency));
    }

    private VBox pairing() {
        var line = new TextField();
        line.setPromptText("caravel-pair:…");
        var field = new Field(ui.text("settings.tracker.line"), line).help(ui.text("settings.tracker.line.help"));
        model.refused.addListener((_, _, reason) -> field.wrong(reason == null ? null : ui.text(reason)));
        var pair = Buttons.accent(ui.text("settings.tracker.pair"), Feather.LINK, () -> model.pair(line.getText()));
        pair.disableProperty().bind(model.working.or(line.textProperty().isEmpty()));
        line.setOnAction(_ -> pair.fire());
        var box = Space.column(12, field, Space.row(8, pair));
        box.getStyleClass().addAll("group", "tracker-card");
        return Space.column(12, Words.heading(ui.text("settings.tracker.pair")), box);
    }
}
