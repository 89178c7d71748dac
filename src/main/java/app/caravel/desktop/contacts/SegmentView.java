package app.caravel.desktop.contacts;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactRow;
import app.caravel.desktop.contacts.SegmentRow.Field;
import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** Left the name, the conditions as rows and as one line; at the right whom they find now. */
final class SegmentView extends BorderPane {

    private static final double SIDE = 320;

    private final SegmentViewModel model;
    private final Ui ui;
    private final VBox header = new VBox();
    private final VBox rows = new VBox(8);
    private final TextField name = new TextField();
    private final app.caravel.desktop.kit.Field nameField;
    private final app.caravel.desktop.kit.Field lineField;
    private final ChangeListener<Number> rebuiltListener = (_, _, _) -> rows();
    private final ChangeListener<@Nullable Reason> wrongListener;
    private final ChangeListener<Load.State<SegmentViewModel.Known>> knownListener = (_, _, _) -> rows();

    SegmentView(SegmentViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("page", "segment-view");
        setMinHeight(0);
        name.setPromptText(ui.text("segment.name-example"));
        name.textProperty().bindBidirectional(model.name);
        nameField = new app.caravel.desktop.kit.Field(ui.text("segment.name"), name);
        nameField.setMaxWidth(400);
        name.textProperty().addListener((_, _, _) -> nameField.wrong(null));
        var line = new TextField();
        line.setId("segment-line");
        line.textProperty().bindBidirectional(model.line);
        lineField = new app.caravel.desktop.kit.Field(ui.text("segment.line"), line).help(ui.text("segment.line-help"));
        wrongListener = (_, _, reason) -> lineField.wrong(reason == null ? null : ui.text(reason));
        model.wrong.addListener(new WeakChangeListener<>(wrongListener));
        model.rebuilt.addListener(new WeakChangeListener<>(rebuiltListener));
        model.known().state().addListener(new WeakChangeListener<>(knownListener));
        var body = new VBox(20, nameField, Space.column(8, Words.heading(ui.text("segment.who")), rows), lineField);
        body.setPadding(new Insets(0, 24, 24, 24));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        var center = new VBox(header, Space.grow(scroll));
        center.setMinWidth(0);
        setCenter(center);
        var side = Space.width(new Faces<>(ui, model.live(), this::live), SIDE);
        side.getStyleClass().add("details");
        setRight(new HBox(Space.verticalLine(), side));
        rows();
    }

    private void rows() {
        head();
        rows.getChildren().clear();
        var all = model.rows();
        for (int i = 0; i < all.size(); i++) {
            rows.getChildren().add(new SegmentRowView(model, i, ui));
        }
        if (all.isEmpty()) {
            rows.getChildren().addAll(Words.help(ui.text("segment.no-condition")),
                    new FlowPane(8, 8, ready(Field.OPENED, true, "30d"), ready(Field.CLICKED, false, "7d"), ready(Field.MAILED, true, "90d"), ready(Field.ADDED, false, "7d")));
        }
        rows.getChildren().add(Space.row(8, Buttons.plain(ui.text("segment.add"), Feather.PLUS, () -> model.add(SegmentRow.fresh(Field.COUNTRY)))));
    }

    private Button ready(Field field, boolean not, String span) {
        return Buttons.small(ui.text("segment.ready-" + field.key()), null, () -> model.add(SegmentRow.fresh(field).withNot(not).withOne(span)));
    }

    private void head() {
        var save = Buttons.accent(ui.text("segment.save"), Feather.CHECK, this::save);
        save.disableProperty().bind(javafx.beans.binding.Bindings.createBooleanBinding(() -> model.name.get().isBlank() || model.wrong.get() != null, model.name, model.wrong));
        var why = Words.help(ui.text("segment.name-first"));
        why.visibleProperty().bind(model.name.map(String::isBlank));
        header.getChildren().setAll(new PageHeader(ui.text(model.saved() ? "segment.edit-heading" : "segment.new"), ui.text("segment.sentence"), why,
                Buttons.plain(ui.text("kit.cancel"), null, () -> ui.navigator().back()), save));
    }

    private void save() {
        model.save(id -> ui.navigator().instead(Place.peopleOf(id)), reason -> nameField.wrong(ui.text(reason)));
    }

    private Node live(SegmentViewModel.Live live) {
        var column = new VBox(16);
        column.setPadding(new Insets(24, 20, 20, 20));
        var numbers = Space.column(4, Words.figure(ui.formats().number(live.count())),
                Words.wrapped(Words.muted(ui.text("segment.of-everyone", "n", live.count(), "m", live.everyone()))));
        if (live.suppressed() > 0) {
            numbers.getChildren().add(Words.wrapped(Words.help(ui.text("segment.not-written-to", "n", live.suppressed()))));
        }
        column.getChildren().add(numbers);
        if (live.sample().isEmpty()) {
            column.getChildren().addAll(Space.line(), Words.wrapped(Words.muted(ui.text("segment.nobody"))));
        } else {
            column.getChildren().addAll(Space.line(), Words.heading(ui.text("segment.sample")));
            live.sample().forEach(person -> column.getChildren().add(person(person)));
        }
        return column;
    }

    private Node person(ContactRow person) {
        var company = person.company() == null ? person.address().written() : person.company();
        var words = Space.column(2, Words.strong(person.shownName()), Words.small(person.country() == null ? company : company + " · " + ui.formats().country(person.country())));
        words.setMinWidth(0);
        return Space.row(12, new Avatar(person.shownName(), 32), Space.grow(words));
    }
}
