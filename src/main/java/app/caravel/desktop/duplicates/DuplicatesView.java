package app.caravel.desktop.duplicates;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.duplicates.DuplicatesViewModel.Found;
import app.caravel.desktop.duplicates.DuplicatesViewModel.Kind;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** Left those who may be one, a row each; beside it the chosen ones side by side. */
final class DuplicatesView extends VBox {

    private static final String SHEET = Objects.requireNonNull(DuplicatesView.class.getResource("duplicates.css")).toExternalForm();
    private static final double LIST = 304;

    private final DuplicatesViewModel model;
    private final Ui ui;
    private final PageHeader header;
    private final ListView<Alike> list = new ListView<>();
    private final StackPane beside = new StackPane();
    private final BorderPane both = new BorderPane();
    private final ChangeListener<Load.State<Found>> foundListener = (_, _, _) -> found();
    private final ChangeListener<@Nullable Alike> chosenListener = (_, _, now) -> chosen(now);
    private final ChangeListener<Load.State<List<Alike.Side>>> sidesListener = (_, _, _) -> sides();

    DuplicatesView(DuplicatesViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("page", "duplicates-view");
        getStylesheets().add(SHEET);
        setMinHeight(0);
        var kinds = new Segmented<>(List.of(Kind.values()), model.kind.get(), kind -> ui.text(kind == Kind.PEOPLE ? "duplicates.people" : "duplicates.companies"));
        kinds.valueProperty().addListener((_, _, kind) -> {
            model.choose(null);
            model.kind.set(kind);
            model.look();
        });
        header = new PageHeader(ui.text("duplicates.heading"), "", Buttons.plain(ui.text("duplicates.contacts"), Feather.ARROW_LEFT, () -> ui.go(Place.CONTACTS)), kinds);
        list.setCellFactory(_ -> new AlikeCell(ui));
        list.setFixedCellSize(64);
        list.getStyleClass().add("alike-list");
        list.setMinHeight(0);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, one) -> {
            if (one != null && one != model.chosen().get()) {
                model.choose(one);
            }
        });
        beside.setMinSize(0, 0);
        beside.setAlignment(Pos.TOP_LEFT);
        both.setLeft(Space.width(list, LIST));
        both.setCenter(beside);
        both.setMinHeight(0);
        BorderPane.setMargin(beside, new Insets(0, 0, 0, 24));
        var body = new VBox(Space.grow(new Faces<>(ui, model.found, this::face)));
        body.getStyleClass().add("page-body");
        body.setPadding(new Insets(0, 24, 24, 24));
        body.setMinHeight(0);
        getChildren().setAll(header, Space.grow(body));
        model.found.state().addListener(new WeakChangeListener<>(foundListener));
        model.chosen().addListener(new WeakChangeListener<>(chosenListener));
        model.sides.state().addListener(new WeakChangeListener<>(sidesListener));
        found();
    }

    private Node face(Found found) {
        return found.listed().isEmpty() ? new EmptyFace(Feather.CHECK_CIRCLE, ui.text(model.kind.get() == Kind.PEOPLE ? "duplicates.none" : "duplicates.none-companies"),
                ui.text("duplicates.none-help"), null) : both;
    }

    private void found() {
        var found = model.found.value();
        header.sentence().setText(found == null ? "" : found.all() == 0 ? "" : ui.text(model.kind.get() == Kind.PEOPLE ? "duplicates.count" : "duplicates.count-companies", "n", found.all()));
        if (found == null) {
            return;
        }
        if (!list.getItems().equals(found.listed())) {
            list.getItems().setAll(found.listed());
        }
        var chosen = model.chosen().get();
        if (chosen == null || !found.listed().contains(chosen)) {
            model.choose(found.listed().isEmpty() ? null : found.listed().getFirst());
        } else {
            chosen(chosen);
        }
    }

    private void chosen(@Nullable Alike now) {
        if (now == null) {
            beside.getChildren().clear();
            return;
        }
        list.getSelectionModel().select(now);
        if (now instanceof Alike.Companies companies) {
            beside.getChildren().setAll(new CompaniesBeside(companies, model, ui));
        } else {
            sides();
        }
    }

    private void sides() {
        if (model.chosen().get() instanceof Alike.People && model.sides.value() instanceof List<Alike.Side> sides) {
            beside.getChildren().setAll(new PeopleBeside(sides, model, ui));
        }
    }
}
