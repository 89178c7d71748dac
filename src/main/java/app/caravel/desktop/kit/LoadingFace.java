package app.caravel.desktop.kit;

import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars in the shape of rows that are on their way. */
public final class LoadingFace extends VBox {

    private static final double[][] WIDTHS = {{120, 200}, {96, 176}, {136, 152}};

    public LoadingFace() {
        this(3, true);
    }

    public LoadingFace(int rows, boolean avatars) {
        super(18);
        setPadding(new Insets(20));
        for (int i = 0; i < rows; i++) {
            var bars = Space.column(14, bar(WIDTHS[i % 3][0]), bar(WIDTHS[i % 3][1]));
            var row = new HBox(12, bars);
            if (avatars) {
                var circle = Space.styled(new Region(), "skeleton");
                circle.setStyle("-fx-background-radius: 16;");
                circle.setMinSize(32, 32);
                circle.setMaxSize(32, 32);
                row.getChildren().addFirst(circle);
            }
            getChildren().add(row);
        }
    }

    private static Region bar(double width) {
        var bar = Space.styled(new Region(), "skeleton");
        bar.setMinSize(width, 10);
        bar.setMaxSize(width, 10);
        return bar;
    }
}
