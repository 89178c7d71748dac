package app.caravel.desktop.person;

import java.util.Objects;

import javafx.scene.Parent;

/** The stylesheet of these pages. */
final class Wear {

    private static final String SHEET = Objects.requireNonNull(Wear.class.getResource("person.css")).toExternalForm();

    private Wear() {}

    static void on(Parent page) {
        page.getStylesheets().add(SHEET);
    }
}
