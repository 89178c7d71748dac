package app.caravel.desktop.campaigns;

import java.time.LocalDate;
import javafx.scene.control.DatePicker;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The schedule step: at once, or at a day and a time. */
final class ScheduleStep extends StepPage {

    private final ScheduleViewModel model;
    private final Ui ui;
    private final Field time;

    ScheduleStep(ScheduleViewModel model, Ui ui) {
        super(ui.text("campaigns.schedule"), ui.text("campaigns.schedule.sentence"));
        this.model = model;
        this.ui = ui;
        var which = new ToggleGroup();
        var now = new RadioButton(ui.text("campaigns.schedule.now"));
        var later = new RadioButton(ui.text("campaigns.schedule.later"));
        now.setToggleGroup(which);
        later.setToggleGroup(which);
        (model.later.get() ? later : now).setSelected(true);
        later.selectedProperty().addListener((_, _, chosen) -> model.later.set(chosen));
        var day = new DatePicker(model.day.get());
        day.setEditable(false);
        day.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(@org.jspecify.annotations.Nullable LocalDate date) {
                return date == null ? "" : ui.formats().longDay(date.atStartOfDay(ui.zone()).toInstant());
            }

            @Override
            public @org.jspecify.annotations.Nullable LocalDate fromString(String text) {
                return null; // it is chosen, not written
            }
        });
        day.setDayCellFactory(_ -> new javafx.scene.control.DateCell() {
            @Override
            public void updateItem(LocalDate date, boolean empty) {
                super.updateItem(date, empty);
                setDisable(empty || date.isBefore(LocalDate.ofInstant(ui.clock().instant(), ui.zone())));
            }
        });
        day.valueProperty().addListener((_, _, chosen) -> model.day.set(chosen));
        var clock = new TextField(model.time.get());
        clock.textProperty().addListener((_, _, written) -> model.time.set(written));
        time = new Field(ui.text("campaigns.schedule.time"), clock);
        var fields = Space.row(12, Space.width(new Field(ui.text("campaigns.schedule.day"), day), 264), Space.width(time, 120));
        fields.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        fields.disableProperty().bind(later.selectedProperty().not());
        fields.setPadding(new javafx.geometry.Insets(0, 0, 0, 28));
        var note = Words.wrapped(Words.small(ui.text("campaigns.schedule.computer")));
        note.setMaxWidth(480);
        var info = Icons.of(Feather.INFO, "small", "subtle");
        var on = new javafx.scene.layout.HBox(8, info, note);
        add(Space.column(16, now, later, fields), on);
        model.later.addListener(new javafx.beans.WeakInvalidationListener(changed));
        model.day.addListener(new javafx.beans.WeakInvalidationListener(changed));
        model.time.addListener(new javafx.beans.WeakInvalidationListener(changed));
        judge();
    }

    private final javafx.beans.InvalidationListener changed = _ -> judge();

    private void judge() {
        var at = model.at();
        time.wrong(model.isUnreadable() ? ui.text("campaigns.schedule.unreadable") : model.isPast() ? ui.text("campaigns.schedule.past") : null);
        sentence.setText(at == null || model.isPast() ? ui.text("campaigns.schedule.sentence") : ui.text("campaigns.schedule.goes", "time", ui.formats().when(at)));
    }
}
