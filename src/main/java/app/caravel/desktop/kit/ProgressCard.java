package app.caravel.desktop.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Long work: what, a bar of 6, how much of how much, rate and time left, and a way to stop it. */
public final class ProgressCard extends VBox {

    private final Label title = Words.heading("");
    private final Label count = Words.of("", "small");
    private final Label note = Words.small("");
    private final Bar bar = new Bar(6);

    public ProgressCard(String what, String cancelWord, Runnable cancel) {
        super(10);
        getStyleClass().addAll("group", "progress-card");
        title.setText(what);
        title.setMinWidth(0);
        getChildren().addAll(Space.row(8, title, Space.rest(), Buttons.small(cancelWord, null, cancel)), bar, Space.row(8, count, note));
    }

    /**
     * @param written how far in words: "1,140 of 1,840"
     * @param rest rate and time left, or nothing
     */
    public void at(double share, String written, String rest) {
        bar.set(new Bar.Part(share, "fill-accent"));
        count.setText(written);
        note.setText(rest);
    }

    public Label title() {
        return title;
    }
}
