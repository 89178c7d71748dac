package app.caravel.desktop.campaigns;

import java.util.Objects;

import javafx.scene.Parent;

/** The style sheet of these screens, beside the theme's. */
final class Sheets {

    private static final String SHEET = Objects.requireNonNull(Sheets.class.getResource("campaigns.css")).toExternalForm();

    private Sheets() {}

    static <P extends Parent> P wear(P view) {
        view.getStylesheets().add(SHEET);
        return view;
    }
}
