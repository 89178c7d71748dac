package app.caravel.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Rows, columns, hairlines and what fills the rest, on the grid of 8. */
public final class Space {

    private Space() {}

    /** Takes what is left of a row or column. */
    public static Region rest() {
        var rest = new Region();
        HBox.setHgrow(rest, Priority.ALWAYS);
        VBox.setVgrow(rest, Priority.ALWAYS);
        return rest;
    }

    public static HBox row(double gap, Node... nodes) {
        var row = new HBox(gap, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(double gap, Node... nodes) {
        return new VBox(gap, nodes);
    }

    public static Region line() {
        return styled(new Region(), "line");
    }

    public static Region verticalLine() {
        return styled(new Region(), "line-v");
    }

    /** The node, growing in its row or column. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }

    public static <N extends Node> N styled(N node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** As wide as given, whatever else is there. */
    public static <N extends Region> N width(N node, double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        return node;
    }

    /** As high as given, whatever it holds. */
    public static <N extends Region> N height(N node, double height) {
        node.setMinHeight(height);
        node.setPrefHeight(height);
        node.setMaxHeight(height);
        return node;
    }

    /** Not larger than it likes to be: rows and cells stretch what they hold. */
    public static <N extends Region> N tight(N node) {
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return node;
    }
}
