package app.caravel.desktop.contacts;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Column;
import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.Preview;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One of the first rows as it would become, so that a wrong column is seen before anything is written. */
final class ImportRow extends VBox {

    private static final List<Field> NAMES = List.of(Field.NAME, Field.FIRST_NAME, Field.LAST_NAME);
    private static final List<Field> SHOWN = List.of(Field.COMPANY, Field.ROLE, Field.ADDRESS, Field.COUNTRY, Field.CITY, Field.PHONE, Field.LANGUAGE);
    private static final int ATTRIBUTES = 2;

    private final ImportViewModel model;
    private final Ui ui;
    private final Preview preview;
    private final HBox person = Space.row(8);
    private final Label where = Words.small("");
    private final ChangeListener<Number> listener = (_, _, _) -> show();

    ImportRow(ImportViewModel model, Ui ui, Preview preview) {
        super(8);
        this.model = model;
        this.ui = ui;
        this.preview = preview;
        getStyleClass().addAll("group", "quiet", "import-row");
        person.setMinWidth(0);
        getChildren().setAll(Space.row(8, Words.small(ui.text("contacts.row-becomes")), Space.rest(),
                Buttons.flatIcon(ui.text("contacts.row-before"), Feather.CHEVRON_LEFT, () -> go(-1), "small"), where,
                Buttons.flatIcon(ui.text("contacts.row-next"), Feather.CHEVRON_RIGHT, () -> go(1), "small")), person);
        model.reading.row.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void go(int by) {
        model.reading.row.set(Math.clamp(model.reading.row.get() + by, 0, Math.max(0, preview.rows().size() - 1)));
    }

    private void show() {
        person.getChildren().clear();
        if (preview.rows().isEmpty()) {
            return;
        }
        int at = Math.min(model.reading.row.get(), preview.rows().size() - 1);
        where.setText(ui.text("contacts.row-of", "n", at + 1, "m", preview.rows().size()));
        var name = Words.han(Words.strong(String.join(" ", NAMES.stream().map(field -> value(at, field)).filter(text -> !text.isBlank()).distinct().toList())));
        if (!name.getText().isBlank()) {
            name.setMinWidth(Label.USE_PREF_SIZE);
            person.getChildren().add(name);
        }
        for (var field : SHOWN) {
            var value = value(at, field);
            if (!value.isBlank()) {
                var label = Words.han(Words.muted(value));
                label.setMinWidth(32);
                person.getChildren().add(label);
            }
        }
        preview.columns().stream().filter(column -> column.target() instanceof Target.Attribute && !cell(at, column).isBlank()).limit(ATTRIBUTES)
                .forEach(column -> person.getChildren().add(new Chip(column.header() + " " + shortened(cell(at, column)), null)));
    }

    private static String shortened(String text) {
        return text.length() > 16 ? text.substring(0, 15) + "…" : text;
    }

    private String value(int at, Field field) {
        return preview.columns().stream().filter(column -> column.target().equals(Target.of(field))).map(column -> cell(at, column)).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private String cell(int at, Column column) {
        int place = preview.columns().indexOf(column);
        var row = preview.rows().get(at);
        return place < row.size() ? row.get(place) : "";
    }
}
