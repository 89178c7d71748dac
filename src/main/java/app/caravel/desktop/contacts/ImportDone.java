package app.caravel.desktop.contacts;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.ImportResult;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.Reject;
import app.caravel.desktop.health.HealthBlock;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.StatTiles;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** How an import went: every line of the file is accounted for, and those left out stand there with their reasons. */
final class ImportDone extends VBox {

    /** The scroll thumb runs outside of what is scrolled. */
    private static final double THUMB = 16;

    private final ImportViewModel model;
    private final Ui ui;

    ImportDone(ImportViewModel model, Ui ui) {
        super(16);
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("page-body", "import-page");
        setMinHeight(0);
        var result = model.result().get();
        if (result == null) {
            return;
        }
        var undo = Buttons.plain(ui.text("contacts.import-undo"), Feather.CORNER_UP_LEFT, this::undo);
        getChildren().setAll(Space.row(8, Space.column(2, Words.title(ui.text("contacts.imported", "n", result.added() + result.merged())),
                Words.muted(ui.text("contacts.imported-into", "list", model.list.get().strip()))), Space.rest(), undo), tiles(result));
        var health = new HealthBlock(model.health, ui);
        health.setPadding(new Insets(0, THUMB, 0, 0));
        var side = new ScrollPane(health);
        side.setFitToWidth(true);
        side.setMinHeight(0);
        Space.width(side, 424 + THUMB);
        HBox.setMargin(side, new Insets(0, -THUMB, 0, 0));
        var panes = new HBox(24, Space.grow(rejected(result)), side);
        panes.setMinHeight(0);
        getChildren().add(Space.grow(panes));
    }

    private Node rejected(ImportResult result) {
        if (result.rejects().isEmpty()) {
            return new EmptyFace(Feather.CHECK_CIRCLE, ui.text("contacts.none-left-out"), ui.text("contacts.none-left-out-help"), null);
        }
        return Space.column(16, leftOut(result), Tables.pulledOut(table(result.rejects())));
    }

    private StatTiles tiles(ImportResult result) {
        double all = Math.max(1, result.read());
        return new StatTiles(List.of(
                tile("contacts.tile-read", result.read(), result.blank() == 0 ? "" : ui.text("contacts.tile-blank", "n", result.blank())),
                tile("contacts.new-people", result.added(), "", new Bar.Part(result.added() / all, "fill-person")),
                tile("contacts.already-here", result.merged(), "", new Bar.Part(result.merged() / all, "fill-proxy")),
                tile("contacts.left-out-short", result.rejected(), "", new Bar.Part(result.rejected() / all, "fill-bounce"))));
    }

    private StatTiles.Tile tile(String key, long n, String note, Bar.Part... parts) {
        return new StatTiles.Tile(ui.text(key), ui.formats().number(n), note, List.of(parts), 25, null);
    }

    private HBox leftOut(ImportResult result) {
        return Space.row(8, Words.heading(ui.text("contacts.left-out")), Space.rest(),
                Buttons.plain(ui.text("contacts.save-rejects", "n", result.rejects().size()), Feather.DOWNLOAD, this::saveRejects));
    }

    private TableView<Reject> table(List<Reject> rejects) {
        var table = new TableView<Reject>();
        var line = Columns.<Reject>number(ui.text("contacts.reject-line"), 64, reject -> ui.formats().number(reject.line()));
        var why = Columns.<Reject>text(ui.text("contacts.reject-why"), 360, reject -> ui.text(reject.reason()));
        var row = Columns.<Reject>muted(ui.text("contacts.reject-row"), 400, Reject::text);
        table.getColumns().setAll(List.of(line, why, row));
        Tables.dress(table);
        Tables.flex(table, row);
        table.setItems(FXCollections.observableList(rejects));
        table.getStyleClass().add("rejects");
        return table;
    }

    private void saveRejects() {
        var ending = model.rejectsEnding();
        ui.dialogs().chooseTarget(ui.text("contacts.save-left-out"), model.list.get().strip() + " " + ui.text("contacts.left-out-name") + "." + ending,
                List.of(FileKind.of(ui.text("contacts.kind-" + ending), "*." + ending)),
                target -> model.saveRejects(target, () -> PeopleActs.saved(ui, target, ui.text("contacts.rejects-help"))));
    }

    private void undo() {
        model.undo(undone -> ui.toasts().done(ui.text("contacts.import-undone"), sentence(undone), ui.text("contacts.import-see"),
                () -> ui.go(app.caravel.desktop.kit.Place.CONTACTS)));
    }

    private String sentence(Importer.Undone undone) {
        return ui.text("contacts.import-undone-sum", "removed", undone.removed(), "restored", undone.restored())
                + (undone.left() == 0 ? "" : " " + ui.text("contacts.import-undone-left", "n", undone.left()));
    }
}
