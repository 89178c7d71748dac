package app.caravel.desktop.messagelog;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.DayWords;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The fields of the search: a first row, more of them on demand, and whose files are looked into. */
final class SearchGroup extends VBox {

    /** A day written out and the arrow behind it. */
    private static final double DAY = 128;
    private static final double ONE_ROW_FROM = 860;

    private final MessageLogViewModel model;
    private final Ui ui;
    private final TextField recipient;
    private final List<VBox> whom;
    private final List<VBox> when;
    private final HBox first = new HBox(12);
    private final HBox second = new HBox(12);
    private final HBox below = new HBox(12);
    private final VBox further = new VBox(10);
    private final List<VBox> names;
    private final List<VBox> others;
    private final Hyperlink more;
    private final ComboBox<Boolean> where = new ComboBox<>();
    private boolean setting;
    private final ChangeListener<@Nullable Path> moved = (_, _, _) -> where();

    SearchGroup(MessageLogViewModel model, Ui ui) {
        super(10);
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("group", "quiet", "log-search");
        recipient = words(model.fields.recipient, "messagelog.recipient-hint");
        recipient.setMinWidth(120);
        whom = List.of(field("messagelog.recipient", recipient, 216), field("messagelog.sender", words(model.fields.sender, ""), 184), field("messagelog.subject", words(model.fields.subject, ""), 216));
        when = List.of(field("messagelog.event", events(), 136, 120), field("messagelog.from", day(model.fields.from), DAY, DAY), field("messagelog.to", day(model.fields.to), DAY, DAY));
        names = List.of(field("messagelog.message-id", words(model.fields.messageId, ""), 264), field("messagelog.internal-id", words(model.fields.internalId, ""), 120));
        others = List.of(field("messagelog.source", words(model.fields.source, "SMTP, DSN …"), 136), field("messagelog.reference", words(model.fields.reference, ""), 184),
                field("messagelog.limit", words(model.fields.limit, ""), 112));
        more = Words.link("", this::toggle);
        more.getStyleClass().add("small");
        where.setPrefWidth(264);
        where.setMinWidth(120);
        where.getStyleClass().add("log-where");
        places();
        second.setAlignment(Pos.BOTTOM_LEFT);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(first, second, further, below);
        arrange(true);
        widthProperty().addListener((_, _, width) -> arrange(width.doubleValue() >= ONE_ROW_FROM));
        show(model.fields.usesMore());
        model.folder.addListener(new WeakChangeListener<>(moved));
        model.fields.messageId.addListener((_, _, id) -> {
            if (!id.isBlank()) {
                show(true);
            }
        });
    }

    /** All in one row; where the panel takes the room, people and subject in the first, what and when and the files in the second. */
    private void arrange(boolean one) {
        if (first.getChildren().isEmpty() || one == second.isVisible()) {
            second.getChildren().clear();
            first.getChildren().setAll(whom);
            below.getChildren().setAll(more, Space.rest());
            (one ? first : second).getChildren().addAll(when);
            if (one) {
                below.getChildren().add(where);
            } else {
                second.getChildren().addAll(Space.rest(), where);
            }
            further.getChildren().setAll(one ? List.of(row(names, others)) : List.of(row(names), row(others)));
            second.setVisible(!one);
            second.setManaged(!one);
        }
    }

    @SafeVarargs
    private static HBox row(List<VBox>... fields) {
        var row = new HBox(12);
        for (var each : fields) {
            row.getChildren().addAll(each);
        }
        return row;
    }

    TextField first() {
        return recipient;
    }

    private void toggle() {
        show(!further.isVisible());
    }

    private void show(boolean shown) {
        further.setVisible(shown);
        further.setManaged(shown);
        more.setText(ui.text(shown ? "messagelog.fewer" : "messagelog.more"));
    }

    private VBox field(String key, Control control, double width) {
        return field(key, control, width, 72);
    }

    private VBox field(String key, Control control, double width, double least) {
        control.setMaxWidth(Double.MAX_VALUE);
        var label = Words.small(ui.text(key));
        label.setLabelFor(control);
        control.setAccessibleText(label.getText());
        var field = Space.column(4, label, control);
        field.setPrefWidth(width);
        field.setMinWidth(least);
        HBox.setHgrow(field, width > 180 ? javafx.scene.layout.Priority.ALWAYS : javafx.scene.layout.Priority.NEVER);
        return field;
    }

    private TextField words(StringProperty value, String hint) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPromptText(hint.contains(".") ? ui.text(hint) : hint);
        field.setOnAction(_ -> model.search());
        field.setPrefColumnCount(4);
        return field;
    }

    private DatePicker day(ObjectProperty<@Nullable LocalDate> value) {
        var picker = new DatePicker();
        picker.setConverter(new DayWords(ui.formats()));
        picker.valueProperty().bindBidirectional(value);
        picker.valueProperty().addListener((_, _, _) -> {
            if (!setting) {
                model.search();
            }
        });
        picker.getEditor().setPrefColumnCount(6);
        return picker;
    }

    private ComboBox<String> events() {
        var box = new ComboBox<String>();
        var all = new ArrayList<String>();
        all.add("");
        all.addAll(EventWords.OURS);
        all.addAll(EventWords.OTHERS);
        box.getItems().setAll(all);
        box.setCellFactory(_ -> new EventCell(true));
        box.setButtonCell(new EventCell(false));
        box.valueProperty().bindBidirectional(model.fields.event);
        box.setOnAction(_ -> model.search());
        return box;
    }

    /** The word, and in the list Exchange's name small beside it. */
    private final class EventCell extends ListCell<String> {
        private final boolean named;

        EventCell(boolean named) {
            this.named = named;
        }

        @Override
        protected void updateItem(@Nullable String event, boolean empty) {
            super.updateItem(event, empty);
            setText(null);
            setGraphic(null);
            if (!empty && event != null) {
                if (event.isEmpty()) {
                    setText(ui.text("messagelog.any-event"));
                } else if (named) {
                    setGraphic(Space.row(8, Words.body(EventWords.word(ui, event)), Words.of(event, "caption", "subtle")));
                } else {
                    setText(EventWords.word(ui, event));
                }
            }
        }
    }

    private void places() {
        where.getItems().setAll(true, false);
        where.setCellFactory(_ -> new PlaceCell(false));
        where.setButtonCell(new PlaceCell(true));
        where.setAccessibleText(ui.text("messagelog.where"));
        where.setOnAction(_ -> {
            if (!setting && where.getValue() != null) {
                if (where.getValue()) {
                    model.lookInto(null);
                } else {
                    choose();
                }
            }
        });
        where();
    }

    private void where() {
        setting = true;
        where.setValue(model.folder.get() == null);
        where.setButtonCell(new PlaceCell(true)); // the folder's name may be another
        setting = false;
    }

    private void choose() {
        var chosen = ui.desk().chooseFolder(ui.text("messagelog.choose-folder"));
        if (chosen == null) {
            where();
        } else {
            model.lookInto(chosen);
        }
    }

    private final class PlaceCell extends ListCell<Boolean> {
        private final boolean chosen;

        PlaceCell(boolean chosen) {
            this.chosen = chosen;
        }

        @Override
        protected void updateItem(@Nullable Boolean own, boolean empty) {
            super.updateItem(own, empty);
            var folder = model.folder.get();
            setText(empty || own == null ? null : own ? ui.text("messagelog.this-workspace")
                    : chosen && folder != null ? ui.text("messagelog.folder-named", "folder", Objects.toString(folder.getFileName(), folder.toString())) : ui.text("messagelog.other-folder"));
        }
    }
}
