package app.caravel.desktop.contacts;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.ContactRow;

/** A tick for each row that is chosen, and one in the head for all that fit: choosing many needs no key. */
final class TickColumn extends TableColumn<@Nullable ContactRow, @Nullable ContactRow> {

    private static final double WIDTH = 32;

    private final CheckBox all = new CheckBox();
    private final Runnable ticked;

    /** @param ticked called before a tick changes who is chosen */
    TickColumn(TableView<@Nullable ContactRow> table, String allWord, Runnable ticked) {
        this.ticked = ticked;
        getStyleClass().add("tick");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setResizable(false);
        setReorderable(false);
        setSortable(false);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        setCellFactory(_ -> new Tick());
        all.setAccessibleText(allWord);
        all.setFocusTraversable(false);
        all.setOnAction(_ -> {
            ticked.run();
            if (all.isSelected()) {
                table.getSelectionModel().selectAll();
            } else {
                table.getSelectionModel().clearSelection();
            }
        });
        setGraphic(all);
    }

    /** Shows in the head how many of all are chosen. */
    void show(int chosen, int of) {
        all.setIndeterminate(chosen > 0 && chosen < of);
        all.setSelected(chosen > 0 && chosen == of);
    }

    private final class Tick extends TableCell<@Nullable ContactRow, @Nullable ContactRow> {

        private final CheckBox box = new CheckBox();
        private final ChangeListener<Boolean> chosen = (_, _, now) -> box.setSelected(now);
        private @Nullable TableRow<@Nullable ContactRow> row;

        Tick() {
            getStyleClass().add("tick");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            box.setMouseTransparent(true);
            box.setFocusTraversable(false);
            addEventFilter(MouseEvent.ANY, event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
                    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                        toggle();
                    }
                    event.consume();
                }
            });
        }

        private void toggle() {
            ticked.run();
            getTableView().requestFocus();
            var choice = getTableView().getSelectionModel();
            if (choice.isSelected(getIndex())) {
                choice.clearSelection(getIndex());
            } else {
                choice.select(getIndex());
            }
        }

        @Override
        protected void updateItem(@Nullable ContactRow item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : box);
            if (row != getTableRow()) {
                if (row != null) {
                    row.selectedProperty().removeListener(chosen);
                }
                row = getTableRow();
                if (row != null) {
                    row.selectedProperty().addListener(chosen);
                }
            }
            box.setSelected(row != null && row.isSelected());
        }
    }
}
