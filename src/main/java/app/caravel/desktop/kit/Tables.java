package app.caravel.desktop.kit;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** Tables as they look everywhere: rows of 32, no vertical lines, text in line with the heading above. */
public final class Tables {

    /** Room for the scroll thumb at the right edge. */
    private static final double THUMB = 16;

    private Tables() {}

    /** Rows of 32 and no placeholder: an empty list has its own face. */
    public static void dress(TableView<?> table) {
        table.setFixedCellSize(32);
        table.setPlaceholder(new Label());
        table.setMinHeight(0);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.setTableMenuButtonVisible(false);
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
    }

    /** Pulls the table out of its page by 8 on the left and 16 on the right. To stand in a VBox with the page's padding. */
    public static <T extends Node> T pulledOut(T table) {
        VBox.setMargin(table, new Insets(0, -THUMB, 0, -8));
        return table;
    }

    /** Gives what is left of the width to these columns, each at least its minimum, in equal parts. */
    @SafeVarargs
    public static <R> void flex(TableView<R> table, TableColumn<R, ?>... columns) {
        var flexible = Arrays.asList(columns);
        Runnable share = () -> {
            var sharing = flexible.stream().filter(column -> !column.getProperties().containsKey(ColumnChoice.WIDTH_CHOSEN)).toList();
            double fixed = table.getVisibleLeafColumns().stream().filter(column -> !sharing.contains(column)).mapToDouble(TableColumn::getWidth).sum();
            long parts = sharing.stream().filter(TableColumn::isVisible).count();
            double each = Math.floor((table.getWidth() - fixed - THUMB) / Math.max(1, parts));
            for (var column : sharing) {
                column.setPrefWidth(Math.max(column.getMinWidth(), each));
            }
        };
        table.widthProperty().addListener((_, _, _) -> share.run());
        table.getVisibleLeafColumns().addListener((javafx.collections.ListChangeListener<TableColumn<R, ?>>) _ -> share.run());
    }
}
