package app.caravel.desktop.contacts;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.PastImport;
import app.caravel.contact.imports.Reject;
import app.caravel.desktop.contacts.HistoryViewModel.Entry;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.StepHeader;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A row for each import, deletion and merge, with its numbers and its way back; the rows an import left out open beside it. */
final class HistoryView extends BorderPane {

    private final HistoryViewModel model;
    private final Ui ui;

    HistoryView(HistoryViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("page");
        setMinHeight(0);
        setTop(new StepHeader(ui, ui.text("imports.history"), ui.text("imports.history-sentence"), () -> ui.go(Place.CONTACTS)));
        setCenter(new Faces<>(ui, model.entries(), this::table));
    }

    private Node table(List<Entry> entries) {
        if (entries.isEmpty()) {
            return new EmptyFace(Feather.CLOCK, ui.text("imports.no-history"), ui.text("imports.no-history-help"),
                    Buttons.plain(ui.text("contacts.import"), Feather.UPLOAD, () -> ui.go(Place.IMPORT)));
        }
        var table = new TableView<Entry>();
        var when = Columns.<Entry>hovered(ui.text("imports.when"), 128, entry -> new Columns.Hovered(ui.formats().when(entry.at()), ui.formats().full(entry.at())));
        var what = Columns.<Entry>iconWord(ui.text("imports.what"), 208, this::what);
        var list = Columns.<Entry>muted(ui.text("imports.list"), 160, entry -> entry instanceof Entry.Imported(var past) ? past.list() : null);
        var state = Columns.<Entry>muted(ui.text("imports.state"), 136, entry -> entry instanceof Entry.Imported(var past) ? state(past) : null);
        table.getColumns().setAll(List.of(when, what, list, number("imports.new-ones", PastImport::added), number("imports.known-ones", PastImport::merged),
                number("imports.rows-out", PastImport::rejected), state, Columns.node("", 104, this::rejects), Columns.node("", 152, this::back)));
        Tables.dress(table);
        table.setFixedCellSize(40);
        Tables.flex(table, what);
        table.setItems(FXCollections.observableList(entries));
        var body = new VBox(Tables.pulledOut(table));
        body.getStyleClass().addAll("page-body", "import-page");
        body.setMinHeight(0);
        return body;
    }

    private Columns.IconWord what(Entry entry) {
        return switch (entry) {
            case Entry.Imported(var past) -> new Columns.IconWord(Feather.UPLOAD, past.undoneAt() == null ? "accent" : "subtle", past.file());
            case Entry.Merged(var past) -> new Columns.IconWord(Feather.GIT_MERGE, "subtle", ui.text("duplicates.past", "someone", past.someone(), "n", past.people()));
            case Entry.Deleted(var past) -> new Columns.IconWord(Feather.TRASH_2, "subtle", ui.text("imports.deleted", "n", past.people(), "someone", past.someone()));
        };
    }

    private String state(PastImport past) {
        return past.undoneAt() == null ? ui.text("imports.stands") : ui.text("imports.undone", "when", ui.formats().ago(past.undoneAt()));
    }

    private javafx.scene.control.TableColumn<Entry, Entry> number(String key, java.util.function.ToLongFunction<PastImport> figure) {
        return Columns.number(ui.text(key), 96, entry -> entry instanceof Entry.Imported(var past) ? ui.formats().number(figure.applyAsLong(past)) : null);
    }

    private @Nullable Node rejects(Entry entry) {
        if (entry instanceof Entry.Imported(var past) && past.rejected() > 0 && past.undoneAt() == null) {
            return Buttons.small(ui.text("imports.see-rejects", "n", past.rejected()), null, () -> model.rejects(past, rows -> ui.details().show(leftOut(past, rows))));
        }
        return null;
    }

    private @Nullable Node back(Entry entry) {
        return switch (entry) {
            case Entry.Imported(var past) -> past.undoneAt() == null
                    ? Buttons.small(ui.text("contacts.import-undo"), Feather.CORNER_UP_LEFT, () -> model.undo(past, undone -> ui.toasts().done(ui.text("contacts.import-undone"),
                            sentence(undone), ui.text("contacts.import-see"), () -> ui.go(Place.CONTACTS)))) : null;
            case Entry.Merged(var past) -> Buttons.small(ui.text("duplicates.part"), Feather.CORNER_UP_LEFT, () -> model.part(past, () -> ui.toasts().done(ui.text("duplicates.parted"))));
            case Entry.Deleted(var past) -> Buttons.small(ui.text("imports.bring-back"), Feather.CORNER_UP_LEFT, () -> model.bringBack(past, n -> ui.toasts().done(
                    ui.text("imports.brought-back", "n", n), null, ui.text("contacts.import-see"), () -> ui.go(Place.CONTACTS))));
        };
    }

    private String sentence(Importer.Undone undone) {
        return ui.text("contacts.import-undone-sum", "removed", undone.removed(), "restored", undone.restored())
                + (undone.left() == 0 ? "" : " " + ui.text("contacts.import-undone-left", "n", undone.left()));
    }

    private Node leftOut(PastImport past, List<Reject> rejects) {
        var rows = new VBox(12);
        rejects.stream().limit(200).forEach(reject -> rows.getChildren().add(Space.column(2,
                Words.wrapped(Words.body(ui.text("contacts.lines", "n", 1, "lines", ui.formats().number(reject.line())) + " · " + ui.text(reject.reason()))), Words.wrapped(Words.help(reject.text())))));
        var save = Buttons.plain(ui.text("imports.save-rejects"), Feather.DOWNLOAD, () -> save(past));
        return Space.column(16, Words.wrapped(Words.heading(past.file())), Words.small(ui.text("contacts.rows-left-out", "n", rejects.size())), save, rows);
    }

    private void save(PastImport past) {
        boolean cards = past.file().toLowerCase(java.util.Locale.ROOT).endsWith(".vcf");
        var ending = cards ? "vcf" : "csv";
        ui.dialogs().chooseTarget(ui.text("contacts.save-left-out"), past.file().replaceFirst("\\.[^.]*$", "") + " " + ui.text("contacts.left-out-name") + "." + ending,
                List.of(FileKind.of(ui.text("contacts.kind-" + ending), "*." + ending)), target -> model.saveRejects(past, target, () -> PeopleActs.saved(ui, target, ui.text("contacts.rejects-help"))));
    }
}
