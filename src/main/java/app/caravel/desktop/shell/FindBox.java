package app.caravel.desktop.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Ctrl+K: a field, and below it what it finds, in groups. Arrows choose, Enter does. */
final class FindBox extends VBox {

    private static final double WIDTH = 600;
    private static final double ROW = 36;

    private final Ui ui;
    private final FindViewModel model;
    private final Runnable close;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();

    FindBox(Ui ui, FindViewModel model, Runnable close) {
        this.ui = ui;
        this.model = model;
        this.close = close;
        getStyleClass().add("find");
        Space.width(this, WIDTH);
        setMaxHeight(USE_PREF_SIZE);
        field.getStyleClass().add("find-field");
        field.setPromptText(ui.text("shell.find.prompt"));
        field.textProperty().bindBidirectional(model.query);
        Space.grow(field);
        var head = Space.row(12, Icons.of(Feather.SEARCH, "accent"), field, Words.of("Esc", "key"));
        head.setPadding(new Insets(0, 16, 0, 16));
        head.setMinHeight(52);
        rows.setPadding(new Insets(8));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(400);
        getChildren().addAll(head, Space.line(), scroll);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.found.addListener((ListChangeListener<FindViewModel.Found>) _ -> fill());
        model.chosen.addListener((_, _, _) -> mark());
        fill();
    }

    Node field() {
        return field;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> model.up();
            case DOWN -> model.down();
            case ENTER -> {
                close.run();
                model.go();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fill() {
        rows.getChildren().clear();
        FindViewModel.Group group = null;
        for (int i = 0; i < model.found.size(); i++) {
            var found = model.found.get(i);
            if (found.group() != group) {
                group = found.group();
                var heading = Words.help(ui.text(group.textKey()));
                heading.setPadding(new Insets(i == 0 ? 2 : 10, 8, 4, 8));
                rows.getChildren().add(heading);
            }
            rows.getChildren().add(row(found, i));
        }
        if (model.found.isEmpty()) {
            var nothing = Words.muted(ui.text("shell.find.nothing"));
            nothing.setPadding(new Insets(12, 8, 12, 8));
            rows.getChildren().add(nothing);
        }
        mark();
    }

    private HBox row(FindViewModel.Found found, int index) {
        var what = Words.body(found.what());
        what.setMinWidth(0);
        var note = Words.muted(found.note());
        note.setMinWidth(0);
        var row = Space.row(12, Icons.of(found.icon()), what, note, Space.rest());
        if (found.key() != null) {
            row.getChildren().add(Words.of(found.key().shown(), "key"));
        }
        row.getStyleClass().add("menu-row");
        row.setMinHeight(ROW);
        row.setUserData(index);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(found.what() + " " + found.note());
        row.setOnMouseEntered(_ -> model.chosen.set(index));
        row.setOnMouseClicked(_ -> {
            close.run();
            found.act().run();
        });
        return row;
    }

    private void mark() {
        for (var row : rows.getChildren()) {
            row.getStyleClass().remove("on");
            if (row.getUserData() instanceof Integer index && index == model.chosen.get()) {
                row.getStyleClass().add("on");
            }
        }
    }
}
