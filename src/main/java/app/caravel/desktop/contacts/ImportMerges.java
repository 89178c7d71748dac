package app.caravel.desktop.contacts;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Field;
import app.caravel.contact.imports.Forecast;
import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Reject;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Before anything is written: whom it would change, field by field, who stays as he is, and which rows are left out. */
final class ImportMerges extends VBox {

    private static final double HEIGHT = 288;

    /** One changed field; the first of a person carries him. */
    private record Line(Forecast.@Nullable Merge person, Forecast.@Nullable Change change) {}

    private final ImportViewModel model;
    private final Ui ui;
    private final ChangeListener<ImportTrial.State> listener = (_, _, _) -> show();
    private final ChangeListener<Number> lookListener = (_, _, _) -> show();

    ImportMerges(ImportViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        getStyleClass().add("import-merges");
        model.trial().state().addListener(new WeakChangeListener<>(listener));
        model.looks.addListener(new WeakChangeListener<>(lookListener));
        show();
    }

    private void show() {
        var forecast = model.trial().forecast();
        setVisible(forecast != null);
        setManaged(forecast != null);
        getChildren().clear();
        if (forecast == null) {
            return;
        }
        var result = forecast.result();
        var choice = new Segmented<>(List.of(ImportTrial.Shown.values()), model.shown.get(), each -> switch (each) {
            case CHANGING -> ui.text("imports.changing", "n", ui.formats().number(forecast.changed()));
            case UNCHANGED -> ui.text("imports.unchanged", "n", ui.formats().number(forecast.known() - forecast.changed()));
            case LEFT_OUT -> ui.text("imports.left-out", "n", ui.formats().number(result.rejected()));
        });
        var body = new StackPane();
        choice.valueProperty().addListener((_, _, now) -> {
            model.shown.set(now);
            body.getChildren().setAll(table(forecast));
        });
        body.getChildren().setAll(table(forecast));
        getChildren().setAll(Space.row(8, Words.heading(ui.text("imports.before-written")), Space.rest(), choice), body);
    }

    private Node table(Forecast forecast) {
        return switch (model.shown.get()) {
            case CHANGING -> people(forecast.changing(), forecast.changed(), forecast.known() == 0 ? "imports.no-known" : "imports.no-change");
            case UNCHANGED -> people(forecast.unchanged(), forecast.known() - forecast.changed(), forecast.known() == 0 ? "imports.no-known" : "imports.no-unchanged");
            case LEFT_OUT -> leftOut(forecast.result());
        };
    }

    private Node people(List<Forecast.Merge> people, long all, String none) {
        if (people.isEmpty()) {
            return nobody(none);
        }
        var table = new TableView<Line>();
        var who = Columns.<Line>node(ui.text("imports.who"), 176, line -> line.person() == null ? null : name(line.person()));
        if (model.shown.get() == ImportTrial.Shown.UNCHANGED) {
            var address = Columns.<Line>muted(ui.text("contacts.address"), 200, line -> line.person() == null ? "" : line.person().address());
            table.getColumns().setAll(List.of(who, address));
            Tables.flex(table, address);
        } else {
            var field = Columns.<Line>muted(ui.text("imports.field"), 128, line -> line.change() == null ? "" : word(line.change().what()));
            var before = Columns.<Line>muted(ui.text("imports.before"), 160, line -> line.change() == null ? "" : line.change().before());
            var after = Columns.<Line>text(ui.text("imports.after"), 160, line -> line.change() == null ? "" : line.change().after());
            table.getColumns().setAll(List.of(who, field, before, after));
            Tables.flex(table, before, after);
        }
        table.setItems(FXCollections.observableList(lines(people)));
        return framed(table, people.size(), all);
    }

    private static Node name(Forecast.Merge person) {
        var name = Words.han(Words.body(person.name() == null ? person.address() : person.name()));
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(person.address()));
        return name;
    }

    private static List<Line> lines(List<Forecast.Merge> people) {
        var lines = new ArrayList<Line>();
        for (var person : people) {
            if (person.changes().isEmpty()) {
                lines.add(new Line(person, null));
            }
            for (int i = 0; i < person.changes().size(); i++) {
                lines.add(new Line(i == 0 ? person : null, person.changes().get(i)));
            }
        }
        return lines;
    }

    private String word(Target target) {
        return switch (target) {
            case Target.Own(var field) -> ui.text("contacts.field-" + (field == Field.OTHER_ADDRESS ? "other-address" : field.key().replace('_', '-')));
            case Target.Attribute(var name) -> name;
            case Target.LeftOut() -> "";
        };
    }

    private Node leftOut(ImportResult result) {
        if (result.rejects().isEmpty()) {
            return nobody("imports.no-left-out");
        }
        var table = new TableView<Reject>();
        var line = Columns.<Reject>number(ui.text("contacts.reject-line"), 64, reject -> ui.formats().number(reject.line()));
        var why = Columns.<Reject>text(ui.text("contacts.reject-why"), 264, reject -> ui.text(reject.reason()));
        var row = Columns.<Reject>muted(ui.text("contacts.reject-row"), 240, Reject::text);
        table.getColumns().setAll(List.of(line, why, row));
        Tables.flex(table, row);
        table.setItems(FXCollections.observableList(result.rejects().stream().limit(Forecast.TOLD).toList()));
        return framed(table, Math.min(Forecast.TOLD, result.rejects().size()), result.rejects().size());
    }

    private Node framed(TableView<?> table, long shown, long all) {
        Tables.dress(table);
        table.setPrefHeight(Math.min(HEIGHT, 34 + 32.0 * table.getItems().size()));
        table.setMaxHeight(table.getPrefHeight());
        table.setMinHeight(table.getPrefHeight());
        var box = new VBox(8, Tables.pulledOut(table));
        if (shown < all) {
            box.getChildren().add(Words.small(ui.text("imports.first-of", "n", ui.formats().number(shown), "m", ui.formats().number(all))));
        }
        return box;
    }

    private Node nobody(String key) {
        return Space.row(8, Words.muted(ui.text(key)));
    }
}
