package app.caravel.desktop.kit;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Columns of a table. A row that is not read yet shows nothing; a value that is not there shows a subtle dash; text that
 * does not fit has itself as its hover. A column can be sorted by as soon as it has an id.
 */
public final class Columns {

    /** An icon with its colour class, and a word. */
    public record IconWord(Feather icon, String iconClass, String word) {}

    /** A chip's word, icon and colour of meaning. */
    public record ChipWord(String word, @Nullable Feather icon, String meaning) {}

    /** A short text and what its hover says, as a relative time and the whole moment. */
    public record Hovered(String text, String hover) {}

    private Columns() {}

    /** Plain text. */
    public static <R> TableColumn<R, R> text(String head, double width, Function<R, @Nullable String> value) {
        return of(head, width, "", () -> new Cell<>("") {
            @Override
            void fill(R row) {
                words(value.apply(row));
            }
        });
    }

    /** Text of the second rank. */
    public static <R> TableColumn<R, R> muted(String head, double width, Function<R, @Nullable String> value) {
        return of(head, width, "", () -> new Cell<>("muted") {
            @Override
            void fill(R row) {
                words(value.apply(row));
            }
        });
    }

    /** A number as written by {@code Formats}, at the right. */
    public static <R> TableColumn<R, R> number(String head, double width, Function<R, @Nullable String> value) {
        return of(head, width, "numeric", () -> new Cell<>("numeric") {
            @Override
            void fill(R row) {
                words(value.apply(row));
            }
        });
    }

    /** A short text with a hover that says more. */
    public static <R> TableColumn<R, R> hovered(String head, double width, Function<R, @Nullable Hovered> value) {
        return of(head, width, "", () -> new Cell<>("") {
            @Override
            void fill(R row) {
                var both = value.apply(row);
                words(both == null ? null : both.text());
                if (both != null) {
                    tip(both.hover());
                }
            }
        });
    }

    public static <R> TableColumn<R, R> iconWord(String head, double width, Function<R, @Nullable IconWord> value) {
        return of(head, width, "", () -> new Cell<>("") {
            @Override
            void fill(R row) {
                var both = value.apply(row);
                words(both == null ? null : both.word());
                setGraphic(both == null ? null : Icons.of(both.icon(), "small", both.iconClass()));
            }
        });
    }

    public static <R> TableColumn<R, R> chip(String head, double width, Function<R, @Nullable ChipWord> value) {
        return of(head, width, "", () -> new Cell<>("") {
            @Override
            void fill(R row) {
                var chip = value.apply(row);
                if (chip == null) {
                    words(null);
                } else {
                    setText(null);
                    setGraphic(new Chip(chip.word(), chip.icon(), chip.meaning()));
                }
            }
        });
    }

    /** Any node. Made for each row as it comes into view, so it has to be cheap. */
    public static <R> TableColumn<R, R> node(String head, double width, Function<R, @Nullable Node> value) {
        return of(head, width, "", () -> new Cell<>("") {
            @Override
            void fill(R row) {
                setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                setGraphic(value.apply(row));
            }
        });
    }

    private static <R> TableColumn<R, R> of(String head, double width, String headClass, java.util.function.Supplier<Cell<R>> cell) {
        var column = new TableColumn<R, R>(head);
        // a table fits columns of exactly 80 to their content, taking 80 for "nobody said"
        column.setPrefWidth(width == 80 ? 80.5 : width);
        column.setMinWidth(Math.min(width, 48));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        column.setComparator((_, _) -> 0);
        column.sortableProperty().bind(column.idProperty().isNotNull());
        if (!headClass.isEmpty()) {
            column.getStyleClass().add(headClass);
        }
        return column;
    }

    private abstract static class Cell<R> extends TableCell<R, R> {

        private @Nullable Tooltip tip;

        Cell(String styleClass) {
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
            setGraphicTextGap(8);
            textTruncatedProperty().addListener((_, _, truncated) -> {
                if (tip == null) {
                    setTooltip(truncated ? new Tooltip(getText()) : null);
                }
            });
        }

        abstract void fill(R row);

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("nothing");
            tip = null;
            setTooltip(null);
            setGraphic(null);
            setText(null);
            if (!empty && row != null) {
                fill(row);
            }
        }

        void words(@Nullable String text) {
            boolean nothing = text == null || text.isBlank();
            setText(nothing ? "–" : text);
            if (nothing) {
                getStyleClass().add("nothing");
            }
        }

        void tip(String words) {
            tip = new Tooltip(words);
            setTooltip(tip);
        }
    }
}
