package app.caravel.desktop.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.evidence.ViewedEvent;
import app.caravel.sandbox.CaughtMail;

/** What the chosen mail did: sent, a robot came by, opened, clicked; newest first. */
final class StoryPane extends BorderPane {

    private final SandboxInboxViewModel model;
    private final Ui ui;
    private final ChangeListener<@Nullable CaughtMail> listener = (_, _, _) -> show();

    StoryPane(SandboxInboxViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("details");
        setPadding(new Insets(20));
        setMinHeight(0);
        setTop(Words.heading(ui.text("sandbox.story")));
        model.chosen.addListener(new WeakChangeListener<>(listener));
        show();
    }

    /** Nothing is on its way before a mail is chosen, so no skeleton either. */
    private void show() {
        setCenter(model.chosen.get() == null ? null : new Faces<>(ui, model.story(), this::story));
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
            column.getChildren().add(Buttons.plain(ui.text("sandbox.open-row"), Feather.BAR_CHART_2, () -> ui.go(Place.recipient(story.campaignId(), story.messageId()))));
        }
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        return scroll;
    }
}
