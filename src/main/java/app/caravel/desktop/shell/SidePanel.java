package app.caravel.desktop.shell;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

import app.caravel.desktop.kit.Details;
import app.caravel.desktop.kit.Space;

/** The panel at the right: slides in, keeps its width, cut off while it slides. */
final class SidePanel extends StackPane implements Details {

    private static final double NARROW = 336;
    private static final double WIDE = 400;
    private static final double WIDE_FROM = 1600;

    private final StackPane inside = new StackPane();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private Timeline slide = new Timeline();

    SidePanel() {
        getStyleClass().add("details");
        setMinSize(0, 0);
        setAlignment(Pos.CENTER_LEFT);
        inside.setMinHeight(0);
        getChildren().add(inside);
        var cut = new Rectangle();
        cut.widthProperty().bind(widthProperty());
        cut.heightProperty().bind(heightProperty());
        setClip(cut);
        Space.width(this, 0);
        ended();
    }

    @Override
    public void show(Node content) {
        double width = getScene() != null && getScene().getWidth() >= WIDE_FROM ? WIDE : NARROW;
        inside.getChildren().setAll(content);
        Space.width(inside, width);
        setManaged(true);
        setVisible(true);
        if (open.get()) {
            Space.width(this, width);
        } else {
            open.set(true);
            slideTo(width);
        }
    }

    @Override
    public void close() {
        if (open.get()) {
            open.set(false);
            slideTo(0);
        }
    }

    @Override
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    private void slideTo(double width) {
        slide.stop();
        if (getScene() == null || getScene().getWindow() == null) {
            Space.width(this, width); // for a picture: nobody watches it slide
            ended();
            return;
        }
        slide = new Timeline(new KeyFrame(Duration.millis(140),
                new KeyValue(minWidthProperty(), width, Interpolator.EASE_OUT),
                new KeyValue(prefWidthProperty(), width, Interpolator.EASE_OUT),
                new KeyValue(maxWidthProperty(), width, Interpolator.EASE_OUT)));
        slide.setOnFinished(_ -> ended());
        slide.play();
    }

    private void ended() {
        if (!open.get()) {
            inside.getChildren().clear();
            setVisible(false);
            setManaged(false);
        }
    }
}
