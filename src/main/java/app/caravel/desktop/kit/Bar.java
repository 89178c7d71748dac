package app.caravel.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;

/** A thin bar with a trough, filled in parts by the colours of meaning: {@code fill-person, fill-likely, fill-accent ...}. */
public final class Bar extends Region {

    /** A part: its share of the whole, 0 to 1, and its style class. */
    public record Part(double share, String fill) {}

    private final List<Part> parts = new ArrayList<>();

    public Bar(double height, Part... filled) {
        getStyleClass().addAll("bar", "fill-track");
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setMinWidth(0);
        set(filled);
    }

    public void set(Part... filled) {
        parts.clear();
        parts.addAll(List.of(filled));
        getChildren().setAll(parts.stream().map(part -> Space.styled(new Region(), "bar-part", part.fill())).toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double share = Math.clamp(parts.get(i).share(), 0, 1);
            // what is not nothing is seen: two pixels at least
            double width = share == 0 ? 0 : Math.min(getWidth() - x, Math.max(2, Math.round(getWidth() * share)));
            getChildren().get(i).resizeRelocate(x, 0, Math.max(0, width), getHeight());
            x += Math.max(0, width);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }
}
