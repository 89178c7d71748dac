package app.caravel.desktop.settings;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import app.caravel.calendar.Week;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Corrects the week of a country, day by day, beside what the table says of it. */
final class WeekDialog extends VBox {

    private enum Work { WHOLE, HALF, OFF }

    private final Ui ui;
    private final HoursModel model;
    private final WeekWords words;
    private final ComboBox<String> country;
    private final Map<DayOfWeek, Segmented<Work>> days = new EnumMap<>(DayOfWeek.class);
    private final Label table = Words.wrapped(Words.help(""));
    private final Button keep;

    private WeekDialog(Ui ui, HoursModel model, String chosen) {
        super(16);
        this.ui = ui;
        this.model = model;
        this.words = new WeekWords(ui);
        this.country = Choices.countries(ui, chosen);
        this.keep = Buttons.accent(ui.text("settings.hours.keep"), null, this::keep);
        getStyleClass().addAll("find", "dialog-box");
        Space.width(this, 440);
        setMaxHeight(USE_PREF_SIZE);
        var week = Space.column(6);
        for (var day : DayOfWeek.values()) {
            var work = new Segmented<>(List.of(Work.values()), Work.WHOLE, each -> ui.text("settings.hours." + each.name().toLowerCase(Locale.ROOT)));
            work.valueProperty().addListener((_, _, _) -> allow());
            days.put(day, work);
            week.getChildren().add(Space.row(8, Space.grow(Words.body(words.day(day))), work));
        }
        keep.setDefaultButton(true);
        getChildren().addAll(Words.heading(ui.text("settings.hours.correct")), new Field(ui.text("settings.hours.country"), country), week, table,
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), keep));
        country.valueProperty().addListener((_, _, _) -> fill());
        fill();
    }

    /** @param country chosen at first; empty: none */
    static void show(Ui ui, HoursModel model, String country) {
        var dialog = new WeekDialog(ui, model, country);
        ui.dialogs().show(dialog, dialog.country);
    }

    private void fill() {
        var week = model.week(country.getValue());
        days.forEach((day, work) -> work.valueProperty().set(week.off().contains(day) ? Work.OFF : week.half().contains(day) ? Work.HALF : Work.WHOLE));
        table.setText(country.getValue().isEmpty() ? ui.text("settings.hours.choose-country") : model.tableRow(country.getValue())
                .map(row -> ui.text("settings.hours.table", "days", words.off(row.week()), "source", row.source(), "when", ui.formats().day(row.seen())))
                .orElse(ui.text("settings.hours.table.none")));
        allow();
    }

    private void allow() {
        keep.setDisable(country.getValue().isEmpty() || with(Work.OFF).size() == days.size());
    }

    private EnumSet<DayOfWeek> with(Work wanted) {
        var found = EnumSet.noneOf(DayOfWeek.class);
        days.forEach((day, work) -> {
            if (work.getValue() == wanted) {
                found.add(day);
            }
        });
        return found;
    }

    private void keep() {
        ui.dialogs().close();
        var week = new Week(with(Work.OFF), with(Work.HALF));
        if (!week.equals(model.week(country.getValue()))) {
            model.correct(country.getValue(), week);
        }
    }
}
