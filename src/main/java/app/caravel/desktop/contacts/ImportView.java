package app.caravel.desktop.contacts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.ProgressCard;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One page: the file, what its columns become with what would happen beside, then the result. */
final class ImportView extends BorderPane {

    private static final double SIDE = 320;

    private final ImportViewModel model;
    private final Ui ui;
    private final ChangeListener<ImportViewModel.Stage> listener = (_, _, _) -> show();

    ImportView(ImportViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("page");
        setMinHeight(0);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                model.choose(event.getDragboard().getFiles().getFirst().toPath());
            }
            event.consume();
        });
        model.stage.addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        setTop(new PageHeader(ui.text("contacts.import-heading"), ui.text("contacts.import-sentence"),
                Buttons.plain(ui.text("contacts.import-back"), Feather.ARROW_LEFT, () -> ui.go(Place.CONTACTS))));
        setCenter(switch (model.stage.get()) {
            case NO_FILE -> new EmptyFace(Feather.UPLOAD, ui.text("contacts.import-drop"), ui.text("contacts.empty-help"),
                    Buttons.accent(ui.text("contacts.import-choose"), Feather.FILE_TEXT, this::chooseFile));
            case COLUMNS -> new Faces<>(ui, model.outlook(), this::columns);
            case RUNNING -> running();
            case DONE -> done();
        });
    }

    private void chooseFile() {
        ui.dialogs().chooseFile(ui.text("contacts.import-choose"),
                java.util.List.of(FileKind.of(ui.text("contacts.import-kind"), "*.csv", "*.tsv", "*.txt", "*.xlsx")), model::choose);
    }

    private Node columns(ImportViewModel.Outlook outlook) {
        var table = new ScrollPane(new ImportColumns(model, ui, outlook.preview()));
        table.setFitToWidth(true);
        table.setMinHeight(0);
        var left = new BorderPane(table);
        left.getStyleClass().add("page-body");
        left.setMinWidth(0);
        left.setMinHeight(0);
        var panes = new HBox(Space.grow(left), Space.width(new ImportSide(model, ui, outlook), SIDE));
        panes.setMinHeight(0);
        return panes;
    }

    private Node running() {
        var card = new ProgressCard(ui.text("contacts.import-running", "list", model.list.get()), ui.text("contacts.import-cancel"), model::cancel);
        ChangeListener<Background.Done> progress = (_, _, now) -> card.at(now.total() == 0 ? 0 : (double) now.done() / now.total(),
                ui.text("contacts.import-rows", "n", now.done(), "m", now.total()), "");
        model.done().addListener(new WeakChangeListener<>(progress));
        card.setUserData(progress); // the card keeps its listener alive
        var pane = new StackPane(card);
        card.setMaxSize(480, StackPane.USE_PREF_SIZE);
        return pane;
    }

    private Node done() {
        var result = model.result().get();
        if (result == null) {
            return new StackPane();
        }
        var column = new VBox(12, Words.title(ui.text("contacts.imported", "n", result.added() + result.merged())),
                Words.muted(ui.text("contacts.imported-sum", "read", result.read(), "added", result.added(), "merged", result.merged(), "rejected", result.rejected())),
                Space.row(8, next(),
                        Buttons.plain(ui.text("contacts.import-undo"), Feather.CORNER_UP_LEFT, () -> model.undo(() -> {
                            ui.toasts().done(ui.text("contacts.import-undone"));
                            model.anew();
                        }))));
        if (!result.rejects().isEmpty()) {
            column.getChildren().add(Words.heading(ui.text("contacts.left-out")));
            result.rejects().stream().limit(12).forEach(reject -> column.getChildren().add(
                    Words.small(ui.text("contacts.left-out-line", "line", reject.line(), "why", ui.text(reject.reason())))));
            column.getChildren().add(Buttons.plain(ui.text("contacts.save-rejects", "n", result.rejects().size()), Feather.DOWNLOAD, this::saveRejects));
        }
        column.setPadding(new Insets(8, 24, 24, 24));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        return scroll;
    }

    /** What comes next: in a rehearsal a ready campaign to these people, else the people themselves. */
    private Node next() {
        return model.rehearses()
                ? Buttons.accent(ui.text("contacts.ready-campaign"), Feather.SEND, () -> model.readyCampaign(id -> ui.go(Place.campaignStep(id, "check"))))
                : Buttons.accent(ui.text("contacts.import-see"), Feather.USERS, () -> ui.go(Place.CONTACTS));
    }

    private void saveRejects() {
        ui.dialogs().chooseTarget(ui.text("contacts.import-choose"), model.list.get() + "-left-out.csv",
                java.util.List.of(FileKind.of("CSV", "*.csv", "*.xlsx")), target -> model.saveRejects(target, () -> ui.toasts().done(ui.text("contacts.rejects-saved"))));
    }
}
