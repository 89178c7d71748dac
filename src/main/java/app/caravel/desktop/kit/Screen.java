package app.caravel.desktop.kit;

import javafx.scene.Node;

/**
 * One screen of the window. Lives as long as the window; its view model keeps the state, its view is built anew after a
 * switch of language. Takes its services from the workspace by constructor.
 */
public interface Screen {

    /** The name that a {@link Place} asks for, e.g. {@code contacts}. */
    String id();

    /** The rail item that is marked while the screen shows; a screen that hangs below another names that one. */
    default String rail() {
        return id();
    }

    /** Whether the rail is closed at first: screens of three panes need the room. */
    default boolean wide() {
        return false;
    }

    /** Builds the view from the view model. Called on the JavaFX thread; must not touch disk or network. */
    Node build(Ui ui);

    /** The screen comes to front, each time anew; the place says what about. */
    default void shown(Place place) {}

    /** Another screen comes to front. */
    default void left() {}
}
