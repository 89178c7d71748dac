package app.caravel.desktop.person;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** One fact, edited in place: pressed, it becomes a field; Enter keeps, Esc and going elsewhere leave it as it was. */
final class FactRow extends StackPane {

    static final double LABEL = 88;

    /** What can be done where something cannot be kept; null: nothing. */
    interface Ways {
        @Nullable Node of(Reason reason);
    }

    /** Keeps what was said, or says why not. */
    interface Keeping {
        void keep(@Nullable String value, Runnable then, Consumer<Reason> failed);
    }

    private final Ui ui;
    private final String what;
    private final Keeping keeping;
    private Ways ways = _ -> null;
    private final VBox below = new VBox(6);
    private final Label wrong = Words.wrapped(Words.of("", "small", "bounce-text"));

    private FactRow(Ui ui, String what, Keeping keeping) {
        this.ui = ui;
        this.what = what;
        this.keeping = keeping;
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    }

    /** A fact in words. */
    static FactRow text(Ui ui, String what, @Nullable String value, Keeping keeping) {
        var row = new FactRow(ui, what, keeping);
        row.face(value, null, () -> row.write(value == null ? "" : value));
        return row;
    }

    FactRow offering(Ways offered) {
        ways = offered;
        return this;
    }

    /**
     * One of several.
     *
     * @param shown the value in words
     * @param guess where it comes from where it was guessed, in words
     */
    static FactRow choice(Ui ui, String what, @Nullable String value, @Nullable String shown, @Nullable String guess, Supplier<ComboBox<String>> box, Keeping keeping) {
        var row = new FactRow(ui, what, keeping);
        row.face(shown, guess, () -> row.choose(value, box.get()));
        return row;
    }

    /** A fact that cannot be changed here. */
    static Node fixed(Ui ui, String what, String value) {
        var row = new FactRow(ui, what, (_, _, _) -> {});
        row.face(value, null, null);
        return row;
    }

    private @Nullable Runnable back;

    private void face(@Nullable String value, @Nullable String guess, @Nullable Runnable edit) {
        back = () -> face(value, guess, edit);
        var words = Words.wrapped(value == null || value.isBlank() ? Words.of(edit == null ? "–" : ui.text("person.add"), "subtle") : Words.body(value));
        words.setMinWidth(0);
        var right = new VBox(1, words);
        if (guess != null) {
            right.getChildren().add(Words.wrapped(Words.help(guess)));
        }
        right.setMinWidth(0);
        var label = Space.width(Words.small(what), LABEL);
        var face = new HBox(label, Space.grow(right)); // no button: a button does not grow with the lines of what it holds
        face.getStyleClass().setAll("fact");
        face.setAccessibleText(what + " " + (value == null ? "" : value));
        if (edit == null) {
            face.getStyleClass().add("fixed");
        } else {
            face.setAccessibleRole(AccessibleRole.BUTTON);
            face.setFocusTraversable(true);
            face.setOnMouseClicked(_ -> edit.run());
            face.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    event.consume();
                    edit.run();
                }
            });
        }
        getChildren().setAll(face);
    }

    private void write(String value) {
        var field = new TextField(value);
        editor(field, () -> keep(field.getText()));
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && wrong.getText().isEmpty()) {
                leave();
            }
        });
        field.selectAll();
    }

    private void choose(@Nullable String value, ComboBox<String> box) {
        editor(box, () -> keep(box.getValue()));
        box.setOnAction(_ -> {
            if (!Objects.equals(box.getValue(), value == null ? "" : value)) {
                keep(box.getValue());
            }
        });
        box.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && !box.isShowing() && wrong.getText().isEmpty()) {
                leave();
            }
        });
        Platform.runLater(box::show);
    }

    private void editor(Control control, Runnable keep) {
        wrong.setText("");
        below.getChildren().setAll(wrong);
        control.setMaxWidth(Double.MAX_VALUE);
        control.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                keep.run();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            }
        });
        var label = Words.small(what);
        label.setLabelFor(control);
        var column = new VBox(4, label, control, below);
        column.setPadding(new Insets(4, 8, 4, 8));
        getChildren().setAll(column);
        Platform.runLater(control::requestFocus);
    }

    private void keep(@Nullable String value) {
        keeping.keep(value == null || value.isBlank() ? null : value, this::leave, this::refused);
    }

    private void refused(Reason reason) {
        wrong.setText(ui.text(reason));
        below.getChildren().setAll(wrong);
        var offered = ways.of(reason);
        if (offered != null) {
            below.getChildren().add(offered);
        }
    }

    private void leave() {
        wrong.setText("");
        if (back != null) {
            back.run();
        }
    }
}
