package app.caravel.desktop.sandbox;

import java.util.ArrayList;
import java.util.Comparator;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.evidence.ViewedEvent;

/** What the chosen mail did: sent, a robot came by, opened, clicked; newest first. */
final class StoryPane extends BorderPane {

    private final SandboxInboxViewModel model;
    private final Ui ui;

    StoryPane(SandboxInboxViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("details");
        setPadding(new Insets(20));
        setMinHeight(0);
        setTop(Words.heading(ui.text("sandbox.story")));
        setCenter(new Faces<>(ui, model.story(), this::story));
    }

    private Node story(SandboxInboxViewModel.Story story) {
        var mail = model.chosen.get();
        if (mail == null) {
            return new VBox();
        }
        var entries = new ArrayList<Timeline.Entry>();
        story.events().stream().sorted(Comparator.comparing(ViewedEvent::at).reversed()).forEach(event -> entries.add(StoryEntry.of(event, ui)));
        entries.add(new Timeline.Entry(ui.formats().timeline(mail.date()), ui.formats().full(mail.date()), "fill-plain", ui.text("sandbox.sent"), null));
        var timeline = new Timeline(entries);
        var column = new VBox(16, timeline);
        column.setPadding(new Insets(12, 0, 0, 0));
        if (story.campaignId() != 0) {
            column.getChildren().add(Buttons.plain(ui.text("sandbox.open-row"), Feather.BAR_CHART_2, () -> ui.go(Place.campaign(story.campaignId()))));
        }
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        return scroll;
    }
}
