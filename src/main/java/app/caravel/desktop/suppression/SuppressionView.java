package app.caravel.desktop.suppression;

import java.io.File;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.suppression.SuppressionViewModel.Line;
import app.caravel.desktop.suppression.SuppressionViewModel.Overview;
import app.caravel.workspace.OwnDomains;

/** The list with its search and reasons; on top a domain of one's own that is not on it. */
final class SuppressionView extends VBox {

    private final SuppressionViewModel model;
    private final Ui ui;
    private final SuppressionTable table;
    private final SuppressionActs acts;
    private final VBox header = new VBox();
    private final VBox proposals = new VBox(8);
    private final TextField search = new TextField();
    private final FlowPane chips = new FlowPane(8, 8);
    private final HBox filters;
    private final StackPane middle = new StackPane();
    private final ChangeListener<Load.State<Overview>> overviewListener = (_, _, _) -> face();
    private final ChangeListener<Load.State<Line>> lineListener = (_, _, _) -> line();
    private final ChangeListener<Number> changeListener = (_, _, _) -> refresh();
    private final ChangeListener<Object> filterListener = (_, _, _) -> show();

    SuppressionView(SuppressionViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.acts = new SuppressionActs(model, ui);
        this.table = new SuppressionTable(model, ui);
        getStyleClass().addAll("page", "suppression-view");
        setMinHeight(0);
        search.setPromptText(ui.text("suppression.search"));
        search.setText(model.words.get());
        search.textProperty().addListener((_, _, text) -> model.words.set(text.strip()));
        chips.setPrefWrapLength(760); // else room for a second row is kept where one is enough
        chips.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        filters = Space.row(12, Space.width(search, 240), Space.grow(chips));
        filters.setAlignment(javafx.geometry.Pos.TOP_LEFT); // beside two rows of chips too
        middle.setMinHeight(0);
        StackPane.setMargin(table, new Insets(0, -16, 0, -8));
        var body = new VBox(12, proposals, filters, Space.grow(middle));
        body.getStyleClass().add("page-body");
        body.setMinHeight(0);
        body.setPadding(new Insets(0, 24, 12, 24));
        getChildren().setAll(header, Space.grow(body));
        Key.SEARCH_HERE.on(this, search::requestFocus);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            acts.drop(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
        table.table().countProperty().addListener((_, _, _) -> face());
        model.overview().state().addListener(new WeakChangeListener<>(overviewListener));
        model.line().state().addListener(new WeakChangeListener<>(lineListener));
        model.changes.addListener(new WeakChangeListener<>(changeListener));
        model.words.addListener(new WeakChangeListener<>(filterListener));
        model.reason.addListener(new WeakChangeListener<>(filterListener));
        face();
        show();
    }

    private void show() {
        if (!search.getText().strip().equals(model.words.get())) {
            search.setText(model.words.get());
        }
        table.table().getSelectionModel().clearSelection();
        table.table().show(model.rows());
        face();
    }

    private void refresh() {
        table.table().getSelectionModel().clearSelection();
        table.table().refresh();
    }

    private void line() {
        if (model.line().value() instanceof Line line) {
            ui.details().show(new SuppressionPanel(line, acts, ui));
        }
    }

    private void face() {
        var overview = model.overview().value();
        if (overview == null) {
            header.getChildren().setAll(new PageHeader(ui.text("suppression.heading"), ""));
            middle.getChildren().setAll(table);
            filters.setVisible(false);
            return;
        }
        int all = overview.all();
        int fit = table.table().countProperty().get();
        var export = Buttons.icon(ui.text("suppression.export"), Feather.DOWNLOAD, this::export);
        export.setDisable(fit < 1);
        header.getChildren().setAll(new PageHeader(ui.text("suppression.heading"), all == 0 ? ui.text("suppression.nobody-sentence") : ui.text("suppression.numbers", "n", all),
                Buttons.plain(ui.text("suppression.contacts"), Feather.ARROW_LEFT, () -> ui.go(Place.CONTACTS)), export,
                Buttons.plain(ui.text("suppression.take-file"), Feather.UPLOAD, acts::chooseFile), Buttons.accent(ui.text("suppression.add"), Feather.PLUS, acts::add)));
        proposals.getChildren().setAll(overview.own().stream().map(this::band).toList());
        proposals.setManaged(!overview.own().isEmpty());
        filters.setVisible(all > 0);
        filters.setManaged(all > 0);
        chips(overview);
        middle.getChildren().setAll(all == 0 ? nobody() : fit == 0 ? nothingFits() : table);
    }

    private void chips(Overview overview) {
        var group = new ToggleGroup();
        chips.getChildren().clear();
        chip(group, ui.text("suppression.all"), overview.all(), null);
        for (var reason : SuppressionReason.values()) {
            int n = overview.counts().getOrDefault(reason, 0);
            if (n > 0 || model.reason.get() == reason) {
                chip(group, ui.text("suppression.reason-" + reason.textKey()), n, reason);
            }
        }
    }

    private void chip(ToggleGroup group, String word, int n, @Nullable SuppressionReason reason) {
        var chip = new FilterChip(word);
        chip.getStyleClass().add("tall");
        chip.setCount(ui.formats().number(n));
        chip.setToggleGroup(group);
        chip.setSelected(model.reason.get() == reason);
        chip.setOnAction(_ -> model.reason.set(reason));
        chips.getChildren().add(chip);
    }

    /** A domain of one's own: a proposal, with one button that takes it and one that lets it be. */
    private Node band(OwnDomains.Proposal own) {
        var domain = own.domain().written();
        var words = Words.body(ui.text("suppression.own", "domain", domain, "n", own.people()));
        words.setMinWidth(0);
        var band = Space.row(12, Icons.of(Feather.HOME, "subtle"), Space.grow(words),
                Buttons.small(ui.text("suppression.own-add"), null, () -> model.addOwn(own.domain(), acts::added)),
                Buttons.flatIcon(ui.text("suppression.own-let-be"), Feather.X, () -> model.letBe(own.domain()), "small"));
        band.getStyleClass().addAll("group", "quiet");
        band.setPadding(new Insets(8, 12, 8, 16));
        return band;
    }

    private void export() {
        ui.dialogs().chooseTarget(ui.text("suppression.export"), ui.text("suppression.export-name") + "_" + LocalDate.ofInstant(ui.clock().instant(), ui.zone()) + ".xlsx",
                List.of(FileKind.of(ui.text("suppression.kind-xlsx"), "*.xlsx"), FileKind.of(ui.text("suppression.kind-csv"), "*.csv")),
                file -> model.export(file, n -> ui.toasts().done(ui.text("suppression.saved-as", "file", String.valueOf(file.getFileName())), ui.text("suppression.exported", "n", n),
                        ui.text("suppression.open-folder"), () -> ui.desk().openWithSystem(String.valueOf(file.toAbsolutePath().getParent())))));
    }

    private Node nobody() {
        return new EmptyFace(Feather.SLASH, ui.text("suppression.nobody"), ui.text("suppression.nobody-help"),
                Buttons.plain(ui.text("suppression.take-file"), Feather.UPLOAD, acts::chooseFile));
    }

    private Node nothingFits() {
        return new EmptyFace(Feather.FILTER, ui.text("suppression.nothing-fits"), ui.text("suppression.nothing-fits-help"),
                Buttons.plain(ui.text("suppression.clear"), Feather.X, () -> {
                    search.clear();
                    model.reason.set(null);
                }));
    }
}
