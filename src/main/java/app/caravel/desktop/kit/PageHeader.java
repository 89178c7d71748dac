package app.caravel.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The head of a page, 84 high: its heading, one sentence with the numbers, and the acts at the right, accent last. */
public final class PageHeader extends HBox {

    private final Label title = Words.title("");
    private final Label sentence = Words.muted("");

    public PageHeader(String heading, String numbers, Node... acts) {
        getStyleClass().add("page-header");
        title.setText(heading);
        sentence.setText(numbers);
        var words = Space.grow(Space.column(4, title, sentence));
        words.setMinWidth(0);
        getChildren().add(words);
        getChildren().addAll(acts);
    }

    public Label title() {
        return title;
    }

    /** The muted sentence below the heading; filled when the numbers are there. */
    public Label sentence() {
        return sentence;
    }
}
