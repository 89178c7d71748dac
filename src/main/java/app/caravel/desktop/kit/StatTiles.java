package app.caravel.desktop.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

/** A few numbers in one group, split by hairlines; widths in percent, so that "about 684" has room. */
public final class StatTiles extends GridPane {

    /**
     * One number: its label, the figure, the note that says how sure it is, a bar of parts, and what the hover explains.
     *
     * @param percent its share of the width
     */
    public record Tile(String label, String figure, String note, List<Bar.Part> parts, double percent, @Nullable String hover) {}

    public StatTiles(List<Tile> tiles) {
        getStyleClass().addAll("group", "stat-tiles");
        set(tiles);
    }

    public void set(List<Tile> tiles) {
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < tiles.size(); i++) {
            var width = new ColumnConstraints();
            width.setPercentWidth(tiles.get(i).percent());
            width.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(width);
            add(tile(tiles.get(i), i > 0), i, 0);
        }
    }

    private static HBox tile(Tile tile, boolean ruled) {
        var figure = Words.figure(tile.figure());
        figure.setMinWidth(Label.USE_PREF_SIZE);
        var words = Space.column(2, Words.small(tile.label()), figure, Words.help(tile.note()));
        var bar = new Bar(4, tile.parts().toArray(Bar.Part[]::new));
        var column = Space.column(10, words, bar);
        column.getStyleClass().add("stat-tile");
        HBox.setHgrow(column, Priority.ALWAYS);
        var row = new HBox(column);
        if (ruled) {
            var line = Space.verticalLine();
            HBox.setMargin(line, new javafx.geometry.Insets(14, 0, 14, 0));
            row.getChildren().addFirst(line);
        }
        if (tile.hover() != null) {
            var tip = new Tooltip(tile.hover());
            tip.setWrapText(true);
            tip.setMaxWidth(320);
            Tooltip.install(column, tip);
        }
        return row;
    }
}
