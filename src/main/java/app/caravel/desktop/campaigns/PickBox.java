package app.caravel.desktop.campaigns;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.campaigns.PickViewModel.Found;
import app.caravel.desktop.campaigns.PickViewModel.Person;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The people of a draft, to leave single ones out of it or let them in again; over the window. Enter does so with the chosen one. */
final class PickBox {

    private static final double WIDTH = 640;
    private static final double ROW = 56;
    private static final double LIST = 6.5 * ROW;

    private final PickViewModel model;
    private final Ui ui;
    private final ListView<Person> list = new ListView<>();
    private final Label below = Words.help("");
    private final InvalidationListener changed = _ -> show();
    private final InvalidationListener moved = _ -> look();

    private PickBox(DraftViewModel draft, Ui ui) {
        this.model = draft.audience.pick;
        this.ui = ui;
        list.getStyleClass().add("held-list");
        list.setFixedCellSize(ROW);
        Space.height(list, LIST);
        list.setPlaceholder(Words.muted(ui.text("campaigns.pick.nobody")));
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(event -> {
            var chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                event.consume();
                act(chosen);
            }
        });
        model.found.state().addListener(new WeakInvalidationListener(changed));
        draft.campaign().addListener(new WeakInvalidationListener(moved));
    }

    static void open(DraftViewModel draft, Ui ui) {
        var made = new PickBox(draft, ui);
        var words = new TextField();
        words.setId("pick-words");
        words.setPromptText(ui.text("campaigns.pick.find"));
        draft.audience.pick.words.set("");
        words.textProperty().addListener((_, _, now) -> made.model.words.set(now));
        var box = Space.column(16, Space.column(4, Words.heading(ui.text("campaigns.pick.title")), Words.wrapped(Words.muted(ui.text("campaigns.pick.sentence")))), words, made.list,
                Space.row(8, Space.grow(made.below), Buttons.plain(ui.text("kit.close"), null, ui.dialogs()::close)));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, WIDTH);
        box.setMaxHeight(VBox.USE_PREF_SIZE);
        box.getProperties().put(PickBox.class, made); // its listeners are held weakly: they live as long as the box
        Sheets.wear(box);
        made.look();
        ui.dialogs().show(box, words);
    }

    private void look() {
        model.look();
    }

    private void show() {
        var found = model.found.value();
        if (found != null) {
            show(found);
        }
    }

    private void show(Found found) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(found.people());
        list.getSelectionModel().select(Math.min(chosen, found.people().size() - 1));
        below.setText(found.more() == 0 ? "" : ui.text("campaigns.pick.more", "n", found.more()));
    }

    private void act(Person person) {
        if (person.out()) {
            model.letIn(person);
        } else if (person.suppressed() == null) {
            model.leaveOut(person); // the row itself says so and takes it back: a toast would lie over this box
        }
    }

    /** Who he is, and the one thing to be done with him. */
    private final class Cell extends ListCell<Person> {

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            setGraphic(empty || person == null ? null : graphic(person));
        }

        private Node graphic(Person person) {
            var name = person.out() ? Words.muted(person.name()) : Words.strong(person.name());
            var words = Space.column(2, name, Words.small(person.company() == null ? person.address() : person.address() + " · " + person.company()));
            words.setMinWidth(0);
            words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            var line = new HBox(12, Space.grow(words));
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            if (person.suppressed() != null) {
                line.getChildren().add(said(Feather.SLASH, ui.text("suppression.reason-" + person.suppressed().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
            } else {
                if (person.out()) {
                    line.getChildren().add(said(Feather.USER_X, ui.text("campaigns.pick.out")));
                }
                var act = Buttons.small(ui.text(person.out() ? "campaigns.let-in" : "campaigns.check.leave-one-out"), null, () -> act(person));
                act.setMinWidth(Label.USE_PREF_SIZE);
                line.getChildren().add(act);
            }
            return line;
        }

        private Node said(Feather icon, String text) {
            var said = Words.small(text);
            said.setMinWidth(Label.USE_PREF_SIZE);
            return Space.row(4, Icons.of(icon, "small", "subtle"), said);
        }
    }
}
