package app.caravel.desktop.settings;

import java.time.LocalDate;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.OwnDay;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A day that somebody here knows of: one's own company closed, a holiday, a weekend that is worked. */
final class OwnDayDialog extends VBox {

    private enum Kind {
        CLOSED("settings.hours.own.closed-word"), HOLIDAY("settings.hours.own.holiday-word"), WORKED("settings.hours.own.worked-word");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    private final Ui ui;
    private final HoursModel model;
    private final Segmented<Kind> kind;
    private final DatePicker day;
    private final TextField name = new TextField();
    private final ComboBox<String> country;

    private OwnDayDialog(Ui ui, HoursModel model) {
        super(16);
        this.ui = ui;
        this.model = model;
        this.day = picker();
        this.country = Choices.countries(ui, null);
        this.kind = new Segmented<>(List.of(Kind.values()), Kind.CLOSED, each -> ui.text(each.key));
        getStyleClass().addAll("find", "dialog-box");
        Space.width(this, 440);
        setMaxHeight(USE_PREF_SIZE);
        name.setPromptText(ui.text("settings.hours.own.name.hint"));
        var where = new Field(ui.text("settings.hours.country"), country);
        var ofCountry = kind.valueProperty().isNotEqualTo(Kind.CLOSED);
        where.visibleProperty().bind(ofCountry);
        where.managedProperty().bind(ofCountry);
        var add = Buttons.accent(ui.text("settings.hours.own.add"), null, this::add);
        add.setDefaultButton(true);
        add.disableProperty().bind(day.valueProperty().isNull().or(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()))
                .or(ofCountry.and(country.valueProperty().isEqualTo(""))));
        getChildren().addAll(Words.heading(ui.text("settings.hours.own.add")), kind, new Field(ui.text("settings.hours.own.date"), day), new Field(ui.text("settings.hours.own.name"), name), where,
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), add));
    }

    static void show(Ui ui, HoursModel model) {
        var dialog = new OwnDayDialog(ui, model);
        ui.dialogs().show(dialog, dialog.name);
    }

    private void add() {
        ui.dialogs().close();
        var where = kind.getValue() == Kind.CLOSED ? null : country.getValue();
        model.add(new OwnDay(day.getValue(), where, name.getText().strip(), kind.getValue() == Kind.WORKED));
    }

    private DatePicker picker() {
        var picker = new DatePicker(model.today());
        picker.setEditable(false);
        picker.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate date) {
                return date == null ? "" : ui.formats().day(date);
            }

            @Override
            public LocalDate fromString(String text) {
                return picker.getValue();
            }
        });
        return picker;
    }
}
