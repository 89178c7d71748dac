package app.caravel.desktop.kit;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/** The panel that slides in from the right for what is chosen: 336 wide, 400 from a window of 1600 on. */
public interface Details {

    /** Shows the content, in place of what was there; {@link DetailsPanel} gives it its frame. */
    void show(Node content);

    void close();

    ReadOnlyBooleanProperty open();
}
