package app.caravel.desktop.person;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.report.LifeEvent;
import app.caravel.report.PersonTimelines.Show;

/** A line to write a note on, what to show, and what happened, newest first; older pages are read when they are asked for. */
final class TimelinePane extends VBox {

    private final PersonViewModel model;
    private final Ui ui;
    private final TextArea note = new TextArea();
    private final ToggleGroup group = new ToggleGroup();
    private @Nullable PersonCard card;
    private final ChangeListener<Show> shown = (_, _, now) -> choose(now);

    TimelinePane(PersonViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        setMinSize(0, 0);
        var scroll = new ScrollPane(new Faces<>(ui, model.events(), this::rows));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        getChildren().setAll(writing(), chips(), Space.grow(scroll));
        model.show.addListener(new WeakChangeListener<>(shown));
        choose(model.show.get());
    }

    private Node writing() {
        note.getStyleClass().add("note-field");
        note.setPromptText(ui.text("person.note-prompt", "keys", Key.GO_ON.shown()));
        note.setWrapText(true);
        note.setPrefRowCount(1);
        note.textProperty().bindBidirectional(model.note);
        note.setMinHeight(36);
        note.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(4, Math.max(1, note.getText().lines().count() + note.getText().length() / 64)) * 21.0 + 15, note.textProperty()));
        Key.GO_ON.on(note, model.deeds::addNote);
        var keep = Buttons.plain(ui.text("person.note-keep"), Feather.EDIT_3, model.deeds::addNote);
        HBox.setMargin(keep, new Insets(2, 0, 0, 0));
        keep.disableProperty().bind(model.note.map(String::isBlank));
        var row = new HBox(8, Space.grow(note), keep);
        row.setAlignment(Pos.TOP_LEFT);
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private Node chips() {
        var row = Space.row(8);
        for (var show : Show.values()) {
            var chip = new FilterChip(ui.text("person.show-" + show.name().toLowerCase(Locale.ROOT)));
            chip.setUserData(show);
            chip.setToggleGroup(group);
            chip.setOnAction(_ -> model.show.set(show));
            row.getChildren().add(chip);
        }
        return row;
    }

    private void choose(Show now) {
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == now));
    }

    /** Whose it is: when he was added says the empty face. */
    void about(PersonCard shown) {
        card = shown;
    }

    private Node rows(List<LifeEvent> events) {
        var column = new VBox();
        column.setPadding(new Insets(4, 16, 16, 0));
        if (events.stream().allMatch(LifeEvent.Imported.class::isInstance) && model.show.get() == Show.ALL) {
            column.getChildren().add(nothing(events));
            return column;
        }
        if (events.isEmpty()) {
            var face = new EmptyFace(Feather.CLOCK, ui.text("person.nothing-" + model.show.get().name().toLowerCase(Locale.ROOT)), null, null);
            column.getChildren().add(face);
            return column;
        }
        var row = new TimelineRow(model, ui);
        for (int i = 0; i < events.size(); i++) {
            column.getChildren().add(row.of(events.get(i), i == events.size() - 1));
        }
        if (model.more().get()) {
            column.getChildren().add(Buttons.plain(ui.text("person.older"), Feather.CHEVRON_DOWN, model::older));
        }
        return column;
    }

    /** Not written to yet. Imported on 12 October from buyers_autumn_2026.xlsx, row 214. */
    private Node nothing(List<LifeEvent> events) {
        var help = events.isEmpty() ? addedBy() : imported((LifeEvent.Imported) events.getLast());
        return new EmptyFace(Feather.CLOCK, ui.text("person.not-written"), help, null);
    }

    private @Nullable String addedBy() {
        return card == null ? null : ui.text("person.added-on", "day", ui.formats().dayWord(card.standing().addedAt()));
    }

    private String imported(LifeEvent.Imported event) {
        var day = ui.formats().dayWord(event.at());
        var line = event.line();
        return line == null ? ui.text("person.imported-on", "day", day, "file", event.file()) : ui.text("person.imported-on-row", "day", day, "file", event.file(), "row", line);
    }
}
