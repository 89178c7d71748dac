package app.caravel.desktop.shell;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;

/** The sail on its square. The same path stands in {@code icons/caravel.svg}. */
public final class Logo extends StackPane {

    /** Two sails and a hull on a field of 24. */
    static final String SAIL = "M11.4 3.6 C8.9 7.4 7.1 10.9 6.2 14.6 L11.4 14.6 Z "
            + "M12.8 5.4 C15.6 7.6 17.4 10.6 18.1 14.6 L12.8 14.6 Z "
            + "M4 16.2 L20 16.2 C19.2 18.6 17.6 20 15.2 20 L8.6 20 C6.4 20 4.8 18.6 4 16.2 Z";

    private static final double OF_THE_SQUARE = 0.78;

    public Logo(double size) {
        getStyleClass().add("logo");
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        var sail = new SVGPath();
        sail.setContent(SAIL);
        sail.getStyleClass().add("sail");
        double scale = size / 24 * OF_THE_SQUARE;
        sail.setScaleX(scale);
        sail.setScaleY(scale);
        getChildren().add(new Group(sail));
    }

    /** The window's icons, drawn in the sizes that systems ask for. */
    public static List<Image> icons() {
        return IntStream.of(16, 24, 32, 48, 64, 128, 256).mapToObj(Logo::icon).toList();
    }

    /** The icon as a picture, without the theme, as systems show it. */
    static Image icon(int size) {
        var logo = new Logo(size);
        // outside of any theme the looked-up colours have to be given here
        logo.setStyle("-fx-background-color: #2b5cd0; -fx-background-radius: " + size / 4.5 + ";");
        ((SVGPath) ((Group) logo.getChildren().getFirst()).getChildren().getFirst()).setFill(Color.WHITE);
        var scene = new Scene(logo, size, size, Color.TRANSPARENT);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return logo.snapshot(parameters, null);
    }
}
