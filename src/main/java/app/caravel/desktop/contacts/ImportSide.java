package app.caravel.desktop.contacts;

import java.util.LinkedHashMap;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Notices;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What would happen: how many come in, how many are here already, who is left out and why. Nothing is written yet. */
final class ImportSide extends StackPane {

    ImportSide(ImportViewModel model, Ui ui, ImportViewModel.Outlook outlook) {
        getStyleClass().add("details");
        var column = new VBox(12);
        column.setPadding(new javafx.geometry.Insets(20));
        var dry = outlook.dryRun();
        var list = new TextField(model.list.get());
        list.textProperty().bindBidirectional(model.list);
        column.getChildren().add(new Field(ui.text("contacts.into-list"), list));
        if (dry == null) {
            column.getChildren().add(Space.row(8, Icons.of(Feather.ALERT_CIRCLE, "bounce"),
                    Words.wrapped(Words.body(ui.text("contacts.import-no-address-column", "file", String.valueOf(outlook.preview().file().getFileName()))))));
        } else {
            var act = Buttons.accent(ui.text("contacts.import-people", "n", dry.added() + dry.merged()), Feather.UPLOAD, model::start);
            act.disableProperty().bind(model.list.map(name -> name.isBlank() || dry.added() + dry.merged() == 0));
            act.setMaxWidth(Double.MAX_VALUE);
            column.getChildren().addAll(act, Space.line(),
                    count(ui.text("contacts.new-people"), ui.formats().number(dry.added())),
                    count(ui.text("contacts.already-here"), ui.formats().number(dry.merged())),
                    count(ui.text("contacts.left-out-short"), ui.formats().number(dry.rejected())));
            why(column, ui, dry);
            looks(column, ui, dry.notices());
        }
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
    }

    private static javafx.scene.Node count(String what, String number) {
        return Space.row(8, Words.muted(what), Space.rest(), Words.strong(number));
    }

    private static void why(VBox column, Ui ui, app.caravel.contact.imports.ImportResult dry) {
        if (dry.rejects().isEmpty()) {
            return;
        }
        column.getChildren().addAll(Space.line(), Words.heading(ui.text("contacts.left-out")));
        var reasons = new LinkedHashMap<String, Integer>();
        dry.rejects().forEach(reject -> reasons.merge(ui.text(reject.reason()), 1, Integer::sum));
        reasons.entrySet().stream().limit(6).forEach(each -> column.getChildren().add(Words.wrapped(Words.small(
                each.getValue() == 1 ? each.getKey() : ui.formats().number(each.getValue()) + " · " + each.getKey()))));
    }

    private static void looks(VBox column, Ui ui, Notices notices) {
        boolean first = true;
        for (var kind : Notices.Kind.values()) {
            var tally = notices.of(kind);
            if (tally.count() > 0) {
                if (first) {
                    column.getChildren().addAll(Space.line(), Words.heading(ui.text("contacts.worth-a-look")));
                    first = false;
                }
                column.getChildren().add(Words.wrapped(Words.small(
                        ui.text("contacts.notice-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), "n", tally.count()))));
            }
        }
    }
}
