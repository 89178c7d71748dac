package app.caravel.desktop.contacts;

import java.time.LocalDate;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.contacts.ExportViewModel.Column;
import app.caravel.desktop.contacts.ExportViewModel.Kind;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What of the people goes into a file: ticks in their order, and the kind of file. */
final class ExportBox extends VBox {

    private static final double LIST = 264;

    private final ExportViewModel model;
    private final Ui ui;
    private final VBox rows = new VBox();
    private final Button save;

    ExportBox(ExportViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("find", "dialog-box");
        Space.width(this, 440);
        setMaxHeight(Region.USE_PREF_SIZE);
        var kind = new Segmented<>(List.of(Kind.values()), model.kind.get(), each -> ui.text("export." + each.ending()));
        kind.valueProperty().bindBidirectional(model.kind);
        var list = new ScrollPane(rows);
        list.setFitToWidth(true);
        list.setPrefHeight(LIST);
        list.setMinHeight(LIST);
        save = Buttons.accent(ui.text("export.export"), Feather.DOWNLOAD, this::save);
        save.disableProperty().bind(model.ready.not());
        save.setDefaultButton(true);
        getChildren().setAll(Words.heading(ui.text("export.heading", "n", model.people())), Space.row(12, Words.small(ui.text("export.as")), kind),
                Space.row(12, Words.small(ui.text("export.columns")), Space.rest(), Words.link(ui.text("export.all"), () -> model.chooseAll(true)),
                        Words.link(ui.text("export.none"), () -> model.chooseAll(false))),
                list, Words.help(ui.text("export.remembered")), Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), save));
        model.columns.addListener((ListChangeListener<Column>) change -> {
            while (change.next()) {
                if (!change.wasUpdated()) {
                    show();
                    return;
                }
            }
        });
        show();
    }

    Node first() {
        return save;
    }

    private void show() {
        rows.getChildren().setAll(model.columns.stream().map(this::row).toList());
    }

    private Node row(Column column) {
        var field = column.field();
        var tick = new CheckBox(field == null ? column.key() : ui.text("export.field-" + field.key().replace('_', '-')));
        tick.setMnemonicParsing(false);
        tick.setMinWidth(0);
        tick.selectedProperty().bindBidirectional(column.chosen());
        var row = Space.row(4, Space.grow(tick), Buttons.flatIcon(ui.text("export.up"), Feather.CHEVRON_UP, () -> model.move(column, -1), "small"),
                Buttons.flatIcon(ui.text("export.down"), Feather.CHEVRON_DOWN, () -> model.move(column, 1), "small"));
        row.setMinHeight(32);
        return row;
    }

    private void save() {
        var kind = model.kind.get();
        ui.dialogs().chooseTarget(ui.text("contacts.export"), ui.text("contacts.export-name") + "_" + LocalDate.ofInstant(ui.clock().instant(), ui.zone()) + "." + kind.ending(),
                List.of(FileKind.of(ui.text("export.kind-" + kind.ending()), "*." + kind.ending())), file -> model.write(file, n -> {
                    ui.dialogs().close();
                    PeopleActs.saved(ui, file, ui.text("contacts.exported", "n", n));
                }, ui.toasts()::failed));
    }
}
