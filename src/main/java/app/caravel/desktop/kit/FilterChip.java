package app.caravel.desktop.kit;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A filter of 28 with its count, on when chosen. {@code tall} (style class) makes 32 beside a field. */
public final class FilterChip extends Choice {

    private final Label count = Words.of("", "subtle");

    public FilterChip(String word) {
        super(word, "filter-chip");
        count.getStyleClass().add("count");
        setGraphic(count);
        setContentDisplay(ContentDisplay.RIGHT);
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        graphicTextGapProperty().bind(count.textProperty().map(text -> text.isEmpty() ? 0 : 6));
    }

    public void setCount(String written) {
        count.setText(written);
    }

    /** Chips side by side, of which one is chosen. */
    public static HBox row(FilterChip... chips) {
        var row = Space.row(8, chips);
        row.getStyleClass().add("filter-row");
        return row;
    }
}
